import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RegionReport } from '../../server/operations/region.ts'
import { entity, journalDocument, lessonKey } from '../../src/domain/ledger/documents.ts'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import { firstSignIn, parta, type Served, sampleFolder, serve } from '../server/command-line/program.ts'
import { freePort } from '../server/free-port.ts'
import type { Person } from '../server/relay/school.ts'
import { TestDevice } from '../server/relay/test-device.ts'
import { TestWriter } from '../server/relay/writing.ts'
import { freshDatabase } from './databases.ts'

let folder: string
let address: string
let port: number
const servers: Served[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-region-'))
  address = await freshDatabase()
  port = await freePort()
})
afterAll(async () => {
  for (const server of servers) await server.end()
  rmSync(folder, { recursive: true })
})

const at = (...args: string[]) => parta(...args, '--database', address, '--data', folder)
const of = (id: string, ...args: string[]) =>
  parta(...args, '--database', `${address}#${id}`, '--data', folder)

const start = async (...more: string[]) => {
  const server = await serve('serve', '--database', address, '--data', folder, ...more)
  servers.push(server)
  return server
}

const report = async () =>
  (await (await fetch(`http://127.0.0.1:${port}/schools.json`)).json()) as RegionReport
const school = async (id: string) => (await report()).schools.find((one) => one.id === id)!

/** Runs statements on the lines of one school. */
async function inSchool(id: string, ...texts: string[]): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  await client.query(`SELECT set_config('parta.opening', '${id}', false)`)
  await client.query(
    `SELECT set_config('parta.school', (SELECT number FROM school WHERE id = '${id}')::text, false)`,
  )
  for (const text of texts) await client.query(text)
  await client.end()
}

const markOf = (pupil: string) => ({
  entity: entity.mark(lessonKey('2025-10-20', 3), '', pupil),
  attribute: 'mark' as const,
  value: '5',
})

test('an operator sees all schools of a region, as they stand in the database, whichever node they talk to', async () => {
  for (const [id, host] of [
    ['siva', '127.0.0.1'],
    ['vereya', 'vereya.example'],
  ] as const)
    expect(await at('school', 'add', id, '--host', host)).toMatchObject({ code: 0, err: '' })
  expect(await of('siva', 'import', sampleFolder, '--school', 'siva')).toMatchObject({ code: 0, err: '' })
  const busy = await start()
  await start('--metrics-port', String(port))

  const fresh = await report()
  expect(fresh.schools.map(({ id }) => id).sort()).toEqual(['siva', 'vereya'])
  expect(fresh.database).toMatchObject({ engine: 'postgres', free: null, archive: null })
  expect(fresh.database.bytes).toBeGreaterThan(1_000_000)
  // Nobody has been there: nothing stands out.
  expect(fresh.schools.flatMap(({ attention }) => attention)).toEqual([])
  expect(await school('vereya')).toMatchObject({ hosts: ['vereya.example'], devices: 0, lastContact: null })

  const invited = await of('siva', 'invite', '--person', 't2')
  const login = /логин: (\S+)/.exec(invited.out)?.[1] ?? ''
  const code = /код:? ([A-Z0-9]{5}-[A-Z0-9]{5})/.exec(invited.out)?.[1] ?? ''
  const { json } = await firstSignIn(busy.url, login, code)
  const { access, ...person } = json as unknown as Person & { access: string }
  const device = await TestDevice.connect(`${busy.url.replace('http', 'ws')}/sync`, access)
  const russian = await device.opened(journalDocument({ class: '2025-7a', subject: 'rus' }))
  const writer = new TestWriter(person, Date.now)
  // Each time the header of a writing session is the first element, and no entry.
  for (const pupil of ['p001', 'p002', 'p003']) russian.update(writer.write(markOf(pupil)))
  await russian.receipted(writer.client, 4)
  const stranger = new TestWriter({ ...person, user: 'other' as UserId }, Date.now)
  russian.update(stranger.write(markOf('p005')))
  await russian.first('refused')
  device.close()
  for (let wrong = 0; wrong < 6; wrong++)
    await fetch(`${busy.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'nobody', password: 'не тот пароль', device: { name: 'Проверка' } }),
    })
  // What was turned down is written with the next stop at the latest.
  expect(await busy.end()).toBe(0)

  const now = Date.now()
  const siva = await school('siva')
  expect(siva).toMatchObject({
    name: 'МБОУ «Сивинская СОШ»',
    hosts: ['127.0.0.1'],
    devices: 1,
    versions: [{ app: '0.1.0', devices: 1, recent: 1 }],
    familyDevices: 0,
    entriesToday: 3,
    entriesWeek: 3,
    schoolDaysWithoutContact: 0,
    schoolDaysWithoutEntries: 0,
    voidedWeek: 0,
    refusedWeek: 1,
    outbox: { waiting: 0, stuck: 0, failed: 0 },
    pausedLogins: 1,
    verified: null,
    attention: [],
  })
  expect(Math.abs(siva.lastContact! - now)).toBeLessThan(120_000)
  expect(Math.abs(siva.newestEntry! - now)).toBeLessThan(120_000)
  expect(await of('siva', 'verify', '--school', 'siva')).toMatchObject({ code: 0, err: '' })
  expect((await school('siva')).verified).toMatchObject({ ok: true })
})

test('what stands out in a school is said, and the school comes first', async () => {
  const hour = Math.floor(Date.now() / 3_600_000)
  const past = Date.now() - 40 * 86_400_000
  await inSchool(
    'siva',
    `UPDATE devices SET app = '0.0.9'`,
    `UPDATE intake SET voided = 30 WHERE hour >= ${hour - 24}`,
    `INSERT INTO intake (school, hour, refused) SELECT number, ${hour - 30}, 19 FROM school WHERE id = 'siva'`,
    // Two that should have gone, one of them tried in vain, and one that waits for its time.
    ...[
      `('a', 'email', 0, ${past}, NULL)`,
      `('b', 'email', 6, ${Date.now() + 3_600_000}, NULL)`,
      `('c', 'push', 0, ${Date.now() + 3_600_000}, NULL)`,
      `('d', 'email', 8, ${Date.now() - 3_600_000}, 'unreachable')`,
    ].map(
      (letter) =>
        `INSERT INTO outbox (school, key, way, tries, due, outcome, pupil, person, subject, text)
         SELECT number, l.*, 'p001', 'g1', 'Тайная тема', 'Тайный текст' FROM school,
           (VALUES ${letter}) AS l WHERE id = 'siva'`,
    ),
  )
  const { schools } = await report()
  expect(schools[0]).toMatchObject({
    id: 'siva',
    voidedWeek: 30,
    refusedWeek: 20,
    outbox: { waiting: 3, stuck: 2, failed: 1 },
    attention: [
      { kind: 'voided', count: 30 },
      { kind: 'refused', count: 20 },
      { kind: 'stuck', count: 2 },
      { kind: 'oldApp', count: 1 },
    ],
  })
  await inSchool('siva', `UPDATE devices SET last_seen = ${past}`, `UPDATE intake SET newest = ${past}`)
  const silent = await school('siva')
  expect(silent.attention[0]).toMatchObject({ kind: 'silent', days: silent.schoolDaysWithoutContact })
  // A device that has not been there cannot have been updated.
  expect(silent.attention.map(({ kind }) => kind)).not.toContain('oldApp')
})

test('the page says it in Russian or in English, names nobody and runs nothing', async () => {
  const page = async (language: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-language': language } })
    expect(answer.status).toBe(200)
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /)
    return answer.text()
  }
  const russian = await page('ru,en;q=0.8')
  expect(russian).toContain('<html lang="ru">')
  expect(russian).toContain('МБОУ «Сивинская СОШ»')
  expect(russian).toContain('не засчитано за 7 дней: 30 записей')
  const english = await page('en-GB,en;q=0.9,ru;q=0.5')
  expect(english).toContain('<html lang="en">')
  expect(english).toContain('did not count in 7 days: 30 entries')
  const all = russian + english + JSON.stringify(await report())
  expect(all).not.toMatch(/<script|p001|g1|nobody|Тайн|javascript:/)
})

test('it is told on this machine alone, and to no page of another name', async () => {
  const headers = { host: 'evil.example' }
  const [answer] = (await once(get({ port, path: '/schools.json', headers }), 'response')) as [
    IncomingMessage,
  ]
  answer.resume()
  expect(answer.statusCode).toBe(421)
})
