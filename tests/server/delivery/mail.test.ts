import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Delivery } from '../../../server/delivery/delivery.ts'
import { type MailSettings, readMailSettings } from '../../../server/delivery/mail-settings.ts'
import { Families } from '../../../server/families/families.ts'
import { entity, familyDocument, threadDocument } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import type { DeviceId, UserId } from '../../../src/domain/ledger/ids.ts'
import { addDays } from '../../../src/domain/policy/policy.ts'
import { readFamily } from '../../../src/domain/school/family-view.ts'
import { lessonOn, startFamilySchool, teach } from '../families/family-school.ts'
import { imported } from '../http/school-server.ts'
import { until } from '../relay/test-device.ts'
import { type MailServer, startMail } from './mail-server.ts'

let server: Awaited<ReturnType<typeof startFamilySchool>>
let mail: MailServer
let delivery: Delivery | undefined
const warned: object[] = []
const log = { warn: (fields: object) => warned.push(fields), error: (fields: object) => warned.push(fields) }
const teacher = { user: 'teach' as UserId, device: 'dev1' as DeviceId, as: 'classTeacher' as const }

const settings = (more: Partial<MailSettings> = {}): MailSettings => ({
  ...{ host: '127.0.0.1', port: mail.port, tls: 'none', from: 'journal@school.example' },
  ...more,
})
function start(more: Partial<MailSettings> = {}, waits = Array(8).fill(20) as number[]): void {
  const { relay, accounts, tables, now } = server.school
  const families = new Families(relay, accounts)
  const publicUrl = 'https://journal.school.example'
  delivery = new Delivery({ relay, families, tables, now, log, mail: settings(more), publicUrl, waits })
}
const stop = async () => {
  await delivery?.stop()
  delivery = undefined
}
const record = (document: ReturnType<typeof familyDocument>, entries: Entry[]) =>
  server.school.relay.record(document, [imported(entries)])
const mother = (email: string | undefined, consent: boolean): Entry[] => [
  {
    entity: entity.guardian('g1'),
    attribute: 'guardian',
    value: {
      id: 'g1',
      pupil: 'p1',
      last: 'Белова',
      first: 'Мария',
      ...(email === undefined ? {} : { email }),
    },
  },
  {
    entity: entity.consent('g1', 'notices'),
    attribute: 'consent',
    value: consent ? { given: server.today } : { given: server.today, withdrawn: server.today },
  },
]
/** Each time days of its own are told of. */
let ask = 0
async function asks(): Promise<string> {
  ask++
  const from = addDays(server.today, -10 - ask)
  const name = entity.informed('p1', from, server.today)
  const value = { from, to: server.today, how: 'email' }
  await server.school.relay.record(familyDocument('p1'), [
    { writer: teacher, entries: [{ entity: name, attribute: 'informed.asked', value }] },
  ])
  return from
}
const family = async () => readFamily(await server.school.relay.foldOf(familyDocument('p1')), 'p1')
const informed = async (from: string) => (await family()).informed.find((one) => one.from === from)
const failed = async (from: string) => (await family()).sendings.find((one) => one.from === from)?.failed
const waiting = () => server.school.tables.query('SELECT * FROM outbox WHERE school = :school')
const dueNow = () => server.school.tables.query('UPDATE outbox SET due = 0 WHERE school = :school')

beforeAll(async () => {
  server = await startFamilySchool()
  const lesson = lessonOn(server.today)
  await teach(server, [
    { entity: entity.lesson(lesson), attribute: 'lesson.held', value: true },
    { entity: entity.mark(lesson, '', 'p1'), attribute: 'mark', value: '5' },
  ])
})
afterAll(() => server.stop())
beforeEach(async () => {
  mail = await startMail()
  warned.length = 0
  await record(familyDocument('p1'), mother('mother@home.example', true))
})
afterEach(async () => {
  await stop()
  await mail.stop()
})

describe('a report by e-mail', () => {
  it('goes to guardians who consented; the register says so once the mail server took it', async () => {
    start()
    const from = await asks()
    await until(async () => (await informed(from)) !== undefined)
    expect(mail.received).toHaveLength(1)
    const [{ headers, to, text, from: sender }] = mail.received as [MailServer['received'][number]]
    expect([sender, to]).toEqual(['journal@school.example', ['mother@home.example']])
    // Nothing of the child where a phone shows it on its locked screen.
    expect(headers.get('subject')).toMatch(/^Сведения об успехах, \d\d\.\d\d–\d\d\.\d\d$/)
    expect(headers.get('list-unsubscribe')).toBe('<https://journal.school.example/diary/>')
    expect(text).toContain('Белова Анна. Успеваемость и посещаемость с')
    expect(text).toMatch(/Алгебра: 5 \(\d\d\.\d\d\); средняя 5,00/)
    expect(await informed(from)).toMatchObject({ how: 'email', note: 'Белова Мария' })
    expect((await family()).sendings).toEqual([])
    await until(async () => (await waiting()).length === 0)
    // Nothing is sent again by a relay that starts anew.
    await stop()
    start()
    const again = await asks()
    await until(async () => (await informed(again)) !== undefined)
    expect(mail.received).toHaveLength(2)
  })

  it('is not sent without consent, without an address, or against the wish; the class teacher sees why', async () => {
    start()
    await record(familyDocument('p1'), mother('mother@home.example', false))
    const first = await asks()
    await until(async () => (await failed(first)) === 'noConsent')
    await record(familyDocument('p1'), mother(undefined, true))
    const second = await asks()
    await until(async () => (await failed(second)) === 'noAddress')
    const wish = (value: Entry['value']) =>
      record(threadDocument('p1'), [{ entity: entity.notices('g1'), attribute: 'notices', value }])
    await record(familyDocument('p1'), mother('mother@home.example', true))
    await wish({ absence: false, report: 'paper' })
    const third = await asks()
    await until(async () => (await failed(third)) === 'notWished')
    await wish({ absence: false })
    expect(mail.received).toEqual([])
    expect((await family()).informed.filter(({ from }) => [first, second, third].includes(from))).toEqual([])
    // Without a mail server nothing is promised.
    await stop()
    const { relay, accounts, tables, now } = server.school
    delivery = new Delivery({ relay, families: new Families(relay, accounts), tables, now, log })
    const fourth = await asks()
    await until(async () => (await failed(fourth)) === 'off')
    // Told on paper instead, the family waits for nothing any more.
    const value = { from: fourth, to: server.today, how: 'paper' }
    const name = entity.informed('p1', fourth, server.today)
    await record(familyDocument('p1'), [{ entity: name, attribute: 'informed', value }])
    expect(await failed(fourth)).toBeUndefined()
    expect(await failed(third)).toBe('notWished')
  })

  it('waits for a mail server that is down, over a restart of the relay, and comes once', async () => {
    const { port } = mail
    await mail.stop()
    start({ port }, [20, 20, 3_600_000])
    const from = await asks()
    await until(() => warned.length === 3)
    expect(warned[2]).toEqual({ way: 'email', tries: 3, why: 'ESOCKET' })
    await stop()
    expect(await waiting()).toMatchObject([{ tries: 3, outcome: null }])
    mail = await startMail({}, undefined, port)
    await dueNow()
    start({ port })
    await until(async () => (await informed(from)) !== undefined)
    expect(mail.received).toHaveLength(1)
  })

  it('is given up after the last try, and at once when the address is refused', async () => {
    const { port } = mail
    await mail.stop()
    start({ port }, [5, 5])
    const first = await asks()
    await until(async () => (await failed(first)) === 'unreachable')
    expect(warned).toHaveLength(3)
    await stop()
    mail = await startMail({}, undefined, port)
    start()
    mail.refusals.push([450, 'busy'], [550, 'no such mailbox'])
    const second = await asks()
    await until(async () => (await failed(second)) === 'refused')
    expect(warned).toHaveLength(4)
    expect(mail.received).toEqual([])
    expect(await informed(second)).toBeUndefined()
    expect(JSON.stringify(warned)).not.toContain('mother')
  })

  it('that was taken back, or whose consent was, is not sent any more', async () => {
    const { port } = mail
    await mail.stop()
    start({ port }, [3_600_000])
    const from = await asks()
    await until(() => warned.length === 1)
    await stop()
    await record(familyDocument('p1'), mother('mother@home.example', false))
    mail = await startMail({}, undefined, port)
    await dueNow()
    start()
    await until(async () => (await failed(from)) === 'noConsent')
    expect(mail.received).toEqual([])
  })
})

describe('a mail server with TLS and a password', () => {
  it('is believed under a certificate that is known, and told the password after that alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parta-smtp-'))
    const at = (name: string) => join(folder, name)
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
        ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
        ...['-keyout', at('key.pem'), '-out', at('cert.pem')],
      ],
      { stdio: 'ignore' },
    )
    writeFileSync(at('password'), 'снег и луна\n')
    await mail.stop()
    const tls = { key: readFileSync(at('key.pem')), cert: readFileSync(at('cert.pem')) }
    mail = await startMail(tls, { user: 'journal', password: 'снег и луна' })
    const given: Record<string, string> = {
      'smtp-host': 'localhost',
      'smtp-port': String(mail.port),
      'smtp-from': 'journal@school.example',
      'smtp-user': 'journal',
      'smtp-password-file': at('password'),
    }
    const read = (more: Record<string, string> = {}) =>
      readMailSettings((name) => ({ ...given, ...more })[name], {})!
    start(read(), [20, 3_600_000])
    const from = await asks()
    await until(() => warned.length === 2)
    expect(mail.received).toEqual([])
    await stop()
    await dueNow()
    start(read({ 'smtp-ca': at('cert.pem') }))
    await until(async () => (await informed(from)) !== undefined)
    expect(mail.received).toMatchObject([{ secure: true, user: 'journal' }])
    rmSync(folder, { recursive: true })
  })
})
