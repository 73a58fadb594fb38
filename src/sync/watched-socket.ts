import { anotherPath } from './close-codes.ts'
import type { LineSocket, LineSocketConstructor } from './line-socket.ts'
import type { PathKind } from './path.ts'
import type { Schedule } from './schedule.ts'

/** What the end of a socket says of the way it took. */
export type SocketEnd =
  | 'worked'
  /** Cut before it could be of use: a proxy, or the line. */
  | 'broken'
  /** Swallowed: it never opened, or never brought a word, however long one waited. */
  | 'swallowed'
  /** Given up before anything could be known. */
  | 'unknown'

interface Watcher {
  dial(url: string): { kind: PathKind; socket: LineSocket }
  ended(kind: PathKind, end: SocketEnd): void
  /** The relay spoke over it; `change` makes the line dial anew at once. */
  works(kind: PathKind, url: string, change: () => void): void
  schedule: Schedule
}

/** A socket that ends by itself this soon, ms, was of no use. */
const shortLife = 20_000
/** ms of silence after which nothing will come: the relay's welcome needs one round trip. */
const silence = 15_000
/** As of a socket that was cut. */
const cut = 1006

/** A class of sockets that pass all on to what the watcher dials, and tell how each fared. */
export function watchedSocket(watcher: Watcher): LineSocketConstructor {
  return class implements LineSocket {
    binaryType = 'arraybuffer'
    onopen: LineSocket['onopen'] = null
    onmessage: LineSocket['onmessage'] = null
    onclose: LineSocket['onclose'] = null
    onerror: LineSocket['onerror'] = null
    private readonly kind: PathKind
    private readonly inner: LineSocket
    private since = watcher.schedule.now()
    private heard = false
    private done = false
    private cancelSilence = () => {}

    constructor(url: string) {
      const { kind, socket } = watcher.dial(url)
      this.kind = kind
      this.inner = socket
      socket.binaryType = 'arraybuffer'
      socket.onopen = (event) => {
        this.since = watcher.schedule.now()
        // Over HTTPS the first word may come with all that it brings, which takes its time.
        if (kind === 'socket') this.cancelSilence = watcher.schedule.after(silence, () => this.giveUp())
        this.onopen?.(event)
      }
      socket.onmessage = (event) => {
        this.cancelSilence()
        if (!this.heard) watcher.works(kind, url, () => this.change())
        this.heard = true
        this.onmessage?.(event)
      }
      socket.onclose = (event) => {
        // The relay's own codes come only over a way that works.
        const told = event.code === 1001 || event.code >= 4000
        this.end(told || (this.heard && this.lived() > shortLife) ? 'worked' : 'broken')
        this.onclose?.(event)
      }
      socket.onerror = () => {} // a close always follows
    }

    send(data: Uint8Array<ArrayBuffer>): void {
      this.inner.send(data)
    }

    close(code?: number, reason?: string): void {
      this.end(this.heard ? 'worked' : this.lived() >= silence ? 'swallowed' : 'unknown')
      this.letGo(code, reason)
    }

    /** It opened, and not even the relay's welcome comes. */
    private giveUp(): void {
      this.end('swallowed')
      this.letGo()
      this.onclose?.({ code: cut, reason: '' })
    }

    private letGo(code?: number, reason?: string): void {
      this.inner.onopen = null
      this.inner.onmessage = null
      this.inner.onclose = null
      this.inner.close(code, reason)
    }

    private lived(): number {
      return watcher.schedule.now() - this.since
    }

    private end(how: SocketEnd): void {
      this.cancelSilence()
      if (!this.done) watcher.ended(this.kind, how)
      this.done = true
    }

    private change(): void {
      this.onclose?.({ code: anotherPath, reason: '' })
    }
  }
}
