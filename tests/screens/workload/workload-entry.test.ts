import { describe, expect, it } from 'vitest'
import type { Assignment, SchoolView } from '../../../src/domain/school/school-view.ts'
import { readEntry } from '../../../src/screens/workload/workload-entry.ts'
import { workloadView } from '../../../src/screens/workload/workload-view.ts'
import { weekSchool } from '../../domain/school/week-school.ts'

const teaches = (teacher: string, hoursPerWeek: number, over: Partial<Assignment> = {}): Assignment => ({
  class: '7А',
  subject: 'math',
  teacher,
  hoursPerWeek,
  ...over,
})
const starts = '2025-09-01'
const entered = (school: SchoolView, teacher: string, text: string) => {
  const year = school.years[0]!
  const made = readEntry({ school, year, date: starts }, { class: '7А', subject: 'math' }, teacher, text)
  return made.ok
    ? made.entries.map(({ value }) => {
        if (value === null) return null
        const { teacher: who, hoursPerWeek, name } = value as Record<string, unknown>
        return name ?? `${who} ${hoursPerWeek}`
      })
    : 'no hours'
}

describe('hours typed into the matrix', () => {
  it('give a teacher the class, change his hours, and take them away', () => {
    const empty = weekSchool({ assignments: [] })
    expect(entered(empty, 'tref', '2,5')).toEqual(['tref 2.5'])
    const school = weekSchool({ assignments: [teaches('tref', 5)] })
    expect(entered(school, 'tref', '4')).toEqual(['tref 4'])
    expect(entered(school, 'tref', '5')).toEqual([])
    expect(entered(school, 'tref', '')).toEqual([null])
  })

  it('of a second teacher, or two numbers, divide the class', () => {
    const school = weekSchool({ assignments: [teaches('tref', 5)] })
    const groups = ['Группа 1', 'Группа 2']
    expect(entered(school, 'ovch', '3')).toEqual([...groups, null, 'tref 5', 'ovch 3'])
    expect(entered(school, 'tref', '2/2')).toEqual([...groups, null, 'tref 2', 'tref 2'])
  })

  it('that are none change nothing', () => {
    const school = weekSchool({ assignments: [] })
    for (const text of ['два', '2/', '0/2', '2.5.1']) expect(entered(school, 'tref', text)).toBe('no hours')
  })
})

describe('the workload as a matrix', () => {
  it('sums by teacher and class, beside what the timetable has', () => {
    const school = weekSchool({
      groups: new Map([['g1', { id: 'g1', class: '7Б', subject: 'math', name: 'Группа 1' }]]),
      assignments: [
        teaches('tref', 5),
        teaches('tref', 2, { class: '7Б', group: 'g1' }),
        teaches('ovch', 1, { class: '7Б', subject: 'hist' }),
        teaches('ovch', 9, { to: starts }),
      ],
      // Two of math in 7А, one of odd weeks in 7Б.
      slots: [
        { class: '7А', subject: 'math', weekday: 1, bell: 1 },
        { class: '7А', subject: 'math', weekday: 2, bell: 1 },
        { class: '7Б', subject: 'math', group: 'g1', weekday: 1, bell: 1, week: 'odd' },
      ],
    })
    const view = workloadView(school, school.years[0]!, starts, [{ teacher: 'ovch', subject: 'math' }])
    expect(view.rows.map((row) => [row.teacherName, row.subject, row.hours, row.placed])).toEqual([
      ['Овчинников П.', 'math', 0, 0],
      ['Овчинников П.', 'hist', 1, 0],
      ['Трефилова С. О.', 'math', 7, 2.5],
    ])
    expect(view.rows[2]!.cells.get('7Б')).toMatchObject({ text: '2', groups: 'Группа 1', placed: 0.5 })
    expect([...view.byTeacher]).toEqual([
      ['ovch', 1],
      ['tref', 7],
    ])
    expect(view.byClass.get('7Б')).toEqual({ hours: 3, placed: 0.5 })
    expect(view.total).toEqual({ hours: 8, placed: 2.5 })
  })
})
