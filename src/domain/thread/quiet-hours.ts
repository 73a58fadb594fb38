import type { Notices } from './thread-view.ts'

/** Minutes until somebody may be disturbed again, at a time of day (`HH:MM`); 0 outside of his quiet hours. */
export function quietFor(quiet: Notices['quiet'], clock: string): number {
  if (!quiet || quiet.from === quiet.to) return 0
  const { from, to } = quiet
  const isQuiet = from < to ? from <= clock && clock < to : clock >= from || clock < to
  return isQuiet ? (minutes(to) - minutes(clock) + 1_440) % 1_440 : 0
}

function minutes(clock: string): number {
  const [hours = 0, rest = 0] = clock.split(':').map(Number)
  return hours * 60 + rest
}
