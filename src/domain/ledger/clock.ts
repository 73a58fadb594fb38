import { counterLimit, type FactId, factCounter, factId, factTime, type Writer, writerSuffix } from './ids.ts'

/** How far ahead of the relay's time an id may be before it is marked and left out of tie-breaks, ms. */
export const allowedDrift = 5 * 60_000

/**
 * A hybrid logical clock: ids never go back, stay close to the device's own clock, and come after every id the
 * device has seen, as far as the relay's time vouches for those.
 */
export class HybridClock {
  private time = 0
  private counter = 0
  private readonly suffix: string

  /** `now`: the device's clock, ms since 1970. */
  constructor(
    private readonly now: () => number,
    writer: Writer,
  ) {
    this.suffix = writerSuffix(writer)
  }

  /** The next id of this writer. */
  next(): FactId {
    const now = this.now()
    if (now > this.time) {
      this.time = now
      this.counter = 0
    } else if (++this.counter >= counterLimit) {
      this.time++
      this.counter = 0
    }
    return factId(this.time, this.counter, this.suffix)
  }

  /**
   * Moves past an id seen from elsewhere, but never beyond the relay's time plus the allowed drift: one tablet
   * whose clock is a month ahead must not drag the school with it.
   */
  receive(id: FactId, relayTime: number): void {
    const limit = relayTime + allowedDrift
    const time = factTime(id)
    if (time > limit || time < this.time) return
    if (time > this.time) {
      this.time = time
      this.counter = factCounter(id)
    } else {
      this.counter = Math.max(this.counter, factCounter(id))
    }
  }
}
