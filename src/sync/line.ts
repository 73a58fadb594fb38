import { Observable } from '../device/observable.ts'
import { lettersFrom } from '../domain/ledger/ids.ts'
import { Backoff } from './backoff.ts'
import { anotherPath, closeCodes } from './close-codes.ts'
import {
  type Address,
  controlChannel,
  type DeviceFrame,
  decodeRelayFrame,
  encodeFrame,
  protocolVersion,
  type RelayFrame,
} from './frames.ts'
import { Heartbeat } from './heartbeat.ts'
import { LineAccess, tokenMargin } from './line-access.ts'
import type { LineSocket, LineSocketConstructor } from './line-socket.ts'
import { ended, type LineState } from './line-state.ts'
import type { Schedule } from './schedule.ts'
import type { Tokens } from './tokens.ts'

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

/** Where the connection's own frames go. */
const control: Address = { generation: 0, channel: controlChannel }
const connectPatience = 20_000

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
  /** The relay's last word was that it is older than this app. */
  private serverOutdated = false
  private cancelRetry = () => {}
  private cancelPatience = () => {}
  private cancelRenewal = () => {}
  private stopped = false
  private readonly heartbeat: Heartbeat
  private readonly access: LineAccess
  private readonly backoff: Backoff

  constructor(private readonly options: LineOptions) {
    const ping = () => this.transmit(control, { kind: 'ping' })
    this.heartbeat = new Heartbeat(options.schedule, ping, () => this.lose())
    this.backoff = new Backoff(options.random)
    this.access = new LineAccess(options.tokens, () => this.relayTime())
  }

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

  /** Sends a frame; dropped when the line is down: all is asked and offered anew when it is back. */
  send(address: Address, frame: DeviceFrame): void {
    if (this.up) this.transmit(address, frame)
  }

  /** Dials at once, or asks a line that seems up whether it still is. */
  wake(): void {
    if (this.stopped) return
    if (this.up) this.heartbeat.ask()
    else if (this.socket === null && !ended.has(this.state.get())) this.dial()
  }

  /** Dials anew, fencing whatever connection there was. Also after `signInAgain`, once tokens were kept. */
  dial(): void {
    if (this.stopped) return
    this.drop()
    const dial = ++this.dialling
    this.show('connecting')
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
    const token = await this.token(dial)
    if (token === null) return
    const prepared = new Set(this.ends.values())
    const [incarnation] = await Promise.all([
      this.options.incarnation(),
      ...[...prepared].map((end) => end.prepare()),
    ])
    if (dial !== this.dialling || this.stopped) return
    this.claimed = incarnation
    const socket = new this.options.socket(this.options.url)
    this.socket = socket
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => {
      this.up = true
      this.cancelPatience()
      const { app } = this.options
      const { tab } = this
      const hello = { protocol: protocolVersion, app, token: token.access, tab, incarnation }
      this.transmit(control, { kind: 'hello', ...hello })
      for (const end of this.ends.values()) prepared.has(end) ? end.opened() : this.openLate(end)
      this.heartbeat.start()
      this.renewBefore(token.accessExpires)
    }
    socket.onmessage = ({ data }) => this.received(data)
    socket.onclose = ({ code }) => this.closed(code)
    socket.onerror = () => {} // a close always follows
    this.cancelPatience = this.options.schedule.after(connectPatience, () => this.lose())
  }

  /** A token for a dial; null when there is none, and the state says why, or the dial is outdated. */
  private async token(dial: number): Promise<{ access: string; accessExpires: number } | null> {
    const access = await this.access.next()
    if (dial !== this.dialling || this.stopped) return null
    if (access.kind === 'token') return access
    if (access.kind !== 'noLine') this.end(access.kind)
    else if (!this.up) this.retry()
    return null
  }

  /** The relay's time as far as it is known: a tablet's clock may be a month wrong. */
  private relayTime(): number {
    return this.options.schedule.now() + (this.skew ?? 0)
  }

  /** Keeps a long connection signed in. After a sleep the relay closes with 4401 instead, and we dial anew. */
  private renewBefore(expires: number): void {
    const dial = this.dialling
    const wait = Math.max(expires - tokenMargin - this.relayTime(), tokenMargin)
    this.cancelRenewal = this.options.schedule.after(wait, () => {
      void this.token(dial)
        .then((token) => {
          if (!token || dial !== this.dialling || !this.up) return
          this.transmit(control, { kind: 'renew', token: token.access })
          this.renewBefore(token.accessExpires)
        })
        .catch(console.error)
    })
  }

  private received(data: unknown): void {
    this.heartbeat.hear()
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
      this.serverOutdated = false
      this.show('online')
    } else if (frame.kind === 'pong') {
      this.backoff.reset()
      for (const end of [...this.ends.values()]) end.pong()
    } else {
      if (frame.kind === 'caughtUp') this.backoff.reset()
      this.ends.get(address.channel)?.received(address, frame)
    }
  }

  /** Something that no honest relay sends: the connection is given up, the next attempt comes late. */
  private fault(): void {
    this.socket?.close(closeCodes.malformedFrame)
    this.backoff.atLongest()
    this.lose()
  }

  private closed(code: number): void {
    switch (code) {
      case closeCodes.revoked:
      case closeCodes.notSignedIn:
        this.access.refused(code === closeCodes.revoked)
        break
      case closeCodes.updateRequired:
        this.end('updateRequired')
        return
      case closeCodes.serverOutdated:
        this.serverOutdated = true
        this.backoff.atLongest()
        break
      case anotherPath:
        this.dial()
        return
      case closeCodes.malformedFrame:
      case closeCodes.oversizedFrame:
      case closeCodes.tooManyFrames:
        this.backoff.atLongest()
    }
    this.lose()
  }

  /** The connection is gone, whoever noticed. */
  private lose(): void {
    this.drop()
    if (!this.stopped) this.retry()
  }

  /**
   * Who is revoked learns nothing else, whatever the line does to deliver what waits; whose server is outdated, nothing
   * else until it welcomes him.
   */
  private show(state: LineState): void {
    const shown = this.serverOutdated ? 'serverOutdated' : state
    this.state.set(this.access.revoked ? 'revoked' : shown)
  }

  private end(state: 'revoked' | 'updateRequired' | 'signInAgain'): void {
    this.drop()
    this.state.set(state)
  }

  private retry(): void {
    this.show('offline')
    this.cancelRetry()
    this.cancelRetry = this.options.schedule.after(this.backoff.next(), () => this.dial())
  }

  /** Lets go of the socket, if any; its late events reach nobody. */
  private drop(): void {
    this.dialling++
    this.cancelRetry()
    this.cancelPatience()
    this.heartbeat.stop()
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

  private transmit(address: Address, frame: DeviceFrame): void {
    this.socket?.send(encodeFrame(address, frame) as Uint8Array<ArrayBuffer>)
  }
}
