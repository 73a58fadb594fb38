import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import {
  type Address,
  type DeviceFrame,
  decodeDeviceFrame,
  type Entry,
  emptyChain,
  encodeEntries,
  encodeFrame,
  type RelayFrame,
} from '../../src/sync/frames.ts'
import type { LineSocket, LineSocketConstructor } from '../../src/sync/line-socket.ts'
import type { Schedule } from '../../src/sync/schedule.ts'
import { until } from '../device/ledger-samples.ts'

type FrameOf<K extends DeviceFrame['kind']> = DeviceFrame & { kind: K }
export interface Heard<K extends DeviceFrame['kind'] = DeviceFrame['kind']> {
  address: Address
  frame: FrameOf<K>
}

/** One socket of a pair in memory; the test holds the relay's end and says when anything is delivered. */
class NearSocket implements LineSocket {
  binaryType = 'blob'
  onopen: LineSocket['onopen'] = null
  onmessage: LineSocket['onmessage'] = null
  onclose: LineSocket['onclose'] = null
  onerror: LineSocket['onerror'] = null
  closedWith: number | undefined
  readonly heard: Heard[] = []

  constructor(readonly url: string) {}

  send(data: Uint8Array): void {
    this.heard.push(decodeDeviceFrame(data) as Heard)
  }

  close(code = 1000): void {
    this.closedWith ??= code
  }
}

/** The relay's end of every socket a device dials: frames are read and written by hand. */
export class FarEnd {
  readonly dialled: NearSocket[] = []
  readonly socket: LineSocketConstructor

  constructor() {
    const { dialled } = this
    this.socket = class extends NearSocket {
      constructor(url: string) {
        super(url)
        dialled.push(this)
      }
    }
  }

  get last(): NearSocket {
    return this.dialled.at(-1)!
  }

  /** Waits for the next dial and opens it, without a word from the relay yet. */
  async accept(): Promise<void> {
    const before = this.accepted
    await until(() => this.dialled.length > before, 'a dial')
    this.accepted = this.dialled.length
    this.last.onopen?.({} as never)
  }
  private accepted = 0

  /** Opens the next dial and welcomes the device. */
  async welcome(incarnation = 'inc', time = 0): Promise<void> {
    await this.accept()
    this.say({ generation: 0, channel: 0 }, { kind: 'welcome', incarnation, time })
  }

  /** Takes the first frame of a kind that has not been taken yet; waits for it. */
  async hear<K extends DeviceFrame['kind']>(kind: K, document?: DocumentId): Promise<Heard<K>> {
    const find = () =>
      this.last.heard.findIndex(
        ({ frame }) =>
          frame.kind === kind && (!document || (frame.kind === 'open' && frame.document === document)),
      )
    await until(() => find() >= 0, `a frame ${kind}`)
    return this.last.heard.splice(find(), 1)[0] as Heard<K>
  }

  /** Whether a frame of a kind has come that has not been taken. */
  has(kind: DeviceFrame['kind']): boolean {
    return this.last.heard.some(({ frame }) => frame.kind === kind)
  }

  say(address: Address, frame: RelayFrame): void {
    this.raw(encodeFrame(address, frame))
  }

  raw(bytes: Uint8Array): void {
    this.last.onmessage?.({ data: new Uint8Array(bytes).buffer })
  }

  cut(code = 1006): void {
    this.last.onclose?.({ code, reason: '' })
  }
}

/** A chain hash for a place in a test's log. */
export function chainAt(seq: number, log = 'a'): string {
  return seq === 0 ? emptyChain : `${log}${String(seq).padStart(15, '0')}`
}

/** A `rows` frame that leads a log from one place to another. */
export function rowsFrame(from: number, to: number, entries: Entry[], log = 'a'): RelayFrame {
  return {
    kind: 'rows',
    previousChain: chainAt(from, log),
    seq: to,
    chain: chainAt(to, log),
    packed: false,
    body: encodeEntries(entries),
  }
}

export function caughtUp(seq: number, log = 'a'): RelayFrame {
  return { kind: 'caughtUp', seq, chain: chainAt(seq, log) }
}

/** A clock that moves when the test says so. */
export class ManualSchedule implements Schedule {
  private time = 1_000_000
  private readonly timers = new Set<{ at: number; run: () => void }>()

  now = () => this.time

  after = (ms: number, run: () => void) => {
    const timer = { at: this.time + ms, run }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }

  /** ms until the next timer; null when none is set. */
  get next(): number | null {
    const first = Math.min(...[...this.timers].map(({ at }) => at))
    return Number.isFinite(first) ? first - this.time : null
  }

  advance(ms: number): void {
    const end = this.time + ms
    for (;;) {
      const due = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.timers.delete(due)
      this.time = Math.max(this.time, due.at)
      due.run()
    }
    this.time = end
  }
}
