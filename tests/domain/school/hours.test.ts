import { describe, expect, it } from 'vitest'
import { hoursByTeacher, substitutedLessons, unattributed } from '../../../src/domain/school/hours.ts'
import { weekJournal, weekLesson, weekSchool } from './week-school.ts'

const school = weekSchool({
  assignments: [
    { class: '7А', subject: 'math', teacher: 'tref', to: '2025-10-01' },
    { class: '7А', subject: 'math', teacher: 'ovch', from: '2025-10-01' },
    { class: '7Б', subject: 'math', teacher: 'tref' },
  ],
  substitutions: [{ class: '7А', subject: 'math', date: '2025-09-10', bell: 1, teacher: 'ovch' }],
})
const journals = new Map([
  [
    '7А,math',
    weekJournal([
      weekLesson('2025-09-01', 2),
      weekLesson('2025-09-03', 1, { teacher: 'ovch' }),
      weekLesson('2025-09-10', 1),
      weekLesson('2025-09-15', 2, { held: false }),
      weekLesson('2025-10-01', 1),
    ]),
  ],
  ['7Б,math', weekJournal([weekLesson('2025-09-01', 2), weekLesson('2025-09-02', 3)])],
])

describe('hours held and substituted (rules.md, 1.1)', () => {
  it('counts by teacher and month; a joint lesson is one hour', () => {
    expect(hoursByTeacher(school, journals, '2025-09-01', '2025-10-31')).toEqual([
      {
        teacher: 'ovch',
        month: '2025-09',
        own: 0,
        substituted: 2,
        joined: 0,
        journals: [{ class: '7А', subject: 'math', own: 0, substituted: 2 }],
      },
      {
        teacher: 'ovch',
        month: '2025-10',
        own: 1,
        substituted: 0,
        joined: 0,
        journals: [{ class: '7А', subject: 'math', own: 1, substituted: 0 }],
      },
      {
        teacher: 'tref',
        month: '2025-09',
        own: 2,
        substituted: 0,
        joined: 1,
        journals: [
          { class: '7А', subject: 'math', own: 1, substituted: 0 },
          { class: '7Б', subject: 'math', own: 2, substituted: 0 },
        ],
      },
    ])
  })

  it('lists substituted lessons, and whether the office arranged them', () => {
    expect(substitutedLessons(school, journals, '2025-09-01', '2025-09-30')).toEqual([
      {
        class: '7А',
        subject: 'math',
        date: '2025-09-03',
        bell: 1,
        teacher: 'ovch',
        instead: ['tref'],
        arranged: false,
      },
      {
        class: '7А',
        subject: 'math',
        date: '2025-09-10',
        bell: 1,
        teacher: 'ovch',
        instead: ['tref'],
        arranged: true,
      },
    ])
  })

  it('counts a substitution taken beside an own lesson once, as own', () => {
    const beside = new Map([
      ['7А,math', weekJournal([weekLesson('2025-09-02', 3, { teacher: 'ovch' })])],
      ['7Б,math', weekJournal([weekLesson('2025-09-02', 3)])],
    ])
    const both = { ...school, assignments: [{ class: '7Б', subject: 'math', teacher: 'ovch' }] }
    expect(hoursByTeacher(both, beside, '2025-09-01', '2025-09-30')).toMatchObject([
      { teacher: 'ovch', own: 1, substituted: 0, joined: 1 },
    ])
  })

  it('names lessons held by nobody known instead of losing them', () => {
    const orphan = { ...school, assignments: [], substitutions: [] }
    expect(hoursByTeacher(orphan, journals, '2025-10-01', '2025-10-31')).toEqual([])
    expect(unattributed(orphan, journals, '2025-10-01', '2025-10-31')).toEqual([
      { class: '7А', subject: 'math', date: '2025-10-01', bell: 1 },
    ])
    expect(unattributed(school, journals, '2025-09-01', '2025-10-31')).toEqual([])
  })
})
