import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HybridClock } from '../../../src/domain/ledger/clock.ts'
import { entity, familyDocument } from '../../../src/domain/ledger/documents.ts'
import type { Fact, Json } from '../../../src/domain/ledger/fact.ts'
import type { DeviceId, FactId, UserId } from '../../../src/domain/ledger/ids.ts'
import { consentLines } from '../../../src/domain/reports/consent-register.ts'
import type { Purpose } from '../../../src/domain/school/consents.ts'
import { readFamily } from '../../../src/domain/school/family-view.ts'
import { familyThread } from '../../../src/domain/thread/family-thread.ts'
import { saying } from '../../../src/domain/thread/saying.ts'
import { classFamilies } from '../../../src/sync/family-access.ts'
import { imported, signIn } from '../http/school-server.ts'
import { signInFamily, startFamilySchool } from './family-school.ts'

interface Phone {
  access: string
  clock: HybridClock
}
let server: Awaited<ReturnType<typeof startFamilySchool>>
let mother: Phone
let pupil: Phone
let father: Phone

async function phoneOf(login: string, person: string): Promise<Phone> {
  const { access, user, device } = await signInFamily(server, login, [['p1', person]])
  const writer = { user: user as UserId, device: device as DeviceId, client: 7 }
  return { access, clock: new HybridClock(Date.now, writer) }
}
const paper = (person: string, purpose: Purpose, value: Json) =>
  server.school.relay.record(familyDocument('p1'), [
    {
      writer: { user: 'teach' as UserId, device: 'dev1' as DeviceId, as: 'classTeacher' },
      entries: [{ entity: entity.consent(person, purpose), attribute: 'consent', value }],
    },
  ])
const consent = (
  { clock }: Phone,
  person: string,
  purpose: Purpose,
  value: Json,
  heads: string[] = [],
): Fact =>
  [
    clock.next(),
    entity.consent(person, purpose),
    'consent',
    value,
    ...(heads.length > 0 ? [heads as FactId[]] : []),
  ] as unknown as Fact
const post = async (phone: Phone, facts: unknown[]) =>
  (await server.ask('/api/family/entries/p1', { facts }, phone.access)).status
const status = async ({ access }: Phone, path: string) => (await server.ask(path, undefined, access)).status
const seenBy = async ({ access }: Phone) =>
  v.parse(familyThread, (await server.ask('/api/family/thread/p1', undefined, access)).json)

beforeAll(async () => {
  server = await startFamilySchool()
  await server.school.relay.record(familyDocument('p1'), [
    imported([{ entity: entity.guardian('g2'), attribute: 'guardian.rights', value: {} }]),
  ])
  mother = await phoneOf('mother', 'g1')
  father = await phoneOf('father', 'g2')
  pupil = await phoneOf('pupil', 'p1')
})
afterAll(() => server.stop())

describe('a guardian', () => {
  it('gives a consent in the diary, which stands with the family', async () => {
    await paper('g1', 'data', { given: '2026-09-01' })
    expect(await post(mother, [consent(mother, 'g1', 'diary', { given: server.today })])).toBe(200)
    const { consents } = await seenBy(mother)
    expect(consents).toMatchObject([
      { purpose: 'data', given: '2026-09-01', inDiary: false },
      { purpose: 'diary', given: server.today, inDiary: true },
    ])
    expect((await seenBy(father)).consents).toEqual([])
    expect((await seenBy(pupil)).consents).toBeUndefined()
  })

  it('speaks for nobody else, of nothing else, and a pupil for nobody', async () => {
    const given = { given: server.today }
    expect(await post(mother, [consent(mother, 'g2', 'diary', given)])).toBe(403)
    expect(await post(mother, [consent(mother, 'p1', 'diary', given)])).toBe(403)
    expect(await post(pupil, [consent(pupil, 'p1', 'data', given)])).toBe(403)
    expect(
      await post(mother, [[mother.clock.next(), entity.guardian('g1'), 'guardian.rights', {}]]),
    ).not.toBe(200)
    const letter = saying(mother.clock, 'g1', 'letter', { text: 'и' })
    expect(await post(mother, [letter, consent(mother, 'g1', 'diary', given)])).toBe(400)
  })

  it('who took back e-mail and messages gets none, whatever was wished before or after', async () => {
    const wish = (report: string): Fact =>
      [mother.clock.next(), entity.notices('g1'), 'notices', { absence: true, report }] as unknown as Fact
    expect(await post(mother, [wish('email')])).toBe(200)
    expect((await seenBy(mother)).notices).toMatchObject({ report: 'email' })
    expect(await post(mother, [consent(mother, 'g1', 'notices', { withdrawn: server.today })])).toBe(200)
    const { notices } = await seenBy(mother)
    expect(notices).toMatchObject({ absence: true })
    expect(notices).not.toHaveProperty('report')
    expect(await post(mother, [wish('push')])).toBe(403)
    expect(await post(mother, [wish('paper')])).toBe(200)
  })

  it('who took the diary back is let in nowhere; the others of the family are', async () => {
    const kept = await seenBy(mother)
    const heads = kept.consents!.find(({ purpose }) => purpose === 'diary')!.heads!
    const withdrawal = consent(mother, 'g1', 'diary', { given: server.today, withdrawn: server.today }, heads)
    expect(await post(mother, [withdrawal])).toBe(200)
    for (const path of ['/api/family/thread/p1', '/api/family/diary/p1'])
      expect([path, await status(mother, path)]).toEqual([path, 403])
    expect(await post(mother, [saying(mother.clock, 'g1', 'letter', { text: 'поздно' })])).toBe(403)
    expect((await server.ask('/api/family/children', undefined, mother.access)).json).toEqual({
      children: [],
    })
    expect(await status(father, '/api/family/thread/p1')).toBe(200)
    expect(await status(pupil, '/api/family/thread/p1')).toBe(200)
    // The class teacher sees why, and gives no code.
    const { access } = await signIn(server, 'class', 't1')
    const list = v.parse(
      classFamilies,
      (await server.ask('/api/classes/7a/families', undefined, access)).json,
    )
    const members = list.pupils.find((one) => one.pupil === 'p1')!.members
    expect(members.filter(({ noConsent }) => noConsent).map(({ person }) => person)).toEqual(['g1'])
    const invite = { people: [{ pupil: 'p1', person: 'g1' }] }
    expect((await server.ask('/api/classes/7a/families/invite', invite, access)).status).toBe(403)
  })

  it('closes the pupil’s diary as the last of the guardians, and a consent on paper opens it again', async () => {
    expect(await post(father, [consent(father, 'g2', 'data', { withdrawn: server.today })])).toBe(200)
    expect(await status(pupil, '/api/family/thread/p1')).toBe(403)
    await paper('g2', 'data', { given: server.today })
    expect(await status(pupil, '/api/family/thread/p1')).toBe(200)
    expect(await status(father, '/api/family/thread/p1')).toBe(200)
    expect(await status(mother, '/api/family/thread/p1')).toBe(403)
  })
})

it('the register tells every consent from the day it was given to the day it was taken back, and how', async () => {
  const fold = await server.school.relay.foldOf(familyDocument('p1'))
  const lines = consentLines(fold, readFamily(fold, 'p1'), { id: 'p1', last: 'Белова', first: 'Анна' })
  const { today } = server
  const inDiary = { date: today, inDiary: true }
  const told = lines.map(({ who, purpose, given, withdrawn }) => [who, purpose, given, withdrawn])
  expect(told).toEqual([
    ['Белов Пётр', 'data', undefined, inDiary],
    ['Белов Пётр', 'data', { date: today, inDiary: false }, undefined],
    ['Белова Мария', 'data', { date: '2026-09-01', inDiary: false }, undefined],
    ['Белова Мария', 'diary', inDiary, inDiary],
    ['Белова Мария', 'notices', undefined, inDiary],
  ])
})
