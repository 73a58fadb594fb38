import type { DocumentId } from '../domain/ledger/documents.ts'
import { canonical, type Entry, type Json } from '../domain/ledger/fact.ts'
import type { Fate, Fold } from '../domain/ledger/fold.ts'
import { factWriter, importUser } from '../domain/ledger/ids.ts'
import type { Assertion } from './saying.ts'

/**
 * What an import has to write, by document, in the assertions' order. It writes only where a folder differs from what
 * import last said, and never puts back a value that somebody has replaced since: an assertion is left out if its cell
 * held that value at any time from import's last word on (from the beginning, if import never spoke of it). So the
 * same folder, or one just exported, changes nothing, whatever happened in between.
 */
export function planImport(
  assertions: readonly Assertion[],
  foldOf: (document: DocumentId) => Fold,
): Map<DocumentId, Entry[]> {
  const plan = new Map<DocumentId, Entry[]>()
  const folds = new Map<DocumentId, Fold>()
  for (const { document, entity, attribute, value } of assertions) {
    let fold = folds.get(document)
    if (!fold) {
      fold = foldOf(document)
      folds.set(document, fold)
    }
    if (!isNews(fold.history(entity, attribute), value)) continue
    const entries = plan.get(document) ?? []
    entries.push({ entity, attribute, value })
    plan.set(document, entries)
  }
  return plan
}

function isNews(history: readonly Fate[], value: Json): boolean {
  const counted = history.filter(({ receipt }) => receipt?.verdict !== 'void').sort(byArrival)
  const lastWord = counted.findLastIndex(isImported)
  // An empty column takes back what import said, not what others entered.
  if (value === null && lastWord < 0) return false
  const text = canonical(value)
  return !counted.slice(Math.max(lastWord, 0)).some((fact) => canonical(fact.value) === text)
}

function isImported({ id, receipt }: Fate): boolean {
  return (receipt?.author ?? factWriter(id).user) === importUser
}

function byArrival(a: Fate, b: Fate): number {
  const at = ({ receipt }: Fate) => receipt?.receivedAt ?? Number.POSITIVE_INFINITY
  if (at(a) !== at(b)) return at(a) - at(b)
  return a.id < b.id ? -1 : 1
}
