import { closeCodes } from './close-codes.ts'
import type { LineSocket } from './line-socket.ts'
import {
  decodePollAnswer,
  encodePollRequest,
  type PollAnswer,
  pollHold,
  pollPath,
  pollPortion,
  pollType,
} from './poll-frames.ts'
import type { Schedule } from './schedule.ts'

/** ms for a request to be answered: the relay's hold, and a slow line's time for both ways. */
const patience = pollHold + 25_000
/** ms before a request that got no answer is made again, and how often. */
const retryPause = 1_500
const retries = 3
/** As of a socket that was cut. */
const cut = 1006

/**
 * A socket's frames over HTTPS, for networks that break WebSockets. One request is in flight; one that only listens is
 * let go of when there is something to send.
 */
export class PollSocket implements LineSocket {
  binaryType = 'arraybuffer'
  onopen: LineSocket['onopen'] = null
  onmessage: LineSocket['onmessage'] = null
  onclose: LineSocket['onclose'] = null
  onerror: LineSocket['onerror'] = null
  private session = ''
  /** Frames not known to have arrived, and the number of the first. */
  private waiting: Uint8Array[] = []
  private first = 0
  private taken = 0
  private failures = 0
  private ended = false
  private flight: { abort: AbortController; listens: boolean } | null = null
  private cancelNext = () => {}

  constructor(
    private readonly origin: string,
    private readonly fetch: typeof globalThis.fetch,
    private readonly schedule: Schedule,
  ) {
    // Never inside the constructor: the line sets its handlers afterwards.
    queueMicrotask(() => {
      if (!this.ended) this.onopen?.({} as never)
    })
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    if (this.ended) return
    this.waiting.push(data)
    if (this.flight?.listens) this.flight.abort.abort()
    else if (!this.flight) this.soon(0)
  }

  close(): void {
    this.ended = true
    this.cancelNext()
    this.flight?.abort.abort()
  }

  private soon(ms: number): void {
    this.cancelNext()
    this.cancelNext = this.schedule.after(ms, () => void this.exchange())
  }

  private async exchange(): Promise<void> {
    const frames = pollPortion(this.waiting)
    const flight = { abort: new AbortController(), listens: frames.length === 0 }
    this.flight = flight
    const giveUp = this.schedule.after(patience, () => flight.abort.abort())
    let answer: PollAnswer | null = null
    try {
      answer = await this.post(frames, flight.abort.signal)
    } catch {
      // No answer, or not the relay's: tried again below, then given up.
    } finally {
      giveUp()
      this.flight = null
    }
    if (this.ended) return
    if (answer) this.take(answer)
    else if (flight.listens && this.waiting.length > 0) this.soon(0)
    else if (this.session === '' || ++this.failures > retries) this.end(cut)
    else this.soon(retryPause)
  }

  private async post(frames: readonly Uint8Array[], signal: AbortSignal): Promise<PollAnswer> {
    const { session, taken, first } = this
    const response = await this.fetch.call(globalThis, this.origin + pollPath, {
      method: 'POST',
      headers: { 'content-type': pollType },
      body: encodePollRequest({ session, taken, first, frames }),
      cache: 'no-store',
      credentials: 'omit',
      signal,
    })
    const body = new Uint8Array(await response.arrayBuffer())
    if (!response.ok || response.headers.get('content-type') !== pollType)
      throw new Error(`not the relay: ${response.status}`)
    return decodePollAnswer(body)
  }

  private take(answer: PollAnswer): void {
    this.failures = 0
    this.session = answer.session
    this.waiting.splice(0, answer.taken - this.first)
    this.first = Math.max(answer.taken, this.first)
    const fresh = answer.frames.slice(Math.max(this.taken - answer.first, 0))
    this.taken += fresh.length
    for (const frame of fresh) if (!this.ended) this.onmessage?.({ data: new Uint8Array(frame).buffer })
    if (this.ended) return
    if (answer.closed !== 0) this.end(answer.closed)
    else if (!this.flight) this.soon(0)
  }

  private end(code: number): void {
    this.close()
    this.onclose?.({ code, reason: code === closeCodes.unknownSession ? 'unknown session' : '' })
  }
}
