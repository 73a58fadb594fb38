/** What the browser answered: whether it may throw the journal away when space runs short. */
export type Persistence = 'kept' | 'mayBeEvicted' | 'unknown'

/** Asks the browser to keep this site's data; Safari evicts after 7 days without use unless the app is installed. */
export async function askToPersist(
  storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined = globalThis.navigator?.storage,
): Promise<Persistence> {
  if (!storage?.persist) return 'unknown'
  return (await storage.persisted()) || (await storage.persist()) ? 'kept' : 'mayBeEvicted'
}
