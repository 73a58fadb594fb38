import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { PaperPart } from '../../src/domain/paper/paper-parts.ts'
import { type FoundRevision, findRevision } from '../../src/domain/paper/revision-search.ts'
import { timeline } from '../../src/domain/paper/timeline.ts'
import type { ReportPeriod } from '../../src/domain/reports/report-period.ts'
import type { SchoolClass } from '../../src/domain/school/school-view.ts'
import { partDigest, revisionOfParts } from '../../src/print/paper-revision.ts'
import type { Relay } from '../relay/relay.ts'
import type { LogEntry } from '../store/row-store.ts'

/** When the copy of a class and period last had a digest, in the log of its documents; a running relay goes on meanwhile. */
export async function findCopy(
  relay: Relay,
  documents: readonly DocumentId[],
  schoolClass: SchoolClass,
  period: ReportPeriod,
  revision: string,
): Promise<FoundRevision | undefined> {
  const logs = new Map<DocumentId, LogEntry[]>()
  for (const document of documents) logs.set(document, await relay.logOf(document))
  const runs = timeline(logs)
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
  return findRevision(runs, { classId: schoolClass.id, periodId: period.id }, revision, digester(), pause)
}

/** The digest of parts; of a part seen before it is not computed again. */
function digester(): (parts: readonly PaperPart[]) => Promise<string> {
  const known = new WeakMap<PaperPart, Promise<string>>()
  const of = (part: PaperPart) => {
    const digest = known.get(part) ?? partDigest(part)
    known.set(part, digest)
    return digest
  }
  return async (parts) => revisionOfParts(await Promise.all(parts.map(of)))
}
