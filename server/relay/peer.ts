import type { RawData } from 'ws'
import { type CloseCode, closeCodes } from '../../src/sync/close-codes.ts'
import { frameLimit } from '../../src/sync/frames.ts'
import type { Logger } from './logger.ts'
import { RateLimit, rateLimits } from './rate-limit.ts'

/** Bytes waiting for a slow reader above which no more rows are written to it. */
const roomLimit = 512 * 1024
/** Bytes waiting above which a peer that asks and never reads is dropped. */
const patience = 16 * 1024 * 1024

/** What a connection needs of a socket: the library's WebSocket has it, and so has a session over HTTPS. */
export interface PeerSocket {
  /** Bytes that the other side has not taken yet. */
  readonly bufferedAmount: number
  on(event: 'message', listener: (data: RawData, isBinary: boolean) => void): unknown
  on(event: 'pong', listener: () => void): unknown
  on(event: 'ping', listener: (data: Buffer) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'close', listener: (code: number) => void): unknown
  send(bytes: Uint8Array, options: { binary: boolean }, sent: (error?: Error) => void): void
  ping(): void
  pong(data: Buffer): void
  close(code: number): void
  terminate(): void
}

/** One socket under the limits that hold for everybody: size and number of frames, room, a sign of life. */
export class Peer {
  private alive = true
  private closing = false
  private readonly limit = new RateLimit(rateLimits, () => performance.now())

  constructor(
    /** Number of the connection since the relay's start, for the logs. */
    readonly number: number,
    private readonly socket: PeerSocket,
    private readonly log: Logger,
    private readonly on: { message: (bytes: Uint8Array) => void; room: () => void; closed: () => void },
  ) {
    socket.on('message', (data, isBinary) => this.receive(data, isBinary))
    socket.on('pong', () => {
      if (this.mayGoOn(0)) this.alive = true
    })
    // Answered here: the library would keep an answer in memory for each ping of a peer that never reads.
    socket.on('ping', (data) => {
      if (this.mayGoOn(data.length) && this.hasRoom()) socket.pong(data)
    })
    // A frame over the library's own limit and the like: it closes the socket by itself.
    socket.on('error', (error) => this.log.warn({ connection: number, error: error.message }, 'socket error'))
    socket.on('close', (code) => {
      this.closing = true
      this.log.info({ connection: number, code }, 'connection closed')
      on.closed()
    })
  }

  send(bytes: Uint8Array): void {
    if (this.closing) return
    if (this.socket.bufferedAmount > patience) {
      this.log.warn({ connection: this.number }, 'peer does not read')
      this.terminate()
      return
    }
    this.socket.send(bytes, { binary: true }, (error) => {
      if (!error) this.on.room()
    })
  }

  /** Whether neither side has closed it. */
  get isOpen(): boolean {
    return !this.closing
  }

  hasRoom(): boolean {
    return !this.closing && this.socket.bufferedAmount < roomLimit
  }

  close(code: CloseCode): void {
    if (this.closing) return
    this.closing = true
    this.socket.close(code)
  }

  /** Pings; drops a peer that has said nothing since the last time. */
  beat(): void {
    if (!this.alive) {
      this.log.info({ connection: this.number }, 'peer is gone')
      this.terminate()
      return
    }
    this.alive = false
    this.socket.ping()
  }

  terminate(): void {
    this.closing = true
    this.socket.terminate()
  }

  private receive(data: RawData, isBinary: boolean): void {
    if (this.closing) return
    this.alive = true
    const bytes = Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data as Buffer)
    if (bytes.length > frameLimit) this.close(closeCodes.oversizedFrame)
    else if (!isBinary) this.close(closeCodes.malformedFrame)
    else if (this.mayGoOn(bytes.length)) this.handle(bytes)
  }

  /** Counts a frame of any kind; a sender over its limit is closed. */
  private mayGoOn(bytes: number): boolean {
    if (this.closing) return false
    if (this.limit.take(bytes)) return true
    this.close(closeCodes.tooManyFrames)
    return false
  }

  /** A fault of our own ends this connection, not the relay. */
  private handle(bytes: Uint8Array): void {
    try {
      this.on.message(bytes)
    } catch (err) {
      this.log.error({ connection: this.number, err }, 'frame could not be handled')
      this.close(closeCodes.goingAway)
    }
  }
}
