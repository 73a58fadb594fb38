import { Workbox } from 'workbox-window'

/** Hours between looks for a new version while the app stays open. */
const lookEvery = 6 * 3_600_000

/**
 * Registers the service worker, which keeps the whole app on the tablet. `onUpdate` is called when a new version
 * has been downloaded and waits; calling its argument starts the new version and reloads. When to offer that is
 * the caller's decision: never while a lesson is being marked or entries wait.
 */
export async function registerApp(onUpdate: (apply: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const workbox = new Workbox('/sw.js')
  workbox.addEventListener('waiting', () => {
    onUpdate(() => {
      workbox.addEventListener('controlling', () => location.reload())
      workbox.messageSkipWaiting()
    })
  })
  await workbox.register()
  const look = () => {
    // Without a line the look fails; the next one comes by itself.
    if (navigator.onLine) workbox.update().catch(() => undefined)
  }
  setInterval(look, lookEvery)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
}
