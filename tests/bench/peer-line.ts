import { once } from 'node:events'
import { inflateRawSync } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { journalDocument } from '../../src/domain/ledger/documents.ts'
import {
  decodeEntries,
  decodeRelayFrame,
  emptyChain,
  encodeFrame,
  protocolVersion,
} from '../../src/sync/frames.ts'
import { people } from '../server/relay/school.ts'
import { journalOf } from './fact-school.ts'

/** One client's line to one journal, whichever server is at its other end. */
export interface PeerLine {
  /** Bytes of content in what the server answered when it said that this was all. */
  first: Promise<number>
  /** Calls back whenever content has come. */
  onContent: (take: () => void) => void
  /** Sends an update; resolves with its receipts, or where there are none, when what was sent behind it is answered. */
  send(update: Uint8Array, facts: number): Promise<void>
  close(): Promise<void>
}

async function ended(socket: WebSocket): Promise<void> {
  const gone = once(socket, 'close')
  socket.close()
  await gone
}

/** A line to our relay, as Vera; `place`: what stands before its path. */
export async function relayLine(port: number, journal: number, place = ''): Promise<PeerLine> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${place}/sync`)
  await once(socket, 'open')
  const { user, device, person } = people.vera
  const address = { generation: 1, channel: 1 }
  const takers: (() => void)[] = []
  let content = 0
  let receipted = 0
  let caughtUp: (bytes: number) => void = () => undefined
  const first = new Promise<number>((resolve) => {
    caughtUp = resolve
  })
  socket.on('message', (data: Buffer) => {
    const { frame } = decodeRelayFrame(new Uint8Array(data))
    if (frame.kind === 'caughtUp') caughtUp(content)
    else if (frame.kind === 'rows') {
      const body = frame.packed ? inflateRawSync(frame.body) : frame.body
      content += body.length
      for (const { receipt } of decodeEntries(body)) {
        if (receipt.verdict !== 'ok') throw new Error(`void: ${receipt.reason}`)
        receipted += receipt.length - (receipt.clock === 0 ? 1 : 0)
      }
      for (const take of takers) take()
    } else if (frame.kind !== 'welcome') throw new Error(`unexpected ${JSON.stringify(frame)}`)
  })
  const token = `${user}.${device}.${person}`
  const hello = { protocol: protocolVersion, app: 'bench', token, tab: `${Math.random()}`, incarnation: '' }
  socket.send(encodeFrame({ generation: 0, channel: 0 }, { kind: 'hello', ...hello }))
  const document = journalDocument(journalOf(journal))
  socket.send(encodeFrame(address, { kind: 'open', document, seq: 0, chain: emptyChain }))
  await first
  return {
    first,
    onContent: (take) => takers.push(take),
    async send(update, facts) {
      const until = receipted + facts
      const taken = new Promise<void>((resolve) => {
        takers.push(() => {
          if (receipted >= until) resolve()
        })
      })
      socket.send(encodeFrame(address, { kind: 'update', update }))
      await taken
    },
    close: () => ended(socket),
  }
}

const sync = 0
/** Of hocuspocus: who is there, by a token. */
const [auth, token] = [2, 0]
const [step1, step2, updated] = [0, 1, 2]
/** A state vector, and an update, of nothing. */
const nothing = { vector: Uint8Array.of(0), update: 2 }

/** A line to a server of y-websocket. */
export const yLine = (port: number, journal: number): Promise<PeerLine> => yjsLine(port, journal, false)

/** A line to a server of hocuspocus, whose messages name their document and wait for a token. */
export const hocuspocusLine = (port: number, journal: number): Promise<PeerLine> =>
  yjsLine(port, journal, true)

async function yjsLine(port: number, journal: number, named: boolean): Promise<PeerLine> {
  const name = `journal-${journal}`
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${named ? '' : name}`)
  const takers: (() => void)[] = []
  const answers: ((bytes: number) => void)[] = []
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    if (named) decoding.readVarString(decoder)
    if (decoding.readVarUint(decoder) !== sync) return
    const kind = decoding.readVarUint(decoder)
    const { length } = decoding.readVarUint8Array(decoder)
    if (kind === step2) answers.shift()?.(length > nothing.update ? length : 0)
    if (kind === updated || (kind === step2 && length > nothing.update)) for (const take of takers) take()
  })
  await once(socket, 'open')
  const message = (fill: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder()
    if (named) encoding.writeVarString(encoder, name)
    fill(encoder)
    socket.send(encoding.toUint8Array(encoder))
  }
  if (named)
    message((encoder) => {
      encoding.writeVarUint(encoder, auth)
      encoding.writeVarUint(encoder, token)
      encoding.writeVarString(encoder, 'vera')
    })
  const say = (kind: number, bytes: Uint8Array) =>
    message((encoder) => {
      encoding.writeVarUint(encoder, sync)
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  const ask = () =>
    new Promise<number>((resolve) => {
      answers.push(resolve)
      say(step1, nothing.vector)
    })
  return {
    first: ask(),
    onContent: (take) => takers.push(take),
    // Nothing is acknowledged: what comes next in the same socket is answered when this has been applied.
    async send(update) {
      const applied = once(socket, 'pong')
      say(updated, update)
      socket.ping()
      await applied
    },
    close: () => ended(socket),
  }
}
