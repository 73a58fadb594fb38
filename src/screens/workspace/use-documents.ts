import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { OpenDocument } from '../../device/open-document.ts'
import type { DocumentId } from '../../domain/ledger/documents.ts'
import { useWorkspace } from './workspace.ts'

/** Documents that are open, by id; one that is still being read from the disk is absent. */
export type OpenDocuments = ReadonlyMap<DocumentId, OpenDocument>

/**
 * Opens documents while the screen stands, and draws it anew when one of them changes. `later`: the screen shows
 * something without them, so others are read first.
 */
export function useDocuments(ids: readonly DocumentId[], later = false): OpenDocuments {
  const { session } = useWorkspace()
  const key = ids.join('\n')
  const [open, setOpen] = useState<OpenDocuments>(new Map())
  useEffect(() => {
    let current = true
    const wanted = key === '' ? [] : (key.split('\n') as DocumentId[])
    const opening = wanted.map((id) => session.open(id, later))
    // What can't be opened is told by the session's fault; the others are shown.
    void Promise.allSettled(opening).then((results) => {
      if (!current) return
      const found = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
      setOpen(new Map(found.map((document) => [document.id, document])))
    })
    return () => {
      current = false
      wanted.forEach((id, index) => {
        opening[index]!.then(
          () => session.release(id),
          () => undefined,
        )
      })
    }
  }, [session, key, later])
  useVersions(open)
  return open
}

/** Opens one document; undefined while it is read from the disk, or when there is none to open. */
export function useDocument(id: DocumentId | undefined): OpenDocument | undefined {
  const ids = useMemo(() => (id === undefined ? [] : [id]), [id])
  const open = useDocuments(ids)
  return id === undefined ? undefined : open.get(id)
}

/** Whether the first download of all these documents is done. */
export function useComplete(ids: readonly DocumentId[]): boolean {
  const { sync } = useWorkspace()
  useSyncExternalStore(sync.status.subscribe, sync.status.get)
  return ids.every((id) => sync.isComplete(id))
}

/** Draws anew on any change of the documents. */
function useVersions(open: OpenDocuments): void {
  const changes = useRef(0)
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = [...open.values()].map((document) =>
        document.subscribe(() => {
          changes.current++
          changed()
        }),
      )
      return () => {
        for (const stop of stops) stop()
      }
    },
    [open],
  )
  useSyncExternalStore(subscribe, () => changes.current)
}
