import { type Element, isErased } from '../domain/ledger/fact.ts'
import type { Blobs } from './blobs.ts'
import type { RowRecord } from './database.ts'
import type { ReceivedEntry } from './store.ts'

/**
 * The records, of those held, in which facts stand that the relay says were erased: sealed anew with what is left of
 * them. None where nothing of the kind came.
 */
export async function forgetting(
  blobs: Blobs,
  held: readonly RowRecord[],
  entries: readonly ReceivedEntry[],
): Promise<RowRecord[]> {
  const erased = new Map<string, Element>()
  for (const { receipt, elements } of entries)
    elements?.forEach((element, index) => {
      if (isErased(element)) erased.set(`${receipt.client},${receipt.clock + index}`, element)
    })
  if (erased.size === 0) return []
  const renewed: RowRecord[] = []
  for (const record of held) {
    const row = await blobs.openRow(record)
    let changed = false
    const elements = row.elements.map((element, index) => {
      const left = erased.get(`${row.client},${row.clock + index}`)
      if (!left || isErased(element)) return element
      changed = true
      return left
    })
    if (!changed) continue
    const { blob } = await blobs.sealRow(record.document, { ...row, elements }, false)
    renewed.push({ ...record, blob })
  }
  return renewed
}
