import { inflateRawSync } from 'node:zlib'
import { WebSocket } from 'ws'
import type { DocumentId } from '../../../src/domain/ledger/documents.ts'
import { Fold } from '../../../src/domain/ledger/fold.ts'
import {
  type Address,
  type DeviceFrame,
  decodeEntries,
  decodeRelayFrame,
  type Entry,
  emptyChain,
  encodeFrame,
  protocolVersion,
  type RelayFrame,
} from '../../../src/sync/frames.ts'

/** Waits until a condition holds; the test's own time-out ends it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 2))
}

/** One open document of a test device: every frame that came, and the log as a device would keep it. */
export class TestChannel {
  readonly frames: RelayFrame[] = []
  readonly entries: Entry[] = []
  /** Elements received, by "client:clock", with how often each came. */
  readonly times = new Map<string, number>()
  /** Elements receipted, by writer. */
  readonly counts = new Map<number, number>()
  readonly fold = new Fold()
  seq: number
  chain: string

  constructor(
    private readonly device: TestDevice,
    readonly document: DocumentId,
    readonly address: Address,
    cursor: { seq: number; chain: string },
  ) {
    this.seq = cursor.seq
    this.chain = cursor.chain
  }

  send(frame: DeviceFrame): void {
    this.device.send(this.address, frame)
  }

  update(update: Uint8Array): void {
    this.send({ kind: 'update', update })
  }

  take(frame: RelayFrame): void {
    this.frames.push(frame)
    if (frame.kind !== 'rows') return
    if (frame.previousChain !== this.chain) throw new Error('the relay left something out')
    this.seq = frame.seq
    this.chain = frame.chain
    for (const entry of decodeEntries(frame.packed ? inflateRawSync(frame.body) : frame.body)) {
      this.entries.push(entry)
      const { receipt, elements } = entry
      this.counts.set(receipt.client, (this.counts.get(receipt.client) ?? 0) + receipt.length)
      for (let i = 0; i < receipt.length; i++) {
        const key = `${receipt.client}:${receipt.clock + i}`
        this.times.set(key, (this.times.get(key) ?? 0) + 1)
      }
      if (elements) this.fold.add({ client: receipt.client, clock: receipt.clock, elements })
      this.fold.receive(receipt)
    }
  }

  /** The first frame of a kind, once it has come. */
  async first<K extends RelayFrame['kind']>(kind: K): Promise<Extract<RelayFrame, { kind: K }>> {
    const find = () => this.frames.find((frame) => frame.kind === kind)
    const denied = () => this.frames.some((frame) => frame.kind === 'denied')
    await until(() => find() !== undefined || denied() || this.device.closed !== undefined)
    const found = find()
    if (!found) throw new Error(`denied or closed (${this.device.closed}) before any ${kind}`)
    return found as Extract<RelayFrame, { kind: K }>
  }

  receipts(client: number) {
    return this.entries.map(({ receipt }) => receipt).filter((receipt) => receipt.client === client)
  }

  /** Waits for receipts for the first `length` elements of a writer. */
  async receipted(client: number, length: number): Promise<void> {
    let clock = 0
    const done = () => {
      while (clock < length && this.times.has(`${client}:${clock}`)) clock++
      return clock === length
    }
    await until(() => done() || this.device.closed !== undefined || this.refusal() !== undefined)
    if (!done()) throw new Error(`no receipt: ${this.device.closed} ${JSON.stringify(this.refusal())}`)
  }

  cursor(): { seq: number; chain: string } {
    return { seq: this.seq, chain: this.chain }
  }

  refusal() {
    return this.frames.find((frame) => frame.kind === 'refused')
  }
}

/** A device on the multiplexed socket, frame by frame. */
export class TestDevice {
  readonly control: RelayFrame[] = []
  /** The code that the connection was closed with. */
  closed: number | undefined
  incarnation = ''
  private readonly channels = new Map<number, TestChannel>()
  private generation = 0

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const { address, frame } = decodeRelayFrame(new Uint8Array(data))
      if (address.channel === 0) this.control.push(frame)
      const channel = this.channels.get(address.channel)
      if (channel && channel.address.generation === address.generation) channel.take(frame)
    })
    socket.on('close', (code) => {
      this.closed = code
    })
    socket.on('error', () => socket.terminate())
  }

  /** Dials without signing in; `closed` at once where nobody answers. */
  static async dial(url: string): Promise<TestDevice> {
    const device = new TestDevice(new WebSocket(url))
    await until(() => device.socket.readyState === WebSocket.OPEN || device.closed !== undefined)
    return device
  }

  /** Dials and signs in. */
  static async connect(
    url: string,
    token: string,
    tab = `tab${Math.random()}`,
    incarnation = '',
  ): Promise<TestDevice> {
    const device = await TestDevice.dial(url)
    device.hello(token, tab, incarnation)
    await until(() => device.control.length > 0 || device.closed !== undefined)
    const [welcome] = device.control
    if (welcome?.kind === 'welcome') device.incarnation = welcome.incarnation
    return device
  }

  hello(token: string, tab = 'tab', incarnation = '', protocol = protocolVersion): void {
    this.send(
      { generation: 0, channel: 0 },
      { kind: 'hello', protocol, app: '0.1.0', token, tab, incarnation },
    )
  }

  send(address: Address, frame: DeviceFrame): void {
    this.socket.send(encodeFrame(address, frame))
  }

  /** Opens a document from a cursor on. */
  open(
    document: DocumentId,
    cursor = { seq: 0, chain: emptyChain },
    number = this.channels.size + 1,
  ): TestChannel {
    const channel = new TestChannel(
      this,
      document,
      { generation: ++this.generation, channel: number },
      cursor,
    )
    this.channels.set(number, channel)
    channel.send({ kind: 'open', document, ...cursor })
    return channel
  }

  /** Opens a document and waits until it is caught up. */
  async opened(document: DocumentId, cursor?: { seq: number; chain: string }): Promise<TestChannel> {
    const channel = this.open(document, cursor)
    await channel.first('caughtUp')
    return channel
  }

  async closing(): Promise<number> {
    await until(() => this.closed !== undefined)
    return this.closed!
  }

  close(): void {
    this.socket.close()
  }
}
