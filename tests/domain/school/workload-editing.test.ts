import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { type Assignment, covers, type SchoolView } from '../../../src/domain/school/school-view.ts'
import {
  assignmentEntity,
  assignmentsOn,
  changeTeacher,
  changeWorkload,
  dividePair,
  setMarking,
} from '../../../src/domain/school/workload-editing.ts'
import { weekSchool } from './week-school.ts'

const starts = '2025-09-01'
const midYear = '2025-09-15'
const pair = { class: '7А', subject: 'eng' }
const teaches = (teacher: string, over: Partial<Assignment> = {}): Assignment => ({
  ...pair,
  teacher,
  hoursPerWeek: 3,
  ...over,
})
const school = (assignments: Assignment[], groups: string[] = []) =>
  weekSchool({
    assignments,
    groups: new Map(groups.map((id, index) => [id, { id, ...pair, name: `Группа ${index + 1}` }])),
  })

function changed(of: SchoolView, entries: readonly Entry[]): Assignment[] {
  const all = new Map(of.assignments.map((own) => [assignmentEntity(own), own]))
  for (const { entity, value } of entries)
    if (value === null) all.delete(entity)
    else all.set(entity, value as unknown as Assignment)
  return [...all.values()]
}

describe('who has a class and subject', () => {
  const newId = () => 'new'
  const divided = (of: SchoolView, parts: [string, number][]) => {
    const { assignments, groups } = dividePair(
      of,
      pair,
      parts.map(([teacher, hours]) => ({ teacher, hours })),
      starts,
      newId,
    )
    return [
      ...assignments.map((own) => `${own.teacher} ${own.group ?? '-'} ${own.hoursPerWeek}`),
      ...groups.map(({ name }) => name),
    ]
  }

  it('is one teacher of the class, or several by groups', () => {
    expect(divided(school([]), [['a', 3]])).toEqual(['a - 3'])
    expect(
      divided(school([teaches('a')], ['g1']), [
        ['a', 3],
        ['b', 2],
      ]),
    ).toEqual(['a g1 3', 'b new 2', 'Группа 2'])
  })

  it('keeps the groups that each has already', () => {
    const of = school([teaches('b', { group: 'g2' })], ['g1', 'g2'])
    expect(
      divided(of, [
        ['a', 3],
        ['b', 3],
      ]),
    ).toEqual(['a g1 3', 'b g2 3'])
    expect(divided(of, [['b', 2]])).toEqual(['b g2 2'])
  })

  it('changes from a date: hours in place, an old teacher until the day before, others untouched', () => {
    const of = school([
      teaches('a', { grading: 'credit' }),
      teaches('b', { group: 'g1' }),
      teaches('c', { subject: 'hist' }),
    ])
    const entries = changeWorkload(
      of,
      [pair],
      [teaches('a', { hoursPerWeek: 2 }), teaches('d', { group: 'g1' })],
      midYear,
    )
    expect(changed(of, entries)).toEqual([
      teaches('a', { grading: 'credit', hoursPerWeek: 2 }),
      teaches('b', { group: 'g1', to: midYear }),
      teaches('c', { subject: 'hist' }),
      teaches('d', { group: 'g1', from: midYear }),
    ])
    expect(changeWorkload(of, [pair], of.assignments.slice(0, 2), midYear)).toEqual([])
  })

  it('before the year begins leaves no trace of who was named first', () => {
    const of = school([teaches('a')])
    expect(changed(of, changeWorkload(of, [pair], [teaches('b')], starts))).toEqual([teaches('b')])
  })

  it('taken away and given again on one date is as it was', () => {
    const of = school([teaches('a', { grading: 'none' })])
    const without = { ...of, assignments: changed(of, changeWorkload(of, [pair], [], midYear)) }
    expect(changed(without, changeWorkload(without, [pair], [teaches('a')], midYear))).toEqual(of.assignments)
  })
})

describe('a change of teacher', () => {
  it('from a date: the lessons before it stay with the first, hours and marking go over', () => {
    const of = school([teaches('a', { grading: 'credit', attested: 'half' })])
    const later = { ...of, assignments: changed(of, changeTeacher(of, of.assignments[0]!, 'b', midYear)) }
    const on = (date: string) => assignmentsOn(later, '2025-26', date)
    expect(on('2025-09-14').map(({ teacher }) => teacher)).toEqual(['a'])
    expect(on(midYear)).toEqual([teaches('b', { from: midYear, grading: 'credit', attested: 'half' })])
    expect(covers(later.assignments[0]!, midYear)).toBe(false)
  })

  it('to himself changes nothing', () => {
    const of = school([teaches('a')])
    expect(changeTeacher(of, of.assignments[0]!, 'a', midYear)).toEqual([])
  })
})

it('the way a row is marked is set and given back to the rules', () => {
  const own = teaches('a', { grading: 'none' })
  expect(setMarking([own], { grading: undefined, attested: 'year' })).toEqual([
    { entity: 'assignment,7А,eng,,a,', attribute: 'assignment', value: teaches('a', { attested: 'year' }) },
  ])
})
