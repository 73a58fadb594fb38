const firstPause = 1_000
export const longestPause = 60_000
/** Enough failures for the longest pause. */
const manyAttempts = 10

/** Pauses between dials, ms: they double up to a minute, and half of each is random. */
export class Backoff {
  private attempts = 0

  /** `random`: 0 to 1. */
  constructor(private readonly random: () => number) {}

  /** The pause before the next dial. */
  next(): number {
    const ceiling = Math.min(firstPause * 2 ** this.attempts++, longestPause)
    // Half fixed, half random: a school's tablets must not return as one when the relay does.
    return (ceiling / 2) * (1 + this.random())
  }

  /** The line did useful work: the next dial, if it comes, is the first again. */
  reset(): void {
    this.attempts = 0
  }

  /** Something went wrong that soon trying again will not mend. */
  atLongest(): void {
    this.attempts = manyAttempts
  }
}
