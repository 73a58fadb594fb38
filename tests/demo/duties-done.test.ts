import { describe, expect, it } from 'vitest'
import { dutiesDone } from '../../server/demo/duties-done.ts'
import { demoSchool } from '../../server/demo/school.ts'

describe('duties carried out in the demo school', () => {
  const { tables } = demoSchool({ date: '2026-11-24', time: '12:20' })
  const facts = dutiesDone(tables, '2026-11-24', 1)
  const shown = tables.classes.find(({ grade, letter }) => grade === 7 && letter === 'А')!

  it('are recorded by the class teacher before today, most of them and not all', () => {
    const own = facts.filter(({ document }) => document === `class/${shown.id}`)
    expect(own.every(({ person, date }) => person === shown.class_teacher && date < '2026-11-24')).toBe(true)
    const weeks = facts.filter(({ entry }) => entry.attribute === 'week.signed').length
    // 24 classes and 11 school weeks that are over: 1 September to 23 October and 2 to 20 November.
    expect(weeks).toBeGreaterThan(24 * 11 * 0.85)
    expect(weeks).toBeLessThan(24 * 11)
    expect(new Set(facts.map(({ document, entry }) => `${document} ${entry.entity}`)).size).toBe(facts.length)
  })

  it('leave some families waiting and most told within two weeks', () => {
    const last = new Map<string, string>()
    for (const { entry } of facts)
      if (entry.attribute === 'informed') {
        const { to } = entry.value as { to: string }
        const pupil = entry.entity.split(',')[1]!
        last.set(pupil, [last.get(pupil) ?? '', to].sort()[1]!)
      }
    const fresh = [...last.values()].filter((to) => to > '2026-11-10').length
    expect(fresh / last.size).toBeGreaterThan(0.8)
    expect(fresh / last.size).toBeLessThan(1)
  })

  it('are the same for the same day', () => {
    expect(dutiesDone(tables, '2026-11-24', 1)).toEqual(facts)
  })
})
