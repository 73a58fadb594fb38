import { useEffect, useMemo, useState } from 'react'
import type { DeviceStore } from '../../device/store.ts'
import { readRemarks } from '../../domain/journal/remarks.ts'
import {
  classDocument,
  type DocumentId,
  journalDocument,
  journalName,
  schoolDocument,
} from '../../domain/ledger/documents.ts'
import type { Element } from '../../domain/ledger/fact.ts'
import { type PaperChange, paperChanges } from '../../domain/paper/paper-changes.ts'
import { type PaperJournal, paperJournal } from '../../domain/paper/paper-journal.ts'
import { type PaperPart, paperParts } from '../../domain/paper/paper-parts.ts'
import { findRevision } from '../../domain/paper/revision-search.ts'
import { type Logged, timeline } from '../../domain/paper/timeline.ts'
import type { ReportPeriod } from '../../domain/reports/report-period.ts'
import { journals } from '../../domain/school/school-view.ts'
import { paperRevision } from '../../print/paper-revision.ts'
import { useWorkspace, viewOf } from '../workspace/workspace.ts'
import type { ClassDesk } from './use-class.ts'

/** The paper copy of a class and period as this device has the ledger. */
export interface PaperCopy {
  journal: PaperJournal
  parts: readonly PaperPart[]
  /** «ab12-cd34» */
  revision: string
}

/** Computes the copy; undefined for the moment that takes. */
export function usePaperCopy(desk: ClassDesk, period: ReportPeriod): PaperCopy | undefined {
  const [copy, setCopy] = useState<PaperCopy>()
  const { source, schoolClass, journalDocument: open } = desk
  const remarks = useMemo(
    () =>
      new Map(
        [...source.journals.keys()].flatMap((name) => {
          const fold = open(name)?.fold
          return fold ? [[name, viewOf(fold, readRemarks)] as const] : []
        }),
      ),
    [source, open],
  )
  useEffect(() => {
    let current = true
    // The page is drawn first: a quarter of sixteen journals takes a moment.
    const timer = setTimeout(async () => {
      const journal = paperJournal(source, schoolClass, period, remarks)
      const parts = paperParts(journal)
      const revision = await paperRevision(parts)
      if (current) setCopy({ journal, parts, revision })
    })
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [source, schoolClass, period, remarks])
  return copy
}

/**
 * What is different from an earlier copy of this revision: undefined while that is looked for, `'unknown'` where this
 * device never had the ledger so.
 */
export function useChangesSince(
  desk: ClassDesk,
  copy: PaperCopy | undefined,
  earlier: string | undefined,
): readonly PaperChange[] | 'unknown' | undefined {
  const { session } = useWorkspace()
  const [found, setFound] = useState<readonly PaperChange[] | 'unknown'>()
  const { source, schoolClass } = desk
  useEffect(() => {
    setFound(undefined)
    if (!copy || earlier === undefined || earlier === copy.revision) return
    let current = true
    const documents = [
      schoolDocument,
      classDocument(schoolClass.id),
      ...journals(source.school)
        .filter((key) => key.class === schoolClass.id && source.journals.has(journalName(key)))
        .map(journalDocument),
    ]
    const place = { classId: schoolClass.id, periodId: copy.journal.period.id }
    void logsOf(session.store, documents)
      .then((logs) => findRevision(timeline(logs), place, earlier, paperRevision, nextTask))
      .then((revision) => {
        if (current) setFound(revision ? paperChanges(revision.parts, copy.parts) : 'unknown')
      })
    return () => {
      current = false
    }
  }, [session, source, schoolClass, copy, earlier])
  return found
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Receipted runs of documents as this device keeps them. */
async function logsOf(
  store: DeviceStore,
  documents: readonly DocumentId[],
): Promise<Map<DocumentId, Logged[]>> {
  const logs = new Map<DocumentId, Logged[]>()
  for (const document of documents) {
    const { rows, receipts } = await store.load(document)
    const elements = new Map<string, Element>()
    for (const { client, clock, elements: run } of rows)
      for (const [index, element] of run.entries()) elements.set(`${client},${clock + index}`, element)
    logs.set(
      document,
      receipts.map((receipt) => {
        const run = Array.from({ length: receipt.length }, (_, index) =>
          elements.get(`${receipt.client},${receipt.clock + index}`),
        )
        return { receipt, elements: run.every((element) => element !== undefined) ? run : null }
      }),
    )
  }
  return logs
}
