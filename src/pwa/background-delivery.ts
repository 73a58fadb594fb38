import { outboxSyncTag } from './outbox-sync-tag.ts'

/** Background Sync, where the browser has it. */
interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> }
}

/**
 * Asks the browser to let the service worker deliver what waits once there is a line, whether or not the app is open
 * then. Nothing where the browser can't, or the person forbade it: the app delivers when it is opened.
 */
export async function askForDelivery(): Promise<void> {
  try {
    const registration: SyncRegistration | undefined = await navigator.serviceWorker?.getRegistration()
    await registration?.sync?.register(outboxSyncTag)
  } catch {
    // The app itself delivers.
  }
}
