import { promisify } from 'node:util'
import { deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Element } from '../../src/domain/ledger/fact.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'
import { packReceipt } from '../../src/sync/receipt-tuple.ts'
import { elementsHash } from '../store/row-hash.ts'
import type { KeptEntry, LogEntry } from '../store/row-store.ts'
import type { RelayKeys } from './keys.ts'
import { sign, type UnsignedReceipt } from './mac.ts'
import { continues, joinReceipts } from './receipt-runs.ts'

/** Below this a body travels as it is: compressing a single mark makes it longer. */
const packLimit = 500

/** A year's journal is at most 2 % longer than at zlib's own level, 6, for two thirds of the processor. */
const level = 5

const deflate = promisify<Uint8Array, ZlibOptions, Uint8Array>(deflateRaw)

/** The body of a `rows` frame. */
export interface Body {
  packed: boolean
  body: Uint8Array
}

/** A log entry on its way to readers; of one that a download takes from the store, the elements as JSON. */
export type Leaving = Pick<LogEntry, 'receipt' | 'elements'> | KeptEntry

/** Elements of an entry, null where it carries none. */
export function elementsOf(entry: Leaving): readonly Element[] | null {
  if (!('json' in entry)) return entry.elements
  return entry.json === null ? null : (JSON.parse(entry.json) as Element[])
}

/** A run with its receipt, its elements as JSON; null: the receiver sent them himself. */
interface Run {
  receipt: Receipt
  json: string | null
}

/**
 * Log entries as they travel: consecutive rows of one writer and verdict become one run under one receipt, signed
 * anew. Elements that the receiver sent himself (`isOwn`) are left out. Of a row that stays by itself nothing is parsed:
 * most of a first download is what a tablet delivered in one piece.
 */
export function mergeRuns(
  keys: RelayKeys,
  document: DocumentId,
  entries: readonly Leaving[],
  isOwn: (entry: Leaving) => boolean,
): Run[] {
  const merged: Run[] = []
  let run: { receipt: UnsignedReceipt; parts: [Leaving, ...Leaving[]]; own: boolean } | undefined
  const close = () => {
    if (!run) return
    const { parts, own } = run
    const [first] = parts
    if (parts.length === 1) merged.push({ receipt: first.receipt, json: own ? null : jsonOf(first) })
    else {
      const elements = parts.flatMap((part) => elementsOf(part) ?? [])
      const receipt = sign(keys, document, run.receipt, elementsHash(elements))
      merged.push({ receipt, json: own ? null : JSON.stringify(elements) })
    }
    run = undefined
  }
  for (const entry of entries) {
    const { receipt } = entry
    if (('json' in entry ? entry.json : entry.elements) === null) {
      close()
      merged.push({ receipt, json: null })
      continue
    }
    const own = isOwn(entry)
    if (run && run.own === own && continues(run.receipt, receipt)) {
      run.receipt = joinReceipts(run.receipt, receipt)
      run.parts.push(entry)
    } else {
      close()
      run = { receipt, parts: [entry], own }
    }
  }
  close()
  return merged
}

function jsonOf(entry: Leaving): string | null {
  return 'json' in entry ? entry.json : JSON.stringify(entry.elements)
}

/** The bytes that `decodeEntries` reads. */
function encodeRuns(runs: readonly Run[]): Uint8Array {
  const texts = runs.map(({ receipt, json }) => `[${JSON.stringify(packReceipt(receipt))},${json}]`)
  return Buffer.from(`[${texts.join(',')}]`)
}

/** Packs runs at once: for the few rows of one commit. */
export function packNow(runs: readonly Run[]): Body {
  const body = encodeRuns(runs)
  return body.length > packLimit
    ? { packed: true, body: deflateRawSync(body, { level }) }
    : { packed: false, body }
}

/** Packs runs beside the event loop: for downloads. */
export async function pack(runs: readonly Run[]): Promise<Body> {
  const body = encodeRuns(runs)
  return body.length > packLimit
    ? { packed: true, body: await deflate(body, { level }) }
    : { packed: false, body }
}
