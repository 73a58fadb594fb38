import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgres, UnfitDatabase } from '../../server/store/postgres-database.ts'
import { prepareSchool, upgradeTables } from '../../server/store/postgres-schema.ts'
import { upgrades } from '../../server/store/postgres-upgrades.ts'
import { parta } from '../server/command-line/program.ts'
import { freshDatabase } from './databases.ts'

/**
 * A school that the first version has imported, as `pg_dump --inserts` wrote it, with its keys; and the statements that
 * the first version makes. Recorded from it, never anew.
 */
const first = fileURLToPath(new URL('./version-1/', import.meta.url))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parta-version-1-'))
  cpSync(join(first, 'keys'), folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function asked<Line extends object>(address: string, ...texts: string[]): Promise<Line[]> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    let lines: Line[] = []
    for (const text of texts) lines = (await client.query<Line>(text)).rows
    return lines
  } finally {
    await client.end()
  }
}

/** A database as the first version has left it. */
async function ofFirstVersion(): Promise<string> {
  const address = await freshDatabase()
  await asked(address, readFileSync(join(first, 'school.sql'), 'utf8'))
  return address
}

const versionOf = async (address: string) =>
  (await asked<{ version: number }>(address, 'SELECT version FROM parta_schema'))[0]!.version

/** Everything that stands in the tables, as text, but for what `devices` has got. */
async function contents(address: string, names: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const name of names) {
    const lines = await asked<{ line: string }>(
      address,
      `SELECT set_config('parta.school', '1', false)`,
      `SELECT (to_jsonb(t) - 'app')::text AS line FROM ${name} t ORDER BY 1`,
    )
    found[name] = lines.map(({ line }) => line)
  }
  return found
}

const tableNames = async (address: string) =>
  (
    await asked<{ name: string }>(
      address,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'parta_schema' ORDER BY 1`,
    )
  ).map(({ name }) => name)

/** Columns, keys, indexes, policies and functions. */
async function form(address: string): Promise<string[]> {
  const lines = await asked<{ line: string }>(
    address,
    `SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS line
       FROM information_schema.columns WHERE table_schema = 'public'
     UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT format('%s %s %s', tablename, policyname, qual) FROM pg_policies
     UNION ALL SELECT format('%s %s %s', relname, relrowsecurity, relforcerowsecurity) FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
     UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
     ORDER BY 1`,
  )
  return lines.map(({ line }) => line)
}

test('a school of the first version is upgraded by whoever opens it, keeps all, verifies and goes on', async () => {
  const address = await ofFirstVersion()
  const names = await tableNames(address)
  expect(names.length).toBeGreaterThan(20)
  const before = await contents(address, names)
  expect(before.row!.length).toBeGreaterThan(5)
  expect(await versionOf(address)).toBe(1)

  const at = (...args: string[]) => parta(...args, '--database', address, '--data', folder)
  const verified = await at('verify', '--school', 'siva')
  expect(verified).toMatchObject({ code: 0, err: '' })
  expect(verified.out).toContain(String(before.row!.length))
  expect(await versionOf(address)).toBe(1 + upgrades.length)
  expect(await contents(address, names)).toEqual(before)
  expect((await at('user', 'list')).out).toContain('babushkina')
  expect(await at('invite', '--person', 't1')).toMatchObject({ code: 0, err: '' })
})

test('a fresh database has what an upgraded one has', async () => {
  const [old, fresh] = [await ofFirstVersion(), await freshDatabase()]
  for (const address of [old, fresh]) {
    const database = await openPostgres(address)
    await database.transact(upgradeTables)
    await database.close()
  }
  expect(await form(old)).toEqual(await form(fresh))
})

test('of nodes that start at once one upgrades, and the others find it done', async () => {
  const address = await ofFirstVersion()
  const nodes = await Promise.all([1, 2, 3].map(() => openPostgres(address)))
  const opened = await Promise.all(nodes.map((node) => prepareSchool(node, 'school')))
  expect(new Set(opened.map(({ incarnation }) => incarnation)).size).toBe(1)
  expect(await versionOf(address)).toBe(1 + upgrades.length)
  for (const node of nodes) await node.close()
})

test('while a copy is made of it, which reads every table, nothing is changed and nobody waits long', async () => {
  const address = await ofFirstVersion()
  const copying = new pg.Client(address)
  await copying.connect()
  await copying.query('BEGIN; LOCK TABLE devices IN ACCESS SHARE MODE')
  const node = await openPostgres(address)
  const refused: unknown = await prepareSchool(node, 'school').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(UnfitDatabase)
  expect((refused as Error).message).toContain('копирование')
  expect(await versionOf(address)).toBe(1)
  expect(await tableNames(address)).not.toContain('intake')
  await copying.query('COMMIT')
  await copying.end()
  await prepareSchool(node, 'school')
  expect(await versionOf(address)).toBe(1 + upgrades.length)
  await node.close()
})

test('every statement that nodes of the first version make holds on the upgraded tables', async () => {
  const address = await ofFirstVersion()
  const database = await openPostgres(address)
  await database.transact(upgradeTables)
  await database.close()
  const statements = JSON.parse(readFileSync(join(first, 'statements.json'), 'utf8')) as string[]
  expect(statements.length).toBeGreaterThan(80)
  const client = new pg.Client(address)
  await client.connect()
  for (const [index, statement] of statements.entries())
    await client.query(`PREPARE s${index} AS ${statement}`)
  await client.end()
})
