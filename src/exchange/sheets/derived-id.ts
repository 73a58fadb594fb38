import type { TableName } from '../layout.ts'

/**
 * Ids of rows that come from a school's own lists: derived from what a row is about, so that one list read twice, or
 * on two computers, makes one and the same. `taken`: ids that stand for somebody else; a namesake gets the next number.
 */
export function derivedIds(taken: Iterable<string> = []): (table: TableName, key: string) => string {
  const used = new Set(taken)
  return (table, key) => {
    const first = `${table}-${fingerprint(key)}`
    let id = first
    for (let number = 2; used.has(id); number++) id = `${first}-${number}`
    used.add(id)
    return id
  }
}

/** 64 bits of FNV-1a over the text's UTF-16 units, in base 36: two of ten thousand keys meet once in 10^11 schools. */
function fingerprint(text: string): string {
  const prime = 0x100000001b3n
  const mask = 0xffffffffffffffffn
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++) hash = ((hash ^ BigInt(text.charCodeAt(at))) * prime) & mask
  return hash.toString(36)
}
