import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entity, journalDocument, lessonKey, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { imported, type SchoolServer, signIn, startSchool } from './school-server.ts'

const math = { class: '7a', subject: 'math' }
const physics = { class: '7a', subject: 'phys' }
const other = { class: '8a', subject: 'math' }
const monday = '2025-09-01'
const nextMonday = '2025-09-08'

let server: SchoolServer
let own: string
let stranger: string
const slots = (key: typeof math, weekday: number): Entry[] => [
  { entity: entity.slot(key, weekday, 1), attribute: 'slot', value: { ...key, weekday, bell: 1 } },
]

beforeAll(async () => {
  server = await startSchool()
  await server.school.relay.record(schoolDocument, [
    imported([
      {
        entity: entity.year('y'),
        attribute: 'year',
        value: { id: 'y', starts: '2025-09-01', ends: '2026-05-26' },
      },
      {
        entity: entity.period('y/1'),
        attribute: 'period',
        value: { id: 'y/1', year: 'y', kind: 'quarter', number: 1, starts: monday, ends: '2025-10-24' },
      },
      ...['7a', '8a'].map(
        (id): Entry => ({
          entity: entity.class(id),
          attribute: 'class',
          value: { id, year: 'y', grade: id === '7a' ? 7 : 8, letter: 'А' },
        }),
      ),
      {
        entity: entity.staff('t2'),
        attribute: 'staff',
        value: { id: 't2', last: 'Иванова', first: 'Анна', roles: ['teacher'] },
      },
      {
        entity: entity.staff('t3'),
        attribute: 'staff',
        value: { id: 't3', last: 'Петрова', first: 'Вера', roles: ['teacher'] },
      },
      { entity: entity.assignment(math, 't1'), attribute: 'assignment', value: { ...math, teacher: 't1' } },
      {
        entity: entity.assignment(physics, 't2'),
        attribute: 'assignment',
        value: { ...physics, teacher: 't2' },
      },
      { entity: entity.assignment(other, 't3'), attribute: 'assignment', value: { ...other, teacher: 't3' } },
      ...slots(math, 1),
      ...slots(physics, 3),
    ]),
  ])
  own = (await signIn(server, 'own', 't2')).access
  stranger = (await signIn(server, 'stranger', 't3')).access
})
afterAll(() => server.stop())

const load = (access: string, version = '') =>
  server.ask(`/api/classes/7a/load?from=${monday}&to=2025-09-14&version=${version}`, undefined, access)
const lesson = (date: string) => entity.lesson(lessonKey(date, 1))

describe('what a class has to do', () => {
  it('counts homework at the lesson it is due, and control works, for teachers of the class', async () => {
    const { relay } = server.school
    await relay.record(journalDocument(math), [
      imported([
        { entity: lesson(monday), attribute: 'lesson.held', value: true },
        { entity: lesson(monday), attribute: 'lesson.homework', value: '№ 12' },
        {
          entity: entity.work(lessonKey(nextMonday, 1), 'k'),
          attribute: 'work',
          value: { kind: 'Контрольная работа' },
        },
      ]),
    ])
    await relay.record(journalDocument(physics), [
      imported([
        { entity: lesson('2025-09-03'), attribute: 'lesson.homework', value: '§ 1' },
        { entity: lesson('2025-09-03'), attribute: 'lesson.due', value: { date: nextMonday } },
      ]),
    ])
    const first = await load(own)
    expect(first.json).toEqual({
      version: expect.stringMatching(/^[0-9a-f]{16}$/),
      entries: [
        { ...math, date: nextMonday, homework: 1, control: 'Контрольная работа' },
        { ...physics, date: nextMonday, homework: 1 },
      ],
    })
    const { version } = first.json as { version: string }
    expect((await load(own, version)).json).toEqual({ version })
    await relay.record(journalDocument(physics), [
      imported([{ entity: lesson('2025-09-03'), attribute: 'lesson.homework', value: null }]),
    ])
    const changed = await load(own, version)
    expect(changed.json.entries).toEqual([
      { ...math, date: nextMonday, homework: 1, control: 'Контрольная работа' },
    ])
  })

  it('is no business of teachers of other classes', async () => {
    expect((await load(stranger)).status).toBe(403)
    expect((await load('nobody')).status).toBe(401)
  })
})

describe('plans to take over', () => {
  it('lists what colleagues share, and own journals, of the same subject and grade', async () => {
    const { relay } = server.school
    const plans = (access: string) => server.ask('/api/plans?subject=math&grade=7', undefined, access)
    await relay.record(journalDocument(math), [
      imported([
        { entity: entity.plan(1), attribute: 'plan', value: { number: 1, hours: 2, topic: 'Дроби' } },
      ]),
    ])
    expect((await plans(own)).json).toEqual({ plans: [] })
    await relay.record(journalDocument(math), [
      imported([{ entity: entity.sharing, attribute: 'plan.shared', value: true }]),
    ])
    expect((await plans(stranger)).json).toEqual({
      plans: [
        {
          ...math,
          year: 'y',
          title: expect.stringContaining('7А'),
          teacher: 'С. О. Трефилова',
          entries: [{ hours: 2, topic: 'Дроби' }],
        },
      ],
    })
  })
})
