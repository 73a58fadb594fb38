import type { Attempt, Outbox, Standing, Way, Why } from './outbox.ts'

/** How long is waited after each try that failed, ms: eight tries over a day, then it is given up. */
export const patience = [1, 5, 15, 60, 180, 360, 840].map((minutes) => minutes * 60_000)

/** The longest a timer sleeps, ms: a clock that was put forward is noticed. */
const longestSleep = 60_000

export interface CourierParts {
  outbox: Outbox
  /** Sends one; an answer in time is its own affair. */
  send: (item: Standing) => Promise<Attempt>
  /** Hears what has been settled, after it stands in the outbox. */
  settled: (item: Standing) => Promise<void>
  /** ms since 1970. */
  now: () => number
  log: { warn(fields: object, message: string): void; error(fields: object, message: string): void }
  waits?: readonly number[]
}

/** Carries what is in the outbox by one way, one at a time, again after a failure, until it is taken or given up. */
export class Courier {
  private timer: NodeJS.Timeout | undefined
  private work: Promise<void> | undefined
  /** Somebody has asked to look since it was last looked. */
  private woken = false
  private stopped = false

  constructor(
    private readonly way: Way,
    private readonly parts: CourierParts,
  ) {}

  /** Looks what is due now. */
  wake(): void {
    if (this.stopped) return
    clearTimeout(this.timer)
    this.woken = true
    this.work ??= this.rounds()
  }

  /** Ends after what is under way; the database may be closed after. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.work
  }

  private async rounds(): Promise<void> {
    let wait: number | undefined
    while (this.woken && !this.stopped) {
      this.woken = false
      wait = await this.carry().catch((error) => {
        this.failed(error)
        return longestSleep
      })
    }
    this.work = undefined
    if (wait === undefined || this.stopped) return
    this.timer = setTimeout(() => this.wake(), wait)
    this.timer.unref()
  }

  /** Carries all that is due; returns after which pause something will be, ms. */
  private async carry(): Promise<number | undefined> {
    const { outbox, now } = this.parts
    for (;;) {
      const item = this.stopped ? undefined : await outbox.take(this.way, now())
      if (!item) break
      await this.try(item)
    }
    const next = this.stopped ? undefined : await outbox.next(this.way)
    return next && Math.min(Math.max(0, next.due - now()), longestSleep)
  }

  private failed(error: unknown): void {
    this.parts.log.error({ stack: (error as Error).stack }, 'delivery failed')
  }

  private async try(item: Standing): Promise<void> {
    const { outbox, send, settled, now, log, waits = patience } = this.parts
    const attempt = await send(item).catch((error): Attempt => {
      this.failed(error)
      return { kind: 'again', why: 'error' }
    })
    const outcome = ((): 'accepted' | Why | undefined => {
      if (attempt.kind === 'accepted') return 'accepted'
      if (attempt.kind === 'failed') return attempt.why
      log.warn({ way: this.way, tries: item.tries + 1, why: attempt.why }, 'not delivered')
      return waits[item.tries] === undefined ? 'unreachable' : undefined
    })()
    if (outcome === undefined) return outbox.again(item.key, now() + waits[item.tries]!)
    await outbox.settle(item.key, outcome)
    // What could not be written into the register now is at the next start.
    await settled({ ...item, outcome }).catch((error) => this.failed(error))
  }
}
