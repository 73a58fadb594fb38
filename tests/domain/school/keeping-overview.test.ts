import { describe, expect, it } from 'vitest'
import { lessonKey } from '../../../src/domain/ledger/documents.ts'
import { byClass, byTeacher, keepingOverview } from '../../../src/domain/school/keeping-overview.ts'
import { weekJournal, weekLesson, weekSchool } from './week-school.ts'

const school = weekSchool({
  assignments: [
    { class: '7А', subject: 'math', teacher: 'tref' },
    { class: '7Б', subject: 'math', teacher: 'tref' },
    { class: '7Б', subject: 'math', teacher: 'ovch' },
  ],
  slots: [
    { class: '7А', subject: 'math', weekday: 1, bell: 2 },
    { class: '7А', subject: 'math', weekday: 3, bell: 1 },
    { class: '7Б', subject: 'math', weekday: 2, bell: 1 },
  ],
})
const mark = (date: string, bell: number, pupil: string) => ({
  lesson: lessonKey(date, bell),
  work: '',
  pupil,
  mark: '5' as const,
  comment: undefined,
})
const journals = new Map([
  [
    '7А,math',
    weekJournal(
      [
        weekLesson('2025-09-01', 2),
        weekLesson('2025-09-03', 1, { roll: false, topic: undefined, homework: undefined }),
      ],
      { marks: [mark('2025-09-01', 2, 'p1'), mark('2025-09-01', 2, 'p2')] },
    ),
  ],
  ['7Б,math', weekJournal([weekLesson('2025-09-02', 1, { homework: undefined })])],
])
const time = { from: '2025-09-01', to: '2025-09-30', today: '2025-09-16' }

describe('who keeps the journal and how', () => {
  it('counts lessons, gaps and marks of each journal, and leads to the lessons', () => {
    const [first, second] = keepingOverview(school, journals, time)
    expect(first).toEqual({
      class: '7А',
      subject: 'math',
      teachers: ['tref'],
      held: 2,
      unopened: 2,
      noRoll: 1,
      noTopic: 1,
      noHomework: 1,
      marks: 2,
      noMarks: 1,
      lastHeld: '2025-09-03',
      gaps: [
        { key: '2025-09-03,1,0', date: '2025-09-03', bell: 1, missing: ['roll', 'topic', 'homework'] },
        { key: '2025-09-10,1,0', date: '2025-09-10', bell: 1, missing: ['opened'] },
        { key: '2025-09-15,2,0', date: '2025-09-15', bell: 2, missing: ['opened'] },
      ],
    })
    // The 9th was not opened; today, the 16th, is not over.
    expect(second).toMatchObject({ teachers: ['tref', 'ovch'], held: 1, unopened: 1, noHomework: 1 })
  })

  it('holds no lesson against anybody that was called off', () => {
    const own = journals.get('7А,math')!
    const called = weekLesson('2025-09-10', 1, { held: false, cancelled: 'Карантин' })
    const changed = new Map([...journals, ['7А,math', { ...own, lessons: [...own.lessons, called] }]])
    expect(keepingOverview(school, changed, time)[0]?.unopened).toBe(1)
  })

  it('adds up by teacher, in order of names, and by class', () => {
    const overview = keepingOverview(school, journals, time)
    expect(byTeacher(school, overview).map(({ id, held, unopened }) => [id, held, unopened])).toEqual([
      ['ovch', 1, 1],
      ['tref', 3, 3],
    ])
    expect(byClass(school, overview).map(({ id, marks }) => [id, marks])).toEqual([
      ['7А', 2],
      ['7Б', 0],
    ])
  })
})
