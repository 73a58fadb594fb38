/** What a run met, by name and how often. */
export type Met = Record<string, number>

/** Seeds in a row of which every kind of trouble must have been met. */
export const enoughSeeds = 300

/** What so many seeds together must have met, else they prove little. */
const mustMeet = [
  // What people and the relay make of each other.
  ...['conflicts', 'voids', 'refusals', 'quarantined', 'resyncs', 'comparisons', 'denials', 'intrusions'],
  // Tablets and their disks.
  ...['tabs', 'skewedClocks', 'crashes', 'failedWrites', 'damages', 'rollbacks', 'clones', 'outdated'],
  'destroyed',
  // Lines.
  ...['cuts', 'halfOpen', 'duplicates', 'cutFrames'],
  // The server.
  ...['relayCrashes', 'failedCommits', 'fullDisks', 'restores', 'filesCopiedBack'],
]

/** Adds what one more run met. */
export function addMet(sum: Met, more: Met): void {
  for (const [what, count] of Object.entries(more)) sum[what] = (sum[what] ?? 0) + count
}

/** What was to be met and was not. */
export function unmet(met: Met): string[] {
  return mustMeet.filter((what) => !met[what])
}
