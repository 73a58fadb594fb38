import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { demoMoment, demoOffset, demoTime } from '../../../server/command-line/demo-clock.ts'
import { fillDemo } from '../../../server/command-line/fill-demo.ts'
import { commandLog } from '../../../server/command-line/log.ts'
import { type OpenSchool, openSchool } from '../../../server/command-line/open-school.ts'
import { bells } from '../../../server/demo/bells.ts'
import { Board } from '../../../server/folds/board.ts'
import { JournalFolds } from '../../../server/folds/journal-folds.ts'
import { dutiesOf } from '../../../src/domain/duties/duties.ts'
import { type Duty, inTime } from '../../../src/domain/duties/duty.ts'
import { readDuties } from '../../../src/domain/duties/duty-records.ts'
import { type Lesson, readJournal } from '../../../src/domain/journal/journal-view.ts'
import {
  classDocument,
  familyDocument,
  lessonOf,
  readDocumentId,
  readLessonKey,
} from '../../../src/domain/ledger/documents.ts'
import { judge } from '../../../src/domain/policy/judge.ts'
import { isOffice } from '../../../src/domain/policy/policy.ts'
import { lessonsOn } from '../../../src/domain/school/calendar.ts'
import { readClass } from '../../../src/domain/school/class-view.ts'
import { type FamilyView, readFamily } from '../../../src/domain/school/family-view.ts'
import { firstSignIn, parta, type Served, serve } from './program.ts'

const slips = /\(([^)]*)\): логин (\S+), код (\S+)/g

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parta-demo-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the demo clock', () => {
  it('reads and writes the local time of the school', () => {
    const time = Date.parse('2026-02-03T04:05:00Z')
    expect(demoMoment(time)).toEqual({ date: '2026-02-03', time: '09:05' })
    expect(demoTime({ date: '2026-02-03', time: '09:05' })).toBe(time)
  })

  it.each([
    ['in a lesson it is right', '2026-02-03T10:25', '2026-02-03T10:25'],
    ['in the evening it stands in the third lesson of the day', '2026-02-03T20:00', '2026-02-03T'],
    ['at night in that of the day before', '2026-02-03T02:00', '2026-02-02T'],
    ['in July in that of the last day of May', '2026-07-10T12:00', '2026-05-26T'],
  ])('%s', (_, real, shown) => {
    const [date, time] = real.split('T') as [string, string]
    const now = demoTime({ date, time })
    const moment = demoMoment(now + demoOffset(now))
    expect(`${moment.date}T${moment.time}`).toContain(shown)
    expect(bells.some(({ starts, ends }) => starts <= moment.time && moment.time < ends)).toBe(true)
  })

  it('stays in the year the demo was made for', () => {
    const now = demoTime({ date: '2026-10-06', time: '10:25' })
    expect(demoMoment(now + demoOffset(now, '2026-05-26')).date).toBe('2026-05-26')
    expect(demoMoment(now + demoOffset(now)).date).toBe('2026-10-06')
  })
})

describe('the demo school', () => {
  let school: OpenSchool
  beforeAll(async () => {
    const opened = await openSchool(join(folder, 'filled'), commandLog, true)
    if (!opened) throw new Error('folder is taken')
    school = { ...opened, demo: await fillDemo(opened) }
  })
  afterAll(() => school.close())

  it('has accounts for all the staff, known to the ledger', () => {
    const { people, staff } = school.relay.policy().school
    expect(staff.size).toBe(45)
    expect([...people.values()].sort()).toEqual([...staff.keys()].sort())
  })

  it('was entered by those who had the right, when it happened', async () => {
    const { relay } = school
    const policy = relay.policy()
    const capacities = new Set<string>()
    for (const document of await relay.documents()) {
      const name = readDocumentId(document)!
      // What founds the school gives the rights; and families of pupils who left have no class teacher any more.
      if (name.kind === 'school' || name.kind === 'family') continue
      for (const { id, entity, attribute, value, receipt } of (await relay.foldOf(document)).fates()) {
        const { author, as, receivedAt } = receipt!
        const person = policy.school.people.get(author) ?? ''
        const office = isOffice(policy.school, person)
        const today = demoMoment(receivedAt).date
        const at = { today, receivedAt, movedTo: () => undefined }
        const judged = judge(policy, name, { person, office }, [id, entity, attribute, value], at)
        if (judged.kind !== 'ok')
          throw new Error(`${document} ${entity} ${attribute} by ${person}: ${judged.kind}`)
        capacities.add(as)
        expect(receivedAt).toBeLessThanOrEqual(school.now())
        const lesson = lessonOf(entity)
        if (lesson) expect(today).toBe(readLessonKey(lesson).date)
      }
    }
    expect([...capacities].sort()).toEqual(['assigned', 'classTeacher', 'office', 'substitute'])
  })

  it('is in the middle of a lesson, those before it kept', async () => {
    const { relay } = school
    const moment = demoMoment(school.now())
    const lessons = lessonsOn(relay.policy().school, relay.today())
    const now = lessons.filter(({ starts, ends }) => starts! <= moment.time && moment.time < ends!)
    expect(now.length).toBeGreaterThan(15)
    const board = await new Board(new JournalFolds(relay), Date.now()).part(relay.today(), 0)
    expect(board.lessons).toHaveLength(lessons.length)
    const ended = board.lessons.filter(({ bell }) => bells[bell - 1]!.ends <= moment.time)
    expect(ended.filter(({ held }) => held).length).toBeGreaterThan(ended.length * 0.9)
    expect(
      board.lessons
        .filter(({ bell }) => bells[bell - 1]!.ends > moment.time)
        .every(({ held }) => held === null),
    ).toBe(true)
  })

  it('has class teachers who did most of their duties in time', async () => {
    const { relay } = school
    const known = relay.policy().school
    const today = relay.today()
    const duties: Duty[] = []
    for (const schoolClass of known.classes.values()) {
      const { id } = schoolClass
      const fold = await relay.foldOf(classDocument(id))
      const view = readClass(fold)
      const families = new Map<string, FamilyView>()
      for (const { id: pupil } of view.pupils)
        families.set(pupil, readFamily(await relay.foldOf(familyDocument(pupil)), pupil))
      const found = dutiesOf({
        source: { school: known, classes: new Map([[id, view]]), journals: new Map() },
        schoolClass,
        records: readDuties(fold),
        families,
        gaps: () => ({ left: 0, of: 0 }),
        person: schoolClass.classTeacher!,
        today,
      })
      duties.push(...found)
    }
    const { inTime: kept, of } = inTime(duties)
    expect(of).toBeGreaterThanOrEqual(known.classes.size)
    expect(kept / of).toBeGreaterThan(0.7)
  })

  it('verifies, and holds as much as a school', async () => {
    const { relay } = school
    expect(await relay.verify()).toMatchObject({ ok: true })
    const lessons: Lesson[] = []
    for (const document of await relay.documents('journal/'))
      lessons.push(...readJournal(await relay.foldOf(document)).lessons)
    expect(lessons.length).toBeGreaterThan(1000)
  })
})

describe('the command', () => {
  let server: Served | undefined
  afterEach(async () => {
    await server?.end()
    server = undefined
  })

  it('makes the school once, tells who can sign in, and leaves other folders alone', async () => {
    const data = join(folder, 'command')
    const before = Date.now()
    server = await serve('demo', '--data', data)
    const people = [...server.out().matchAll(slips)].map(([, part, login, code]) => ({ part, login, code }))
    expect(people.map(({ part }) => part)).toEqual([
      'учитель, сейчас урок в 7А',
      'учитель, может заменить',
      'классный руководитель 7А',
      'завуч',
      expect.stringMatching(/^мама: \S+ \S+, \S+ \S+$/),
      'ученик 7А',
    ])
    const mother = await firstSignIn(server.url, people[4]!.login!, people[4]!.code!)
    const children = await fetch(`${server.url}/api/family/children`, {
      headers: { authorization: `Bearer ${(mother.json as { access: string }).access}` },
    })
    expect(await children.json()).toMatchObject({ children: [{ as: 'guardian' }, { as: 'guardian' }] })
    const { login, code } = people[3]!
    expect(await firstSignIn(server.url, login!, code!)).toMatchObject({
      status: 200,
      json: { roles: ['office'] },
    })
    const told = (await (await fetch(`${server.url}/api/school`)).json()) as {
      demo: boolean
      clockOffset: number
    }
    expect(told.demo).toBe(true)
    // A clock that stands falls behind by as much as has passed; a lesson that began meanwhile sets it going.
    const after = Date.now()
    const off = [before, after].map((time) => Math.abs(told.clockOffset - demoOffset(time)))
    expect(Math.min(...off)).toBeLessThanOrEqual(after - before)
    expect(await server.end()).toBe(0)

    server = await serve('demo', '--data', data)
    expect(server.out()).not.toContain('Создаю')
    expect([...server.out().matchAll(slips)].map(([, , again]) => again)).not.toContain(login)
    expect(server.out()).toContain(`логин ${login}, пароль выбран`)
    await server.end()
    server = undefined

    const other = join(folder, 'other')
    expect(await parta('user', 'add', 'boss', '--office', '--data', other)).toMatchObject({ code: 0 })
    const refused = await parta('demo', '--data', other, '--port', '0')
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('уже есть школа')])
    server = await serve('demo', '--if-empty', '--data', other)
    expect(server.out()).toContain('Первый вход администратора')
  })
})
