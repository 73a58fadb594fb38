import 'fake-indexeddb/auto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { entity, journalDocument, lessonKey } from '../../src/domain/ledger/documents.ts'
import { until } from '../device/ledger-samples.ts'
import { firstSignIn, parta, post, type Served, sampleFolder, serve } from '../server/command-line/program.ts'
import { signedInTablet, type Tablet } from '../server/command-line/tablet.ts'
import { freshDatabase } from './databases.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parta-postgres-'))
})
const servers: Served[] = []
const tablets: Tablet[] = []
afterEach(async () => {
  for (const tablet of tablets.splice(0)) await tablet.end()
  for (const server of servers.splice(0)) await server.end()
})
afterAll(() => rmSync(folder, { recursive: true }))

const path = (name: string) => join(folder, name)
const journalOf = (subject: string) => journalDocument({ class: '2025-7a', subject })
const mark = (pupil: string) => ({
  entity: entity.mark(lessonKey('2025-10-20', 3), '', pupil),
  attribute: 'mark' as const,
  value: '5',
})
const codeIn = (text: string) => /код:? ([A-Z0-9]{5}-[A-Z0-9]{5})/.exec(text)?.[1] ?? ''

/** A server of the school of a database, with the keys of a folder. */
async function node(address: string, keys: string): Promise<Served> {
  const server = await serve('serve', '--database', address, '--data', path(keys))
  servers.push(server)
  return server
}

describe('a school in a PostgreSQL with two servers', () => {
  let address: string
  const at = (...args: string[]) => parta(...args, '--database', address, '--data', path('one'))
  beforeAll(async () => {
    address = await freshDatabase()
    const founded = await at('import', sampleFolder, '--school', 'siva')
    if (founded.code !== 0) throw new Error(founded.err)
    cpSync(path('one'), path('two'), { recursive: true })
  })

  it('is signed in to on one and worked with on the other; all commands find it; the chain verifies', async () => {
    const [first, second] = [await node(address, 'one'), await node(address, 'two')]
    const vera = await signedInTablet(first.url, await at('invite', '--person', 't2'), journalOf('rus'))
    tablets.push(vera)
    const [one] = await vera.journal.assert([mark('p001')])
    await vera.receipted(one!)
    // Her next line is to the other server: nothing is sent again, and what she writes there is receipted.
    vera.dial(second.url)
    const [two] = await vera.journal.assert([mark('p002')])
    await vera.receipted(two!)

    const admin = await firstSignIn(second.url, 'admin', codeIn(second.out() || first.out()))
    expect(admin.status).toBe(200)
    const { refresh } = admin.json
    expect(await post(`${first.url}/api/refresh`, { refresh })).toMatchObject({ status: 200 })

    expect(await at('verify', '--school', 'siva')).toMatchObject({ code: 0, err: '' })
    const month = ['--class', '7А', '--month', '2025-09', '--format', 'json']
    const report = await at('report', 'attendance-month', '--school', 'siva', ...month)
    expect(JSON.parse(report.out)).toMatchObject({ report: 'attendance-month', school: 'siva' })
    expect((await at('import', sampleFolder, '--school', 'siva')).out).toContain('Изменений нет')
    expect((await at('user', 'list')).out).toContain('admin\t')
    expect(await at('export', path('exported'), '--school', 'siva')).toMatchObject({ code: 0 })
    expect(await at('verify', '--school', 'other')).toMatchObject({ code: 1 })
  })

  it('shows on one server what was entered on the other, and shuts out there who is shut out by a command', async () => {
    const [first, second] = [await node(address, 'one'), await node(address, 'two')]
    const teacher = await signedInTablet(first.url, await at('invite', '--person', 't4'), journalOf('hist'))
    // She leads the class, and reads all its journals.
    const leader = await signedInTablet(second.url, await at('invite', '--person', 't1'), journalOf('hist'))
    tablets.push(teacher, leader)
    const [id] = await teacher.journal.assert([mark('p003')])
    await until(
      () => leader.journal.fold.fact(id!)?.receipt?.verdict === 'ok',
      'the entry on the other server',
    )

    const invited = await at('invite', '--person', 't6')
    const login = /логин: (\S+)/.exec(invited.out)?.[1] ?? ''
    const { json } = await firstSignIn(first.url, login, codeIn(invited.out))
    const socket = new WebSocket(`${second.url.replace('http', 'ws')}/sync/school`, [
      'parta',
      `ticket.${json.access}`,
    ])
    await new Promise((resolve) => socket.once('message', resolve))
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    expect(await at('user', 'disable', login)).toMatchObject({ code: 0 })
    expect(await closed).toBe(4403)
  })

  it('is refused to a server with other keys, or none', async () => {
    const without = await parta('serve', '--database', address, '--data', path('none'), '--port', '0')
    expect(without).toMatchObject({ code: 1, err: expect.stringContaining('relay.key') })
    await parta('import', sampleFolder, '--school', 'siva', '--data', path('foreign'))
    cpSync(path('one/push.key'), path('foreign/push.key'))
    const foreign = await parta('serve', '--database', address, '--data', path('foreign'), '--port', '0')
    expect(foreign).toMatchObject({ code: 1, err: expect.stringContaining('не от этой школы') })
  })
})

describe('what is wrong with a database', () => {
  const opened = (address: string) =>
    parta('serve', '--database', address, '--data', path('wrong'), '--port', '0')

  it('is said in a sentence', async () => {
    const address = await freshDatabase()
    expect(await opened('mysql://somewhere/parta')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Адрес базы записан неверно'),
    })
    expect(await opened('postgres://relay@127.0.0.1:1/parta')).toMatchObject({
      code: 1,
      err: expect.stringContaining('не отвечает (ECONNREFUSED)'),
    })
    expect(await opened(`${address}x`)).toMatchObject({ code: 1, err: expect.stringContaining('createdb') })
    expect(await opened(address.replace('relay@', 'nobody@'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('«nobody»'),
    })
    expect(await opened(`${address}?options=-c%20synchronous_commit%3Doff`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('synchronous_commit = off'),
    })
    expect(await parta('verify', '--school', 'siva', '--database', address)).toMatchObject({
      code: 1,
      err: expect.stringContaining('школы там ещё нет'),
    })
    const client = new pg.Client(address)
    await client.connect()
    await client.query('CREATE TABLE parta_schema (version integer); INSERT INTO parta_schema VALUES (9)')
    await client.end()
    expect(await opened(address)).toMatchObject({
      code: 1,
      err: expect.stringContaining('более новой версией'),
    })
    expect(await parta('backup', path('copy'), '--database', address)).toMatchObject({
      code: 2,
      err: expect.stringContaining('pg_dump'),
    })
  })
})

describe('a server whose database goes away', () => {
  let database: PostgresServer
  beforeAll(async () => {
    database = await startPostgres()
  })
  afterAll(() => database.remove())

  it('refuses, ends its lines, and goes on by itself when it is back', async () => {
    const place = ['--database', database.address, '--data', path('lost')]
    await parta('import', sampleFolder, '--school', 'siva', ...place)
    const server = await node(database.address, 'lost')
    const tablet = await signedInTablet(
      server.url,
      await parta('invite', '--person', 't5', ...place),
      journalOf('pe'),
    )
    tablets.push(tablet)
    const [before] = await tablet.journal.assert([mark('p001')])
    await tablet.receipted(before!)
    await database.kill()
    const refused = await fetch(`${server.url}/api/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh: 'x'.repeat(43) }),
    })
    expect([refused.status, await refused.json()]).toEqual([503, { error: 'unavailable' }])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const [meanwhile] = await tablet.journal.assert([mark('p002')])
    await database.start()
    tablet.dial(server.url)
    await tablet.receipted(meanwhile!)
    expect(await parta('verify', '--school', 'siva', ...place)).toMatchObject({ code: 0 })
  })
})
