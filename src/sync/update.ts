import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Json } from '../domain/ledger/fact.ts'
import type { ClientId } from '../domain/ledger/ids.ts'

/**
 * Rows as Yjs updates (V1) and back. A writer's array is a root `Y.Array` named by its clientID to which only that
 * writer pushes, so of all that an update can say, an honest one says: "after my own previous element, these JSON
 * values". The decoder accepts exactly that, without a `Y.Doc`; the encoder writes the bytes that Yjs itself would.
 */
export interface CarriedRun {
  client: ClientId
  clock: number
  elements: readonly unknown[]
}

/** Why an update is not what an honest app sends. */
export type UpdateFault =
  | 'malformed'
  | 'tooManyClients'
  | 'deleteSet'
  | 'collectedOrSkipped'
  | 'foreignContent'
  | 'foreignRoot'
  | 'foreignOrigin'
  | 'gap'

export type DecodedUpdate = { ok: true; runs: CarriedRun[] } | { ok: false; fault: UpdateFault }

const contentAny = 8
const garbageCollected = 0
const skip = 10
const hasOrigin = 0x80
const hasRightOrigin = 0x40
const hasParentSub = 0x20

/** A tablet's outbox of one document holds a session or two a day; more writers than this in one update is an attack. */
export const clientsPerUpdate = 256
/** An outbox goes up in parts of 64 KB, some hundred facts each. */
export const elementsPerUpdate = 20_000

class Refused extends Error {
  constructor(readonly fault: UpdateFault) {
    super(fault)
  }
}

/** Decodes an update strictly; a run a writer's array, in the update's order. Never throws on any bytes. */
export function decodeUpdate(update: Uint8Array): DecodedUpdate {
  try {
    return { ok: true, runs: readUpdate(decoding.createDecoder(update)) }
  } catch (error) {
    return { ok: false, fault: error instanceof Refused ? error.fault : 'malformed' }
  }
}

function readUpdate(decoder: decoding.Decoder): CarriedRun[] {
  const clients = decoding.readVarUint(decoder)
  if (clients > clientsPerUpdate) throw new Refused('tooManyClients')
  const runs: CarriedRun[] = []
  const seen = new Set<ClientId>()
  for (let i = 0; i < clients; i++) {
    const structs = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    if (seen.has(client) || structs === 0) throw new Refused('malformed')
    seen.add(client)
    const elements: unknown[] = []
    for (let k = 0; k < structs; k++) {
      readStruct(decoder, client, clock + elements.length, elements)
      if (elements.length > elementsPerUpdate) throw new Refused('malformed')
    }
    runs.push({ client, clock, elements })
  }
  if (decoding.readVarUint(decoder) !== 0) throw new Refused('deleteSet')
  if (decoding.hasContent(decoder)) throw new Refused('malformed')
  return runs
}

function readStruct(decoder: decoding.Decoder, client: ClientId, clock: number, elements: unknown[]): void {
  const info = decoding.readUint8(decoder)
  const content = info & 0x1f
  if (content === garbageCollected || content === skip) throw new Refused('collectedOrSkipped')
  if (content !== contentAny) throw new Refused('foreignContent')
  if (info & (hasRightOrigin | hasParentSub)) throw new Refused('foreignOrigin')
  if (info & hasOrigin) {
    const originClient = decoding.readVarUint(decoder)
    const originClock = decoding.readVarUint(decoder)
    if (originClient !== client || originClock !== clock - 1) throw new Refused('foreignOrigin')
  } else {
    if (clock !== 0) throw new Refused('foreignOrigin')
    if (decoding.readVarUint(decoder) !== 1) throw new Refused('foreignRoot')
    if (decoding.readVarString(decoder) !== String(client)) throw new Refused('foreignRoot')
  }
  const length = decoding.readVarUint(decoder)
  if (length === 0 || length > elementsPerUpdate) throw new Refused('malformed')
  for (let i = 0; i < length; i++) elements.push(decoding.readAny(decoder))
}

/**
 * Encodes runs as one update, byte for byte as Yjs would: writers by falling clientID, touching runs of a writer as
 * one struct, a Skip for a hole. Runs of one writer must not overlap.
 */
export function encodeUpdate(
  runs: readonly { client: ClientId; clock: number; elements: readonly unknown[] }[],
): Uint8Array {
  const byClient = new Map<ClientId, { clock: number; elements: unknown[] }[]>()
  for (const { client, clock, elements } of [...runs].sort((a, b) => a.clock - b.clock)) {
    let parts = byClient.get(client)
    if (!parts) {
      parts = []
      byClient.set(client, parts)
    }
    const last = parts.at(-1)
    if (last && last.clock + last.elements.length === clock) last.elements.push(...elements)
    else parts.push({ clock, elements: [...elements] })
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, byClient.size)
  for (const [client, parts] of [...byClient].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, parts.length * 2 - 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, parts[0]!.clock)
    let end = parts[0]!.clock
    for (const { clock, elements } of parts) {
      if (clock > end) {
        encoding.writeUint8(encoder, skip)
        encoding.writeVarUint(encoder, clock - end)
      }
      writeStruct(encoder, client, clock, elements)
      end = clock + elements.length
    }
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

function writeStruct(
  encoder: encoding.Encoder,
  client: ClientId,
  clock: number,
  elements: readonly unknown[],
): void {
  if (clock === 0) {
    encoding.writeUint8(encoder, contentAny)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, String(client))
  } else {
    encoding.writeUint8(encoder, contentAny | hasOrigin)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock - 1)
  }
  encoding.writeVarUint(encoder, elements.length)
  for (const element of elements) encoding.writeAny(encoder, element as Json as encoding.AnyEncodable)
}
