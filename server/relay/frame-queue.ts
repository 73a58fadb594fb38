import { type CloseCode, closeCodes } from '../../src/sync/close-codes.ts'
import { frameLimit, protocolVersion } from '../../src/sync/frames.ts'
import type { Authenticated } from './authenticated.ts'
import type { SignIns } from './sign-ins.ts'

/** Bytes of frames that may wait: `hello` and every `open` go up in one flight; who is known may be sending a year. */
const strangersLimit = 128 * 1024
const knownLimit = 8 * frameLimit

/** Frames of one connection in their order: while a token is looked up, those behind it wait. */
export class FrameQueue {
  /** Whether any token was looked up. */
  begun = false
  /** Undefined while nothing is looked up. */
  private waiting: Uint8Array[] | undefined
  private bytes = 0
  private limit = strangersLimit

  constructor(
    private readonly signIns: SignIns,
    private readonly peer: { isOpen: boolean },
    private readonly handle: (frame: Uint8Array) => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  take(frame: Uint8Array): void {
    if (!this.peer.isOpen) return
    if (!this.waiting) {
      this.handle(frame)
      return
    }
    this.bytes += frame.length
    if (this.bytes > this.limit) this.failed(new Error('too much comes while a token is looked up'))
    else this.waiting.push(frame)
  }

  /** Finds out whose a token is, and goes on after that. */
  lookUp(token: string, take: (who: Authenticated | null) => void): void {
    const waiting: Uint8Array[] = []
    this.begun = true
    this.waiting = waiting
    this.bytes = 0
    this.signIns
      .find(token, (who) => {
        if (who) this.limit = knownLimit
        if (this.peer.isOpen) take(who)
      })
      .then(() => {
        this.waiting = undefined
        // One of them may have a token in its turn.
        for (const frame of waiting) this.take(frame)
      })
      .catch(this.failed)
  }
}

/** What an app of another version is told; undefined when it is of this one. */
export function versionFault(protocol: number): CloseCode | undefined {
  if (protocol === protocolVersion) return undefined
  return protocol > protocolVersion ? closeCodes.serverOutdated : closeCodes.updateRequired
}
