import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as v from 'valibot'
import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Element } from '../domain/ledger/fact.ts'
import type { ClientId, FactId } from '../domain/ledger/ids.ts'
import { type Receipt, receiptSchema } from '../domain/ledger/receipt.ts'
import type { DenialCode } from './close-codes.ts'
import { packReceipt, unpackReceipt } from './receipt-tuple.ts'
import type { UpdateFault } from './update.ts'

/** Grows when frames change meaning; the relay serves this one and the ones before it for a school year. */
export const protocolVersion = 1
/** Bytes of one frame from a device; a day's outbox of one document is under 100 KB. */
export const frameLimit = 1_000_000

/** Channel 0 carries the connection's own frames; documents are numbered from 1 by the device. */
export const controlChannel = 0

/** Eight bytes of a chain hash as 16 hex digits; zeros stand before the first row. */
export const emptyChain = '0000000000000000'
/** No log's chain: a cursor with it makes the relay compare receipts. */
export const noChain = 'f'.repeat(16)

/** A run as it travels: the receipt, and its elements unless the receiver sent them itself. */
export interface Entry {
  receipt: Receipt
  elements: readonly Element[] | null
}

export interface Address {
  /** Frames of an earlier opening of the channel are ignored. */
  generation: number
  channel: number
}

/** What the relay's own rows say of one receipt, for comparing sets after a restore. */
export type ReceiptMark = readonly [
  client: ClientId,
  clock: number,
  length: number,
  receivedAt: number,
  ok: 0 | 1,
]

export type RefusalCode =
  | UpdateFault
  | 'foreignWriter'
  | 'foreignFact'
  | 'malformedFact'
  | 'noRight'
  | 'otherContent'

/** From device to relay. */
export type DeviceFrame =
  /** `incarnation`: the relay that this device's cursors are of, '' when it has none. */
  | { kind: 'hello'; protocol: number; app: string; token: string; tab: string; incarnation: string }
  | { kind: 'open'; document: DocumentId; seq: number; chain: string }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'close' }
  | { kind: 'ping' }
  | { kind: 'renew'; token: string }
  /**
   * Answers `compare`: the runs whose receipts the relay lacks. Taken in order with the frames behind it, so the device
   * sends as many as it needs and then opens the document again, from seq 0, under a new generation.
   */
  | { kind: 'return'; entries: Entry[] }

/** From relay to device. */
export type RelayFrame =
  | { kind: 'welcome'; incarnation: string; time: number }
  /**
   * Log entries up to `seq`. Somebody who may only deliver reads no log: his receipts come in any order with
   * `previousChain`, `seq` and `chain` as he opened the channel, so that his cursor stands still.
   */
  | { kind: 'rows'; previousChain: string; seq: number; chain: string; packed: boolean; body: Uint8Array }
  /** No more for now. `seq` and `chain`: where the rows sent led; left out when the cursor of `open` had it all. */
  | { kind: 'caughtUp'; seq?: number; chain?: string }
  | { kind: 'resync'; have: readonly (readonly [ClientId, number])[] }
  | { kind: 'refused'; code: RefusalCode; facts: readonly FactId[] }
  /** The channel is ended; what waits may still be delivered over one opened anew, where a right was once held. */
  | { kind: 'denied'; code: DenialCode }
  | { kind: 'pong'; time: number }
  | { kind: 'compare'; receipts: readonly ReceiptMark[] }
  /** The update was not stored: the relay's disk is full. The channel goes on. */
  | { kind: 'noRoom' }

const kinds = {
  hello: 0,
  open: 1,
  update: 2,
  close: 3,
  ping: 4,
  renew: 5,
  return: 6,
  welcome: 64,
  rows: 65,
  caughtUp: 66,
  resync: 67,
  refused: 68,
  denied: 69,
  pong: 70,
  compare: 71,
  noRoom: 72,
} as const

/** Writes a frame with its address. */
export function encodeFrame(address: Address, frame: DeviceFrame | RelayFrame): Uint8Array {
  return addressed(address, encodeContent(frame))
}

/** What of a frame is the same on every channel. */
export function encodeContent(frame: DeviceFrame | RelayFrame): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8(encoder, kinds[frame.kind])
  writePayload(encoder, frame)
  return encoding.toUint8Array(encoder)
}

/** A frame of this content. */
export function addressed({ generation, channel }: Address, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, generation)
  encoding.writeVarUint(encoder, channel)
  encoding.writeUint8Array(encoder, content)
  return encoding.toUint8Array(encoder)
}

function writePayload(encoder: encoding.Encoder, frame: DeviceFrame | RelayFrame): void {
  switch (frame.kind) {
    case 'open':
      encoding.writeVarString(encoder, frame.document)
      encoding.writeVarUint(encoder, frame.seq)
      if (frame.seq > 0) writeChain(encoder, frame.chain)
      return
    case 'update':
      encoding.writeUint8Array(encoder, frame.update)
      return
    case 'rows':
      writeChain(encoder, frame.previousChain)
      encoding.writeVarUint(encoder, frame.seq)
      writeChain(encoder, frame.chain)
      encoding.writeUint8(encoder, frame.packed ? 1 : 0)
      encoding.writeUint8Array(encoder, frame.body)
      return
    case 'caughtUp':
      if (frame.seq === undefined || frame.chain === undefined) return
      encoding.writeVarUint(encoder, frame.seq)
      writeChain(encoder, frame.chain)
      return
    case 'close':
    case 'ping':
    case 'noRoom':
      return
    case 'pong':
      encoding.writeVarUint(encoder, frame.time)
      return
    case 'return':
      encoding.writeUint8Array(encoder, encodeEntries(frame.entries))
      return
    default: {
      const { kind: _, ...payload } = frame
      encoding.writeVarString(encoder, JSON.stringify(payload))
    }
  }
}

function writeChain(encoder: encoding.Encoder, chain: string): void {
  for (let i = 0; i < 16; i += 2) encoding.writeUint8(encoder, Number.parseInt(chain.slice(i, i + 2), 16))
}

function readChain(decoder: decoding.Decoder): string {
  return Array.from(decoding.readUint8Array(decoder, 8), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}

/** Entries as JSON bytes: the body of a `rows` or `return` frame before any compression. */
export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify(entries.map(({ receipt, elements }) => [packReceipt(receipt), elements])),
  )
}

/** Reads entries back; throws on anything else. Elements are not parsed here: their document's kind decides. */
export function decodeEntries(body: Uint8Array): Entry[] {
  const raw = v.parse(
    v.array(v.strictTuple([v.array(v.unknown()), v.nullable(v.array(v.unknown()))])),
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)),
  )
  return raw.map(([tuple, elements]) => ({
    receipt: v.parse(receiptSchema, unpackReceipt(tuple)) as unknown as Receipt,
    elements: elements as Element[] | null,
  }))
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const line = v.pipe(v.string(), v.maxLength(4000))
const payloads = {
  hello: v.strictObject({ protocol: whole, app: line, token: line, tab: line, incarnation: line }),
  renew: v.strictObject({ token: line }),
  welcome: v.strictObject({ incarnation: line, time: whole }),
  resync: v.strictObject({ have: v.array(v.strictTuple([whole, whole])) }),
  refused: v.strictObject({ code: line, facts: v.array(line) }),
  denied: v.strictObject({ code: line }),
  compare: v.strictObject({ receipts: v.array(v.strictTuple([whole, whole, whole, whole, whole])) }),
}

/** Reads a frame from a device; throws on anything malformed. */
export function decodeDeviceFrame(bytes: Uint8Array): { address: Address; frame: DeviceFrame } {
  const { address, kind, decoder } = readHead(bytes)
  switch (kind) {
    case kinds.hello:
      return { address, frame: { kind: 'hello', ...readJson(decoder, payloads.hello) } }
    case kinds.open: {
      const document = decoding.readVarString(decoder) as DocumentId
      const seq = decoding.readVarUint(decoder)
      return {
        address,
        frame: { kind: 'open', document, seq, chain: seq > 0 ? readChain(decoder) : emptyChain },
      }
    }
    case kinds.update:
      return { address, frame: { kind: 'update', update: decoding.readTailAsUint8Array(decoder) } }
    case kinds.close:
      return { address, frame: { kind: 'close' } }
    case kinds.ping:
      return { address, frame: { kind: 'ping' } }
    case kinds.renew:
      return { address, frame: { kind: 'renew', ...readJson(decoder, payloads.renew) } }
    case kinds.return:
      return {
        address,
        frame: { kind: 'return', entries: decodeEntries(decoding.readTailAsUint8Array(decoder)) },
      }
    default:
      throw new Error(`unknown frame ${kind}`)
  }
}

/** Reads a frame from the relay; throws on anything malformed. */
export function decodeRelayFrame(bytes: Uint8Array): { address: Address; frame: RelayFrame } {
  const { address, kind, decoder } = readHead(bytes)
  return { address, frame: readRelayFrame(kind, decoder) }
}

function readRelayFrame(kind: number, decoder: decoding.Decoder): RelayFrame {
  switch (kind) {
    case kinds.welcome:
      return { kind: 'welcome', ...readJson(decoder, payloads.welcome) }
    case kinds.rows:
      return {
        kind: 'rows',
        previousChain: readChain(decoder),
        seq: decoding.readVarUint(decoder),
        chain: readChain(decoder),
        packed: decoding.readUint8(decoder) === 1,
        body: decoding.readTailAsUint8Array(decoder),
      }
    case kinds.caughtUp:
      return decoding.hasContent(decoder)
        ? { kind: 'caughtUp', seq: decoding.readVarUint(decoder), chain: readChain(decoder) }
        : { kind: 'caughtUp' }
    case kinds.resync:
      return { kind: 'resync', ...readJson(decoder, payloads.resync) }
    case kinds.refused: {
      const { code, facts } = readJson(decoder, payloads.refused)
      return { kind: 'refused', code: code as RefusalCode, facts: facts as FactId[] }
    }
    case kinds.denied:
      return { kind: 'denied', code: readJson(decoder, payloads.denied).code as DenialCode }
    case kinds.pong:
      return { kind: 'pong', time: decoding.readVarUint(decoder) }
    case kinds.compare:
      return {
        kind: 'compare',
        receipts: readJson(decoder, payloads.compare).receipts as unknown as ReceiptMark[],
      }
    case kinds.noRoom:
      return { kind: 'noRoom' }
    default:
      throw new Error(`unknown frame ${kind}`)
  }
}

function readHead(bytes: Uint8Array): { address: Address; kind: number; decoder: decoding.Decoder } {
  const decoder = decoding.createDecoder(bytes)
  const generation = decoding.readVarUint(decoder)
  const channel = decoding.readVarUint(decoder)
  return { address: { generation, channel }, kind: decoding.readUint8(decoder), decoder }
}

function readJson<S extends v.GenericSchema>(decoder: decoding.Decoder, schema: S): v.InferOutput<S> {
  return v.parse(schema, JSON.parse(decoding.readVarString(decoder)))
}
