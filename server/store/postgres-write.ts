import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { isFact } from '../../src/domain/ledger/fact.ts'
import { receivedIn } from './intake.ts'
import type { LoadedDocument } from './loaded-document.ts'
import type { Connection } from './postgres-database.ts'
import { factKey } from './row-hash.ts'

type Standing = LoadedDocument & { loaded: { number: number } }

/** PostgreSQL takes 65,535 parameters a statement. */
const parametersLimit = 60_000

/** Stores what the works of a transaction wrote, as one change of the school. */
export async function writeDocuments(
  connection: Connection,
  school: number,
  change: number,
  documents: readonly LoadedDocument[],
): Promise<void> {
  await addDocuments(connection, school, documents)
  const standing = documents as Standing[]
  await setHeads(connection, school, standing)
  await writeWriters(connection, school, standing)
  await addRows(connection, school, change, standing)
  await indexFacts(connection, school, standing)
  await addPolicy(connection, school, change, standing)
  await countReceived(connection, school, standing)
  await replaceErased(connection, school, standing)
}

/** Lines of new documents; an order of their own keeps two schools' transactions apart, a school's follow one another. */
async function addDocuments(connection: Connection, school: number, documents: readonly LoadedDocument[]) {
  const added = documents.filter(({ loaded }) => loaded.number === undefined)
  const lines = await insert<{ number: number; name: DocumentId }>(
    connection,
    'document (school, name, seq, chain)',
    added.map(({ name, loaded }) => [school, name, loaded.seq, loaded.chain]),
    'RETURNING number, name',
  )
  const numbers = new Map(lines.map(({ name, number }) => [name, number]))
  for (const { name, loaded } of added) loaded.number = numbers.get(name)
}

async function setHeads({ query }: Connection, school: number, documents: readonly Standing[]) {
  const appended = documents.filter(({ written }) => written.entries.length > 0)
  if (appended.length === 0) return
  await query(
    `UPDATE document d SET seq = s.seq, chain = s.chain
     FROM unnest($2::bigint[], $3::bigint[], $4::bytea[]) AS s (number, seq, chain)
     WHERE d.school = $1 AND d.number = s.number`,
    [
      school,
      appended.map(({ loaded }) => loaded.number),
      appended.map(({ loaded }) => loaded.seq),
      appended.map(({ loaded }) => loaded.chain),
    ],
  )
}

async function writeWriters(connection: Connection, school: number, documents: readonly Standing[]) {
  const lines = documents.flatMap(({ loaded, written }) =>
    [...new Set([...written.bound, ...written.advanced])].map((client) => ({
      isNew: written.bound.has(client),
      document: loaded.number,
      client,
      ...loaded.writers.get(client)!,
    })),
  )
  await insert(
    connection,
    'writer (school, document, client, "user", device, next)',
    lines
      .filter(({ isNew }) => isNew)
      .map(({ document, client, user, device, next }) => [school, document, client, user, device, next]),
  )
  const moved = lines.filter(({ isNew }) => !isNew)
  if (moved.length === 0) return
  await connection.query(
    `UPDATE writer w SET next = s.next
     FROM unnest($2::bigint[], $3::bigint[], $4::bigint[]) AS s (document, client, next)
     WHERE w.school = $1 AND w.document = s.document AND w.client = s.client`,
    [
      school,
      moved.map(({ document }) => document),
      moved.map(({ client }) => client),
      moved.map(({ next }) => next),
    ],
  )
}

async function addRows(
  connection: Connection,
  school: number,
  change: number,
  documents: readonly Standing[],
) {
  const lines = documents.flatMap(({ loaded, written }) =>
    written.entries.map(({ entry: { seq, receipt, elements, hash }, chain, carries }) => {
      const { client, clock, length, author, device, as, times, verdict, reason, mac } = receipt
      return [
        ...[school, loaded.number, seq, client, clock, length, author, device, as, JSON.stringify(times)],
        ...[verdict, reason ?? null, mac, carries, elements && JSON.stringify(elements), hash, chain, change],
      ]
    }),
  )
  await insert(
    connection,
    `row (school, document, seq, client, clock, length, author, device, capacity, times, verdict, reason, mac, carries,
      elements, hash, chain, change)`,
    lines,
  )
}

async function indexFacts({ query }: Connection, school: number, documents: readonly Standing[]) {
  const keys: { document: number; key: number; seq: number }[] = []
  for (const { loaded, written } of documents)
    for (const {
      entry: { seq, elements },
      carries,
    } of written.entries)
      if (carries)
        for (const element of elements ?? [])
          if (isFact(element)) keys.push({ document: loaded.number, key: factKey(element[0]), seq })
  if (keys.length === 0) return
  await query(
    `INSERT INTO fact_index (school, document, key, seq)
     SELECT $1, document, key, seq FROM unnest($2::bigint[], $3::bigint[], $4::bigint[]) AS s (document, key, seq)
     ON CONFLICT DO NOTHING`,
    [school, keys.map(({ document }) => document), keys.map(({ key }) => key), keys.map(({ seq }) => seq)],
  )
}

async function addPolicy(
  connection: Connection,
  school: number,
  change: number,
  documents: readonly Standing[],
) {
  await insert(
    connection,
    'policy_fact (school, document, seq, clock, receipt, fact, change)',
    documents.flatMap(({ loaded, written }) =>
      written.policy.map(({ seq, receipt, fact }) => [
        ...[school, loaded.number, seq, receipt.clock],
        ...[JSON.stringify(receipt), fact && JSON.stringify(fact), change],
      ]),
    ),
  )
}

async function countReceived(connection: Connection, school: number, documents: readonly Standing[]) {
  await insert(
    connection,
    'intake (school, hour, entries, voided, newest)',
    receivedIn(documents.flatMap(({ written }) => written.entries)).map(
      ({ hour, entries, voided, newest }) => [school, hour, entries, voided, newest],
    ),
    `ON CONFLICT (school, hour) DO UPDATE SET entries = intake.entries + excluded.entries,
       voided = intake.voided + excluded.voided, newest = greatest(intake.newest, excluded.newest)`,
  )
}

async function replaceErased({ query }: Connection, school: number, documents: readonly Standing[]) {
  for (const { loaded, written } of documents) {
    for (const [seq, elements] of written.replaced)
      await query('UPDATE row SET elements = $4 WHERE school = $1 AND document = $2 AND seq = $3', [
        ...[school, loaded.number, seq],
        JSON.stringify(elements),
      ])
    if (written.forgotten.length > 0)
      await query(
        `UPDATE policy_fact p SET fact = NULL FROM unnest($3::bigint[], $4::bigint[]) AS s (seq, clock)
         WHERE p.school = $1 AND p.document = $2 AND p.seq = s.seq AND p.clock = s.clock`,
        [
          ...[school, loaded.number],
          written.forgotten.map(({ seq }) => seq),
          written.forgotten.map(({ clock }) => clock),
        ],
      )
  }
}

/** Inserts lines, as many a statement as there may be parameters. */
export async function insert<Line extends object>(
  { query }: Connection,
  into: string,
  lines: readonly (readonly unknown[])[],
  ending = '',
): Promise<Line[]> {
  const width = lines[0]?.length ?? 1
  const atOnce = Math.floor(parametersLimit / width)
  const answers: Line[] = []
  for (let from = 0; from < lines.length; from += atOnce) {
    const part = lines.slice(from, from + atOnce)
    const values = part.map(
      (_, line) => `(${part[line]!.map((_, at) => `$${line * width + at + 1}`).join()})`,
    )
    answers.push(...(await query<Line>(`INSERT INTO ${into} VALUES ${values.join()} ${ending}`, part.flat())))
  }
  return answers
}
