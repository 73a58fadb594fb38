import { describe, expect, it } from 'vitest'
import { lessonsOn } from '../../../src/domain/school/calendar.ts'
import { candidatesFor, lessonsOfAbsent, proposeFor } from '../../../src/domain/school/substitutes.ts'
import { weekSchool } from './week-school.ts'

const monday = '2025-09-01'
const people = ['ill', 'subj', 'clas', 'none', 'busy'].map((id) => ({
  id,
  last: id,
  first: 'Ю',
  roles: ['teacher' as const],
}))
const slot = (id: string, subject: string, bell: number) => ({ class: id, subject, weekday: 1, bell })

/** `ill` has mathematics in 7А at bells 1 and 2; `busy` teaches 7Б mathematics at bell 1, `clas` Russian in 7А at 3. */
const school = weekSchool({
  staff: new Map(people.map((one) => [one.id, one])),
  assignments: [
    { class: '7А', subject: 'math', teacher: 'ill' },
    { class: '7Б', subject: 'math', teacher: 'busy' },
    { class: '7Б', subject: 'geom', teacher: 'subj' },
    { class: '8А', subject: 'math', teacher: 'subj' },
    { class: '7А', subject: 'rus', teacher: 'clas' },
  ],
  slots: [slot('7А', 'math', 1), slot('7А', 'math', 2), slot('7Б', 'math', 1), slot('7А', 'rus', 3)],
})
const [first, second] = lessonsOfAbsent(school, 'ill', monday)

describe('who may hold a lesson instead', () => {
  it('first who teaches the subject, then the class, then the others; nobody who has a lesson then', () => {
    expect(candidatesFor(school, first!).map(({ teacher }) => teacher)).toEqual(['subj', 'clas', 'none'])
    expect(candidatesFor(school, second!).map(({ teacher }) => teacher)).toEqual([
      'busy',
      'subj',
      'clas',
      'none',
    ])
  })

  it('among equals who has fewer substitutions in the month', () => {
    const key = { class: '7Б', subject: 'math', bell: 5, teacher: 'busy' }
    const tired = weekSchool({ ...school, substitutions: [{ ...key, date: '2025-09-15' }] })
    expect(candidatesFor(tired, second!)[0]).toMatchObject({ teacher: 'subj', substitutions: 0 })
    const lastMonth = weekSchool({ ...school, substitutions: [{ ...key, date: '2025-08-29' }] })
    expect(candidatesFor(lastMonth, second!)[0]).toMatchObject({ teacher: 'busy', substitutions: 0 })
  })

  it('nobody who is away that day himself', () => {
    const value = { class: '7А', subject: 'rus', date: monday, bell: 3, teacher: 'none' }
    const away = weekSchool({ ...school, substitutions: [value] })
    expect(candidatesFor(away, first!).map(({ teacher }) => teacher)).toEqual(['subj', 'none'])
  })

  it('goes by the clock where classes have bells of their own', () => {
    const bells = (starts: string, ends: string) => [{ number: 1, starts, ends }]
    const shifted = weekSchool({
      ...school,
      bells: [...bells('08:00', '08:40'), { number: 2, starts: '08:50', ends: '09:30' }],
      bellPlans: [{ id: 'b', shift: 2, shortDay: false, bells: bells('08:50', '09:30') }],
      classes: new Map([
        ...school.classes,
        ['7Б', { id: '7Б', year: '2025-26', grade: 7, letter: 'Б', shift: 2 }],
      ]),
    })
    // The first bell of 7Б rings with the second of 7А.
    const [one, two] = lessonsOn(shifted, monday, { teacher: 'ill' })
    expect(candidatesFor(shifted, one!).map(({ teacher }) => teacher)).toContain('busy')
    expect(candidatesFor(shifted, two!).map(({ teacher }) => teacher)).not.toContain('busy')
  })
})

describe('a whole day at once', () => {
  it('counts what was proposed before', () => {
    // `subj` takes the first lesson, so `busy`, who is free at the second, has fewer.
    expect(proposeFor(school, [first!, second!]).map(({ proposed }) => proposed)).toEqual(['subj', 'busy'])
  })

  it('proposes nobody twice at one time, unless lessons are held together', () => {
    const twin = { ...first!, class: '7Б', subject: 'geom' }
    const joint = (lesson: typeof twin) => ({ ...lesson, joint: 'j' })
    expect(proposeFor(school, [first!, twin]).map(({ proposed }) => proposed)).toEqual(['subj', 'clas'])
    expect(proposeFor(school, [joint(first!), joint(twin)]).map(({ proposed }) => proposed)).toEqual([
      'subj',
      'subj',
    ])
  })
})
