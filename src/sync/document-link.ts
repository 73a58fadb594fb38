import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { OpenDocument } from '../device/open-document.ts'
import { disjoint } from '../device/runs.ts'
import type { Channel } from './channel.ts'
import { closeCodes } from './close-codes.ts'
import { encodeUpdate } from './update.ts'
import {
  messageReceipts,
  type Plug,
  readReceipts,
  type VirtualSocket,
  virtualSocketOn,
} from './virtual-socket.ts'

/** The provider names its socket by a URL; a virtual one goes nowhere. */
const nowhere = 'parta:'

/**
 * Ties an open document's `Y.Doc` to its channel through a stock `WebsocketProvider`. Rows reach the provider from
 * the open document, that is from disk; after a rebuild the new `Y.Doc` gets a provider of its own.
 */
export class DocumentLink implements Plug {
  private socket: VirtualSocket | null = null
  private listens = false
  private doc: Y.Doc
  private current: WebsocketProvider
  private readonly stops: (() => void)[]

  constructor(
    private readonly document: OpenDocument,
    private readonly channel: Channel,
  ) {
    this.doc = document.session.doc
    this.current = this.connect()
    this.stops = [
      document.subscribe(() => this.documentChanged()),
      channel.state.subscribe(() => this.channelChanged()),
      channel.onPong(() => this.socket?.deliverPong()),
      channel.onStored((receipts) => this.socket?.deliverReceipts(receipts)),
    ]
  }

  /** The provider of the document's current `Y.Doc`. */
  get provider(): WebsocketProvider {
    return this.current
  }

  close(): void {
    for (const stop of this.stops) stop()
    this.current.destroy()
    this.current.awareness.destroy()
  }

  dialled(socket: VirtualSocket): void {
    this.socket = socket
    this.listens = false
    this.channelChanged()
  }

  listening(socket: VirtualSocket): void {
    if (socket !== this.socket) return
    this.listens = true
    this.deliver()
    if (this.channel.state.get() === 'caughtUp') socket.deliverCaughtUp()
  }

  wrote(): void {
    this.channel.look()
  }

  closed(socket: VirtualSocket): void {
    if (socket === this.socket) this.socket = null
  }

  private connect(): WebsocketProvider {
    const awareness = new Awareness(this.doc)
    // Nobody's presence is shown; without a state there is nothing to repeat every 15 s.
    awareness.setLocalState(null)
    const provider = new WebsocketProvider(nowhere, this.document.id, this.doc, {
      awareness,
      disableBc: true,
      WebSocketPolyfill: virtualSocketOn(this),
    })
    provider.messageHandlers[messageReceipts] = (_encoder, decoder) => {
      this.document.confirm(readReceipts(decoder))
    }
    return provider
  }

  private documentChanged(): void {
    if (this.document.session.doc !== this.doc) {
      this.current.destroy()
      this.current.awareness.destroy()
      this.doc = this.document.session.doc
      this.current = this.connect()
    } else this.deliver()
  }

  private deliver(): void {
    if (!this.socket || !this.listens) return
    const rows = this.document.takeUncarried()
    if (rows.length > 0) this.socket.deliverUpdate(encodeUpdate(disjoint(rows)))
  }

  private channelChanged(): void {
    const state = this.channel.state.get()
    switch (state) {
      case 'opening':
      case 'caughtUp':
        if (!this.current.shouldConnect) this.current.connect()
        this.socket?.open()
        if (state === 'caughtUp' && this.listens) this.socket?.deliverCaughtUp()
        return
      case 'idle':
        this.socket?.drop(1006)
        return
      case 'denied':
      case 'faulty':
        // Terminal for the provider, until the channel opens again.
        this.socket?.drop(closeCodes.revoked)
    }
  }
}
