import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { applyDiary } from '../../../src/domain/diary/apply-diary.ts'
import { childrenAnswer } from '../../../src/domain/diary/children.ts'
import { diaryAnswer } from '../../../src/domain/diary/diary.ts'
import {
  classDocument,
  entity,
  familyDocument,
  journalDocument,
  schoolDocument,
} from '../../../src/domain/ledger/documents.ts'
import type { UserId } from '../../../src/domain/ledger/ids.ts'
import { addDays } from '../../../src/domain/policy/policy.ts'
import { imported } from '../http/school-server.ts'
import { algebra, lessonOn, password, signInFamily, startFamilySchool, teach } from './family-school.ts'

let server: Awaited<ReturnType<typeof startFamilySchool>>
let mother: string
let yesterday: string
beforeAll(async () => {
  server = await startFamilySchool()
  yesterday = addDays(server.today, -1)
  mother = (
    await signInFamily(server, 'mother', [
      ['p1', 'g1'],
      ['p2', 'g1'],
    ])
  ).access
  await teach(server, [
    { entity: entity.lesson(lessonOn(yesterday)), attribute: 'lesson.held', value: true },
    { entity: entity.lesson(lessonOn(yesterday)), attribute: 'lesson.topic', value: 'Степени' },
    { entity: entity.mark(lessonOn(yesterday), '', 'p1'), attribute: 'mark', value: '5' },
    { entity: entity.mark(lessonOn(yesterday), '', 'p2'), attribute: 'mark', value: '3' },
  ])
})
afterAll(() => server.stop())

const diary = (pupil: string, query = '', access = mother) =>
  server.ask(`/api/family/diary/${pupil}${query}`, undefined, access)

describe('a family', () => {
  it('is told the first diary with the sign-in where it asks for it, and nobody is who follows no pupil', async () => {
    const { accounts } = server.school
    const weeks = { from: addDays(server.today, -7), to: addDays(server.today, 8) }
    const device = { name: 'Телефон' }
    const asked = { login: 'mother', password, device, diary: weeks }
    const { status, json } = await server.ask('/api/sign-in', asked)
    expect(status).toBe(200)
    const { access, diary: told } = json as { access: string; diary: unknown }
    const query = new URLSearchParams(weeks)
    expect(told).toEqual((await server.ask(`/api/family/children?${query}`, undefined, access)).json)
    expect(v.parse(childrenAnswer, told).first!.days).toMatchObject([{ date: yesterday }])
    const unasked = await server.ask('/api/sign-in', { login: 'mother', password, device })
    expect(unasked.json).not.toHaveProperty('diary')

    const { user } = await accounts.create({ login: 'nobody', person: '', administrator: false })
    const code = await accounts.invite(user)
    const nobody = await server.ask('/api/first-sign-in', { ...asked, login: 'nobody', code })
    expect(nobody.status).toBe(200)
    expect(nobody.json).not.toHaveProperty('diary')
  })

  it('sees its children and their diaries', async () => {
    const { children } = v.parse(
      childrenAnswer,
      (await server.ask('/api/family/children', undefined, mother)).json,
    )
    expect(children).toEqual([
      {
        pupil: 'p1',
        name: 'Белова Анна',
        as: 'guardian',
        person: 'g1',
        personName: 'Белова Мария',
        years: [{ id: 'y', class: '7А' }],
      },
      expect.objectContaining({ pupil: 'p2', name: 'Белов Борис' }),
    ])
    const { days, head } = v.parse(diaryAnswer, (await diary('p1')).json)
    expect(days).toEqual([
      {
        date: yesterday,
        lessons: [{ bell: 2, subject: 'alg', held: true, topic: 'Степени', marks: [{ mark: '5' }] }],
      },
    ])
    expect(head!.subjects).toEqual([
      {
        id: 'alg',
        name: 'Алгебра',
        results: [
          { period: 'q', average: 500 },
          { period: 'y', average: 500 },
        ],
      },
    ])
  })

  it('is told only what changed since', async () => {
    const first = v.parse(diaryAnswer, (await diary('p1')).json)
    const other = v.parse(diaryAnswer, (await diary('p2')).json)
    await teach(server, [
      { entity: entity.lesson(lessonOn(server.today)), attribute: 'lesson.held', value: true },
      { entity: entity.mark(lessonOn(server.today), '', 'p1'), attribute: 'mark', value: '4' },
    ])
    const second = v.parse(diaryAnswer, (await diary('p1', `?since=${first.version}`)).json)
    expect(second).toMatchObject({ since: first.version, days: [{ date: server.today }] })
    const whole = v.parse(diaryAnswer, (await diary('p1')).json)
    expect(applyDiary({ ...first, head: first.head! }, second)).toEqual(whole)
    // Nothing of it is the brother's, but that the lesson was held.
    const brother = v.parse(diaryAnswer, (await diary('p2', `?since=${other.version}`)).json)
    expect(brother.days).toEqual([{ date: server.today, lessons: [{ bell: 2, subject: 'alg', held: true }] }])
    expect(brother.head).toBeUndefined()
    // A version that nobody knows any more gets the whole.
    expect((await diary('p1', '?since=unknown')).json).toEqual(whole)
  })

  it('costs the server one journal for what one pupil is given, and nothing for the others', async () => {
    await diary('p1')
    await diary('p2')
    const { relay } = server.school
    const folded = vi.spyOn(relay, 'foldOf')
    await diary('p1')
    await diary('p2')
    expect(folded).not.toHaveBeenCalled()
    await teach(server, [
      { entity: entity.mark(lessonOn(yesterday), '', 'p1'), attribute: 'mark', value: '5' },
      // Neither is a plan of the journal anything that families read.
      { entity: entity.plan(1), attribute: 'plan', value: { number: 1, hours: 1, topic: 'Дроби' } },
    ])
    folded.mockClear()
    await diary('p2')
    expect(folded).not.toHaveBeenCalled()
    await diary('p1')
    expect(folded.mock.calls).toEqual([[journalDocument(algebra)]])
    folded.mockRestore()
  })

  it('pays less than 300 bytes for a diary that has not changed', async () => {
    const { version } = v.parse(diaryAnswer, (await diary('p1')).json)
    const answer = await raw(
      server.port,
      `GET /api/family/diary/p1?since=${version} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${mother}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 304 /)
    expect(answer).toContain(`etag: "${version}"`)
    expect(answer.length).toBeLessThan(300)
  })

  it('gets a part of the days when it asks for a part', async () => {
    const { days } = v.parse(
      diaryAnswer,
      (await diary('p1', `?from=${server.today}&to=${server.today}`)).json,
    )
    expect(days.map(({ date }) => date)).toEqual([server.today])
  })

  it('has the diaries of former years, and the files of the own lessons alone', async () => {
    const { relay, files } = server.school
    const starts = addDays(server.today, -400)
    const last = { class: '6a', subject: 'alg' }
    await relay.record(schoolDocument, [
      imported([
        {
          entity: entity.year('x'),
          attribute: 'year',
          value: { id: 'x', starts, ends: addDays(server.today, -100) },
        },
        {
          entity: entity.class('6a'),
          attribute: 'class',
          value: { id: '6a', year: 'x', grade: 6, letter: 'А' },
        },
      ]),
    ])
    await relay.record(classDocument('6a'), [
      imported([
        {
          entity: entity.pupil('p1'),
          attribute: 'pupil',
          value: { id: 'p1', last: 'Белова', first: 'Анна' },
        },
        {
          entity: entity.movement('p1', starts, 'enrolled'),
          attribute: 'movement',
          value: { pupil: 'p1', kind: 'enrolled', date: starts },
        },
      ]),
    ])
    const bytes = Buffer.from('%PDF')
    const hash = createHash('sha256').update(bytes).digest('hex')
    const type = 'application/pdf'
    await files.put(hash, { type, bytes }, journalDocument(last), 'teach' as UserId)
    await relay.record(journalDocument(last), [
      imported([
        { entity: entity.lesson(lessonOn(starts)), attribute: 'lesson.held', value: true },
        { entity: entity.mark(lessonOn(starts), '', 'p1'), attribute: 'mark', value: '2' },
        {
          entity: entity.lesson(lessonOn(starts)),
          attribute: 'lesson.attachments',
          value: [{ file: hash, name: 'Памятка', type, size: bytes.length }],
        },
      ]),
    ])
    const { head, days } = v.parse(diaryAnswer, (await diary('p1', '?year=x')).json)
    expect([head!.class, head!.year.id, head!.years]).toEqual([
      '6А',
      'x',
      [
        { id: 'y', class: '7А' },
        { id: 'x', class: '6А' },
      ],
    ])
    expect(days[0]).toMatchObject({ date: starts, lessons: [{ marks: [{ mark: '2' }] }] })
    const file = (pupil: string, query: string) =>
      fetch(`${server.url}/api/family/files/${pupil}/${hash}${query}`, {
        headers: { authorization: `Bearer ${mother}` },
      })
    const right = await file('p1', '?year=x')
    expect([right.status, right.headers.get('content-type'), await right.text()]).toEqual([200, type, '%PDF'])
    // It is none of this year's, and none of the brother's.
    expect((await file('p1', '')).status).toBe(404)
    expect((await file('p2', '?year=x')).status).toBe(404)
    expect((await diary('p2', '?year=x')).status).toBe(404)
  })

  it('loses the diary with the right, and with the pupil', async () => {
    const father = (await signInFamily(server, 'father', [['p1', 'g2']])).access
    expect((await diary('p1', '', father)).status).toBe(403)
    await server.school.relay.record(familyDocument('p1'), [
      imported([
        { entity: entity.guardian('g2'), attribute: 'guardian.rights', value: { from: server.today } },
      ]),
    ])
    expect((await diary('p1', '', father)).status).toBe(200)
    await server.school.relay.record(classDocument('7a'), [
      imported([
        {
          entity: entity.movement('p2', server.today, 'left'),
          attribute: 'movement',
          value: { pupil: 'p2', kind: 'left', date: server.today },
        },
      ]),
    ])
    expect((await diary('p2')).status).toBe(403)
    expect((await server.ask('/api/family/children', undefined, mother)).json).toMatchObject({
      children: [{ pupil: 'p1' }],
    })
  })
})

/** All bytes that the server sends for a request, until the answer's head ends. */
function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let text = ''
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
      if (text.includes('\r\n\r\n')) socket.end(() => resolve(text))
    })
    socket.on('error', reject)
  })
}
