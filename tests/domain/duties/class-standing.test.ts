import { describe, expect, it } from 'vitest'
import {
  type ClassDuties,
  dueWithin,
  dutySummary,
  furthestBehindFirst,
  type ListedDuty,
  shownIn,
  standingOf,
} from '../../../src/domain/duties/class-standing.ts'

const duty = (due: string, state: ListedDuty['state'], over: Partial<ListedDuty> = {}): ListedDuty => ({
  kind: 'reconcile',
  clause: '5.2.3',
  term: due,
  due,
  state,
  left: 0,
  of: 0,
  ...over,
})
const of = (id: string, ...duties: ListedDuty[]): ClassDuties => ({ class: id, teacher: `t${id}`, duties })
const today = '2025-10-20'

describe('how a class stands with a duty', () => {
  it('is said by the worst: overdue since the first, then changed, then open by the first due day', () => {
    const done = duty('2025-09-06', 'done', { doneOn: '2025-09-05' })
    const open = [duty('2025-10-25', 'open'), duty('2025-10-31', 'open')]
    const changed = duty('2025-10-03', 'done', { doneOn: '2025-10-02', changed: true })
    // From 11 to 20 October are nine days.
    const late = [duty('2025-10-18', 'overdue'), duty('2025-10-11', 'overdue')]
    expect(standingOf([done, ...open, changed, ...late], today)).toEqual({
      state: 'overdue',
      count: 2,
      days: 9,
    })
    expect(standingOf([done, ...open, changed], today)).toEqual({ state: 'changed', count: 1 })
    expect(standingOf([done, ...open], today)).toEqual({ state: 'open', count: 2, due: '2025-10-25' })
    expect(standingOf([done, duty('2025-11-30', 'ahead')], today)).toEqual({
      state: 'done',
      on: '2025-09-05',
    })
    expect(standingOf([duty('2025-11-30', 'ahead')], today)).toEqual({ state: 'ahead' })
  })

  it('orders classes: the longest behind first, then reports to be handed in again, then the rest as they were', () => {
    const classes = [
      of('5а', duty('2025-10-25', 'open')),
      of('6а', duty('2025-10-18', 'overdue')),
      of('7а', duty('2025-10-03', 'done', { kind: 'report', changed: true })),
      of('8а', duty('2025-10-01', 'overdue', { kind: 'paper' })),
    ]
    const order = (kind?: ListedDuty['kind']) =>
      furthestBehindFirst(classes, today, kind).map((one) => one.class)
    expect(order()).toEqual(['8а', '6а', '7а', '5а'])
    expect(order('reconcile')).toEqual(['6а', '5а', '7а', '8а'])
  })
})

it('counts for pay what fell due in a time: in time with two days of grace, late, not done', () => {
  const all = [
    duty('2025-09-06', 'done', { doneOn: '2025-09-08' }),
    duty('2025-09-13', 'done', { doneOn: '2025-09-16' }),
    duty('2025-09-20', 'overdue'),
    duty('2025-09-27', 'done', { doneOn: '2025-09-27' }),
    duty('2025-10-25', 'open'),
    duty('2025-11-29', 'overdue'),
  ]
  // To 31 October: five fell due; 8 September is two days late, in time; 16 September three, late; the open one waits.
  const quarter = { ...of('7а', ...all), duties: dueWithin(all, '2025-09-01', '2025-10-31') }
  expect(dutySummary(quarter)).toEqual({ class: '7а', teacher: 't7а', of: 4, inTime: 2, late: 1, undone: 1 })
})

it('shows in a time what falls due in it, the duties of the year, and what is left from before', () => {
  const list = [
    duty('2025-09-06', 'done', { doneOn: '2025-09-06' }),
    duty('2025-09-13', 'overdue'),
    duty('2025-09-15', 'done', { kind: 'groups' }),
    duty('2025-10-03', 'done', { kind: 'report', changed: true }),
    duty('2025-11-15', 'done', { doneOn: '2025-11-15' }),
    duty('2026-01-12', 'ahead', { kind: 'paper' }),
  ]
  expect(shownIn(list, '2025-11-05', '2026-01-11').map(({ due }) => due)).toEqual([
    '2025-09-13',
    '2025-09-15',
    '2025-10-03',
    '2025-11-15',
  ])
})
