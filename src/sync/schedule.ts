/** Time as sync needs it; a simulation passes its own. */
export interface Schedule {
  /** ms since 1970 by the device. */
  now(): number
  /** Runs once after `ms`; returns how to cancel. */
  after(ms: number, run: () => void): () => void
}

/** Timers take 31 bits; longer ones would fire at once. */
const longestTimer = 2 ** 31 - 1

export const realSchedule: Schedule = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, longestTimer))
    return () => clearTimeout(timer)
  },
}
