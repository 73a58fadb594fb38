import { describe, expect, it } from 'vitest'
import {
  isSchoolDay,
  lessonsOn,
  periodOn,
  weekdayOf,
  weekOfPeriod,
  weekParity,
} from '../../../src/domain/school/calendar.ts'
import { isHolidayFor } from '../../../src/domain/school/grades.ts'
import type { SchoolView } from '../../../src/domain/school/school-view.ts'
import { emptySchool } from '../../../src/domain/school/school-view.ts'

const year = { id: '2025-26', starts: '2025-09-01', ends: '2026-05-26' }
const period = (kind: 'quarter' | 'half', number: number, starts: string, ends: string) => ({
  id: kind === 'quarter' ? `2025-26/${number}` : `2025-26/h${number}`,
  year: year.id,
  kind,
  number,
  starts,
  ends,
})

function school(over: Partial<SchoolView> = {}): SchoolView {
  return {
    ...emptySchool,
    profile: undefined,
    years: [year],
    periods: [
      period('quarter', 1, '2025-09-01', '2025-10-24'),
      period('half', 1, '2025-09-01', '2025-12-30'),
      period('quarter', 2, '2025-11-03', '2025-12-30'),
    ],
    holidays: [
      { name: 'Осенние каникулы', starts: '2025-10-25', ends: '2025-11-02' },
      { name: 'Перенесённый выходной', starts: '2025-11-03', ends: '2025-11-03' },
      { name: 'Карантин', starts: '2025-09-08', ends: '2025-09-08', grades: '1-4' },
    ],
    bells: [
      { number: 1, starts: '08:30', ends: '09:10' },
      { number: 2, starts: '09:20', ends: '10:00' },
    ],
    subjects: new Map(),
    staff: new Map(),
    classes: new Map([
      ['3a', { id: '3a', year: year.id, grade: 3, letter: 'А' }],
      ['7a', { id: '7a', year: year.id, grade: 7, letter: 'А' }],
      ['6a-24', { id: '6a-24', year: '2024-25', grade: 6, letter: 'А' }],
    ]),
    groups: new Map(),
    assignments: [
      { class: '7a', subject: 'math', teacher: 'tref', to: '2025-10-01' },
      { class: '7a', subject: 'math', teacher: 'ovch', from: '2025-10-01' },
      { class: '7a', subject: 'eng', group: 'g1', teacher: 'smit' },
      { class: '3a', subject: 'math', teacher: 'nach' },
    ],
    slots: [
      { class: '7a', subject: 'math', weekday: 1, bell: 2, room: '12' },
      { class: '7a', subject: 'eng', group: 'g1', weekday: 1, bell: 1, week: 'odd' },
      { class: '3a', subject: 'math', weekday: 1, bell: 1 },
      { class: '6a-24', subject: 'math', weekday: 1, bell: 1 },
      { class: '7a', subject: 'math', weekday: 2, bell: 1, from: '2025-09-09', to: '2025-09-16' },
    ],
    substitutions: [],
    locks: new Map(),
    permissions: [],
    people: new Map(),
    ...over,
  }
}

const places = (date: string, filter = {}, of = school()) =>
  lessonsOn(of, date, filter).map((l) => `${l.bell} ${l.class} ${l.subject} ${l.teachers.join('+')}`)

describe('the calendar', () => {
  it('numbers weekdays from Monday', () => {
    expect(['2025-09-01', '2025-09-06', '2025-09-07'].map(weekdayOf)).toEqual([1, 6, 7])
  })

  it('finds quarters for grades 1-9 and half-years for 10-11', () => {
    expect(periodOn(school(), 7, '2025-10-24')?.id).toBe('2025-26/1')
    expect(periodOn(school(), 7, '2025-10-25')).toBeUndefined()
    expect(periodOn(school(), 10, '2025-10-25')?.id).toBe('2025-26/h1')
  })

  it('counts weeks from Monday, the first day of the period being in week 1', () => {
    const wednesday = { starts: '2025-09-03' }
    expect(
      ['2025-09-03', '2025-09-07', '2025-09-08', '2025-09-15'].map((d) => weekOfPeriod(wednesday, d)),
    ).toEqual([1, 1, 2, 3])
  })

  it('calls the first week of the year odd', () => {
    expect(weekParity(year, '2025-09-05')).toBe('odd')
    expect(weekParity(year, '2025-09-08')).toBe('even')
  })

  it('reads which grades a holiday is for', () => {
    expect(isHolidayFor({}, 7)).toBe(true)
    expect(isHolidayFor({ grades: '1' }, 1)).toBe(true)
    expect(isHolidayFor({ grades: '1' }, 11)).toBe(false)
    expect(isHolidayFor({ grades: '1-4 9' }, 3)).toBe(true)
    expect(isHolidayFor({ grades: '1-4 9' }, 9)).toBe(true)
    expect(isHolidayFor({ grades: '1-4 9' }, 5)).toBe(false)
  })

  it('knows school days by grade', () => {
    expect(isSchoolDay(school(), '2025-09-08', 3)).toBe(false)
    expect(isSchoolDay(school(), '2025-09-08', 7)).toBe(true)
    expect(isSchoolDay(school(), '2025-09-07', 7)).toBe(false)
    expect(isSchoolDay(school(), '2025-10-27', 7)).toBe(false)
    expect(isSchoolDay(school(), '2025-11-03', 7)).toBe(false)
    expect(isSchoolDay(school(), '2026-07-01', 7)).toBe(false)
  })
})

describe('lessons of a date', () => {
  it('come from the slots of the weekday, by bell, of classes of this year', () => {
    expect(places('2025-09-01')).toEqual(['1 3a math nach', '1 7a eng smit', '2 7a math tref'])
    expect(lessonsOn(school(), '2025-09-01', { class: '7a' })[1]).toEqual({
      class: '7a',
      subject: 'math',
      date: '2025-09-01',
      bell: 2,
      starts: '09:20',
      ends: '10:00',
      room: '12',
      teachers: ['tref'],
      substituted: false,
    })
  })

  it('leave out even weeks of an odd slot, holidays of a grade, and slots not in force', () => {
    expect(places('2025-09-08')).toEqual(['2 7a math tref'])
    expect(places('2025-09-02')).toEqual([])
    expect(places('2025-09-09')).toEqual(['1 7a math tref'])
    expect(places('2025-09-16')).toEqual([])
  })

  it('belong to who is assigned on the date', () => {
    expect(places('2025-10-06', { class: '7a' })).toEqual(['2 7a math ovch'])
    expect(places('2025-10-06', { teacher: 'tref' })).toEqual([])
  })

  it('go to the substitute, who has them in his own list', () => {
    const substitution = { class: '7a', subject: 'math', date: '2025-09-01', bell: 2, teacher: 'nach' }
    const of = school({ substitutions: [substitution] })
    expect(places('2025-09-01', { teacher: 'nach' }, of)).toEqual(['1 3a math nach', '2 7a math nach'])
    expect(places('2025-09-01', { teacher: 'tref' }, of)).toEqual([])
    expect(lessonsOn(of, '2025-09-01').map((l) => l.substituted)).toEqual([false, false, true])
    expect(places('2025-09-15', { teacher: 'tref' }, of)).toEqual(['2 7a math tref'])
  })

  it('include a substitution at an hour that is not in the timetable', () => {
    const substitution = { class: '7a', subject: 'math', date: '2025-09-02', bell: 1, teacher: 'tref' }
    const [lesson] = lessonsOn(school({ substitutions: [substitution] }), '2025-09-02')
    expect(lesson).toMatchObject({ bell: 1, starts: '08:30', teachers: ['tref'], substituted: false })
  })

  it('are none in summer', () => {
    expect(places('2026-07-06')).toEqual([])
  })
})
