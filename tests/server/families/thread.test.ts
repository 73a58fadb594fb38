import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HybridClock } from '../../../src/domain/ledger/clock.ts'
import { entity, familyDocument, schoolVoice, threadDocument } from '../../../src/domain/ledger/documents.ts'
import type { Entry, Fact } from '../../../src/domain/ledger/fact.ts'
import type { DeviceId, UserId } from '../../../src/domain/ledger/ids.ts'
import { entriesAnswer, familyThread } from '../../../src/domain/thread/family-thread.ts'
import { saying } from '../../../src/domain/thread/saying.ts'
import { readThread } from '../../../src/domain/thread/thread-view.ts'
import { complaintsAnswer } from '../../../src/sync/family-access.ts'
import { imported, signIn } from '../http/school-server.ts'
import { type TestChannel, TestDevice, until } from '../relay/test-device.ts'
import { signInFamily, startFamilySchool } from './family-school.ts'

let server: Awaited<ReturnType<typeof startFamilySchool>>
interface Phone {
  access: string
  clock: HybridClock
}
let mother: Phone
let pupil: Phone
let father: Phone
let tablet: TestDevice
let thread: TestChannel

async function phoneOf(login: string, person: string): Promise<Phone> {
  const { access, user, device } = await signInFamily(server, login, [['p1', person]])
  const writer = { user: user as UserId, device: device as DeviceId, client: 7 }
  return { access, clock: new HybridClock(Date.now, writer) }
}

beforeAll(async () => {
  server = await startFamilySchool()
  mother = await phoneOf('mother', 'g1')
  pupil = await phoneOf('pupil', 'p1')
  await server.school.relay.record(familyDocument('p1'), [
    imported([{ entity: entity.guardian('g2'), attribute: 'guardian.rights', value: {} }]),
  ])
  father = await phoneOf('father', 'g2')
  const { access } = await signIn(server, 'class', 't1')
  tablet = await TestDevice.connect(`${server.url.replace('http', 'ws')}/sync`, access)
  thread = await tablet.opened(threadDocument('p1'))
})
afterAll(async () => {
  tablet.close()
  await server.stop()
})

const post = (phone: Phone, facts: unknown[]) => server.ask('/api/family/entries/p1', { facts }, phone.access)
const seenBy = async (phone: Phone, query = '') =>
  v.parse(familyThread, (await server.ask(`/api/family/thread/p1${query}`, undefined, phone.access)).json)
/** What the class teacher writes. */
const answered = (entries: Entry[]) =>
  server.school.relay.record(threadDocument('p1'), [
    { writer: { user: 'teach' as UserId, device: 'dev1' as DeviceId, as: 'classTeacher' }, entries },
  ])

describe('a letter', () => {
  let letter: Fact

  it('comes to the class teacher’s tablet by the line it has open, once, however often it is sent', async () => {
    letter = saying(mother.clock, 'g1', 'letter', { text: 'Анна болеет' })
    const first = await post(mother, [letter])
    expect(first.status).toBe(200)
    const { receipts } = v.parse(entriesAnswer, first.json)
    await until(() => thread.fold.value(letter[1], 'letter') !== undefined)
    expect(readThread(thread.fold).letters).toEqual([
      { id: letter[1], person: 'g1', text: 'Анна болеет', at: receipts[0]!.at, delivered: [], read: [] },
    ])
    expect(thread.fold.fact(letter[0])!.receipt).toMatchObject({ as: 'family', verdict: 'ok' })
    const rows = (await server.school.relay.logOf(threadDocument('p1'))).length
    expect((await post(mother, [letter])).json).toEqual(first.json)
    expect(await server.school.relay.logOf(threadDocument('p1'))).toHaveLength(rows)
  })

  it('is between the class teacher and its writer', async () => {
    const { letters, classTeacher } = await seenBy(mother)
    expect(classTeacher).toBe('Трефилова Светлана Олеговна')
    expect(letters).toMatchObject([{ id: letter[1], mine: true, text: 'Анна болеет' }])
    expect((await seenBy(father)).letters).toEqual([])
    expect((await seenBy(pupil)).letters).toEqual([])
  })

  it('from the class teacher is for all guardians, or for whom it names', async () => {
    await answered([
      { entity: entity.letter(schoolVoice, '1'), attribute: 'letter', value: { text: 'Всем' } },
      { entity: entity.letter(schoolVoice, '2'), attribute: 'letter', value: { text: 'Анне', to: ['p1'] } },
      {
        entity: entity.reader(schoolVoice, 'g1', letter[1].split(',')[2]!),
        attribute: 'letter.read',
        value: true,
      },
    ])
    expect((await seenBy(mother)).letters).toMatchObject([{ mine: true, read: true }, { text: 'Всем' }])
    expect((await seenBy(father)).letters).toMatchObject([{ text: 'Всем' }])
    expect((await seenBy(pupil)).letters).toMatchObject([{ text: 'Анне' }])
    const read = [mother.clock.next(), entity.reader('g1', schoolVoice, '1'), 'letter.read', true]
    expect((await post(mother, [read])).status).toBe(200)
    expect((await seenBy(mother)).letters[1]).toMatchObject({ text: 'Всем', read: true })
    expect((await seenBy(father)).letters[0]!.read).toBeUndefined()
  })

  it('that should not have been written is shown to the office, and it alone', async () => {
    const office = (await signIn(server, 'office', 'o1')).access
    expect((await server.ask('/api/complaints', undefined, office)).json).toEqual({ complaints: [] })
    const complaint = [mother.clock.next(), entity.abuse('g1', schoolVoice, '1'), 'abuse', { text: 'Грубо' }]
    expect((await post(mother, [complaint])).status).toBe(200)
    const { complaints } = v.parse(
      complaintsAnswer,
      (await server.ask('/api/complaints', undefined, office)).json,
    )
    expect(complaints).toMatchObject([
      {
        pupil: 'p1',
        name: 'Белова Анна',
        by: 'Белова Мария',
        text: 'Грубо',
        letter: { by: '', text: 'Всем' },
      },
    ])
  })
})

describe('a family', () => {
  it('tells of an absence, asks for a correction, sees reports, and is answered', async () => {
    await server.school.relay.record(familyDocument('p1'), [
      imported([
        {
          entity: entity.informed('p1', '2026-09-01', '2026-09-14'),
          attribute: 'informed',
          value: { from: '2026-09-01', to: '2026-09-14', how: 'letter', note: 'звонила дважды' },
        },
      ]),
    ])
    const absence = saying(mother.clock, 'g1', 'expected', {
      from: '2026-11-30',
      to: '2026-12-01',
      reason: 'поездка',
    })
    const correction = saying(mother.clock, 'g1', 'correction', { about: 'дата рождения', text: '3 мая' })
    const seen = [
      mother.clock.next(),
      entity.acknowledged('g1', '2026-09-01', '2026-09-14'),
      'acknowledged',
      true,
    ]
    const wish = [mother.clock.next(), entity.notices('g1'), 'notices', { absence: true }]
    const { receipts } = v.parse(entriesAnswer, (await post(mother, [absence, correction, seen, wish])).json)
    await answered([
      { entity: absence[1], attribute: 'expected.answer', value: { accepted: true } },
      { entity: correction[1], attribute: 'correction.answer', value: { accepted: false, text: 'Справка?' } },
    ])
    const told = await seenBy(mother)
    expect(told.expected).toMatchObject([{ reason: 'поездка', answer: { accepted: true } }])
    expect(told.corrections).toMatchObject([{ text: '3 мая', answer: { accepted: false, text: 'Справка?' } }])
    expect(told.reports).toEqual([
      { from: '2026-09-01', to: '2026-09-14', how: 'letter', acknowledged: receipts[2]!.at },
    ])
    expect(told.notices).toEqual({ absence: true, heads: [wish[0]] })
    expect((await seenBy(father)).expected).toEqual([])
    const unchanged = await fetch(`${server.url}/api/family/thread/p1?since=${told.version}`, {
      headers: { authorization: `Bearer ${mother.access}` },
    })
    expect(unchanged.status).toBe(304)
  })

  it('writes in nobody else’s name, and nothing that is not a family’s to say', async () => {
    const before = (await server.school.relay.logOf(threadDocument('p1'))).length
    const good = saying(mother.clock, 'g1', 'letter', { text: 'моё' })
    const bad: [unknown, number][] = [
      [saying(mother.clock, 'g2', 'letter', { text: 'от отца' }), 403],
      [saying(mother.clock, schoolVoice, 'letter', { text: 'от школы' }), 403],
      [[mother.clock.next(), entity.expected('g1', 'x'), 'expected.answer', { accepted: true }], 403],
      [[mother.clock.next(), entity.guardian('g1'), 'guardian.rights', {}], 400],
      [saying(father.clock, 'g1', 'letter', { text: 'чужой номер' }), 400],
      [[...good.slice(0, 3), { text: 'x'.repeat(5000) }], 400],
      ['nonsense', 400],
    ]
    for (const [fact, status] of bad) {
      const answer = await post(mother, [good, fact])
      expect([fact, answer.status]).toEqual([fact, status])
    }
    // All or nothing; what was at fault is named, and the rest may be offered again.
    const foreign = saying(mother.clock, 'g2', 'letter', { text: 'от отца' })
    expect((await post(mother, [good, foreign])).json).toEqual({ error: 'noRight', facts: [foreign[0]] })
    expect(await server.school.relay.logOf(threadDocument('p1'))).toHaveLength(before)
    expect((await post(mother, [good])).status).toBe(200)
    // What was said once stays said.
    expect((await post(mother, [[good[0], good[1], 'letter', { text: 'другое' }]])).status).toBe(400)
  })

  it('writes no more once its right has ended', async () => {
    const late = saying(father.clock, 'g2', 'letter', { text: 'поздно' })
    await server.school.relay.record(familyDocument('p1'), [
      imported([
        { entity: entity.guardian('g2'), attribute: 'guardian.rights', value: { to: server.today } },
      ]),
    ])
    expect((await post(father, [late])).status).toBe(403)
  })
})
