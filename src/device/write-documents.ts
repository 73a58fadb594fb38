import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Entry } from '../domain/ledger/fact.ts'
import type { PersonSession } from './person-session.ts'

/** Documents written at a time: opening one reads the disk, and a school has some hundreds of families. */
const atOnce = 16

/**
 * Writes entries of many documents, in the order given, each document's in one transaction. What stands already is not
 * written again, so that after a break the same call completes the rest and changes nothing else. `onDocument` hears how
 * many are on disk. Rejects when the session ends before that.
 */
export async function writeDocuments(
  session: Pick<PersonSession, 'open' | 'release'>,
  entries: ReadonlyMap<DocumentId, readonly Entry[]>,
  onDocument: (written: number) => void = () => {},
): Promise<void> {
  const queue = [...entries]
  let written = 0
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [id, own] = next
      const document = await session.open(id)
      try {
        await document.assert(own)
      } finally {
        session.release(id)
      }
      onDocument(++written)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
