/** What is left of the time in which nobody waits, ms. */
export type Spare = Pick<IdleDeadline, 'timeRemaining'>

/** Where the browser can't tell when it is idle, work is done at this pace instead, ms. */
const pace = { every: 50, spare: 6 } as const

const known = 'requestIdleCallback' in globalThis

/** Calls `work` once the browser has nothing else to do; returns what `cancelIdle` takes, never 0. */
export function whenIdle(work: (spare: Spare) => void): number {
  if (known) return requestIdleCallback(work)
  return window.setTimeout(() => work({ timeRemaining: () => pace.spare }), pace.every)
}

/** Takes back what `whenIdle` promised. */
export function cancelIdle(handle: number): void {
  if (known) cancelIdleCallback(handle)
  else clearTimeout(handle)
}
