import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { childrenAnswer } from '../../../src/domain/diary/children.ts'
import { familyDocument } from '../../../src/domain/ledger/documents.ts'
import { classFamilies, familySlips, schoolFamilies } from '../../../src/sync/family-access.ts'
import { imported, signIn } from '../http/school-server.ts'
import { guardian, password, startFamilySchool } from './family-school.ts'

let server: Awaited<ReturnType<typeof startFamilySchool>>
let classTeacher: string
let otherTeacher: string
let office: string
beforeAll(async () => {
  server = await startFamilySchool()
  classTeacher = (await signIn(server, 'class', 't1')).access
  otherTeacher = (await signIn(server, 'other', 't2')).access
  office = (await signIn(server, 'office', 'o1')).access
})
afterAll(() => server.stop())

const invite = async (people: { pupil: string; person: string }[], of = '7a', access = classTeacher) =>
  v.parse(familySlips, (await server.ask(`/api/classes/${of}/families/invite`, { people }, access)).json)
    .slips
const take = async (login: string, code: string) =>
  server.ask('/api/first-sign-in', { login, code, password, device: { name: 'Телефон' } })
const childrenOf = async (access: string) =>
  v
    .parse(childrenAnswer, (await server.ask('/api/family/children', undefined, access)).json)
    .children.map(({ pupil }) => pupil)
const member = async (pupil: string, person: string, of = '7a', access = classTeacher) =>
  v
    .parse(classFamilies, (await server.ask(`/api/classes/${of}/families`, undefined, access)).json)
    .pupils.find((it) => it.pupil === pupil)!
    .members.find((it) => it.person === person)!

describe('ways to the diary', () => {
  it('go from never invited over a code to a reader', async () => {
    expect(await member('p1', 'p1')).toEqual({ person: 'p1', name: 'Белова Анна', state: 'none' })
    expect(await member('p1', 'g2')).toMatchObject({ state: 'none', ended: true })
    const [slip] = await invite([{ pupil: 'p1', person: 'p1' }])
    expect(slip).toMatchObject({
      name: 'Белова Анна',
      login: 'belova',
      people: [{ pupil: 'p1', person: 'p1' }],
    })
    expect(await member('p1', 'p1')).toMatchObject({
      state: 'issued',
      login: 'belova',
      goodUntil: slip!.goodUntil,
    })
    const { access, family } = (await take(slip!.login, slip!.code)).json as {
      access: string
      family: boolean
    }
    expect(family).toBe(true)
    expect(await childrenOf(access)).toEqual(['p1'])
    await server.ask('/api/family/diary/p1', undefined, access)
    const known = await member('p1', 'p1')
    expect(known).toMatchObject({ state: 'used', usedAt: expect.any(Number), lastRead: expect.any(Number) })
    expect(known.lastSignIn).toBe(known.usedAt)
    expect((await server.ask('/api/family/counted', undefined, access)).json).toEqual({
      lastSignIn: known.lastSignIn,
      reads: [{ pupil: 'p1', lastRead: known.lastRead }],
    })
    expect(v.parse(schoolFamilies, (await server.ask('/api/families', undefined, office)).json)).toEqual({
      classes: [
        { class: '7a', pupils: 2, signedIn: 1, reading: 1 },
        { class: '8a', pupils: 1, signedIn: 0, reading: 0 },
      ],
    })
    // The office's own lists know nothing of families, its log only what was given to them by whom.
    const { lines } = (await server.ask('/api/log?kind=account&q=belova', undefined, office)).json as {
      lines: { who: string; what: string }[]
    }
    expect(lines.map(({ who, what }) => `${who}: ${what}`)).toEqual(['class: выдан одноразовый код: belova'])
    const people = (await server.ask('/api/people', undefined, office)).json as {
      accounts: { login: string }[]
    }
    expect(people.accounts.map(({ login }) => login)).toEqual(['class', 'office', 'other'])
  })

  it('lead one guardian to both children by one code', async () => {
    const slips = await invite([
      { pupil: 'p1', person: 'g1' },
      { pupil: 'p2', person: 'g1' },
    ])
    expect(slips).toHaveLength(1)
    const { access } = (await take(slips[0]!.login, slips[0]!.code)).json as { access: string }
    expect(await childrenOf(access)).toEqual(['p1', 'p2'])
  })

  it('are not opened for guardians without rights, pupils of other classes, or strangers', async () => {
    for (const one of [
      { pupil: 'p1', person: 'g2' },
      { pupil: 'p1', person: 'g3' },
      { pupil: 'p3', person: 'g3' },
    ])
      expect(
        (await server.ask('/api/classes/7a/families/invite', { people: [one] }, classTeacher)).status,
      ).toBe(403)
  })

  it('are never a class teacher’s way into another class, or into a colleague’s work', async () => {
    // Their mother has a child in 8А too.
    await server.school.relay.record(familyDocument('p3'), [
      imported([guardian('g1', 'p3', 'Белова', 'Мария')]),
    ])
    const before = await member('p1', 'g1')
    const [slip] = await invite([{ pupil: 'p3', person: 'g1' }], '8a', otherTeacher)
    expect(slip!.login).not.toBe(before.login)
    // She joins it to the account that she has; the new one ends.
    const mother = await server.ask('/api/sign-in', {
      login: before.login,
      password,
      device: { name: 'Телефон' },
    })
    const { access } = mother.json as { access: string }
    expect(
      (await server.ask('/api/family/join', { login: slip!.login, code: 'ACDEF-ACDEF' }, access)).status,
    ).toBe(401)
    const join = { login: slip!.login, code: slip!.code }
    expect((await server.ask('/api/family/join', join, access)).status).toBe(204)
    expect(await childrenOf(access)).toEqual(['p1', 'p2', 'p3'])
    expect((await server.ask('/api/family/join', join, access)).status).toBe(401)
    expect((await take(slip!.login, slip!.code)).status).toBe(401)
    // From now on a code of 7А alone would open 8А: a new account is made for it.
    const [renewed] = await invite([{ pupil: 'p1', person: 'g1' }])
    expect(renewed!.login).not.toBe(before.login)
    expect(await childrenOf(access)).toEqual(['p2', 'p3'])
    // A teacher who is a parent joins it to the account she works with, which no code of a class teacher opens.
    const teacher = await signIn(server, 'parent', 't3')
    expect(
      (await server.ask('/api/family/join', { login: renewed!.login, code: renewed!.code }, teacher.access))
        .status,
    ).toBe(204)
    expect(await childrenOf(teacher.access)).toEqual(['p1'])
    const [third] = await invite([{ pupil: 'p1', person: 'g1' }])
    expect(third!.login).not.toBe('parent')
    const colleague = await server.school.accounts.invite(
      (await server.school.accounts.store.byLogin('parent'))!.user,
    )
    expect((await server.ask('/api/family/join', { login: 'parent', code: colleague }, access)).status).toBe(
      403,
    )
  })

  it('end when they are taken away, and open again by a new code', async () => {
    const one = { pupil: 'p2', person: 'p2' }
    const [slip] = await invite([one])
    const { access } = (await take(slip!.login, slip!.code)).json as { access: string }
    expect((await server.ask('/api/classes/7a/families/revoke', one, otherTeacher)).status).toBe(403)
    expect((await server.ask('/api/classes/7a/families/revoke', one, classTeacher)).status).toBe(204)
    expect((await server.ask('/api/family/children', undefined, access)).status).toBe(401)
    expect(await member('p2', 'p2')).toMatchObject({ state: 'revoked' })
    const [again] = await invite([one])
    expect(again!.login).toBe(slip!.login)
    expect(await member('p2', 'p2')).toMatchObject({ state: 'issued' })
    expect((await server.ask('/api/classes/7a/families/withdraw-code', one, classTeacher)).status).toBe(204)
    expect((await take(again!.login, again!.code)).status).toBe(401)
  })
})
