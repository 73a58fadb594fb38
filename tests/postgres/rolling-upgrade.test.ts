import 'fake-indexeddb/auto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { foldStored } from '../../server/relay/own-facts.ts'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { entity, journalDocument, lessonKey } from '../../src/domain/ledger/documents.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import { parta, type Served, sampleFolder, serve } from '../server/command-line/program.ts'
import { signedInTablet, type Tablet } from '../server/command-line/tablet.ts'
import { freshDatabase } from './databases.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parta-upgrade-'))
})
const servers: Served[] = []
const tablets: Tablet[] = []
afterEach(async () => {
  for (const tablet of tablets.splice(0)) await tablet.end()
  for (const server of servers.splice(0)) await server.end()
})
afterAll(() => rmSync(folder, { recursive: true }))

const journalOf = (subject: string) => journalDocument({ class: '2025-7a', subject })
const teachers = [
  ['t2', 'rus'],
  ['t5', 'pe'],
] as const

/** What a later version may do while nodes of this one work: it adds. Each table gets a column, and there is one more. */
async function addToSchema(address: string): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  )
  expect(rows.length).toBeGreaterThan(20)
  for (const { name } of rows) await client.query(`ALTER TABLE ${name} ADD COLUMN later text`)
  await client.query('CREATE TABLE of_later (school integer NOT NULL REFERENCES school, word text)')
  await client.query('UPDATE parta_schema SET version = version + 1')
  await client.end()
}

it('nodes are stopped and started one after another while teachers write, the database already a later one’s: no receipt is lost', async () => {
  const address = await freshDatabase()
  const place = ['--database', address, '--data', join(folder, 'keys')]
  const at = (...args: string[]) => parta(...args, ...place)
  expect(await at('import', sampleFolder, '--school', 'siva')).toMatchObject({ code: 0, err: '' })
  const start = async () => {
    const server = await serve('serve', ...place)
    servers.push(server)
    return server
  }
  const [one, two] = [await start(), await start()]
  for (const [person, subject] of teachers)
    tablets.push(await signedInTablet(one.url, await at('invite', '--person', person), journalOf(subject)))

  const written: FactId[][] = tablets.map(() => [])
  let step = 0
  let done = false
  const writing = tablets.map(async (tablet, index) => {
    for (let count = 0; !done; count++) {
      const [id] = await tablet.journal.assert([
        {
          entity: entity.mark(lessonKey('2025-10-20', 3), '', `p${step}-${count}`),
          attribute: 'mark',
          value: '5',
        },
      ])
      written[index]!.push(id!)
      await tablet.receipted(id!)
    }
  })
  /** Runs on after each tablet had some more receipts. */
  const someMore = async () => {
    step++
    const from = written.map(({ length }) => length)
    while (written.some(({ length }, index) => length < from[index]! + 3))
      await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const moveTo = ({ url }: Served) => {
    for (const tablet of tablets) tablet.dial(url)
  }

  await someMore()
  const stopped = one.end()
  moveTo(two)
  expect(await stopped).toBe(0)
  await someMore()
  // The first is upgraded: it starts again, devices come back to it, and the second is stopped.
  const newer = await start()
  moveTo(newer)
  await someMore()
  // The last of the old ones goes on with a database that the new version has added to.
  await addToSchema(address)
  await someMore()
  moveTo(two)
  await someMore()
  done = true
  await Promise.all(writing)
  expect(await two.end()).toBe(0)
  expect(await newer.end()).toBe(0)

  // Once it has been added to, this version is not started on it again.
  expect(await at('serve', '--port', '0')).toMatchObject({
    code: 1,
    err: expect.stringContaining('более новой версией'),
  })
  const client = new pg.Client(address)
  await client.connect()
  await client.query('UPDATE parta_schema SET version = version - 1')
  await client.end()
  expect(await at('verify', '--school', 'siva')).toMatchObject({ code: 0, err: '' })
  const database = await openPostgres(address)
  const store = await PostgresRowStore.open(database, 'school')
  for (const [index, [, subject]] of teachers.entries()) {
    const fold = await foldStored(store, journalOf(subject))
    for (const id of written[index]!) expect(fold.fact(id)?.receipt).toMatchObject({ verdict: 'ok' })
    expect(written[index]!.map((id) => fold.fact(id)?.receipt)).toEqual(
      written[index]!.map((id) => tablets[index]!.journal.fold.fact(id)?.receipt),
    )
  }
  await database.close()
})
