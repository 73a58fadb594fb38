import { randomBytes } from 'node:crypto'
import type { DocumentId } from '../../../src/domain/ledger/documents.ts'
import type { Element } from '../../../src/domain/ledger/fact.ts'
import { encodeFrame } from '../../../src/sync/frames.ts'
import { encodeUpdate } from '../../../src/sync/update.ts'
import { mark, type Person, people, physicsJournal, russianJournal, sevenDocument } from '../relay/school.ts'
import { TestWriter } from '../relay/writing.ts'
import { clientFrame, hello, opcodes, RawSocket } from './raw-socket.ts'

/** ms for which one connection of an attacker is left open. */
const patience = 300

export interface AttackTotals {
  connections: number
  bytesSent: number
  /** All that the relay sent to attackers. */
  received: Buffer[]
}

/** Everything at once, over and over, at a relay whose tokens say who it is: user.device.person. */
export class Attack {
  readonly totals: AttackTotals = { connections: 0, bytesSent: 0, received: [] }
  private readonly held: RawSocket[] = []
  private stopped = false
  private running: Promise<unknown> = Promise.resolve()

  constructor(private readonly port: number) {}

  start(): void {
    const ways = [
      () => this.stranger([clientFrame(opcodes.binary, randomBytes(3_000))]),
      () =>
        this.stranger([clientFrame(opcodes.text, Buffer.from('x')), Buffer.from([0xf2, 0x80, 1, 2, 3, 4])]),
      () => this.stranger([clientFrame(opcodes.binary, new Uint8Array(900_000)).subarray(0, 200_000)]),
      () => this.stranger([clientFrame(opcodes.binary, hello('nobody.at.all'.repeat(500)))]),
      () => this.hold(),
      () => this.insider(flood()),
      () => this.insider(openings()),
      () => this.insider(forgeries()),
      () => this.insider(forgeries(), true),
    ]
    this.running = Promise.all(ways.map((way) => this.again(way)))
  }

  /** Ends when no attacker is connected any more. */
  async stop(): Promise<AttackTotals> {
    this.stopped = true
    await this.running
    for (const raw of this.held) this.leave(raw)
    return this.totals
  }

  private async again(way: () => Promise<void>): Promise<void> {
    // What the relay cuts off in the middle is what it should.
    while (!this.stopped) await way().catch(() => new Promise((resolve) => setTimeout(resolve, 5)))
  }

  private async stranger(parts: readonly Uint8Array[]): Promise<void> {
    await this.attempt(await RawSocket.upgraded(this.port), parts)
  }

  /** Signs in as a teacher without any right in the class. */
  private async insider(frames: readonly Uint8Array[], deaf = false): Promise<void> {
    const raw = await RawSocket.upgraded(this.port)
    raw.write(clientFrame(opcodes.binary, hello(tokenOf(people.semyon), randomBytes(6).toString('hex'))))
    if (deaf) raw.socket.pause()
    await this.attempt(raw, frames)
  }

  private async attempt(raw: RawSocket, parts: readonly Uint8Array[]): Promise<void> {
    for (const part of parts) raw.write(part)
    await Promise.race([raw.ended, new Promise((resolve) => setTimeout(resolve, patience))])
    this.leave(raw)
  }

  /** Half a request, kept open. */
  private async hold(): Promise<void> {
    const raw = await RawSocket.connect(this.port)
    raw.write('GET /sync HTTP/1.1\r\nHost: x\r\nUpgrade: webso')
    this.held.push(raw)
    if (this.held.length > 100) this.leave(this.held.shift()!)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }

  private leave(raw: RawSocket): void {
    this.totals.connections++
    this.totals.bytesSent += raw.socket.bytesWritten
    this.totals.received.push(raw.bytes())
    raw.destroy()
  }
}

export const tokenOf = ({ user, device, person }: Person) => `${user}.${device}.${person}`

const targets = [russianJournal, physicsJournal, sevenDocument, 'family/p1', 'thread/p1'] as DocumentId[]
const binary = (payload: Uint8Array) => clientFrame(opcodes.binary, payload)
const opening = (document: DocumentId, channel: number) =>
  binary(encodeFrame({ generation: 1, channel }, { kind: 'open', document, seq: 0, chain: '' }))

/** More frames of every kind than a connection may send. */
function flood(): Uint8Array[] {
  const ping = clientFrame(opcodes.ping, new Uint8Array(125))
  const ours = binary(encodeFrame({ generation: 0, channel: 0 }, { kind: 'ping' }))
  return [Buffer.concat(Array.from({ length: 1_500 }, () => Buffer.concat([ping, ours])))]
}

/** Channels by the hundred on documents that are not his. */
function openings(): Uint8Array[] {
  return Array.from({ length: 500 }, (_, at) => opening(targets[at % targets.length]!, at + 1))
}

/** Marks in journals of others, in his own name and in hers; invented writers; a fragment that never ends. */
function forgeries(): Uint8Array[] {
  const own = new TestWriter(people.semyon, Date.now)
  own.add(mark('p1', '2'))
  const hers = new TestWriter(people.vera, Date.now)
  hers.add(mark('p2', '2'))
  const invented = encodeUpdate(
    Array.from({ length: 5_000 }, (_, client) => ({
      client: client + 1,
      clock: 0,
      elements: [1] as unknown as Element[],
    })),
  )
  const updates = [own.update(), hers.update(), invented]
  return [
    ...targets.flatMap((document, at) => [
      opening(document, at + 1),
      ...updates.map((update) =>
        binary(encodeFrame({ generation: 1, channel: at + 1 }, { kind: 'update', update })),
      ),
    ]),
    clientFrame(opcodes.binary, new Uint8Array(1_000), false),
  ]
}
