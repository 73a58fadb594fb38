import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { type DocumentId, readDocumentId } from '../../src/domain/ledger/documents.ts'
import { closeCodes } from '../../src/sync/close-codes.ts'
import { frameLimit } from '../../src/sync/frames.ts'
import { accessOf } from './access.ts'
import type { Authenticated } from './authenticated.ts'
import type { PeerSocket } from './peer.ts'
import { Session, type Surroundings } from './session.ts'
import { StockSession } from './stock-session.ts'

const subprotocol = 'parta'
const ticketPrefix = 'ticket.'

/** Bytes before the sign-in is read: `hello` is some hundred. */
const strangerBytes = 32 * 1024
/** Connections that have not signed in; an honest one is such for one round trip. */
const strangerLimit = 1_000

/** Takes WebSockets at `/sync` (the app) and `/sync/<document>` (a stock client with its ticket as a subprotocol). */
export class Upgrades {
  private readonly server = new WebSocketServer({
    noServer: true,
    // A frame somewhat over the limit is answered with our own close code; a huge one is never buffered.
    maxPayload: frameLimit * 2,
    perMessageDeflate: false,
    autoPong: false,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  })
  private connections = 0
  /** Those that had not signed in when last looked at, the oldest first. */
  private readonly strangers = new Set<Session>()
  private stopped = false

  constructor(private readonly around: Surroundings) {}

  /** Returns false, the socket untouched, when the request is none of the relay's. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const path = (request.url ?? '').split('?', 1)[0]!
    if (path !== '/sync' && !path.startsWith('/sync/')) return false
    if (this.stopped) {
      socket.destroy()
      return true
    }
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      if (path === '/sync') boundStranger(socket, this.accept(webSocket))
      else this.stock(webSocket, documentIn(path), tickets(request))
    })
    return true
  }

  /** Serves the app on a socket that is open. */
  accept(socket: PeerSocket): Session {
    const session = new Session(++this.connections, socket, this.around)
    for (const known of this.strangers)
      if (known.authenticated || !this.around.hub.connections.has(known)) this.strangers.delete(known)
    this.strangers.add(session)
    if (this.strangers.size > strangerLimit) [...this.strangers][0]!.terminate()
    return session
  }

  stop(): void {
    this.stopped = true
    this.server.close()
  }

  /** A refused upgrade is invisible to browsers, so the socket is accepted and then closed with a code. */
  private stock(webSocket: WebSocket, document: DocumentId | null, offered: string[]): void {
    const { signIns, log, logger } = this.around
    webSocket.on('error', () => webSocket.terminate())
    const take = (who: Authenticated | null) => {
      if (webSocket.readyState !== webSocket.OPEN) return
      if (this.stopped) webSocket.close(closeCodes.goingAway)
      else if (!who) webSocket.close(closeCodes.notSignedIn)
      else if (!document) webSocket.close(closeCodes.malformedFrame)
      else if (accessOf(log, who, document) !== 'read') webSocket.close(closeCodes.revoked)
      else new StockSession(++this.connections, webSocket, this.around, document, who)
    }
    const ticket = offered.find((name) => name.startsWith(ticketPrefix))
    if (ticket === undefined) {
      take(null)
      return
    }
    // What it says meanwhile, and that it ends, waits in the socket.
    webSocket.pause()
    signIns
      .find(ticket.slice(ticketPrefix.length), take)
      .catch((err: unknown) => {
        logger.error({ err }, 'sign-in failed')
        webSocket.close(closeCodes.goingAway)
      })
      .finally(() => webSocket.resume())
  }
}

/** Ends a peer that sends on without signing in: nothing of it is kept in memory. */
function boundStranger(socket: Duplex, session: Session): void {
  let bytes = 0
  const count = (chunk: Buffer) => {
    bytes += chunk.length
    if (session.frames.begun) socket.off('data', count)
    else if (bytes > strangerBytes) session.terminate()
  }
  socket.on('data', count)
}

function tickets(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
}

function documentIn(path: string): DocumentId | null {
  try {
    const document = decodeURIComponent(path.slice('/sync/'.length)) as DocumentId
    return readDocumentId(document) && document
  } catch {
    return null
  }
}
