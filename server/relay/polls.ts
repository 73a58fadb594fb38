import { randomBytes } from 'node:crypto'
import { closeCodes } from '../../src/sync/close-codes.ts'
import { decodePollRequest, encodePollAnswer } from '../../src/sync/poll-frames.ts'
import type { PeerSocket } from './peer.ts'
import { PolledSocket } from './polled-socket.ts'

/** ms for which the end of a session may still be asked for. */
const memory = 60_000
/** Sessions at once: more than a school has devices. */
export const sessionLimit = 5_000

/** Sessions over HTTPS by their opaque ids. */
export class Polls {
  private readonly sessions = new Map<string, PolledSocket>()
  /** Those that have ended, the oldest first: they take no place of those that stand. */
  private readonly ended = new Set<string>()
  private stopped = false

  constructor(private readonly accept: (socket: PeerSocket) => void) {}

  /** Answers one request; throws on bytes that are none. `gone`: whoever asked has hung up. */
  async exchange(body: Uint8Array, gone: AbortSignal): Promise<Uint8Array> {
    const request = decodePollRequest(body)
    // Without a first frame there is no sign-in: nothing is kept for it.
    const socket =
      request.session === '' && request.frames.length > 0 ? this.begin() : this.sessions.get(request.session)
    if (!socket) {
      const { taken, first } = request
      const closed = this.stopped ? closeCodes.goingAway : closeCodes.unknownSession
      return encodePollAnswer({ session: '', closed, taken: first, first: taken, frames: [] })
    }
    return socket.exchange(request, gone)
  }

  stop(): void {
    this.stopped = true
  }

  private begin(): PolledSocket | undefined {
    if (this.stopped || this.sessions.size - this.ended.size >= sessionLimit) return undefined
    const socket = new PolledSocket(randomBytes(16).toString('base64url'))
    this.sessions.set(socket.id, socket)
    socket.on('close', () => {
      const oldest = this.ended.size >= sessionLimit ? this.ended.values().next().value : undefined
      if (oldest !== undefined) this.forget(oldest)
      this.ended.add(socket.id)
      setTimeout(() => this.forget(socket.id), memory).unref()
    })
    this.accept(socket)
    return socket
  }

  private forget(id: string): void {
    this.ended.delete(id)
    this.sessions.delete(id)
  }
}
