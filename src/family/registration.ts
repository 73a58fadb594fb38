import { Workbox } from 'workbox-window'

/**
 * Registers the diary's own service worker, whose scope leaves the journal alone. `onUpdate` gets how to start a new
 * version that waits. Returns nothing to stop: a registration lasts.
 */
export function registerDiary(onUpdate: (apply: () => void) => void): void {
  if (!import.meta.env.PROD) return
  nameLooks()
  if (!('serviceWorker' in navigator)) return
  const workbox = new Workbox('/diary/sw.js', { scope: '/diary/' })
  workbox.addEventListener('waiting', () => {
    onUpdate(() => {
      workbox.addEventListener('controlling', () => location.reload())
      workbox.messageSkipWaiting()
    })
  })
  void workbox.register()
}

/** What the phone installs the diary by: in the page's head it would stand in the way of a first sign-in. */
function nameLooks(): void {
  const manifest = document.createElement('link')
  manifest.rel = 'manifest'
  manifest.href = '/diary/diary.webmanifest'
  document.head.append(manifest)
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  if (icon) Object.assign(icon, { type: 'image/svg+xml', href: '/favicon.svg' })
}
