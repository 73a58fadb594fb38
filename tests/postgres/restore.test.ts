import 'fake-indexeddb/auto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { foldStored } from '../../server/relay/own-facts.ts'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { entity, journalDocument, lessonKey } from '../../src/domain/ledger/documents.ts'
import type { Fold } from '../../src/domain/ledger/fold.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import { parta, type Served, sampleFolder, serve } from '../server/command-line/program.ts'
import { signedInTablet, type Tablet } from '../server/command-line/tablet.ts'
import { type PostgresServer, startPostgres, systemPrograms } from './postgres-server.ts'

const deploy = fileURLToPath(new URL('../../server/deploy/', import.meta.url))

let folder: string
let database: PostgresServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-drill-'))
  database = await startPostgres()
})
const servers: Served[] = []
const tablets: Tablet[] = []
afterEach(async () => {
  for (const tablet of tablets.splice(0)) await tablet.end()
  for (const server of servers.splice(0)) await server.end()
})
afterAll(async () => {
  await database.remove()
  rmSync(folder, { recursive: true })
})

const named = (address: string, name: string) => address.replace(/postgres$/, name)
const place = (name: string) => ['--database', named(database.address, name), '--data', join(folder, 'keys')]
const journalOf = (subject: string) => journalDocument({ class: '2025-7a', subject })
const mark = (pupil: string) => ({
  entity: entity.mark(lessonKey('2025-10-20', 3), '', pupil),
  attribute: 'mark' as const,
  value: '5',
})

async function asSuperuser(text: string): Promise<void> {
  const client = new pg.Client(database.superuser)
  await client.connect()
  // A statement a query: CREATE DATABASE is alone.
  for (const statement of text.split(';')) await client.query(statement)
  await client.end()
}

/** Runs one of the operator's scripts, with the programs of the tests' PostgreSQL. */
function script(name: string, ...args: string[]): void {
  const PATH = `${systemPrograms()}${delimiter}${process.env.PATH}`
  execFileSync(join(deploy, name), args, {
    env: { ...process.env, PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** A copy of a database while nodes work with it; what puts it into a new one. */
async function copyOf(name: string): Promise<(restored: string) => Promise<void>> {
  const own = `OWNER relay`
  if (systemPrograms() !== undefined) {
    const file = join(folder, `${name}.copy`)
    script('backup.sh', named(database.superuser, name), file)
    return async (restored) => {
      await asSuperuser(`CREATE DATABASE ${restored} ${own}`)
      script('restore.sh', file, named(database.superuser, restored), 'relay')
    }
  }
  // What npm brings has no pg_dump; the server itself copies a database that nobody is connected to.
  await asSuperuser(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false;
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}';
    CREATE DATABASE ${name}_copy TEMPLATE ${name} ${own};
    ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
  return async (restored) => {
    await asSuperuser(`CREATE DATABASE ${restored} TEMPLATE ${name}_copy ${own}`)
    const client = new pg.Client(named(database.superuser, restored))
    await client.connect()
    await client.query(readFileSync(join(deploy, 'after-restore.sql'), 'utf8'))
    await client.end()
  }
}

async function node(name: string): Promise<Served> {
  const server = await serve('serve', ...place(name))
  servers.push(server)
  return server
}

/** Teachers of the sample school with a journal each. */
const teachers = [
  ['t2', 'rus'],
  ['t4', 'hist'],
  ['t5', 'pe'],
] as const

/** A school's incarnation in a database, and its journals as they stand there. */
async function stored(name: string): Promise<{ incarnation: string; journals: Fold[] }> {
  const opened = await openPostgres(named(database.address, name))
  const store = await PostgresRowStore.open(opened, 'school')
  const journals = await Promise.all(teachers.map(([, subject]) => foldStored(store, journalOf(subject))))
  await opened.close()
  return { incarnation: store.incarnation, journals }
}

it('the restore drill: what was receipted after the copy was made comes back from the tablets', async () => {
  await asSuperuser('CREATE DATABASE region OWNER relay')
  const founded = await parta('import', sampleFolder, '--school', 'siva', ...place('region'))
  expect(founded).toMatchObject({ code: 0, err: '' })
  const nodes = [await node('region'), await node('region')]
  for (const [at, [person, subject]] of teachers.entries()) {
    const invited = await parta('invite', '--person', person, ...place('region'))
    tablets.push(await signedInTablet(nodes[at % 2]!.url, invited, journalOf(subject)))
  }
  const written: FactId[][] = tablets.map(() => [])
  const write = async (index: number, pupil: string) => {
    const [id] = await tablets[index]!.journal.assert([mark(pupil)])
    written[index]!.push(id!)
    await tablets[index]!.receipted(id!)
  }
  let copied = false
  const writing = tablets.map(async (_, index) => {
    for (let count = 0; !copied || count < 3; count++) await write(index, `before${count}`)
  })
  const restore = await copyOf('region')
  copied = true
  await Promise.all(writing)
  for (let index = 0; index < tablets.length; index++) await write(index, 'after')
  const receiptsOf = ({ journals }: { journals: Fold[] }) =>
    journals.map((fold, index) => written[index]!.map((id) => fold.fact(id)?.receipt))
  const before = await stored('region')

  for (const server of servers.splice(0)) expect(await server.end()).toBe(0)
  await restore('restored')
  const copy = await stored('restored')
  expect(copy.incarnation).not.toBe(before.incarnation)
  for (const receipts of receiptsOf(copy)) expect(receipts.at(-1)).toBeUndefined()

  const again = await node('restored')
  for (const tablet of tablets) tablet.dial(again.url)
  const lost = receiptsOf(before)
  for (let index = 0; index < tablets.length; index++) await write(index, 'again')
  const healed = receiptsOf(await stored('restored'))
  expect(healed.map((receipts) => receipts.slice(0, -1))).toEqual(lost)
  for (const receipts of healed) expect(receipts.at(-1)).toMatchObject({ verdict: 'ok' })
  expect(await parta('verify', '--school', 'siva', ...place('restored'))).toMatchObject({ code: 0, err: '' })
})
