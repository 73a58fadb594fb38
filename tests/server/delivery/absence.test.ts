import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { afterRoll } from '../../../server/delivery/absence-notices.ts'
import { Delivery } from '../../../server/delivery/delivery.ts'
import { emptyOutbox } from '../../../server/delivery/outbox.ts'
import { Families } from '../../../server/families/families.ts'
import {
  classDocument,
  entity,
  familyDocument,
  lessonKey,
  threadDocument,
} from '../../../src/domain/ledger/documents.ts'
import type { Entry, Json } from '../../../src/domain/ledger/fact.ts'
import { addDays } from '../../../src/domain/policy/policy.ts'
import { schoolClock } from '../../../src/domain/school/school-date.ts'
import { startFamilySchool, teach } from '../families/family-school.ts'
import { imported } from '../http/school-server.ts'
import { until } from '../relay/test-device.ts'
import { type MailServer, startMail } from './mail-server.ts'

let server: Awaited<ReturnType<typeof startFamilySchool>>
let mail: MailServer
let delivery: Delivery
/** How far the delivery's clock is ahead, ms. */
let ahead = 0
const now = () => Date.now() + ahead
const log = { warn: () => undefined, error: (fields: object) => expect(fields).toBeUndefined() }

function start(): void {
  const { relay, accounts, tables } = server.school
  const families = new Families(relay, accounts)
  const settings = { host: '127.0.0.1', port: mail.port, tls: 'none', from: 'a@school.example' } as const
  delivery = new Delivery({ relay, families, tables, now, log, mail: settings })
}
const at = (bell: number, pupil: string) => entity.cell(lessonKey(server.today, bell), pupil)
const presence = (bell: number, pupil: string, value: Json): Promise<void> =>
  teach(server, [
    { entity: entity.lesson(lessonKey(server.today, bell)), attribute: 'lesson.roll', value: true },
    { entity: at(bell, pupil), attribute: 'presence', value },
  ])
const wish = (value: Json) =>
  server.school.relay.record(threadDocument('p1'), [
    imported([{ entity: entity.notices('g1'), attribute: 'notices', value }]),
  ])
/** The clock goes on, and what is due is looked at and sent. */
async function later(ms: number): Promise<void> {
  ahead += ms
  await delivery.look()
}
const notices = () =>
  server.school.tables.query('SELECT person, outcome FROM outbox WHERE school = :school AND asked IS NULL')

beforeAll(async () => {
  server = await startFamilySchool()
  mail = await startMail()
  const guardian: Entry[] = ['p1', 'p2'].flatMap((pupil) => [
    {
      entity: entity.guardian('g1'),
      attribute: 'guardian',
      value: { id: 'g1', pupil, last: 'Белова', first: 'Мария', email: 'mother@home.example' },
    },
    { entity: entity.consent('g1', 'notices'), attribute: 'consent', value: { given: server.today } },
  ])
  await server.school.relay.record(familyDocument('p1'), [imported(guardian.slice(0, 2))])
  await server.school.relay.record(familyDocument('p2'), [imported(guardian.slice(2))])
  start()
})
afterAll(async () => {
  await delivery.stop()
  await mail.stop()
  await server.stop()
})
beforeEach(async () => {
  await emptyOutbox(server.school.tables)
  mail.received.length = 0
})

it('nobody is told who does not wish it, and nothing before the ten minutes are over', async () => {
  await wish({ absence: false })
  await presence(1, 'p1', 'absent')
  await later(afterRoll)
  expect(await notices()).toEqual([])
  await wish({ absence: true })
  await presence(2, 'p1', 'absent')
  await later(afterRoll - 60_000)
  expect(await notices()).toEqual([])
})

it('a correction within ten minutes frightens nobody; late and excused pupils give no notice', async () => {
  await presence(2, 'p1', 'present')
  await presence(3, 'p1', { late: 10 })
  await later(afterRoll)
  await presence(4, 'p1', 'absent')
  const span = { pupil: 'p1', from: server.today, to: server.today, code: 'Б', document: 'звонок' }
  const name = entity.span('p1', server.today, 'Б')
  const excuse = (value: Json) =>
    server.school.relay.record(classDocument('7a'), [imported([{ entity: name, attribute: 'span', value }])])
  await excuse(span)
  await later(afterRoll)
  expect(await notices()).toEqual([])
  await excuse(null)
})

it('nobody is told in quiet hours, nor of another day', async () => {
  const clock = schoolClock(now() + afterRoll, 'Asia/Yekaterinburg')
  const hour = Number(clock.slice(0, 2))
  const two = (value: number) => String((value + 24) % 24).padStart(2, '0')
  await wish({ absence: true, quiet: { from: `${two(hour - 1)}:00`, to: `${two(hour + 2)}:00` } })
  await presence(5, 'p1', 'absent')
  await later(afterRoll)
  await wish({ absence: true })
  const lesson = lessonKey(addDays(server.today, -1), 1)
  await teach(server, [{ entity: entity.cell(lesson, 'p1'), attribute: 'presence', value: 'absent' }])
  await later(afterRoll)
  expect(await notices()).toEqual([])
})

it('the family is told once a day, over a restart, with what to do', async () => {
  await presence(6, 'p1', 'absent')
  await presence(6, 'p2', 'absent')
  await delivery.stop()
  start()
  await later(afterRoll)
  await until(() => mail.received.length === 1)
  const [letter] = mail.received as [MailServer['received'][number]]
  expect(letter.headers.get('subject')).toBe('Сообщение из дневника')
  expect(letter.text).toMatch(/Белова Анна: \d\d\.\d\d отмечено отсутствие на уроке «Алгебра»\./)
  expect(letter.text).not.toContain('Борис')
  await presence(7, 'p1', 'absent')
  await later(afterRoll)
  const told = JSON.stringify([{ person: 'g1', outcome: 'accepted' }])
  await until(async () => JSON.stringify(await notices()) === told)
  expect(mail.received).toHaveLength(1)
})
