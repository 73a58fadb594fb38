import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lesson, PlanEntry } from '../../../src/domain/journal/journal-view.ts'
import { entriesByPlace, layPlan } from '../../../src/domain/journal/plan-layout.ts'
import { lessonKey } from '../../../src/domain/ledger/documents.ts'
import { weekLesson, weekSchool } from '../school/week-school.ts'

const key = { class: '7А', subject: 'math' }
const plan = (...hours: number[]): PlanEntry[] =>
  hours.map((of, index) => ({ number: index + 1, hours: of, topic: `Тема ${index + 1}` }))

const lay = (entries: PlanEntry[], lessons: Lesson[], today: string, school = weekSchool()) =>
  layPlan({ school, key, lessons, plan: entries, today })

const dates = (layout: ReturnType<typeof lay>) =>
  layout.entries.map(({ places }) => places.map(({ date }) => date.slice(5)).join(' '))

/** The timetable has Mondays and Wednesdays: 01, 03, (08 is a holiday), 10, 15, 17.09, then 29.09, 01, 06, 08.10. */
describe('a plan laid over real dates (rules.md, 2.8)', () => {
  it('skips holidays and the days between periods, and gives an entry as many lessons as it has hours', () => {
    const layout = lay(plan(1, 2, 3, 1), [], '2025-08-25')
    expect(dates(layout)).toEqual(['09-01', '09-03 09-10', '09-15 09-17 09-29', '10-01'])
    expect(layout).toMatchObject({ planned: 7, due: 0, held: 0, lag: 0, ahead: 9, forecast: 9, shortage: -2 })
    expect(layout.entries.every(({ state }) => state === 'ahead')).toBe(true)
  })

  it('says how many hours are wanting, and which entries have no place', () => {
    const layout = lay(plan(5, 5, 2), [], '2025-08-25')
    expect(layout.shortage).toBe(3)
    expect(layout.entries.map(({ state, missing }) => [state, missing])).toEqual([
      ['ahead', 0],
      ['unplaced', 1],
      ['unplaced', 2],
    ])
  })

  it('shifts behind a cancelled and an unkept lesson, and names the lag', () => {
    const called = weekLesson('2025-09-15', 2, { held: false, cancelled: 'Актированный день' })
    const layout = lay(plan(1, 1, 1, 6), [weekLesson('2025-09-01', 2), called], '2025-09-17')
    // Held: 1st. Nobody opened the 3rd and the 10th, the 15th was called off.
    expect(dates(layout)).toEqual(['09-01', '09-17', '09-29', '10-01 10-06 10-08'])
    expect(layout).toMatchObject({ due: 4, held: 1, lag: 3, unkept: 2, cancelled: 1, ahead: 5, forecast: 6 })
    expect(layout.shortage).toBe(3)
    expect(layout.entries.map(({ state }) => state)).toEqual(['done', 'ahead', 'ahead', 'unplaced'])
  })

  it('follows a moved lesson to its new hour, and leaves its old one empty', () => {
    const moved = weekLesson('2025-09-03', 1, { date: '2025-09-05', bell: 6, held: false })
    const layout = lay(plan(1, 1, 1), [weekLesson('2025-09-01', 2), moved], '2025-09-04')
    expect(dates(layout)).toEqual(['09-01', '09-05', '09-10'])
    expect(layout.places.find(({ date }) => date === '2025-09-03')?.state).toBe('vacated')
    expect(layout.places.find(({ date }) => date === '2025-09-05')).toMatchObject({
      key: '2025-09-03,1,0',
      timetabled: false,
      state: 'ahead',
    })
    expect(layout).toMatchObject({ due: 2, held: 1, lag: 1 })
  })

  it('counts an hour once when its old slot is used again', () => {
    const lessons = [
      weekLesson('2025-09-03', 1, { date: '2025-09-05', bell: 6 }),
      weekLesson('2025-09-03', 1, { key: lessonKey('2025-09-03', 1, 1) }),
    ]
    const layout = lay(plan(2), lessons, '2025-09-10')
    expect(dates(layout)).toEqual(['09-03 09-05'])
    // Two were due (1st and 3rd), two held: the 5th made up for the 1st.
    expect(layout).toMatchObject({ due: 2, held: 2, lag: 0, unkept: 1 })
  })

  it('counts a lesson of today only once it is held, and an added one as ahead of the plan', () => {
    const before = lay(plan(9), [weekLesson('2025-09-01', 2)], '2025-09-03')
    expect(before).toMatchObject({ due: 1, held: 1, lag: 0, ahead: 8 })
    const added = [weekLesson('2025-09-01', 2), weekLesson('2025-09-02', 5), weekLesson('2025-09-03', 1)]
    expect(lay(plan(9), added, '2025-09-03')).toMatchObject({ due: 2, held: 3, lag: -1, ahead: 7 })
  })

  it('puts two half hours on one lesson', () => {
    const layout = lay(plan(0.5, 0.5, 1), [], '2025-08-25')
    expect(dates(layout)).toEqual(['09-01', '09-01', '09-03'])
    expect(
      entriesByPlace(layout)
        .get('2025-09-01,2,0')
        ?.map(({ number }) => number),
    ).toEqual([1, 2])
  })

  it('takes odd weeks, slots in force and substitutions from the calendar', () => {
    const school = weekSchool({
      slots: [{ class: '7А', subject: 'math', weekday: 1, bell: 2, week: 'odd' }],
      substitutions: [{ class: '7А', subject: 'math', date: '2025-09-04', bell: 3, teacher: 'ovch' }],
    })
    expect(dates(lay(plan(3), [], '2025-08-25', school))).toEqual(['09-01 09-04 09-15'])
  })

  it('has no places where the class or its year is unknown', () => {
    const layout = lay(plan(1), [], '2025-09-01', weekSchool({ years: [] }))
    expect(layout.places).toEqual([])
    expect(layout.shortage).toBe(1)
  })

  it('loses and invents no hour, whatever was held', () => {
    const slots = ['2025-09-01', '2025-09-03', '2025-09-10', '2025-09-15', '2025-09-17', '2025-09-29']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0.5, 1, 2, 3), { maxLength: 8 }),
        fc.subarray(slots),
        fc.constantFrom(...slots, '2025-10-09'),
        (hours, held, today) => {
          const lessons = held.map((date) => weekLesson(date, new Date(date).getUTCDay() === 1 ? 2 : 1))
          const layout = lay(plan(...hours), lessons, today)
          const usable = layout.places.filter(({ state }) => state === 'held' || state === 'ahead')
          const missing = layout.entries.reduce((sum, entry) => sum + entry.missing, 0)
          expect(layout.held).toBe(held.length)
          expect(layout.forecast).toBe(usable.length)
          expect(missing).toBe(Math.max(0, layout.shortage))
          const used = new Set(layout.entries.flatMap(({ places }) => places.map((place) => place.key)))
          expect(used.size).toBe(Math.min(usable.length, Math.ceil(layout.planned)))
        },
      ),
    )
  })
})
