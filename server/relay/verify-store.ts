import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Damage, RowStore } from '../store/row-store.ts'
import type { RelayKeys } from './keys.ts'
import { isGenuine } from './mac.ts'

export type Verified = { ok: true; rows: number } | ({ ok: false } & Damage)

/**
 * Checks every log of a store, `only` one, or the ends of them, `newest` rows in all: content, chain, end, signatures. Names the
 * first damage, in Russian.
 */
export async function verifyStore(
  store: Pick<RowStore, 'verify'>,
  keys: RelayKeys,
  { newest, only }: { newest?: number | undefined; only?: DocumentId } = {},
): Promise<Verified> {
  const found = await store.verify(
    (document, { receipt, hash }) =>
      isGenuine(keys, document, receipt, hash) ? null : 'подпись квитанции не сходится с ключом сервера',
    newest,
    only,
  )
  return 'rows' in found ? { ok: true, rows: found.rows } : { ok: false, ...found }
}
