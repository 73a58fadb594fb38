import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entity, journalDocument, lessonKey } from '../../src/domain/ledger/documents.ts'
import { firstSignIn, parta, post, type Served, sampleFolder, serve } from '../server/command-line/program.ts'
import { freePort } from '../server/free-port.ts'
import type { Person } from '../server/relay/school.ts'
import { TestDevice, until } from '../server/relay/test-device.ts'
import { TestWriter } from '../server/relay/writing.ts'
import { freshDatabase } from './databases.ts'

let folder: string
let address: string
let server: Served
let port: number
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-idle-'))
  address = await freshDatabase()
  port = await freePort()
})
afterAll(async () => {
  await server?.end()
  rmSync(folder, { recursive: true })
})

const at = (...args: string[]) => parta(...args, '--database', address, '--data', folder)
const ofSiva = (...args: string[]) => parta(...args, '--database', `${address}#siva`, '--data', folder)

/** Schools that are open in the process. */
async function open(): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(/^parta_schools (\d+)$/m.exec(text)?.[1])
}

async function ask(host: string): Promise<number> {
  const asked = get(`${server.url}/api/school`, { headers: { host }, agent: false })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  return answer.statusCode!
}

async function inSiva<Line extends object>(text: string): Promise<Line[]> {
  const client = new pg.Client(address)
  await client.connect()
  await client.query(`SELECT set_config('parta.opening', 'siva', false)`)
  await client.query(
    `SELECT set_config('parta.school', (SELECT number FROM school WHERE id = 'siva')::text, false)`,
  )
  const { rows } = await client.query<Line>(text)
  await client.end()
  return rows
}

test('a school that nobody asks for is closed, and at the next word there again with all that it had', async () => {
  for (const [id, host] of [
    ['siva', '127.0.0.1'],
    ['vereya', 'vereya.example'],
  ] as const)
    expect(await at('school', 'add', id, '--host', host)).toMatchObject({ code: 0, err: '' })
  expect(await ofSiva('import', sampleFolder, '--school', 'siva')).toMatchObject({ code: 0, err: '' })
  const invited = await ofSiva('invite', '--person', 't2')
  const place = ['--database', address, '--data', folder, '--metrics-port', String(port)]
  server = await serve('serve', ...place, '--idle-minutes', '0.02')
  expect(await open()).toBe(0)
  const login = /логин: (\S+)/.exec(invited.out)?.[1] ?? ''
  const code = /код:? ([A-Z0-9]{5}-[A-Z0-9]{5})/.exec(invited.out)?.[1] ?? ''
  const { json } = await firstSignIn(server.url, login, code)
  const { access, refresh, ...person } = json as unknown as Person & { access: string; refresh: string }
  const dial = (token: string) => TestDevice.connect(`${server.url.replace('http', 'ws')}/sync`, token)
  const journal = journalDocument({ class: '2025-7a', subject: 'rus' })

  // Whoever is connected keeps his school open; the other is closed.
  const device = await dial(access)
  expect(await ask('vereya.example')).toBe(200)
  expect(await open()).toBe(2)
  await until(async () => (await open()) === 1)
  const russian = await device.opened(journal)
  const writer = new TestWriter(person, Date.now)
  const mark = entity.mark(lessonKey('2025-10-20', 3), '', 'p001')
  russian.update(writer.write({ entity: mark, attribute: 'mark', value: '5' }))
  await russian.receipted(writer.client, 2)
  const { incarnation } = device
  device.close()
  await until(async () => (await open()) === 0)

  // Many at once open it once; tokens, the log and its cursors are what they were.
  expect(await Promise.all([1, 2, 3, 4].map(() => ask('127.0.0.1')))).toEqual([200, 200, 200, 200])
  expect(await open()).toBe(1)
  const again = await post(`${server.url}/api/refresh`, { refresh })
  expect(again.status).toBe(200)
  const back = await dial(again.json.access as string)
  expect(back.incarnation).toBe(incarnation)
  const opened = back.open(journal, russian.cursor())
  await opened.first('caughtUp')
  opened.update(writer.write({ entity: mark, attribute: 'mark', value: '4' }, [writer.ids()[0]!]))
  await until(() => opened.receipts(writer.client).length > 0)
  expect(opened.receipts(writer.client)[0]).toMatchObject({ clock: 2, verdict: 'ok' })
  back.close()
  await until(async () => (await open()) === 0)
  expect(await ask('vereya.example')).toBe(200)
})

test('a school with a letter that is due is opened without anybody asking, and closed after', async () => {
  await until(async () => (await open()) === 0)
  const outcome = async () =>
    (await inSiva<{ outcome: string | null }>(`SELECT outcome FROM outbox WHERE key = 'waits'`))[0]?.outcome
  await inSiva(
    `INSERT INTO outbox (school, key, way, pupil, person, subject, text, due)
     SELECT number, 'waits', 'email', 'p001', 'g1', '', '', 1 FROM school WHERE id = 'siva'`,
  )
  // There is no mail server, and it is a notice of no day: it is given up.
  await until(async () => (await outcome()) !== null)
  expect(await outcome()).toBe('unreachable')
  await until(async () => (await open()) === 0)
  expect(server.log()).not.toMatch(/failed|not closed|not opened|"level":(40|50|60)/)
  expect(await server.end()).toBe(0)
  expect(await ofSiva('verify', '--school', 'siva')).toMatchObject({ code: 0, err: '' })
})
