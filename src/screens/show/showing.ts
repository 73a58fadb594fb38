import { useSyncExternalStore } from 'react'
import { Observable } from '../../device/observable.ts'

/** A pupil of a class, shown to himself. */
export interface ShownPupil {
  class: string
  pupil: string
}

const shown = new Observable<ShownPupil | null>(null)

/** Hands the tablet to a pupil: from now on nothing but his own page is on the screen, until the PIN. */
export function showToPupil(pupil: ShownPupil): void {
  shown.set(pupil)
}

/** Takes the pupil's page away: the PIN has opened a session anew. */
export function endShowing(): void {
  shown.set(null)
}

/** Who is being shown his page; null while the person works himself. */
export function useShowing(): ShownPupil | null {
  return useSyncExternalStore(shown.subscribe, shown.get)
}
