import { useSyncExternalStore } from 'react'
import { Observable } from '../../device/observable.ts'

/** Starts a new version that has been downloaded; null while there is none. */
const update = new Observable<(() => void) | null>(null)

/** Tells the screens that a new version waits. */
export function offerUpdate(apply: () => void): void {
  update.set(apply)
}

/** How to start the new version, while one waits. */
export function useAppUpdate(): (() => void) | null {
  return useSyncExternalStore(update.subscribe, update.get)
}
