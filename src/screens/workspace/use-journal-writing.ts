import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { type DocumentId, type JournalKey, journalDocument } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { useDocument } from './use-documents.ts'
import { useWorkspace } from './workspace.ts'

export interface JournalWriting {
  /** Writes at once where the journal is at hand, else as soon as it is. */
  write: (entries: readonly Entry[]) => void
  /** Something waits for the journal to come to this device. */
  waits: boolean
  /** There is no line for it to come by. */
  noLine: boolean
}

/**
 * Writing into a journal that this device may not have yet: it is opened on demand and read from the relay first, so
 * that what is written supersedes what stands. `onWritten` must keep its identity.
 */
export function useJournalWriting(key: JournalKey | undefined, onWritten: () => void): JournalWriting {
  return useDocumentWriting(key && journalDocument(key), onWritten)
}

/** The same for any document. */
export function useDocumentWriting(id: DocumentId | undefined, onWritten: () => void): JournalWriting {
  const { sync } = useWorkspace()
  const { line, progress } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const [wish, setWish] = useState<readonly Entry[]>()
  const document = useDocument(wish && id)
  // A journal that nobody ever wrote in stays empty once all has come.
  const complete = line === 'online' && progress.ready === progress.total
  const here = document !== undefined && (document.fold.version > 0 || complete)
  useEffect(() => {
    if (!wish || !document || !here) return
    void document.assert(wish)
    setWish(undefined)
    onWritten()
  }, [wish, document, here, onWritten])
  return {
    write: useCallback((entries) => setWish(entries), []),
    waits: wish !== undefined,
    noLine: line !== 'online',
  }
}
