import { useEffect, useSyncExternalStore } from 'react'
import { Observable } from '../../device/observable.ts'

/** Screens that must not be interrupted, such as a lesson being marked. */
const busy = new Observable(0)

/** Marks this screen as one that an update must not interrupt. */
export function useBusyScreen(): void {
  useEffect(() => {
    busy.set(busy.get() + 1)
    return () => busy.set(busy.get() - 1)
  }, [])
}

/** Whether a screen stands that must not be interrupted. */
export function useIsBusy(): boolean {
  return useSyncExternalStore(busy.subscribe, busy.get) > 0
}
