import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../server/store/database.ts'
import { entity, journalDocument, lessonKey } from '../../src/domain/ledger/documents.ts'
import { firstSignIn, parta, post, type Served, sampleFolder, serve } from '../server/command-line/program.ts'
import { signedInTablet, type Tablet } from '../server/command-line/tablet.ts'
import { freePort } from '../server/free-port.ts'
import { freshDatabase } from './databases.ts'

let folder: string
let server: Served | undefined
let tablet: Tablet | undefined
let newcomer: Tablet | undefined
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parta-migrate-'))
})
afterEach(async () => {
  await tablet?.end()
  await newcomer?.end()
  await server?.end()
})
afterAll(() => rmSync(folder, { recursive: true }))

const path = (name: string) => join(folder, name)
const journal = journalDocument({ class: '2025-7a', subject: 'rus' })
const mark = (pupil: string) => ({
  entity: entity.mark(lessonKey('2025-10-20', 3), '', pupil),
  attribute: 'mark' as const,
  value: '5',
})

/** All that the database of a folder holds, table by table, each line as text. */
function dump(dataFolder: string): Record<string, string[]> {
  const database = openDatabase(dataFolder)
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()
    return Object.fromEntries(
      (tables as { name: string }[]).map(({ name }) => {
        // The order of events is told by it.
        const order = name === 'account_events' ? 'rowid, ' : ''
        const lines = database.prepare(`SELECT ${order}* FROM ${name}`).raw().all() as unknown[][]
        const text = (value: unknown) =>
          value instanceof ArrayBuffer || Buffer.isBuffer(value)
            ? Buffer.from(value as ArrayBuffer).toString('hex')
            : value
        return [name, lines.map((line) => JSON.stringify(line.map(text))).sort()]
      }),
    )
  } finally {
    database.close()
  }
}

it('moves a school with all that it has and back, and its devices notice nothing', async () => {
  const data = path('data')
  const at = (...args: string[]) => parta(...args, '--data', data)
  expect(await at('import', sampleFolder, '--school', 'siva')).toMatchObject({ code: 0 })
  server = await serve('serve', '--data', data)
  tablet = await signedInTablet(server.url, await at('invite', '--person', 't2'), journal)
  const [before] = await tablet.journal.assert([mark('p001')])
  await tablet.receipted(before!)
  const invited = await at('invite', '--person', 't1')
  const [, login = ''] = /логин: (\S+)/.exec(invited.out) ?? []
  const [, code = ''] = /код: (\S+)/.exec(invited.out) ?? []
  const { json: leader } = await firstSignIn(server.url, login, code)
  const sheet = Buffer.from('контрольная работа')
  const hash = createHash('sha256').update(sheet).digest('hex')

  const address = await freshDatabase()
  const move = (from: string, to: string, keys = data) =>
    parta('migrate', '--from', from, '--to', to, '--data', keys)
  expect(await move(data, address)).toMatchObject({
    code: 1,
    err: expect.stringContaining('Остановите сервер'),
  })
  expect(await server.end()).toBe(0)
  // As a teacher's tablet sends it; the file lies beside the database.
  const database = openDatabase(data)
  database.exec(`INSERT INTO files VALUES ('${hash}', 'text/plain', ${sheet.length}, 1)`)
  database.exec(`INSERT INTO file_journals SELECT '${hash}', '${journal}', user, 1 FROM accounts LIMIT 1`)
  database.close()
  mkdirSync(join(data, 'files'), { recursive: true })
  writeFileSync(join(data, 'files', hash), sheet)
  const was = dump(data)
  cpSync(data, path('spare'), { recursive: true })

  expect(await move(data, address)).toMatchObject({ code: 0, err: '' })
  expect(await at('serve', '--port', '0')).toMatchObject({
    code: 1,
    err: expect.stringContaining('перенесена'),
  })
  expect(await move(data, await freshDatabase())).toMatchObject({ code: 1 })
  expect(await move(path('spare'), address)).toMatchObject({
    code: 1,
    err: expect.stringContaining('уже есть школа'),
  })

  // There and back again without anybody having touched it: equal in every line.
  const other = await freshDatabase()
  expect(await move(path('spare'), other)).toMatchObject({ code: 0 })
  expect(await move(other, path('back'))).toMatchObject({ code: 0, err: '' })
  expect(dump(path('back'))).toEqual(was)
  expect(readFileSync(join(path('back'), 'files', hash))).toEqual(sheet)
  expect(readFileSync(path('back/relay.key'))).toEqual(readFileSync(path('data/relay.key')))
  expect(await parta('verify', '--school', 'siva', '--data', path('back'))).toMatchObject({ code: 0 })
  expect(await move(other, path('again'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('уже перенесена'),
  })
  expect(existsSync(path('again/parta.sqlite'))).toBe(false)

  // The tablet and the leader's session go on where they were.
  const port = await freePort()
  server = await serve('serve', '--database', address, '--data', data, '--metrics-port', String(port))
  tablet.dial(server.url)
  const [after] = await tablet.journal.assert([mark('p002')])
  await tablet.receipted(after!)
  expect(tablet.journal.fold.fact(before!)?.receipt?.verdict).toBe('ok')
  expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('parta_resyncs_total 0')
  const { refresh } = leader
  expect(await post(`${server.url}/api/refresh`, { refresh })).toMatchObject({ status: 200 })
  // What is new gets numbers of its own: accounts' events, a journal that had no entries.
  const there = ['--database', address, '--data', data]
  newcomer = await signedInTablet(
    server.url,
    await parta('invite', '--person', 't4', ...there),
    journalDocument({ class: '2025-7a', subject: 'hist' }),
  )
  const [first] = await newcomer.journal.assert([mark('p001')])
  await newcomer.receipted(first!)
  expect(await parta('verify', '--school', 'siva', '--database', address, '--data', data)).toMatchObject({
    code: 0,
  })
  expect(await move(address, path('home'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('Остановите все её серверы'),
  })
  await server.end()
  expect(await move(address, path('home'))).toMatchObject({ code: 0 })
  server = await serve('serve', '--data', path('home'))
  tablet.dial(server.url)
  const [last] = await tablet.journal.assert([mark('p003')])
  await tablet.receipted(last!)
})
