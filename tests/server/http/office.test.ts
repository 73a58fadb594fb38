import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordPeople } from '../../../server/accounts/people.ts'
import { entity, journalDocument, lessonKey, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { serverDevice, type UserId } from '../../../src/domain/ledger/ids.ts'
import { evidenceAnswer } from '../../../src/sync/evidence-answer.ts'
import { keepingAnswer, unpackJournal } from '../../../src/sync/keeping-answer.ts'
import { dealingsAnswer, hoursAnswer, logAnswer } from '../../../src/sync/office-answers.ts'
import { imported, type SchoolServer, signIn, startSchool } from './school-server.ts'

const math = { class: '7a', subject: 'math' }
const english = { class: '7a', subject: 'eng' }
const monday = '2025-09-01'
const first = lessonKey(monday, 1)
const second = lessonKey('2025-09-08', 1)

const entries: Entry[] = [
  {
    entity: entity.year('y'),
    attribute: 'year',
    value: { id: 'y', starts: '2025-09-01', ends: '2026-05-26' },
  },
  {
    entity: entity.period('y/1'),
    attribute: 'period',
    value: { id: 'y/1', year: 'y', kind: 'quarter', number: 1, starts: '2025-09-01', ends: '2025-09-19' },
  },
  { entity: entity.class('7a'), attribute: 'class', value: { id: '7a', year: 'y', grade: 7, letter: 'А' } },
  { entity: entity.subject('math'), attribute: 'subject', value: { id: 'math', name: 'Математика' } },
  ...[math, english].flatMap((key, index): Entry[] => [
    { entity: entity.assignment(key, 't1'), attribute: 'assignment', value: { ...key, teacher: 't1' } },
    {
      entity: entity.slot(key, 1, index + 1),
      attribute: 'slot',
      value: { ...key, weekday: 1, bell: index + 1 },
    },
  ]),
]
const pupils = ['p1', 'p2'].flatMap((id): Entry[] => [
  { entity: entity.pupil(id), attribute: 'pupil', value: { id, last: id, first: 'Ю' } },
  {
    entity: entity.movement(id, monday, 'enrolled'),
    attribute: 'movement',
    value: { pupil: id, kind: 'enrolled', date: monday },
  },
])

let server: SchoolServer
let office: { access: string; user: string }
let teacher: { access: string; user: string }

const inMath = (as: 'office' | 'assigned', user: string, list: Entry[]) =>
  server.school.relay.record(journalDocument(math), [
    { writer: { user: user as UserId, device: serverDevice, as }, entries: list },
  ])
const ask = async <S extends v.GenericSchema>(schema: S, path: string) => {
  const { status, json } = await server.ask(path, undefined, office.access)
  expect(status).toBe(200)
  return v.parse(schema, json)
}
const keeping = (since = 0) => ask(keepingAnswer, `/api/keeping?from=2025-09-01&to=2025-09-19&since=${since}`)

beforeAll(async () => {
  server = await startSchool()
  const { relay, accounts } = server.school
  await relay.record(schoolDocument, [imported(entries)])
  await relay.record('class/7a' as typeof schoolDocument, [imported(pupils)])
  await relay.record(journalDocument(math), [
    imported([
      { entity: entity.lesson(first), attribute: 'lesson.held', value: true },
      { entity: entity.lesson(first), attribute: 'lesson.roll', value: true },
      { entity: entity.lesson(second), attribute: 'lesson.held', value: true },
      { entity: entity.lesson(second), attribute: 'lesson.teacher', value: 'o1' },
      { entity: entity.lesson(second), attribute: 'lesson.topic', value: 'Дроби' },
      { entity: entity.mark(first, '', 'p1'), attribute: 'mark', value: '5' },
      { entity: entity.periodMark('y/1', 'p1'), attribute: 'periodmark', value: '5' },
    ]),
  ])
  office = await signIn(server, 'ovch', 'o1')
  teacher = await signIn(server, 'tref', 't1')
  await recordPeople(accounts, relay)
})
afterAll(() => server.stop())

describe('what the relay tells the office alone', () => {
  it.each([
    '/api/board?date=2025-09-01',
    '/api/keeping?from=2025-09-01&to=2025-09-19',
    '/api/dealings',
    '/api/duties',
    '/api/figures',
    '/api/hours?month=2025-09',
    '/api/log',
    `/api/evidence?journal=7a,math&pupil=p1&lesson=${first}`,
  ])('%s is refused to a teacher and to nobody in particular', async (path) => {
    expect(await server.ask(path, undefined, teacher.access)).toMatchObject({
      status: 403,
      json: { error: 'noRight' },
    })
    expect(await server.ask(path)).toMatchObject({ status: 401, json: { error: 'notSignedIn' } })
  })

  it.each([
    '/api/keeping?from=2025-09-19&to=2025-09-01',
    '/api/keeping?from=2020-09-19&to=2025-09-01',
    '/api/keeping?from=2025-09-01',
    '/api/hours?month=2025-13',
    '/api/log?before=x',
    '/api/log?kind=all',
    '/api/evidence?journal=7a,math&pupil=p1',
    '/api/evidence?journal=7a&pupil=p1&period=y/1',
    `/api/evidence?journal=7a,math&pupil=p1&lesson=${first}&period=y/1`,
  ])('%s is malformed', async (path) => {
    expect(await server.ask(path, undefined, office.access)).toMatchObject({ status: 400 })
  })

  it('counts how each journal is kept, and afterwards only what changed', async () => {
    const all = await keeping()
    expect(all.full).toBe(true)
    const [eng, own] = all.journals.map(unpackJournal)
    // Three Mondays; nobody opened English; of mathematics two were held.
    expect(eng).toMatchObject({ subject: 'eng', held: 0, unopened: 3, noPeriodMarks: 2, teachers: ['t1'] })
    expect(own).toEqual({
      ...math,
      teachers: ['t1'],
      held: 2,
      unopened: 1,
      noRoll: 1,
      noTopic: 1,
      noHomework: 2,
      marks: 1,
      noMarks: 1,
      noPeriodMarks: 1,
      conflicts: 0,
      remarks: 0,
      answered: 0,
      requests: 0,
      lastHeld: '2025-09-08',
      lastReceipt: expect.any(Number),
      gaps: [
        { key: first, date: monday, bell: 1, missing: ['topic', 'homework'] },
        { key: second, date: '2025-09-08', bell: 1, missing: ['roll', 'homework'] },
        { key: lessonKey('2025-09-15', 1), date: '2025-09-15', bell: 1, missing: ['opened'] },
      ],
    })
    expect(await keeping(all.version)).toEqual({ version: all.version, full: false, journals: [] })

    await inMath('assigned', teacher.user, [
      { entity: entity.lesson(first), attribute: 'lesson.topic', value: 'Числа' },
      { entity: entity.periodMark('y/1', 'p2'), attribute: 'periodmark', value: '4' },
    ])
    const delta = await keeping(all.version)
    expect(delta.full).toBe(false)
    expect(delta.journals.map(unpackJournal)).toMatchObject([
      { ...math, noTopic: 0, noHomework: 2, noPeriodMarks: 0 },
    ])
    // A lesson called off is no gap any more.
    await inMath('office', office.user, [
      {
        entity: entity.lesson(lessonKey('2025-09-15', 1)),
        attribute: 'lesson.cancelled',
        value: { reason: 'карантин' },
      },
    ])
    expect((await keeping(delta.version)).journals.map(unpackJournal)).toMatchObject([{ unopened: 0 }])
  })

  it('states what it received about a cell, in that order, and that the log of the journal is whole', async () => {
    await inMath('assigned', teacher.user, [
      { entity: entity.mark(first, '', 'p1'), attribute: 'mark', value: '4' },
    ])
    const of = (cell: string, journal = '7a,math', pupil = 'p1') =>
      `/api/evidence?journal=${journal}&pupil=${pupil}&${cell}`
    const { evidence, text } = await ask(evidenceAnswer, of(`lesson=${first}`))
    const [five, four] = evidence.entries
    expect(evidence.entries).toHaveLength(2)
    expect(five).toMatchObject({ fact: { attribute: 'mark', value: '5' }, verdict: 'ok' })
    expect(four).toMatchObject({
      fact: { value: '4', supersedes: [five!.fact.id] },
      author: { as: 'assigned' },
    })
    expect(four!.seq).toBeGreaterThan(five!.seq)
    expect(evidence.log).toEqual({ whole: true, rows: four!.seq })
    expect(text).toContain('Ученик: p1 Ю (p1)')
    // What the command line states can be checked there; this is the same statement.
    expect(evidence).toMatchObject({ document: journalDocument(math), asked: { date: monday, bell: 1 } })
    expect((await ask(evidenceAnswer, of('period=y/1'))).evidence.entries).toMatchObject([
      { fact: { attribute: 'periodmark', value: '5' } },
    ])
    for (const path of [of(`lesson=${first}`, '7a,art'), of(`lesson=${second}`), of('period=y/2')])
      expect(await server.ask(path, undefined, office.access)).toMatchObject({ status: 404 })
  })

  it('tells a page that knows another process all', async () => {
    expect((await keeping(17)).full).toBe(true)
  })

  it('shows remarks until they are closed and requests until they are answered', async () => {
    const request = entity.request(first, 'q1')
    await inMath('office', office.user, [
      {
        entity: entity.remark('r1'),
        attribute: 'remark',
        value: { date: monday, text: 'Нет задания', lesson: first },
      },
    ])
    await inMath('assigned', teacher.user, [
      { entity: entity.remark('r1'), attribute: 'remark.answer', value: { date: monday, text: 'Записала' } },
      { entity: request, attribute: 'request', value: { period: 'y/1', text: 'Пропущена отметка' } },
    ])
    expect(await ask(dealingsAnswer, '/api/dealings')).toEqual({
      remarks: [
        {
          ...math,
          id: 'r1',
          date: monday,
          text: 'Нет задания',
          lesson: first,
          by: 'o1',
          answer: { date: monday, text: 'Записала' },
        },
      ],
      requests: [
        {
          ...math,
          entity: request,
          period: 'y/1',
          text: 'Пропущена отметка',
          lesson: first,
          by: 't1',
          at: expect.any(Number),
        },
      ],
    })
    expect((await keeping()).journals.map(unpackJournal)).toMatchObject([
      { remarks: 0, requests: 0 },
      { remarks: 1, answered: 1, requests: 1 },
    ])
    await inMath('office', office.user, [
      { entity: entity.remark('r1'), attribute: 'remark.closed', value: { date: monday } },
      { entity: request, attribute: 'request.answer', value: { granted: false, text: 'Ведомость сдана' } },
    ])
    expect(await ask(dealingsAnswer, '/api/dealings')).toEqual({ remarks: [], requests: [] })
  })

  it('counts hours held and substituted in a month', async () => {
    const { teachers, substitutions, unattributed } = await ask(hoursAnswer, '/api/hours?month=2025-09')
    expect(teachers.map(({ teacher: id, own, substituted }) => [id, own, substituted])).toEqual([
      ['o1', 0, 1],
      ['t1', 1, 0],
    ])
    expect(substitutions).toMatchObject([{ date: '2025-09-08', teacher: 'o1', instead: ['t1'] }])
    expect(unattributed).toEqual([])
    expect((await ask(hoursAnswer, '/api/hours?month=2025-10')).teachers).toEqual([])
  })

  it('keeps a log of who did what when, page by page and searchable', async () => {
    // A second apart: of two entries of one millisecond neither is the newer one.
    const at = server.school.now()
    const writer = { user: office.user as UserId, device: serverDevice, as: 'office' as const }
    const lock = (value: { period: string } | null): Entry => ({
      entity: entity.lock('y/1'),
      attribute: 'lock',
      value,
    })
    await server.school.relay.record(schoolDocument, [
      { writer, entries: [lock({ period: 'y/1' })], at: at - 1000 },
      { writer, entries: [lock(null)], at },
    ])
    const said = async (query: string) =>
      (await ask(logAnswer, `/api/log?${query}`)).lines.map(({ who, what }) => `${who}: ${what}`)
    expect(await said('q=овчинникова+период+закрыт')).toEqual([
      'Овчинникова Анна: снято: период закрыт: I четверть y',
      'Овчинникова Анна: период закрыт: I четверть y',
    ])
    expect(await said('kind=journal&q=карантин')).toEqual([
      'Овчинникова Анна: 7А, Математика, урок 15.09.2025 (1-й): урок отменён: карантин',
    ])
    expect(await said('q=отказано')).toEqual([
      'Овчинникова Анна: 7А, Математика, урок 01.09.2025 (1-й): ответ на просьбу: отказано, Ведомость сдана',
    ])
    expect(await said('kind=account&q=трефилова')).toContain('Трефилова Светлана Олеговна: первый вход')
    expect(await said('q=импорт+расписание')).toEqual(['Импорт: расписание, записей: 2'])
    expect(await said('from=2020-01-01&to=2020-12-31')).toEqual([])

    // 130 more lines: three pages, none twice and none left out.
    for (let i = 0; i < 130; i++) await server.school.accounts.note('signIn', teacher.user as UserId)
    const seen: string[] = []
    for (let before = ''; ; ) {
      const page = await ask(logAnswer, `/api/log?kind=account${before}`)
      seen.push(...page.lines.map(({ id }) => id))
      if (!page.more) break
      before = `&before=${seen.at(-1)}`
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength((await server.school.accounts.events.all()).length)
    expect([...seen].sort().reverse()).toEqual(seen)
  })

  it('is gzipped where that helps', async () => {
    const { headers } = await server.ask('/api/log', undefined, office.access)
    expect(headers.get('content-encoding')).toBe('gzip')
  })
})
