import { promisify } from 'node:util'
import { deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Element } from '../../src/domain/ledger/fact.ts'
import { type Entry, encodeEntries } from '../../src/sync/frames.ts'
import { elementsHash } from '../store/row-hash.ts'
import type { LogEntry } from '../store/row-store.ts'
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

/**
 * Log entries as they travel: consecutive rows of one writer and verdict become one run under one receipt, signed
 * anew. Elements that the receiver sent himself (`isOwn`) are left out.
 */
export function mergeRuns(
  keys: RelayKeys,
  document: DocumentId,
  entries: readonly LogEntry[],
  isOwn: (entry: LogEntry) => boolean,
): Entry[] {
  const merged: Entry[] = []
  let run:
    | { receipt: UnsignedReceipt; elements: Element[]; own: boolean; parts: number; last: LogEntry }
    | undefined
  const close = () => {
    if (!run) return
    const { elements, own, parts, last } = run
    const receipt = parts === 1 ? last.receipt : sign(keys, document, run.receipt, elementsHash(elements))
    merged.push({ receipt, elements: own ? null : elements })
    run = undefined
  }
  for (const entry of entries) {
    const { receipt, elements } = entry
    if (!elements) {
      close()
      merged.push({ receipt, elements: null })
      continue
    }
    const own = isOwn(entry)
    if (run && run.own === own && continues(run.receipt, receipt)) {
      run.receipt = joinReceipts(run.receipt, receipt)
      run.elements.push(...elements)
      run.parts++
    } else {
      close()
      run = { receipt, elements: [...elements], own, parts: 1, last: entry }
    }
  }
  close()
  return merged
}

/** Packs entries at once: for the few rows of one commit. */
export function packNow(entries: readonly Entry[]): Body {
  const body = encodeEntries(entries)
  return body.length > packLimit
    ? { packed: true, body: deflateRawSync(body, { level }) }
    : { packed: false, body }
}

/** Packs entries beside the event loop: for downloads. */
export async function pack(entries: readonly Entry[]): Promise<Body> {
  const body = encodeEntries(entries)
  return body.length > packLimit
    ? { packed: true, body: await deflate(body, { level }) }
    : { packed: false, body }
}
