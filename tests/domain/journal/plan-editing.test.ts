import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanEntry } from '../../../src/domain/journal/journal-view.ts'
import {
  changePlanEntry,
  insertPlanEntries,
  movePlanEntry,
  planChanges,
  removePlanEntry,
  splitPlanEntry,
} from '../../../src/domain/journal/plan-editing.ts'

const plan = (...topics: string[]): PlanEntry[] =>
  topics.map((topic, index) => ({ number: index + 1, hours: 1, topic }))
const topics = (entries: readonly PlanEntry[]) => entries.map(({ number, topic }) => `${number}${topic}`)

describe('editing a plan', () => {
  it('drags an entry to another place', () => {
    expect(topics(movePlanEntry(plan('а', 'б', 'в', 'г'), 0, 2))).toEqual(['1б', '2в', '3а', '4г'])
    expect(topics(movePlanEntry(plan('а', 'б', 'в'), 2, 0))).toEqual(['1в', '2а', '3б'])
    expect(topics(movePlanEntry(plan('а', 'б'), 5, 0))).toEqual(['1а', '2б'])
  })

  it('puts in, takes out, stretches', () => {
    const reserve = { hours: 2, topic: 'Повторение' }
    expect(topics(insertPlanEntries(plan('а', 'б'), 1, [reserve]))).toEqual(['1а', '2Повторение', '3б'])
    expect(topics(removePlanEntry(plan('а', 'б', 'в'), 1))).toEqual(['1а', '2в'])
    expect(changePlanEntry(plan('а', 'б'), 0, { hours: 3, topic: 'а' })[0]).toEqual({
      number: 1,
      hours: 3,
      topic: 'а',
    })
  })

  it('writes only what differs, and takes surplus entries away', () => {
    const before = plan('а', 'б', 'в')
    expect(planChanges(before, removePlanEntry(before, 1))).toEqual([
      { entity: 'plan,2', attribute: 'plan', value: { number: 2, hours: 1, topic: 'в' } },
      { entity: 'plan,3', attribute: 'plan', value: null },
    ])
    expect(planChanges(before, before)).toEqual([])
  })

  it('writes what turns any plan into any other', () => {
    const entries = fc
      .array(fc.record({ hours: fc.constantFrom(1, 2), topic: fc.constantFrom('а', 'б', 'в') }), {
        maxLength: 6,
      })
      .map((contents) => insertPlanEntries([], 0, contents))
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const stored = new Map<string, unknown>(before.map((entry) => [`plan,${entry.number}`, entry]))
        for (const { entity, value } of planChanges(before, after)) {
          if (value === null) stored.delete(entity)
          else stored.set(entity, value)
        }
        expect([...stored.entries()].sort()).toEqual(
          after.map((entry) => [`plan,${entry.number}`, entry] as [string, unknown]).sort(),
        )
      }),
    )
  })
})

describe('an entry in two', () => {
  it('has half the hours each, the larger half first, and all hours stay', () => {
    const plan = [
      { number: 1, hours: 3, topic: 'Дроби', homework: '№ 1' },
      { number: 2, hours: 1, topic: 'Итог' },
    ]
    expect(splitPlanEntry(plan, 0)).toEqual([
      { number: 1, hours: 2, topic: 'Дроби', homework: '№ 1' },
      { number: 2, hours: 1, topic: 'Дроби' },
      { number: 3, hours: 1, topic: 'Итог' },
    ])
    expect(splitPlanEntry(plan, 1)).toEqual(plan)
  })
})
