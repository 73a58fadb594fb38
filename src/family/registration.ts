import { Workbox } from 'workbox-window'

/**
 * Registers the diary's own service worker, whose scope leaves the journal alone. `onUpdate` gets how to start a new
 * version that waits. Returns nothing to stop: a registration lasts.
 */
export function registerDiary(onUpdate: (apply: () => void) => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const workbox = new Workbox('/diary/sw.js', { scope: '/diary/' })
  workbox.addEventListener('waiting', () => {
    onUpdate(() => {
      workbox.addEventListener('controlling', () => location.reload())
      workbox.messageSkipWaiting()
    })
  })
  void workbox.register()
}
