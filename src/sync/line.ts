import { Observable } from '../device/observable.ts'
import { lettersFrom } from '../domain/ledger/ids.ts'
import { closeCodes } from './close-codes.ts'
import {
  type Address,
  controlChannel,
  type DeviceFrame,
  decodeRelayFrame,
  encodeFrame,
  protocolVersion,
  type RelayFrame,
} from './frames.ts'
import type { LineSocket, LineSocketConstructor } from './line-socket.ts'
import type { Schedule } from './schedule.ts'
import type { Tokens } from './tokens.ts'

export type LineState =
  | 'connecting'
  | 'online'
  /** No connection; the next attempt comes by itself. */
  | 'offline'
  /** Account or device revoked: nothing is tried any more. */
  | 'revoked'
  | 'updateRequired'
  | 'signInAgain'

/** One document's end of the line. */
export interface ChannelEnd {
  /** Called before each dial: read what `opened` will need. */
  prepare(): Promise<void>
  /** The line is up: send `open` and what waits, at once. */
  opened(): void
  received(address: Address, frame: RelayFrame): void
  /** The relay is alive. */
  pong(): void
  lost(): void
}

export interface LineOptions {
  url: string
  socket: LineSocketConstructor
  tokens: Tokens
  app: string
  /** Incarnation of the relay that the device's cursors come from, as far as they agree; '' when there is none. */
  incarnation: () => Promise<string>
  schedule: Schedule
  /** 0 to 1, for the jitter. */
  random: () => number
}

/** The application's own heartbeat, ms: twice within the 30 s after which y-websocket gives a connection up. */
export const pingEvery = 14_000
/** Silence after which the line counts as dead, ms: one lost pong is forgiven on 2G. */
export const deadAfter = 35_000
/** The same after the tablet woke or the network changed: a half-open line is likely, a person is waiting. */
const wokenPatience = 5_000
const connectPatience = 20_000
const firstBackoff = 1_000
export const longestBackoff = 60_000
/** Enough failures for the longest pause. */
const manyAttempts = 10
/** States that only a person ends. */
const ended: ReadonlySet<LineState> = new Set(['revoked', 'updateRequired', 'signInAgain'])
/** A token this close to its end is renewed before it is used, ms. */
const tokenMargin = 60_000

/** The one connection of this tab to the relay, kept up as long as it can be. */
export class Line {
  readonly state = new Observable<LineState>('connecting')
  /** The incarnation that `hello` told the relay. */
  claimed = ''
  /** The relay's incarnation, once it has welcomed this connection. */
  incarnation: string | null = null
  /** How far the device's clock is behind the relay's, ms; null before the first welcome. */
  skew: number | null = null
  private readonly tab = lettersFrom(crypto.getRandomValues(new Uint8Array(12)))
  private readonly ends = new Map<number, ChannelEnd>()
  private nextChannel = controlChannel + 1
  /** Number of the current dial; whatever belongs to an earlier one is fenced. */
  private dialling = 0
  private socket: LineSocket | null = null
  private up = false
  private attempts = 0
  /** The token of this dial, and the last one that the relay refused. */
  private used = ''
  private spent = ''
  private lastHeard = 0
  private heard = 0
  private cancelRetry = () => {}
  private cancelWatch = () => {}
  private cancelRenewal = () => {}
  private stopped = false

  constructor(private readonly options: LineOptions) {}

  /** Gives a document a channel number on this line. */
  join(end: ChannelEnd): number {
    const channel = this.nextChannel++
    this.ends.set(channel, end)
    if (this.up) this.openLate(end)
    return channel
  }

  leave(channel: number): void {
    this.ends.delete(channel)
  }

  get isUp(): boolean {
    return this.up
  }

  /** Sends a frame; dropped when the line is down: all is asked and offered anew when it is back. */
  send(address: Address, frame: DeviceFrame): void {
    if (this.up) this.transmit(address, frame)
  }

  /** Dials at once, or asks a line that seems up whether it still is. */
  wake(): void {
    if (this.stopped) return
    if (this.up) {
      const { heard } = this
      this.ping()
      this.cancelWatch()
      this.cancelWatch = this.options.schedule.after(wokenPatience, () =>
        this.heard > heard ? this.watch() : this.lose(),
      )
    } else if (this.socket === null && !ended.has(this.state.get())) this.dial()
  }

  /** Dials anew, fencing whatever connection there was. Also after `signInAgain`, once tokens were kept. */
  dial(): void {
    if (this.stopped) return
    this.drop()
    const dial = ++this.dialling
    this.state.set('connecting')
    this.connect(dial).catch((error: unknown) => {
      // Tokens or cursors could not be read: the storage fails, which the session shows; try again later.
      console.error(error)
      if (dial === this.dialling) this.retry()
    })
  }

  stop(): void {
    this.stopped = true
    this.drop()
    this.ends.clear()
  }

  /** Opens an end that joined after the dial began. */
  private openLate(end: ChannelEnd): void {
    const dial = this.dialling
    end.prepare().then(() => {
      if (dial === this.dialling && this.up) end.opened()
    }, console.error)
  }

  private async connect(dial: number): Promise<void> {
    const token = await this.token()
    if (dial !== this.dialling || this.stopped) return
    if (token === null) return
    const prepared = new Set(this.ends.values())
    const [incarnation] = await Promise.all([
      this.options.incarnation(),
      ...[...prepared].map((end) => end.prepare()),
    ])
    if (dial !== this.dialling || this.stopped) return
    this.used = token.access
    this.claimed = incarnation
    const socket = new this.options.socket(this.options.url)
    this.socket = socket
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => {
      this.up = true
      this.lastHeard = this.options.schedule.now()
      this.transmit(
        { generation: 0, channel: controlChannel },
        {
          kind: 'hello',
          protocol: protocolVersion,
          app: this.options.app,
          token: token.access,
          tab: this.tab,
          incarnation,
        },
      )
      for (const end of this.ends.values()) prepared.has(end) ? end.opened() : this.openLate(end)
      this.watch()
      this.renewBefore(token.accessExpires)
    }
    socket.onmessage = ({ data }) => this.received(data)
    socket.onclose = ({ code }) => this.closed(code)
    socket.onerror = () => {} // a close always follows
    this.cancelWatch = this.options.schedule.after(connectPatience, () => this.lose())
  }

  /** A token good enough to dial with; null when there is none, and the state says why. */
  private async token(): Promise<{ access: string; accessExpires: number } | null> {
    const current = await this.options.tokens.current()
    const good =
      current &&
      current.access !== this.spent &&
      current.accessExpires - tokenMargin > this.options.schedule.now()
    return good ? current : this.renewed(current?.access ?? '')
  }

  private async renewed(spent: string): Promise<{ access: string; accessExpires: number } | null> {
    const renewal = await this.options.tokens.renew(spent)
    switch (renewal.kind) {
      case 'renewed':
        return renewal
      case 'noLine':
        if (!this.up) this.retry()
        return null
      default:
        this.end(renewal.kind)
        return null
    }
  }

  /** Keeps a long connection signed in. After a sleep the relay closes with 4401 instead, and we dial anew. */
  private renewBefore(expires: number): void {
    const dial = this.dialling
    const wait = Math.max(expires - tokenMargin - this.options.schedule.now(), tokenMargin)
    this.cancelRenewal = this.options.schedule.after(wait, () => {
      void this.token()
        .then((token) => {
          if (!token || dial !== this.dialling || !this.up) return
          this.transmit({ generation: 0, channel: controlChannel }, { kind: 'renew', token: token.access })
          this.renewBefore(token.accessExpires)
        })
        .catch(console.error)
    })
  }

  private received(data: unknown): void {
    this.lastHeard = this.options.schedule.now()
    this.heard++
    let decoded: ReturnType<typeof decodeRelayFrame>
    try {
      decoded = decodeRelayFrame(new Uint8Array(data as ArrayBuffer))
    } catch (error) {
      console.error(error)
      this.fault()
      return
    }
    const { address, frame } = decoded
    if (frame.kind === 'welcome' || frame.kind === 'pong')
      this.skew = frame.time - this.options.schedule.now()
    if (frame.kind === 'welcome') {
      this.incarnation = frame.incarnation
      this.state.set('online')
    } else if (frame.kind === 'pong') {
      this.attempts = 0
      for (const end of [...this.ends.values()]) end.pong()
    } else {
      // The line did useful work: the next dial, if it comes, is the first again.
      if (frame.kind === 'caughtUp') this.attempts = 0
      this.ends.get(address.channel)?.received(address, frame)
    }
  }

  /** Something that no honest relay sends: the connection is given up, the next attempt comes late. */
  fault(): void {
    this.socket?.close(closeCodes.malformedFrame)
    this.attempts = manyAttempts
    this.lose()
  }

  private closed(code: number): void {
    switch (code) {
      case closeCodes.notSignedIn:
        // The token that was refused is renewed whatever its date says.
        this.spent = this.used
        break
      case closeCodes.revoked:
        this.end('revoked')
        return
      case closeCodes.updateRequired:
        this.end('updateRequired')
        return
      case closeCodes.malformedFrame:
      case closeCodes.oversizedFrame:
      case closeCodes.tooManyFrames:
        this.attempts = manyAttempts
    }
    this.lose()
  }

  /** The connection is gone, whoever noticed. */
  private lose(): void {
    this.drop()
    if (!this.stopped) this.retry()
  }

  private end(state: 'revoked' | 'updateRequired' | 'signInAgain'): void {
    this.drop()
    this.state.set(state)
  }

  private retry(): void {
    this.state.set('offline')
    const ceiling = Math.min(firstBackoff * 2 ** this.attempts++, longestBackoff)
    // Half fixed, half random: a school's tablets must not return as one when the relay does.
    const pause = (ceiling / 2) * (1 + this.options.random())
    this.cancelRetry()
    this.cancelRetry = this.options.schedule.after(pause, () => this.dial())
  }

  /** Lets go of the socket, if any; its late events reach nobody. */
  private drop(): void {
    this.dialling++
    this.cancelRetry()
    this.cancelWatch()
    this.cancelRenewal()
    const { socket, up } = this
    this.socket = null
    this.up = false
    this.incarnation = null
    if (socket) {
      socket.onopen = null
      socket.onmessage = null
      socket.onclose = null
      socket.onerror = () => {}
      socket.close()
    }
    if (up) for (const end of [...this.ends.values()]) end.lost()
  }

  private ping(): void {
    this.transmit({ generation: 0, channel: controlChannel }, { kind: 'ping' })
  }

  /** Pings, and gives the line up after a long silence; after a sleep the first tick notices. */
  private watch(): void {
    this.cancelWatch()
    this.cancelWatch = this.options.schedule.after(pingEvery, () => {
      if (this.options.schedule.now() - this.lastHeard >= deadAfter) this.lose()
      else {
        this.ping()
        this.watch()
      }
    })
  }

  private transmit(address: Address, frame: DeviceFrame): void {
    this.socket?.send(encodeFrame(address, frame) as Uint8Array<ArrayBuffer>)
  }
}
