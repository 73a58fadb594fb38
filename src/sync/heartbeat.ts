import type { Schedule } from './schedule.ts'

/** The application's own heartbeat, ms: twice within the 30 s after which y-websocket gives a connection up. */
export const pingEvery = 14_000
/** Silence after which the line counts as dead, ms: one lost pong is forgiven on 2G. */
export const deadAfter = 35_000
/** The same after the tablet woke or the network changed: a half-open line is likely, a person is waiting. */
const wokenPatience = 5_000

/** Pings a connection and tells when it is dead: a half-open line raises no event. */
export class Heartbeat {
  private lastHeard = 0
  private words = 0
  private cancel = () => {}

  constructor(
    private readonly schedule: Schedule,
    private readonly ping: () => void,
    private readonly dead: () => void,
  ) {}

  start(): void {
    this.hear()
    this.beat()
  }

  stop(): void {
    this.cancel()
  }

  /** Something came. */
  hear(): void {
    this.lastHeard = this.schedule.now()
    this.words++
  }

  /** Asks now, and waits for the answer for seconds only. */
  ask(): void {
    const { words } = this
    this.ping()
    this.cancel()
    this.cancel = this.schedule.after(wokenPatience, () => (this.words > words ? this.beat() : this.dead()))
  }

  /** After a sleep the first beat notices how long it was. */
  private beat(): void {
    this.cancel()
    this.cancel = this.schedule.after(pingEvery, () => {
      if (this.schedule.now() - this.lastHeard >= deadAfter) this.dead()
      else {
        this.ping()
        this.beat()
      }
    })
  }
}
