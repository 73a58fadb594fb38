import { outboxPortions } from '../domain/ledger/outbox.ts'
import { outboxSyncTag } from './outbox-sync-tag.ts'

/**
 * Part of the service worker: delivers what waits, sealed as it lies, when the browser says that there is a line, also
 * when the app was closed or is locked by the PIN. It changes nothing on the tablet: receipts come over the line.
 */
interface SyncEvent extends Event {
  tag: string
  waitUntil(done: Promise<unknown>): void
}

addEventListener('sync', ((event: SyncEvent) => {
  if (event.tag === outboxSyncTag) event.waitUntil(deliver())
}) as EventListener)

/** Rejects where not all was taken to the relay: the browser then tries again later. */
async function deliver(): Promise<void> {
  for (const user of await all<string>('parta', 'people', (store) => store.getAllKeys())) {
    const rows = await all<{ sealed?: Uint8Array }>(`parta-${user}`, 'rows', (store) =>
      store.index('[since+facts]').getAll(),
    )
    for (const body of outboxPortions(rows.flatMap(({ sealed }) => sealed ?? []))) {
      const answer = await fetch('/api/outbox', {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body,
        cache: 'no-store',
        credentials: 'omit',
      })
      // A sign-in page of the network answers too.
      const outcome = answer.ok ? await answer.json() : null
      if (typeof outcome?.taken !== 'number') throw new Error(`not delivered: ${answer.status}`)
    }
  }
}

/** All of a store; nothing where there is no such database: opening it must not make one. */
function all<T>(database: string, name: string, read: (store: IDBObjectStore) => IDBRequest): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database)
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = () => resolve([])
    opening.onsuccess = () => {
      const { result } = opening
      result.onversionchange = () => result.close()
      const transaction = result.transaction(name, 'readonly')
      const reading = read(transaction.objectStore(name))
      transaction.oncomplete = () => {
        result.close()
        resolve(reading.result as T[])
      }
      transaction.onabort = () => {
        result.close()
        reject(transaction.error ?? new Error('not read'))
      }
    }
  })
}
