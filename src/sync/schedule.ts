/** Time as sync needs it; a simulation passes its own. */
export interface Schedule {
  /** ms since 1970 by the device. */
  now(): number
  /** Runs once after `ms`; returns how to cancel. */
  after(ms: number, run: () => void): () => void
}

export const realSchedule: Schedule = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
