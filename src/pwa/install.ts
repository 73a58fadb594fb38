/** The browser's offer to put the app on the home screen (Chromium); other browsers have it in their menus. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>
}

let offered: InstallPromptEvent | null = null
const listeners = new Set<() => void>()

/** Keeps the browser's offer for the hint inside the app; call once, before the first screen. */
export function awaitInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offered = event as InstallPromptEvent
    tell()
  })
  addEventListener('appinstalled', () => {
    offered = null
    tell()
  })
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** Whether the app can be put on the home screen right now. */
export function canInstall(): boolean {
  return offered !== null
}

/** Calls back when `canInstall` changes; returns how to stop. */
export function onInstallOffer(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows the browser's own question; true when the person agreed. */
export async function install(): Promise<boolean> {
  const event = offered
  offered = null
  tell()
  if (!event) return false
  return (await event.prompt()).outcome === 'accepted'
}
