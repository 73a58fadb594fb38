import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordPeople } from '../../server/accounts/people.ts'
import { demoMoment, demoTime } from '../../server/command-line/demo-clock.ts'
import { fillDemo } from '../../server/command-line/fill-demo.ts'
import { type OpenSchool, openSchool } from '../../server/command-line/open-school.ts'
import type { Batch } from '../../server/relay/relay.ts'
import {
  classDocument,
  type DocumentId,
  entity,
  journalDocument,
  journalName,
  type LessonKey,
  lessonKey,
  schoolDocument,
} from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { serverDevice, type UserId } from '../../src/domain/ledger/ids.ts'
import { weekdayOf } from '../../src/domain/school/calendar.ts'
import { moment } from '../browser/school-server.ts'

/** Somebody who can sign in, once. */
export interface Invited {
  login: string
  code: string
}

/** A school's data folder made for the bench, nobody serving it. */
export interface BenchSchool {
  data: string
  /** Keeps the twenty documents: the big journal among them, a year in all of them, a lesson now. */
  teacher: Invited
  /** The same person's second account, for the line alone. */
  line: Invited
  /** One class, one journal with a plan and no lessons, a lesson now. */
  novice: Invited
  /** An administrator. */
  office: Invited
  /** The period that runs, ISO dates. */
  period: { starts: string; ends: string }
  /** The documents of the teacher. */
  documents: readonly DocumentId[]
  /** Name of the journal of 35 pupils and 200 lessons. */
  journal: string
  /** The lesson of it that is on now. */
  lesson: LessonKey
}

/** Writers that have written in each of the teacher's documents. */
export const writers = 200
export const bigJournal = { pupils: 35, lessons: 200 } as const
const usualJournal = { pupils: 28, lessons: 102 } as const
const subjects = [
  { id: 'bench-alg', name: 'Алгебра' },
  { id: 'bench-geom', name: 'Геометрия' },
  { id: 'bench-prob', name: 'Вероятность и статистика' },
] as const
/** Letters that no class of the demo school has: it would lend its pupils. */
const classNames = ['7q', '7w', '7x', '7y', '8x', '8y'] as const
const topic = 'Формулы сокращённого умножения: разность квадратов'

/** A journal of a whole class. */
interface Journal {
  class: string
  subject: string
}

/** Who enters, and where the year and the day stand. */
interface Frame {
  school: OpenSchool
  year: { id: string; starts: string; ends: string }
  today: string
  bell: number
  user: UserId
}

/** Makes the demo school, of a real school's size, and in it a teacher with a full year, all through the relay's own append path. */
export async function makeSchool(): Promise<BenchSchool> {
  const data = await mkdtemp(join(tmpdir(), 'bench-school-'))
  // Made at the moment at which it is served.
  process.env.PARTA_DEMO_MOMENT = moment
  const log = { debug() {}, info() {}, warn: console.warn, error: console.error }
  const school = (await openSchool(data, log, true))!
  try {
    await fillDemo(school)
    return { data, ...(await addTeachers(school)) }
  } finally {
    await school.close()
  }
}

async function addTeachers(school: OpenSchool): Promise<Omit<BenchSchool, 'data'>> {
  const { accounts, relay } = school
  const account = async (login: string, person: string) =>
    (await accounts.create({ login, person, administrator: false })).user
  const users = [
    await account('bench', 'bench'),
    await account('bench-line', 'bench'),
    await account('novice', 'novice'),
  ]
  const { school: view } = relay.policy()
  const year = view.years.at(-1)!
  const { date: today, time } = demoMoment(school.now())
  const bell = view.bells.find(({ ends }) => time <= ends)!.number
  const frame: Frame = { school, year, today, bell, user: users[0]! }

  const classes = classNames.map((name) => `${year.starts.slice(0, 4)}-${name}`)
  const keys = classes.flatMap((id) =>
    subjects.slice(0, 2).map((subject): Journal => ({ class: id, subject: subject.id })),
  )
  const big = keys[0]!
  const third: Journal = { class: big.class, subject: subjects[2].id }
  const own = [...keys, third]
  const novice: Journal = { class: `${year.starts.slice(0, 4)}-9x`, subject: subjects[0].id }
  await record(frame, schoolDocument, schoolBatches(frame, own, novice))
  await recordPeople(accounts, relay)
  for (const id of classes)
    await record(
      frame,
      classDocument(id),
      classBatches(frame, id, id === big.class ? bigJournal.pupils : usualJournal.pupils),
    )
  await record(frame, classDocument(novice.class), [members(frame, novice.class, usualJournal.pupils)])
  await record(frame, journalDocument(novice), [
    entered(frame, 'assigned', year.starts, [
      { entity: entity.plan(1), attribute: 'plan', value: { number: 1, hours: 68, topic } },
    ]),
  ])
  for (const key of own)
    await record(
      frame,
      journalDocument(key),
      journalBatches(frame, key, key === big ? bigJournal : usualJournal),
    )
  const administrator = await accounts.create({ login: 'bench-office', person: '', administrator: true })
  const office = await accounts.invite(administrator.user)
  const [teacher, line, starter] = await Promise.all(users.map((user) => accounts.invite(user)))
  return {
    teacher: { login: 'bench', code: teacher! },
    line: { login: 'bench-line', code: line! },
    novice: { login: 'novice', code: starter! },
    office: { login: 'bench-office', code: office },
    period: view.periods.findLast(({ starts, ends }) => starts <= today && today <= ends)!,
    documents: [schoolDocument, ...classes.map(classDocument), ...own.map(journalDocument)],
    journal: journalName(big),
    lesson: lessonKey(today, bell),
  }
}

/** Entries as somebody entered them at a date of the school year. */
function entered({ user }: Frame, as: Batch['writer']['as'], date: string, entries: Entry[]): Batch {
  return { writer: { user, device: serverDevice, as }, entries, at: demoTime({ date, time: '12:00' }) }
}

async function record({ school: { relay } }: Frame, document: DocumentId, batches: Batch[]): Promise<void> {
  await relay.record(document, batches)
}

function schoolBatches(frame: Frame, own: readonly Journal[], novice: Journal): Batch[] {
  const { year, today, bell } = frame
  const staff = (id: string, last: string): Entry => ({
    entity: entity.staff(id),
    attribute: 'staff',
    value: { id, last, first: 'Вера', middle: 'Ивановна', roles: ['teacher'] },
  })
  const assigned = (key: Journal, teacher: string): Entry => ({
    entity: entity.assignment(key, teacher),
    attribute: 'assignment',
    value: { ...key, teacher },
  })
  // Each bell of today from now on has a lesson, so that there is one now however long the bench runs.
  const slot = (key: Journal, at: number): Entry => ({
    entity: entity.slot(key, weekdayOf(today), at),
    attribute: 'slot',
    value: { ...key, weekday: weekdayOf(today), bell: at },
  })
  const bells = Array.from({ length: 9 - bell }, (_, ahead) => bell + ahead)
  const classes = [...new Set([...own, novice].map((key) => key.class))]
  const setUp: Entry[] = [
    staff('bench', 'Константинопольская'),
    staff('novice', 'Новикова'),
    ...subjects.map(
      (subject): Entry => ({ entity: entity.subject(subject.id), attribute: 'subject', value: subject }),
    ),
    ...classes.map(
      (id, number): Entry => ({
        entity: entity.class(id),
        attribute: 'class',
        value: { id, year: year.id, grade: 7, letter: 'ЩЭЮЯЫЪЬ'[number]! },
      }),
    ),
    ...own.map((key) => assigned(key, 'bench')),
    assigned(novice, 'novice'),
    ...bells.flatMap((at) => [slot(own[at - bell]!, at), slot(novice, at)]),
  ]
  const days = spread(frame, writers - 1)
  return [
    entered(frame, 'office', year.starts, setUp),
    // A year's substitutions, each entered on a day of its own.
    ...days.map((date, number) => {
      const key = own[number % own.length]!
      const value = { ...key, date, bell: 8, teacher: 'novice' }
      return entered(frame, 'office', date, [
        { entity: entity.substitution(key, date, 8), attribute: 'substitution', value },
      ])
    }),
  ]
}

function pupilsOf(classId: string, count: number): string[] {
  return Array.from({ length: count }, (_, number) => `${classId}-${String(number).padStart(2, '0')}`)
}

function members(frame: Frame, classId: string, count: number): Batch {
  const { starts } = frame.year
  const entries = pupilsOf(classId, count).flatMap((id, number): Entry[] => [
    {
      entity: entity.pupil(id),
      attribute: 'pupil',
      value: {
        id,
        last: `Ученик${String(number).padStart(2, '0')}`,
        first: 'Александра',
        middle: 'Петровна',
      },
    },
    {
      entity: entity.movement(id, starts, 'enrolled'),
      attribute: 'movement',
      value: { pupil: id, kind: 'enrolled', date: starts },
    },
  ])
  return entered(frame, 'office', starts, entries)
}

function classBatches(frame: Frame, classId: string, count: number): Batch[] {
  const pupils = pupilsOf(classId, count)
  const spans = spread(frame, writers - 1).map((from, number) => {
    const pupil = pupils[number % count]!
    const value = { pupil, from, to: from, code: 'Б' }
    return entered(frame, 'classTeacher', from, [
      { entity: entity.span(pupil, from, 'Б'), attribute: 'span', value },
    ])
  })
  return [members(frame, classId, count), ...spans]
}

/** A year of a journal: each lesson entered on its day, some of its marks on the next: two writers a lesson. */
function journalBatches(
  frame: Frame,
  key: Journal,
  { pupils: count, lessons }: { pupils: number; lessons: number },
): Batch[] {
  const pupils = pupilsOf(key.class, count)
  const dense = lessons >= writers
  const batches = spread(frame, lessons).flatMap((date, number) => {
    // More lessons than days: the ordinal tells those of one bell apart.
    const at = lessonKey(date, 1 + (number % 5), Math.floor(number / 5))
    const name = entity.lesson(at)
    const some = (every: number, from: number) =>
      pupils.filter((_, index) => (index + number) % every === from)
    const marks = (chosen: string[]) =>
      chosen.map(
        (pupil, index): Entry => ({
          entity: entity.mark(at, '', pupil),
          attribute: 'mark',
          value: String(3 + ((index + number) % 3)),
        }),
      )
    const [early, late] = dense ? [some(4, 0), some(12, 1)] : [some(5, 0), some(14, 1)]
    return [
      entered(frame, 'assigned', date, [
        { entity: name, attribute: 'lesson.held', value: true },
        { entity: name, attribute: 'lesson.teacher', value: 'bench' },
        { entity: name, attribute: 'lesson.roll', value: true },
        { entity: name, attribute: 'lesson.topic', value: `${topic}, ${number + 1}` },
        { entity: name, attribute: 'lesson.homework', value: `§ ${number + 1}, № 301–305` },
        ...some(15, 2).map(
          (pupil): Entry => ({
            entity: entity.cell(at, pupil),
            attribute: 'presence',
            value: 'absent',
          }),
        ),
        ...marks(early),
      ]),
      ...(dense ? [] : [entered(frame, 'assigned', date, marks(late))]),
    ]
  })
  return batches
}

/** So many days of the school year up to today, evenly apart. */
function spread({ year, today }: Frame, count: number): string[] {
  const from = Date.parse(year.starts)
  const step = (Date.parse(today) - from) / count
  return Array.from({ length: count }, (_, number) =>
    new Date(from + number * step).toISOString().slice(0, 10),
  )
}
