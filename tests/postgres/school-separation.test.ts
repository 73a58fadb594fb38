import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDemoRecord } from '../../server/command-line/demo-record.ts'
import { Outbox } from '../../server/delivery/outbox.ts'
import { Subscriptions } from '../../server/delivery/subscriptions.ts'
import { note } from '../../server/operations/school-notes.ts'
import { openDatabase } from '../../server/store/database.ts'
import { openPostgres, type PostgresDatabase } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { claimKey, prepareSchool } from '../../server/store/postgres-schema.ts'
import { SqliteTables } from '../../server/store/sqlite-tables.ts'
import type { DeviceId } from '../../src/domain/ledger/ids.ts'
import { entry, fact, journal, owner } from '../server/store/row-store-contract.ts'
import { freshDatabase } from './databases.ts'
import { startPostgres } from './postgres-server.ts'
import { openPostgresParts, type PostgresParts } from './school-parts.ts'

const now = () => Date.parse('2026-02-02T04:00:00Z')
const failed = (error: unknown) => {
  throw error
}
/** Of the database as a whole: the number of the form of its tables. */
const common = ['parta_schema', 'served_host']

let database: PostgresDatabase
let school: { id: string; number: number; parts: PostgresParts }[]

beforeAll(async () => {
  database = await openPostgres(await freshDatabase())
  school = []
  for (const id of ['one', 'two'])
    school.push({
      id,
      ...(await prepareSchool(database, id)),
      parts: await openPostgresParts(database, id, now, failed),
    })
})
afterAll(() => database.close())

/** Something in every table; the same in each school, so that keys would collide if they did not name the school. */
async function fill({ id, parts: { tables, accounts, files } }: (typeof school)[number]): Promise<void> {
  const store = await PostgresRowStore.open(database, id)
  await store.transact([{ document: journal, stretches: [{ client: 1, clock: 0, length: 2 }] }], (rows) => {
    rows.bind(journal, 1, owner)
    rows.append(journal, entry(1, 0))
    const { receipt } = rows.append(journal, entry(1, 1))
    rows.addPolicyRecord(journal, 2, { receipt, fact: fact(1, 1) })
  })
  const { user } = await accounts.create({ login: 'trefilova', person: 'p1', administrator: false })
  const code = await accounts.invite(user)
  const typed = { login: 'trefilova', password: 'снег и луна', address: '192.0.2.1' }
  const device = { name: 'Планшет' }
  const signedIn = await accounts.signIn.withCode({ ...typed, code, device })
  if (!signedIn.ok) throw new Error(signedIn.error)
  await accounts.signIn.withPassword({ ...typed, password: 'не тот пароль', device })
  await accounts.shares.keep(user, signedIn.device, { ticket: 't', share: 's', proof: 'p' })
  await accounts.linkFamily(user, 'p1', 'g1')
  await accounts.linkEsia(user, { issuer: 'https://esia', subject: '1' })
  await accounts.pending.put('state', {})
  const far = { school: 'far', user }
  await accounts.linkSchool({ user, far, host: 'far.example', name: 'Дальняя' })
  await accounts.farSchools!.codes.leave('code', { kind: 'open', far, user, value: {} })
  await accounts.revokeDevice(user, signedIn.device)
  const again = await accounts.signIn.withPassword({ ...typed, device })
  if (!again.ok) throw new Error(again.error)
  const bytes = Buffer.from('лист')
  const hash = createHash('sha256').update(bytes).digest('hex')
  await files.put(hash, { type: 'text/plain', bytes }, journal, user)
  const { device: phone } = again
  const keys = { p256dh: 'p', auth: 'a' }
  await new Subscriptions(tables).put(user, phone as DeviceId, { endpoint: 'https://push/1', keys }, now())
  const letter = { key: 'a', way: 'email', pupil: 'p1', person: 'g1', subject: '', text: '', due: 1 } as const
  await new Outbox(tables).put([letter])
  await tables.query(
    'INSERT INTO absence_watch (school, document, cell, due) VALUES (:school, ?, ?, ?)',
    ...[journal, 'cell', 1],
  )
  await writeDemoRecord(tables, { yearEnds: '2026-05-29', complete: true })
  await note(tables, 'verified', now(), { ok: true, rows: 2 })
  await claimKey(database.of(store.school), store.school, 'relay.key', 'print')
}

async function tableNames(): Promise<string[]> {
  const lines = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  )
  return lines.map(({ name }) => name).filter((name) => !common.includes(name))
}

async function count(number: number, table: string): Promise<number> {
  const [line] = await database.of(number).query<{ count: number }>(`SELECT count(*) FROM ${table}`)
  return line!.count
}

test('whatever one school keeps, in any table, the other neither sees nor changes, though its statements name no school', async () => {
  const [one, two] = school as [(typeof school)[number], (typeof school)[number]]
  const names = await tableNames()
  expect(names.length).toBeGreaterThan(20)
  await fill(one)
  for (const name of names) {
    expect([name, await count(one.number, name)]).not.toEqual([name, 0])
    // Its own line in the list of schools it has from the start.
    expect([name, await count(two.number, name)]).toEqual([name, name === 'school' ? 1 : 0])
  }
  const own = database.of(two.number)
  const before = await Promise.all(names.map((name) => count(one.number, name)))
  for (const name of names) {
    if (name === 'school') continue
    expect(await own.query(`DELETE FROM ${name} RETURNING school`)).toEqual([])
    const moved = own.query(`UPDATE ${name} SET school = ${two.number} RETURNING school`)
    expect(await moved).toEqual([])
  }
  expect(await own.query(`UPDATE school SET incarnation = 'mine' WHERE id = 'one' RETURNING id`)).toEqual([])
  expect(await Promise.all(names.map((name) => count(one.number, name)))).toEqual(before)
  // Nor does it write a line as the other's.
  const foreign = own.query(`INSERT INTO failed_attempts VALUES (${one.number}, 'login:x', 5, 1)`)
  await expect(foreign).rejects.toThrow(/row-level security/)
})

test('the same logins, tickets, endpoints and digests stand in both schools at once', async () => {
  const [one, two] = school as [(typeof school)[number], (typeof school)[number]]
  await fill(two)
  for (const { parts } of [one, two]) {
    expect(await parts.accounts.store.list()).toHaveLength(1)
    expect(await parts.accounts.shares.holder('t')).toBeDefined()
    expect(await parts.files.used()).toBe(8)
  }
  await two.parts.accounts.disable((await two.parts.accounts.store.byLogin('trefilova'))!.user)
  expect((await one.parts.accounts.store.byLogin('trefilova'))?.disabled).toBe(false)
})

test('every key begins with the school, and every table is under row-level security', async () => {
  const keys = await database.query<{ name: string; first: string }>(
    `SELECT c.relname AS name, a.attname AS first FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'school'`,
  )
  expect(keys.length).toBeGreaterThan(20)
  const others = keys.filter(({ name, first }) => first !== 'school' && !common.includes(name))
  expect(others).toEqual([])
  const open = await database.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
     AND NOT (relrowsecurity AND relforcerowsecurity) AND relname <> ALL (ARRAY[${common.map((name) => `'${name}'`)}])`,
  )
  expect(open).toEqual([])
})

test('what PostgreSQL says against a statement does not repeat what its line holds', async () => {
  const { accounts } = school[0]!.parts
  const again = accounts.create({ login: 'trefilova', person: 'p2', administrator: false })
  const error: unknown = await again.catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: '23505', constraint: 'accounts_school_login_key' })
  expect(JSON.stringify(error)).not.toContain('trefilova')
})

test('a statement that names no school is not asked', async () => {
  await expect(school[0]!.parts.tables.query('SELECT 1 AS one')).rejects.toThrow('of no school')
})

test('a role that would see all schools is refused', async () => {
  const server = await startPostgres()
  try {
    await expect(openPostgres(server.superuser)).rejects.toThrow(
      'PostgreSQL: роль parta видит строки всех школ (SUPERUSER или BYPASSRLS).',
    )
  } finally {
    await server.remove()
  }
})

test('SQLite has the same tables with the same columns, without the school', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parta-columns-'))
  const sqlite = openDatabase(folder)
  new SqliteTables(sqlite)
  const ofSqlite = sqlite
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all() as { name: string }[]
  for (const { name } of ofSqlite) {
    const columns = sqlite.pragma(`table_info(${name})`) as { name: string }[]
    const lines = await database.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_name = '${name}' AND column_name NOT IN ('school', 'rowid')`,
    )
    const sorted = (all: readonly { name: string }[]) => all.map((column) => column.name).sort()
    expect([name, sorted(lines)]).toEqual([name, sorted(columns)])
  }
  sqlite.close()
  rmSync(folder, { recursive: true })
})
