import { describe, expect, it } from 'vitest'
import {
  type DayLesson,
  dayLessons,
  freeLessonKey,
  jointLessons,
  type KnownLessons,
  meetings,
} from '../../../src/domain/journal/day-lessons.ts'
import { unopenedLesson } from '../../../src/domain/journal/journal-view.ts'
import { journalName, lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { SchoolView } from '../../../src/domain/school/school-view.ts'
import { weekLesson, weekSchool } from '../school/week-school.ts'

// The week school: mathematics in 7А on Mondays, 2nd lesson, and Wednesdays, 1st, by tref. 3 September is a Wednesday.
const monday = '2025-09-01'
const wednesday = '2025-09-03'
const math = { class: '7А', subject: 'math' }

const day = (school: SchoolView, date: string, known: KnownLessons = new Map(), person = 'tref') =>
  dayLessons(school, date, person, known).map(inWords)

function inWords({ bell, key, standing, movedFrom, ...journal }: DayLesson): string {
  const from = movedFrom ? ` from ${movedFrom.date} ${movedFrom.bell}` : ''
  return `${bell} ${journalName(journal)} ${key} ${standing}${from}`
}

describe("a person's day", () => {
  it('is the timetable while the journals say nothing', () => {
    expect(day(weekSchool(), monday)).toEqual(['2 7А,math 2025-09-01,2,0 here'])
    expect(day(weekSchool(), monday, new Map(), 'ovch')).toEqual([])
    // A Tuesday.
    expect(day(weekSchool(), '2025-09-02')).toEqual([])
  })

  it('shows a moved lesson on both days, and another one in its old hour', () => {
    const moved = weekLesson(monday, 2, { date: wednesday, bell: 4, held: false })
    const second = unopenedLesson(lessonKey(monday, 2, 1))
    const known = new Map([['7А,math', [moved, { ...second, added: true }]]])
    expect(day(weekSchool(), monday, known)).toEqual([
      '2 7А,math 2025-09-01,2,0 away',
      '2 7А,math 2025-09-01,2,1 here',
    ])
    expect(day(weekSchool(), wednesday, known)).toEqual([
      '1 7А,math 2025-09-03,1,0 here',
      '4 7А,math 2025-09-01,2,0 here from 2025-09-01 2',
    ])
  })

  it('shows a move within the day at both hours', () => {
    const known = new Map([['7А,math', [weekLesson(monday, 2, { bell: 5 })]]])
    expect(day(weekSchool(), monday, known)).toEqual([
      '2 7А,math 2025-09-01,2,0 away',
      '5 7А,math 2025-09-01,2,0 here from 2025-09-01 2',
    ])
  })

  it('has what was cancelled, and what no timetable has', () => {
    const known = new Map([
      [
        '7А,math',
        [
          weekLesson(monday, 2, { held: false, cancelled: 'актированный день' }),
          { ...unopenedLesson(lessonKey('2025-09-02', 3)), added: true },
        ],
      ],
    ])
    expect(day(weekSchool(), monday, known)).toEqual(['2 7А,math 2025-09-01,2,0 cancelled'])
    expect(day(weekSchool(), '2025-09-02', known)).toEqual(['3 7А,math 2025-09-02,3,0 here'])
  })

  it('lists a substituted lesson for both, held by the substitute alone, wherever he moves it', () => {
    const school = weekSchool({ substitutions: [{ ...math, date: monday, bell: 2, teacher: 'ovch' }] })
    const holders = (person: string, date: string, known: KnownLessons = new Map()) =>
      dayLessons(school, date, person, known).map(({ teachers }) => teachers.join())
    expect(holders('tref', monday)).toEqual(['ovch'])
    expect(holders('ovch', monday)).toEqual(['ovch'])
    const known = new Map([['7А,math', [weekLesson(monday, 2, { date: '2025-09-02', bell: 1 })]]])
    expect(holders('ovch', '2025-09-02', known)).toEqual(['ovch'])
    // The timetable's next lesson is nobody's but the assigned teacher's.
    expect(holders('ovch', wednesday)).toEqual([])
  })
})

describe('joint lessons', () => {
  const both = weekSchool({
    assignments: [
      { class: '7А', subject: 'math', teacher: 'tref' },
      { class: '7Б', subject: 'math', teacher: 'tref' },
    ],
    slots: [
      { class: '7А', subject: 'math', weekday: 1, bell: 2, joint: 'j1' },
      { class: '7Б', subject: 'math', weekday: 1, bell: 2, joint: 'j1' },
      { class: '7Б', subject: 'math', weekday: 1, bell: 3 },
    ],
  })
  const pieces = (known: KnownLessons = new Map()) =>
    jointLessons(dayLessons(both, monday, 'tref', known), 'tref').map((piece) => piece.map(inWords))

  it('are one piece of the day', () => {
    expect(pieces()).toEqual([
      ['2 7А,math 2025-09-01,2,0 here', '2 7Б,math 2025-09-01,2,0 here'],
      ['3 7Б,math 2025-09-01,3,0 here'],
    ])
  })

  it('come apart when one of them is called off', () => {
    const known = new Map([['7А,math', [weekLesson(monday, 2, { held: false, cancelled: 'карантин' })]]])
    expect(pieces(known)).toEqual([
      ['2 7А,math 2025-09-01,2,0 cancelled'],
      ['2 7Б,math 2025-09-01,2,0 here'],
      ['3 7Б,math 2025-09-01,3,0 here'],
    ])
  })

  it('are called off together, and moved together', () => {
    const off = weekLesson(monday, 2, { held: false, cancelled: 'карантин' })
    const both = (lesson: typeof off) =>
      new Map([
        ['7А,math', [lesson]],
        ['7Б,math', [lesson]],
      ])
    expect(pieces(both(off)).map((piece) => piece.length)).toEqual([2, 1])
    // Each leaves its hour by itself; at the new one they are one again.
    expect(pieces(both(weekLesson(monday, 2, { bell: 4 }))).map((piece) => piece.join())).toEqual([
      '2 7А,math 2025-09-01,2,0 away',
      '2 7Б,math 2025-09-01,2,0 away',
      '3 7Б,math 2025-09-01,3,0 here',
      '4 7А,math 2025-09-01,2,0 here from 2025-09-01 2,4 7Б,math 2025-09-01,2,0 here from 2025-09-01 2',
    ])
  })
})

describe('the key of a lesson put by hand', () => {
  const school = weekSchool()
  const key = (lessons: Parameters<typeof freeLessonKey>[2], date: string, bell: number) =>
    freeLessonKey(school, math, lessons, { date, bell })

  it('is the hour itself where nothing ever stood', () => {
    expect(key([], '2025-09-02', 3)).toBe('2025-09-02,3,0')
  })
  it('takes the next ordinal at a vacated and at a cancelled hour', () => {
    expect(key([weekLesson(monday, 2, { bell: 5 })], monday, 2)).toBe('2025-09-01,2,1')
    expect(key([weekLesson(monday, 2, { held: false, cancelled: 'болезнь' })], monday, 2)).toBe(
      '2025-09-01,2,1',
    )
  })
  it('is none where a lesson of the journal stands, opened or by the timetable', () => {
    expect(key([], monday, 2)).toBeUndefined()
    expect(key([weekLesson(monday, 2, { bell: 5 })], monday, 5)).toBeUndefined()
  })
})

describe('what a lesson would meet', () => {
  const school = weekSchool({
    assignments: [
      { class: '7А', subject: 'math', teacher: 'tref' },
      { class: '7Б', subject: 'math', teacher: 'tref' },
      { class: '7А', subject: 'pe', teacher: 'ovch' },
      { class: '7А', subject: 'eng', group: 'g1', teacher: 'ovch' },
    ],
    slots: [
      { class: '7А', subject: 'math', weekday: 1, bell: 2 },
      { class: '7А', subject: 'pe', weekday: 1, bell: 3 },
      { class: '7Б', subject: 'math', weekday: 1, bell: 4 },
      { class: '7А', subject: 'eng', group: 'g1', weekday: 1, bell: 5 },
    ],
  })
  const at = (
    bell: number,
    journal: Parameters<typeof meetings>[1] = math,
    known: KnownLessons = new Map(),
  ) =>
    meetings(school, journal, { date: monday, bell }, dayLessons(school, monday, 'tref', known)).map(
      ({ kind, lesson }) => `${kind} ${journalName(lesson)}`,
    )

  it('is a lesson of the class, of the teacher, or of the journal itself', () => {
    expect(at(1)).toEqual([])
    expect(at(2)).toEqual(['same 7А,math'])
    expect(at(3)).toEqual(['class 7А,pe'])
    expect(at(4)).toEqual(['teacher 7Б,math'])
  })
  it('is no parallel group, but the whole class is', () => {
    expect(at(5)).toEqual(['class 7А,eng,g1'])
    expect(at(5, { class: '7А', subject: 'eng', group: 'g2' })).toEqual([])
  })
  it('is not what was moved away or called off', () => {
    const known = new Map([
      ['7А,math', [weekLesson(monday, 2, { date: wednesday, bell: 6 })]],
      ['7Б,math', [weekLesson(monday, 4, { held: false, cancelled: 'болезнь' })]],
    ])
    expect(at(2, math, known)).toEqual([])
    expect(at(4, math, known)).toEqual([])
  })
})
