import 'fake-indexeddb/auto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { RegionReport } from '../../../server/operations/region.ts'
import { entity, journalDocument, lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { UserId } from '../../../src/domain/ledger/ids.ts'
import type { Person } from '../relay/school.ts'
import { TestDevice } from '../relay/test-device.ts'
import { TestWriter } from '../relay/writing.ts'
import { firstSignIn, parta, type Served, sampleFolder, serve } from './program.ts'
import { signedInTablet } from './tablet.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let data: string
let server: Served
let port: number
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'parta-operator-'))
  const founded = await parta('import', sampleFolder, '--school', 'siva', '--data', data)
  if (founded.code !== 0) throw new Error(founded.err)
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  port = (free.address() as AddressInfo).port
  free.close()
  await once(free, 'close')
  server = await serve('serve', '--data', data, '--metrics-port', String(port))
})
afterAll(async () => {
  await server?.end()
  rmSync(data, { recursive: true })
})

const ask = async (path: string, url = `http://127.0.0.1:${port}`) => {
  const answer = await fetch(`${url}${path}`)
  return { status: answer.status, text: await answer.text() }
}

/** The value of a line of the text format. */
const value = (text: string, name: string) =>
  Number(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1])

const markOf = (pupil: string) => ({
  entity: entity.mark(lessonKey('2025-10-20', 3), '', pupil),
  attribute: 'mark' as const,
  value: '5',
})

it('answers the operator’s tools on a port of their own, and counts what tablets do', async () => {
  expect(await ask('/health')).toEqual({ status: 200, text: 'ok\n' })
  expect(await ask('/ready')).toEqual({ status: 200, text: 'ok\n' })
  const invited = await parta('invite', '--person', 't1', '--data', data)
  const tablet = await signedInTablet(
    server.url,
    invited,
    journalDocument({ class: '2025-7a', subject: 'math' }),
  )
  const before = (await ask('/metrics')).text
  expect(value(before, 'parta_receipt_seconds_count')).toBe(0)
  for (const pupil of ['p1', 'p2', 'p3'])
    await tablet.receipted((await tablet.journal.assert([markOf(pupil)]))[0]!)
  const { text } = await ask('/metrics')
  expect(value(text, 'parta_receipt_seconds_count')).toBe(3)
  expect(value(text, 'parta_connections')).toBe(1)
  expect(value(text, 'parta_schools')).toBe(1)
  // Three facts of one writing session, whose first row says whose it is.
  expect(value(text, 'parta_entry_age_seconds_count')).toBe(3)
  const rows = 'parta_rows_total{verdict="ok"}'
  expect(value(text, rows) - (value(before, rows) || 0)).toBe(4)
  expect(value(text, 'parta_receipts_total')).toBe(3)
  expect(text).toContain('process_resident_memory_bytes')
  // Nobody's data: neither people nor documents are named.
  expect(text).not.toMatch(/p1|t1|2025-7a|math/)
  await tablet.end()
})

it('shows the school as its database tells of it, and what it lacks', async () => {
  const report = async () => JSON.parse((await ask('/schools.json')).text) as RegionReport
  const before = await report()
  expect(before.attention).toContain('notCopied')
  expect(before.database).toMatchObject({ engine: 'sqlite', copied: null, archive: null })
  expect(before.database.free).toBeGreaterThan(0)
  // The tablet of the test before, which names no version.
  expect(before.schools).toMatchObject([
    {
      id: 'siva',
      name: 'МБОУ «Сивинская СОШ»',
      devices: 1,
      versions: [{ app: '', devices: 1, recent: 1 }],
      entriesWeek: 3,
      voidedWeek: 0,
      attention: [],
    },
  ])
  const copied = await parta('backup', join(data, '..', `${basename(data)}-copy.sqlite`), '--data', data)
  expect(copied).toMatchObject({ code: 0, err: '' })
  rmSync(join(data, '..', `${basename(data)}-copy.sqlite`))
  expect(await parta('verify', '--school', 'siva', '--data', data)).toMatchObject({ code: 0 })
  const after = await report()
  expect(after.attention).not.toContain('notCopied')
  expect(after.schools[0]!.verified).toMatchObject({ ok: true })
  expect((await ask('/')).text).toContain('МБОУ «Сивинская СОШ»')
})

it('says nothing of it on the school’s own port', async () => {
  const { text } = await ask('/metrics', server.url)
  expect(text).not.toContain('parta_')
  expect((await ask('/other')).status).toBe(404)
})

it('counts what it turns down, asks for anew and folds, and logs all of it without anybody’s data', async () => {
  const invited = await parta('invite', '--person', 't2', '--data', data)
  const login = /логин: (\S+)/.exec(invited.out)?.[1] ?? ''
  const code = /код:? ([A-Z0-9]{5}-[A-Z0-9]{5})/.exec(invited.out)?.[1] ?? ''
  expect((await firstSignIn(server.url, login, 'AAAAA-AAAAA')).status).toBe(401)
  const { status, json } = await firstSignIn(server.url, login, code)
  expect(status).toBe(200)
  const { access, refresh, ...person } = json as unknown as Person & { access: string; refresh: string }
  const before = (await ask('/metrics')).text
  const device = await TestDevice.connect(`${server.url.replace('http', 'ws')}/sync`, access)
  const russian = await device.opened(journalDocument({ class: '2025-7a', subject: 'rus' }))
  const late = new TestWriter(person, Date.now)
  late.add(markOf('p004'))
  // Its first row has not come.
  russian.update(late.update(1))
  await russian.first('resync')
  russian.update(late.update())
  await russian.receipted(late.client, 2)
  const stranger = new TestWriter({ ...person, user: 'other' as UserId }, Date.now)
  russian.update(stranger.write(markOf('p005')))
  await russian.first('refused')
  device.close()
  const month = ['--class', '7А', '--month', '2025-09', '--format', 'json']
  const report = await parta('report', 'attendance-month', '--school', 'siva', ...month, '--data', data)
  expect(report.code).toBe(0)
  const after = (await ask('/metrics')).text
  const moved = (name: string) => value(after, name) - (value(before, name) || 0)
  expect(moved('parta_resyncs_total')).toBe(1)
  expect(moved('parta_refusals_total{code="foreignWriter"}')).toBe(1)
  expect(moved('parta_receipts_total')).toBe(1)
  expect(moved('parta_fold_seconds_count')).toBeGreaterThan(0)

  const log = server.log()
  expect(log).toContain('/api/first-sign-in')
  expect(log).toContain('refused')
  const people = ['staff.csv', 'pupils.csv'].flatMap((file) =>
    readFileSync(join(sampleFolder, file), 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(/[,;]/).filter((word) => /^[А-ЯЁ][а-яё]{2,}$/.test(word))),
  )
  expect(people.length).toBeGreaterThan(50)
  const secrets = [login, code, access, refresh, person.user, person.device, 'снег и луна', 'Проверка']
  const entries = ['p004', 'p005', '2025-10-20', '2025-7a', 'AAAAA-AAAAA']
  expect([...people, ...secrets, ...entries].filter((word) => log.includes(word))).toEqual([])
})
