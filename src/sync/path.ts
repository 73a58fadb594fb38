import { Observable } from '../device/observable.ts'
import { closeCodes } from './close-codes.ts'
import { controlChannel, encodeFrame } from './frames.ts'
import type { LineSocket, LineSocketConstructor } from './line-socket.ts'
import type { LineState } from './line-state.ts'
import { PollSocket } from './poll-socket.ts'
import type { Schedule } from './schedule.ts'
import { type SocketEnd, watchedSocket } from './watched-socket.ts'

/** How frames travel: over a WebSocket, or as HTTPS requests where the network breaks those. */
export type PathKind = 'socket' | 'https'

/** Who answers a plain request when there is no line. */
export type Answering =
  | 'relay'
  /** Something between: a sign-in page of the network, a filter. */
  | 'stranger'
  | 'nobody'

export interface PathState {
  kind: PathKind
  /** Who answered last, while there is no line; null while there is one, or nobody was asked yet. */
  answering: Answering | null
}

export interface PathOptions {
  socket: LineSocketConstructor
  /** The browser's; requests go to `origin`, '' for the page's own. */
  fetch: typeof globalThis.fetch
  origin: string
  /** Asks the relay for something small. */
  whoAnswers: () => Promise<Answering>
  schedule: Schedule
}

/** Broken sockets in a row after which frames go over HTTPS, if that is answered. */
const brokenLimit = 2
/** How far each end of a socket speaks against sockets. */
const weight: Record<SocketEnd, number> = { worked: 0, unknown: 0, broken: 1, swallowed: brokenLimit }
/** First look for a way back to sockets, ms, and the longest pause between two. */
export const firstLook = 30_000
const longestLook = 30 * 60_000
/** ms in which a look is answered, or fails. */
const longestAnswer = 15_000

/**
 * Chooses between socket and HTTPS for a line, which dials through `socket` and does not know. It lives as long as the
 * page: what was learnt of the network outlasts a session.
 */
export class Path {
  readonly state = new Observable<PathState>({ kind: 'socket', answering: null })
  /** What the line takes for the browser's WebSocket. */
  readonly socket: LineSocketConstructor
  /** What the last socket's end counts, and the sum of such ends in a row while HTTPS was answered. */
  private last = 0
  private broken = 0
  private pause = firstLook
  private cancelLook = () => {}

  constructor(private readonly options: PathOptions) {
    this.socket = watchedSocket({
      dial: (url) => this.dial(url),
      ended: (kind, end) => this.ended(kind, end),
      works: (kind, url, change) => kind === 'https' && this.lookSoon(url, change),
      schedule: options.schedule,
    })
  }

  /** Tells how the line fares: who answers is asked when it is lost. */
  async lineIs(state: LineState): Promise<void> {
    if (state === 'online') this.show({ answering: null })
    if (state !== 'offline') return
    const answering = await this.options.whoAnswers()
    const { kind } = this.state.get()
    this.broken = answering === 'relay' && this.last > 0 ? this.broken + this.last : 0
    this.show({ answering, kind: this.broken >= brokenLimit ? 'https' : kind })
  }

  private dial(url: string): { kind: PathKind; socket: LineSocket } {
    const { kind } = this.state.get()
    const { socket: Socket, fetch, origin, schedule } = this.options
    return { kind, socket: kind === 'https' ? new PollSocket(origin, fetch, schedule) : new Socket(url) }
  }

  private ended(kind: PathKind, end: SocketEnd): void {
    this.cancelLook()
    this.last = kind === 'socket' ? weight[end] : 0
    if (kind === 'socket' && end === 'worked') this.pause = firstLook
    // Neither way: most likely there is no line at all, and sockets may work when it is back.
    else if (kind === 'https' && weight[end] > 0) this.show({ kind: 'socket' })
  }

  private lookSoon(url: string, change: () => void): void {
    this.cancelLook = this.options.schedule.after(this.pause, () => {
      this.pause = Math.min(this.pause * 2, longestLook)
      this.look(url, (works) => {
        if (!works) return this.lookSoon(url, change)
        this.show({ kind: 'socket' })
        change()
      })
    })
  }

  /** A socket that says something before signing in is closed by the relay with its own code: both ways work. */
  private look(url: string, done: (works: boolean) => void): void {
    const { socket: Socket, schedule } = this.options
    const socket = new Socket(url)
    const end = (works: boolean) => {
      this.cancelLook()
      done(works)
    }
    const giveUp = schedule.after(longestAnswer, () => end(false))
    this.cancelLook = () => {
      giveUp()
      socket.onopen = null
      socket.onclose = null
      socket.close()
    }
    socket.binaryType = 'arraybuffer'
    socket.onopen = () =>
      socket.send(
        encodeFrame({ generation: 0, channel: controlChannel }, { kind: 'ping' }) as Uint8Array<ArrayBuffer>,
      )
    socket.onclose = ({ code }) => end(code === closeCodes.notSignedIn)
    socket.onerror = () => {} // a close always follows
  }

  private show(change: Partial<PathState>): void {
    const before = this.state.get()
    const after = { ...before, ...change }
    if (after.kind !== before.kind || after.answering !== before.answering) this.state.set(after)
  }
}
