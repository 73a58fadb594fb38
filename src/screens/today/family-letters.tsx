import { classDocument } from '../../domain/ledger/documents.ts'
import { readClass } from '../../domain/school/class-view.ts'
import type { SchoolClass } from '../../domain/school/school-view.ts'
import { LettersWaiting } from '../class/letters/letters-waiting.tsx'
import { useDocument } from '../workspace/use-documents.ts'
import { viewOf } from '../workspace/workspace.ts'

/** Letters and requests of the families of a class that wait for its class teacher. */
export function FamilyLetters({ schoolClass }: { schoolClass: SchoolClass }) {
  const document = useDocument(classDocument(schoolClass.id))
  return document && <LettersWaiting desk={{ schoolClass, view: viewOf(document.fold, readClass) }} />
}
