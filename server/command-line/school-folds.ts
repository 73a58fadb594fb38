import { journalName, readDocumentId, schoolDocument } from '../../src/domain/ledger/documents.ts'
import type { Fold } from '../../src/domain/ledger/fold.ts'
import type { LedgerFolds } from '../../src/exchange/export-tables.ts'
import type { Relay } from '../relay/relay.ts'

/** Folds every document of the school, one a turn of the event loop: a running relay goes on meanwhile. */
export async function foldSchool(relay: Relay): Promise<LedgerFolds> {
  const classes = new Map<string, Fold>()
  const families = new Map<string, Fold>()
  const journals = new Map<string, Fold>()
  for (const document of await relay.documents()) {
    const name = readDocumentId(document)
    if (name?.kind === 'class') classes.set(name.class, await relay.foldOf(document))
    if (name?.kind === 'family') families.set(name.pupil, await relay.foldOf(document))
    if (name?.kind === 'journal') journals.set(journalName(name), await relay.foldOf(document))
    await new Promise(setImmediate)
  }
  return { school: await relay.foldOf(schoolDocument), classes, families, journals }
}
