import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import { messageAwareness, messageSync } from 'y-websocket'
import type { Receipt } from '../domain/ledger/receipt.ts'
import { closeCodes } from './close-codes.ts'

/** Message type of receipts, beside y-websocket's own 0 to 3. */
export const messageReceipts = 4

/** y-websocket gives a connection up after 30 s without a message: one that says nothing, for each pong. */
const emptyAwareness = message(messageAwareness, (encoder) => {
  encoding.writeVarUint8Array(encoder, Uint8Array.of(0))
})
const emptyUpdate = Uint8Array.of(0, 0)
const emptyStep2 = message(messageSync, (encoder) => {
  encoding.writeVarUint(encoder, messageYjsSyncStep2)
  encoding.writeVarUint8Array(encoder, emptyUpdate)
})

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** Reads the rest of a receipts message; what this tab has written itself is not parsed again. */
export function readReceipts(decoder: decoding.Decoder): Receipt[] {
  return JSON.parse(decoding.readVarString(decoder)) as Receipt[]
}

/** Where a virtual socket plugs in: one document's place on the line. */
export interface Plug {
  /** A provider dials; `opened` when the line has the document. */
  dialled(socket: VirtualSocket): void
  /** It sent Step1: it listens. */
  listening(socket: VirtualSocket): void
  /** It has something new: a signal to look into the database, which is the queue. */
  wrote(): void
  closed(socket: VirtualSocket): void
}

/** The end of a virtual socket that the line holds. */
export interface VirtualSocket {
  open(): void
  /** Rows that are on disk, as a Yjs update. */
  deliverUpdate(update: Uint8Array): void
  /** Receipts that are on disk. */
  deliverReceipts(receipts: readonly Receipt[]): void
  deliverCaughtUp(): void
  deliverPong(): void
  /** The line is gone (1006), or the document is denied (4403). */
  drop(code: number): void
}

/**
 * A class of WebSockets for one document's `WebsocketProvider`: all of them share one line. The provider's Step1
 * never leaves the tablet and it never gets one: what it lacks comes from disk.
 */
export function virtualSocketOn(plug: Plug): typeof WebSocket {
  return class implements VirtualSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly CONNECTING = 0
    readonly OPEN = 1
    readonly CLOSING = 2
    readonly CLOSED = 3
    binaryType = 'arraybuffer'
    readyState = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { data: Uint8Array }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null

    constructor() {
      // Never inside the constructor: the provider sets its handlers afterwards.
      queueMicrotask(() => {
        if (this.readyState === this.CONNECTING) plug.dialled(this)
      })
    }

    /** From the provider. */
    send(data: Uint8Array): void {
      if (this.readyState !== this.OPEN || data[0] !== messageSync) return
      if (data[1] === messageYjsSyncStep1) plug.listening(this)
      else plug.wrote()
    }

    /** From the provider. */
    close(code = 1000): void {
      this.drop(code)
    }

    open(): void {
      if (this.readyState !== this.CONNECTING) return
      this.readyState = this.OPEN
      this.onopen?.()
    }

    deliverUpdate(update: Uint8Array): void {
      this.deliver(
        message(messageSync, (encoder) => {
          encoding.writeVarUint(encoder, messageYjsUpdate)
          encoding.writeVarUint8Array(encoder, update)
        }),
      )
    }

    deliverReceipts(receipts: readonly Receipt[]): void {
      this.deliver(
        message(messageReceipts, (encoder) => {
          encoding.writeVarString(encoder, JSON.stringify(receipts))
        }),
      )
    }

    deliverCaughtUp(): void {
      this.deliver(emptyStep2)
    }

    deliverPong(): void {
      this.deliver(emptyAwareness)
    }

    drop(code: number): void {
      if (this.readyState >= this.CLOSING) return
      this.readyState = this.CLOSING
      plug.closed(this)
      // As with a real socket, nobody hears of the end inside the call that caused it.
      queueMicrotask(() => {
        this.readyState = this.CLOSED
        this.onclose?.({ code, reason: code === closeCodes.revoked ? 'denied' : '' })
      })
    }

    private deliver(data: Uint8Array): void {
      if (this.readyState === this.OPEN) this.onmessage?.({ data })
    }
  } as unknown as typeof WebSocket
}
