import { type DocumentId, readDocumentId } from '../../domain/ledger/documents.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { useSchool } from './workspace.ts'

/** Words for where an entry belongs: «7А, Математика», the class, else the school. */
export function usePlaceWords(): (document: DocumentId) => string {
  const school = useSchool()
  return (document) => {
    const name = readDocumentId(document)
    if (name?.kind === 'journal') return `${classTitle(school, name.class)}, ${subjectTitle(school, name)}`
    if (name?.kind === 'class') return classTitle(school, name.class)
    return school.profile?.shortName ?? school.profile?.name ?? ''
  }
}
