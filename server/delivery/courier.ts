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
  private stopped = false

  constructor(
    private readonly way: Way,
    private readonly parts: CourierParts,
  ) {}

  /** Looks what is due now. */
  wake(): void {
    if (this.stopped) return
    clearTimeout(this.timer)
    this.work ??= this.carry().finally(() => {
      this.work = undefined
      this.sleep()
    })
  }

  /** Ends after what is under way; the database may be closed after. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.work
  }

  private sleep(): void {
    const next = this.stopped ? undefined : this.parts.outbox.next(this.way)
    if (!next) return
    const wait = Math.min(Math.max(0, next.due - this.parts.now()), longestSleep)
    this.timer = setTimeout(() => this.wake(), wait)
    this.timer.unref()
  }

  private async carry(): Promise<void> {
    const { outbox, now } = this.parts
    for (;;) {
      const item = this.stopped ? undefined : outbox.next(this.way)
      if (!item || item.due > now()) return
      await this.try(item)
    }
  }

  private async try(item: Standing): Promise<void> {
    const { outbox, send, settled, now, log, waits = patience } = this.parts
    const failed = (error: unknown) => log.error({ stack: (error as Error).stack }, 'delivery failed')
    const attempt = await send(item).catch((error): Attempt => {
      failed(error)
      return { kind: 'again', why: 'error' }
    })
    const outcome = ((): 'accepted' | Why | undefined => {
      if (attempt.kind === 'accepted') return 'accepted'
      if (attempt.kind === 'failed') return attempt.why
      log.warn({ way: this.way, tries: item.tries + 1, why: attempt.why }, 'not delivered')
      return waits[item.tries] === undefined ? 'unreachable' : undefined
    })()
    if (outcome === undefined) return outbox.again(item.key, now() + waits[item.tries]!)
    outbox.settle(item.key, outcome)
    // What could not be written into the register now is at the next start.
    await settled({ ...item, outcome }).catch(failed)
  }
}
