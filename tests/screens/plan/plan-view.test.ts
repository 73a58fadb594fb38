import { describe, expect, it } from 'vitest'
import type { Lesson, PlanEntry } from '../../../src/domain/journal/journal-view.ts'
import { planChanges } from '../../../src/domain/journal/plan-editing.ts'
import { layPlan } from '../../../src/domain/journal/plan-layout.ts'
import { keptEntries, planBar, planRows, planWith } from '../../../src/screens/plan/plan-view.ts'
import { weekLesson, weekSchool } from '../../domain/school/week-school.ts'

const plan = (...hours: number[]): PlanEntry[] =>
  hours.map((of, index) => ({ number: index + 1, hours: of, topic: `Тема ${index + 1}` }))
const lay = (entries: PlanEntry[], lessons: Lesson[], today: string) =>
  layPlan({ school: weekSchool(), key: { class: '7А', subject: 'math' }, lessons, plan: entries, today })

/** Lessons fall on 01, 03, 10, 15, 17, 29.09, 01, 06 and 08.10. */
describe('the rows of a plan', () => {
  it('say what is done, begun, ahead and without a place, and which one is today', () => {
    const lessons = [weekLesson('2025-09-01', 2), weekLesson('2025-09-03', 1)]
    const rows = planRows(lay(plan(1, 2, 4, 3), lessons, '2025-09-10'), '2025-09-10')
    expect(rows.map(({ state, held, missing, today }) => [state, held, missing, today])).toEqual([
      ['done', 1, 0, false],
      ['begun', 1, 0, true],
      ['ahead', 0, 0, false],
      ['unplaced', 0, 1, false],
    ])
    expect(rows[1]?.dates).toEqual(['2025-09-03', '2025-09-10'])
  })

  it('name entries that say the same apart, and keep the name of one that moves', () => {
    const [first] = plan(1)
    const twice = [first!, { ...first!, number: 2 }, { number: 3, hours: 1, topic: 'Другая' }]
    const ids = planRows(lay(twice, [], '2025-08-25'), '2025-08-25').map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    const moved = planWith([twice[2]!], 1, [twice[0]!, twice[1]!])
    const after = planRows(lay(moved, [], '2025-08-25'), '2025-08-25').map(({ id }) => id)
    expect(after).toEqual([ids[2], ids[0], ids[1]])
  })
})

describe('another plan in place of the rest', () => {
  it('leaves what is held or begun, and writes only what differs', () => {
    const before = plan(1, 2, 1, 1)
    const layout = lay(before, [weekLesson('2025-09-01', 2), weekLesson('2025-09-03', 1)], '2025-09-05')
    expect(keptEntries(layout)).toBe(2)
    const after = planWith(before, keptEntries(layout), [{ hours: 3, topic: 'Новая' }])
    expect(after.map(({ number, topic }) => [number, topic])).toEqual([
      [1, 'Тема 1'],
      [2, 'Тема 2'],
      [3, 'Новая'],
    ])
    expect(planChanges(before, after).map(({ value }) => value)).toEqual([
      { number: 3, hours: 3, topic: 'Новая' },
      null,
    ])
  })

  it('is the whole plan while nothing was held', () => {
    expect(keptEntries(lay(plan(1, 1), [], '2025-09-05'))).toBe(0)
  })
})

it('the picture never leaves its frame, and an empty plan has none', () => {
  expect(planBar({ planned: 10, held: 4, due: 5 })).toEqual({ held: 0.4, due: 0.5 })
  expect(planBar({ planned: 2, held: 4, due: 2 })).toEqual({ held: 1, due: 1 })
  expect(planBar({ planned: 0, held: 4, due: 0 })).toEqual({ held: 0, due: 0 })
})
