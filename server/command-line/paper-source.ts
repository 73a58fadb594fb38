import { type JournalView, readJournal } from '../../src/domain/journal/journal-view.ts'
import { type Remark, readRemarks } from '../../src/domain/journal/remarks.ts'
import {
  classDocument,
  type DocumentId,
  journalName,
  readDocumentId,
  schoolDocument,
} from '../../src/domain/ledger/documents.ts'
import { type PaperJournal, paperJournal } from '../../src/domain/paper/paper-journal.ts'
import { type PaperPart, paperParts } from '../../src/domain/paper/paper-parts.ts'
import type { ReportPeriod } from '../../src/domain/reports/report-period.ts'
import type { ReportSource } from '../../src/domain/reports/report-source.ts'
import { type ClassView, readClass } from '../../src/domain/school/class-view.ts'
import { readSchool, type SchoolClass } from '../../src/domain/school/school-view.ts'
import type { Relay } from '../relay/relay.ts'

/** What a paper copy is computed from. */
interface PaperSource {
  source: ReportSource
  /** By journal name. */
  remarks: Map<string, Remark[]>
}

/**
 * Documents that a copy of a class may show something of: the school, the class, its journals, and those of classes of
 * the same year that share a pupil with it, since marks and absences follow him.
 */
export async function paperDocuments(relay: Relay, { id, year }: SchoolClass): Promise<DocumentId[]> {
  const { school } = relay.policy()
  const pupilsOf = async (classId: string) => {
    const { pupils } = readClass(await relay.foldOf(classDocument(classId)))
    return pupils.map((pupil) => pupil.id)
  }
  const own = new Set(await pupilsOf(id))
  const ids = new Set<string>()
  for (const other of school.classes.values())
    if (
      other.id === id ||
      (other.year === year && (await pupilsOf(other.id)).some((pupil) => own.has(pupil)))
    )
      ids.add(other.id)
  const journals = (await relay.documents('journal/')).filter((document) => {
    const name = readDocumentId(document)
    return name?.kind === 'journal' && ids.has(name.class)
  })
  return [schoolDocument, ...[...ids].map(classDocument), ...journals]
}

/** Reads the documents of a copy. */
async function readPaperSource(relay: Relay, documents: Iterable<DocumentId>): Promise<PaperSource> {
  const classes = new Map<string, ClassView>()
  const journals = new Map<string, JournalView>()
  const remarks = new Map<string, Remark[]>()
  for (const document of documents) {
    const name = readDocumentId(document)
    if (name?.kind === 'class') classes.set(name.class, readClass(await relay.foldOf(document)))
    if (name?.kind !== 'journal') continue
    const fold = await relay.foldOf(document)
    journals.set(journalName(name), readJournal(fold))
    remarks.set(journalName(name), readRemarks(fold))
  }
  const school = readSchool(await relay.foldOf(schoolDocument))
  return { source: { school, classes, journals }, remarks }
}

/** A copy as the ledger stands, and the parts that its digest covers. */
export async function copyOf(
  relay: Relay,
  documents: readonly DocumentId[],
  schoolClass: SchoolClass,
  period: ReportPeriod,
): Promise<{ journal: PaperJournal; parts: PaperPart[] }> {
  const { source, remarks } = await readPaperSource(relay, documents)
  const journal = paperJournal(source, schoolClass, period, remarks)
  return { journal, parts: paperParts(journal) }
}
