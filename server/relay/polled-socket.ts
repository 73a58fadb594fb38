import { EventEmitter } from 'node:events'
import {
  carriedHold,
  encodePollAnswer,
  type PollRequest,
  pollHold,
  pollPortion,
} from '../../src/sync/poll-frames.ts'
import type { PeerSocket } from './peer.ts'

/** ms after the first frame for others to join it in one answer. */
const gathering = 20
/** ms without a request after which the device counts as gone; the hub looks every 15 s. */
const idleLimit = 45_000

interface Outgoing {
  bytes: Uint8Array
  sent: (error?: Error) => void
}

/** One device's session over HTTPS, which the rest of the relay takes for a socket. */
export class PolledSocket extends EventEmitter implements PeerSocket {
  bufferedAmount = 0
  private readonly outgoing: Outgoing[] = []
  /** Number of the first of them, and frames of the device taken so far. */
  private first = 0
  private taken = 0
  private closed = 0
  private lastAsked = performance.now()
  private release: () => void = () => {}
  private stirred: () => void = () => {}

  constructor(readonly id: string) {
    super()
  }

  /** Takes a request's frames; resolves with what there is to answer, at the latest after the hold. */
  async exchange({ taken, first, frames }: PollRequest, gone: AbortSignal): Promise<Uint8Array> {
    this.lastAsked = performance.now()
    this.forget(taken)
    const fresh = frames.slice(Math.max(this.taken - first, 0))
    // A gap is a mistake of the sender: what is missing is never made up for by what comes later.
    if (first <= this.taken)
      for (const frame of fresh) {
        this.taken++
        this.emit('message', frame, true)
      }
    await this.somethingToSay(frames.length > 0 ? carriedHold : pollHold, gone)
    this.lastAsked = performance.now()
    const portion = pollPortion(this.outgoing.map(({ bytes }) => bytes))
    const closed = portion.length === this.outgoing.length ? this.closed : 0
    return encodePollAnswer({
      session: this.id,
      closed,
      taken: this.taken,
      first: this.first,
      frames: portion,
    })
  }

  send(bytes: Uint8Array, _options: unknown, sent: (error?: Error) => void): void {
    this.outgoing.push({ bytes, sent })
    this.bufferedAmount += bytes.length
    this.stirred()
  }

  /** A device that asks is alive. */
  ping(): void {
    if (performance.now() - this.lastAsked < idleLimit) setImmediate(() => this.emit('pong'))
  }

  /** Nobody pings over HTTPS. */
  pong(): void {}

  close(code: number): void {
    if (this.closed !== 0) return
    this.closed = code
    setImmediate(() => this.emit('close', code))
    this.release()
  }

  terminate(): void {
    this.close(1006)
  }

  /** Frames that have arrived leave the queue; there is room for others. */
  private forget(taken: number): void {
    for (const { bytes, sent } of this.outgoing.splice(0, Math.max(taken - this.first, 0))) {
      this.first++
      this.bufferedAmount -= bytes.length
      sent()
    }
  }

  /** Waits for a frame, and a moment for its companions; for the end, the hold, or another request in this one's place. */
  private somethingToSay(hold: number, gone: AbortSignal): Promise<void> {
    this.release()
    if (this.closed !== 0 || gone.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      let timer = setTimeout(() => this.release(), this.outgoing.length > 0 ? gathering : hold)
      this.stirred = () => {
        clearTimeout(timer)
        timer = setTimeout(() => this.release(), gathering)
        this.stirred = () => {}
      }
      this.release = () => {
        clearTimeout(timer)
        gone.removeEventListener('abort', this.release)
        this.release = () => {}
        this.stirred = () => {}
        resolve()
      }
      gone.addEventListener('abort', this.release)
    })
  }
}
