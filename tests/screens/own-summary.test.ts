import { expect, test } from 'vitest'
import type { Diary } from '../../src/domain/diary/diary.ts'
import { ownSummary } from '../../src/screens/show/own-summary.ts'

const diary: Diary = {
  head: {
    pupil: { id: 'p1', name: 'Бабушкин Тимур' },
    class: '7А',
    year: { id: '2026-27', starts: '2026-09-01', ends: '2027-05-31' },
    years: [],
    today: '2026-11-24',
    periods: [
      { id: 'q1', kind: 'quarter', number: 1, starts: '2026-09-01', ends: '2026-10-25' },
      { id: 'q2', kind: 'quarter', number: 2, starts: '2026-11-02', ends: '2026-12-30' },
    ],
    holidays: [],
    subjects: [
      {
        id: 'alg',
        name: 'Алгебра',
        results: [
          { period: 'q1', mark: '5', average: 467 },
          { period: 'q2', average: 400 },
        ],
      },
      { id: 'geo', name: 'Геометрия', results: [] },
    ],
    former: [],
    announcements: [],
  },
  days: [
    { date: '2026-10-20', lessons: [{ bell: 1, subject: 'alg', marks: [{ mark: '5' }] }] },
    {
      date: '2026-11-10',
      lessons: [
        { bell: 1, subject: 'alg', marks: [{ mark: '4', kind: 'Диктант' }] },
        { bell: 2, subject: 'geo', absent: 'Б', homework: { text: '§ 1', due: { date: '2026-11-12' } } },
      ],
    },
    {
      date: '2026-11-23',
      lessons: [
        { bell: 1, subject: 'alg', late: 5, homework: { text: '§ 9', due: { date: '2026-11-26' } } },
        { bell: 3, subject: 'geo', absent: '', homework: { text: '№ 12', due: { date: '2026-11-25' } } },
      ],
    },
  ],
}

test('a pupil is shown the period that is on: its marks, what was missed, homework still to be done', () => {
  expect(ownSummary(diary)).toEqual({
    period: diary.head.periods[1],
    subjects: [
      {
        id: 'alg',
        name: 'Алгебра',
        marks: [{ date: '2026-11-10', mark: { mark: '4', kind: 'Диктант' } }],
        average: 400,
        given: undefined,
      },
      { id: 'geo', name: 'Геометрия', marks: [], average: undefined, given: undefined },
    ],
    absent: [
      { date: '2026-11-23', bell: 3, subject: 'Геометрия', reason: '' },
      { date: '2026-11-10', bell: 2, subject: 'Геометрия', reason: 'Б' },
    ],
    late: 1,
    homework: [
      { subject: 'Геометрия', due: '2026-11-25', text: '№ 12' },
      { subject: 'Алгебра', due: '2026-11-26', text: '§ 9' },
    ],
  })
})

test('between periods the whole year is shown', () => {
  const holidays = { ...diary, head: { ...diary.head, today: '2026-10-28' } }
  const { period, subjects } = ownSummary(holidays)
  expect(period).toBeUndefined()
  expect(subjects[0]?.marks.map(({ mark }) => mark.mark)).toEqual(['5', '4'])
})
