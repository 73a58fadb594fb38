import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateRawSync } from 'node:zlib'
import { WebSocket } from 'ws'
import { journalDocument } from '../../src/domain/ledger/documents.ts'
import {
  decodeEntries,
  decodeRelayFrame,
  emptyChain,
  encodeFrame,
  protocolVersion,
} from '../../src/sync/frames.ts'
import { mark, people } from '../server/relay/school.ts'
import { TestWriter } from '../server/relay/writing.ts'
import { journalOf } from './fact-school.ts'
import { type Line, times } from './table.ts'

const clients = 50
/** ms of sending that are counted. */
const duration = 6_000

/**
 * Facts that the relay accepts a second, each synced to the disk before its receipt: fifty clients, each with one
 * small update on its way, the next one when the receipt has come.
 */
export async function factsPerSecond(): Promise<Line[]> {
  const group = await measure('group')
  const single = await measure('single')
  const said = (rate: number) => `${Math.round(rate)} facts/s`
  return [
    {
      what: `${clients} clients, receipts awaited`,
      figure: said(group),
      against: `one commit a fact: ${said(single)}`,
      ratio: times(group / single),
      goal: '',
    },
  ]
}

async function measure(mode: 'group' | 'single'): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-facts-'))
  const script = fileURLToPath(new URL('fact-relay.ts', import.meta.url))
  const relay = spawn(process.execPath, ['--import', 'tsx', script, folder, String(clients), mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [port] = (await once(relay.stdout!, 'data')) as [Buffer]
    const url = `ws://127.0.0.1:${String(port).trim()}/sync`
    const senders = await Promise.all(Array.from({ length: clients }, (_, at) => Sender.connect(url, at)))
    const from = performance.now()
    for (const sender of senders) sender.send()
    await new Promise((resolve) => setTimeout(resolve, duration))
    const receipted = senders.reduce((sum, sender) => sum + sender.receipted, 0)
    const seconds = (performance.now() - from) / 1000
    for (const sender of senders) sender.close()
    return receipted / seconds
  } finally {
    const gone = once(relay, 'exit')
    relay.kill('SIGKILL')
    await gone
    await rm(folder, { recursive: true, force: true })
  }
}

/** A client that writes one mark after another into its own journal. */
class Sender {
  /** Facts with a receipt. */
  receipted = 0
  private done = false
  private readonly writer = new TestWriter(people.vera, Date.now)
  private readonly address = { generation: 1, channel: 1 }

  private constructor(
    private readonly socket: WebSocket,
    private readonly ready: () => void,
  ) {
    socket.on('message', (data: Buffer) => this.take(new Uint8Array(data)))
    socket.on('close', (code) => {
      if (!this.done) throw new Error(`the relay closed with ${code}`)
    })
  }

  /** Signs in and opens the client's journal. */
  static async connect(url: string, at: number): Promise<Sender> {
    const { user, device, person } = people.vera
    const socket = new WebSocket(url)
    await once(socket, 'open')
    return new Promise((resolve) => {
      const sender: Sender = new Sender(socket, () => resolve(sender))
      const token = `${user}.${device}.${person}`
      const hello = { protocol: protocolVersion, app: 'bench', token, tab: `tab${at}`, incarnation: '' }
      socket.send(encodeFrame({ generation: 0, channel: 0 }, { kind: 'hello', ...hello }))
      const document = journalDocument(journalOf(at))
      socket.send(encodeFrame(sender.address, { kind: 'open', document, seq: 0, chain: emptyChain }))
    })
  }

  send(): void {
    const update = this.writer.write(mark(`p${this.writer.elements.length}`, '5'))
    this.socket.send(encodeFrame(this.address, { kind: 'update', update }))
  }

  close(): void {
    this.done = true
    this.socket.close()
  }

  private take(bytes: Uint8Array): void {
    const { frame } = decodeRelayFrame(bytes)
    if (frame.kind === 'caughtUp') this.ready()
    else if (frame.kind === 'rows') {
      for (const { receipt } of decodeEntries(frame.packed ? inflateRawSync(frame.body) : frame.body)) {
        if (receipt.verdict !== 'ok') throw new Error(`void: ${receipt.reason}`)
        this.receipted += receipt.length - (receipt.clock === 0 ? 1 : 0)
      }
      if (!this.done) this.send()
    } else if (frame.kind !== 'welcome') throw new Error(`unexpected ${JSON.stringify(frame)}`)
  }
}
