import type { DocumentId } from '../domain/ledger/documents.ts'
import type { Blobs } from './blobs.ts'
import type { PersonDatabase, ReceiptRecord, RowRecord } from './database.ts'

/** Facts that waited for the relay and can't be read any more: all that is left of them is how many, and since when. */
export interface LostFacts {
  document: DocumentId
  facts: number
  /** Device time of the first of them, ms since 1970. */
  since: number
}

const lostKey = 'lost'

/** Records of a document whose blobs do not open. */
export interface Broken {
  rows: readonly RowRecord[]
  receipts: readonly ReceiptRecord[]
}

/**
 * Opens every record that opens; the others come back as broken. A platform that opens nothing at the moment, a
 * freshly sealed blob included, breaks nothing: then it rejects.
 */
export async function openEach<R, T>(
  blobs: Blobs,
  records: readonly R[],
  open: (record: R) => Promise<T>,
): Promise<{ opened: T[]; broken: R[] }> {
  const results = await Promise.allSettled(records.map(open))
  const failed = records.filter((_, index) => results[index]!.status === 'rejected')
  const broken: R[] = []
  if (failed.length > 0) await blobs.openState('probe', await blobs.sealState('probe', 1))
  // Once more, one by one: what failed for want of memory opens now.
  for (const record of failed)
    await open(record).then(
      () => undefined,
      () => broken.push(record),
    )
  if (broken.length < failed.length) {
    const rest = records.filter((record) => !broken.includes(record))
    return { opened: await Promise.all(rest.map(open)), broken }
  }
  return { opened: results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), broken }
}

/**
 * Takes broken records out of a document. What the relay has is asked for anew, from the beginning; what waited is
 * counted as lost. The epoch grows, so that no tab goes on from what is gone.
 */
export async function takeOut(database: PersonDatabase, document: DocumentId, broken: Broken): Promise<void> {
  await database.write(async () => {
    const ids = broken.rows.map(({ id }) => id!)
    // Another tab may have been faster.
    const rows = (await database.rows.bulkGet(ids)).flatMap((row) => row ?? [])
    await database.rows.bulkDelete(ids)
    await database.receipts.bulkDelete(broken.receipts.map(({ id }) => id!))
    await database.snapshots.delete(document)
    const record = await database.documents.get(document)
    const epoch = (record?.epoch ?? 0) + 1
    const isOnServer = rows.some(({ since }) => since === undefined) || broken.receipts.length > 0
    const cursor = isOnServer ? null : (record?.cursor ?? null)
    if (rows.length + broken.receipts.length > 0) await database.documents.put({ document, cursor, epoch })
    const lost = rows.flatMap(({ since, facts = 0 }) =>
      since === undefined ? [] : { document, facts, since },
    )
    await addLost(database, lost)
  })
}

/** Inside a write transaction: adds to what was lost. */
export async function addLost(database: PersonDatabase, lost: readonly LostFacts[]): Promise<void> {
  if (lost.length === 0) return
  await database.state.put({ key: lostKey, value: [...(await readLost(database)), ...lost] })
}

/** What was lost and nobody has acknowledged yet. */
export async function readLost(database: PersonDatabase): Promise<readonly LostFacts[]> {
  return ((await database.state.get(lostKey))?.value ?? []) as readonly LostFacts[]
}

/** A person has read what was lost. */
export async function acknowledgeLost(database: PersonDatabase): Promise<void> {
  await database.write(() => database.state.delete(lostKey))
}
