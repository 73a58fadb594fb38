import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { ClashIndex } from '../../../src/domain/school/clash-index.ts'
import { clashes } from '../../../src/domain/school/clashes.ts'
import { hoursLeft, placedHours } from '../../../src/domain/school/left-to-place.ts'
import { covers, type SchoolView, type Slot } from '../../../src/domain/school/school-view.ts'
import {
  changeSlots,
  replaceTimetable,
  slotsAfter,
  slotsOn,
  timetableDates,
} from '../../../src/domain/school/timetable-editing.ts'
import { weekSchool } from './week-school.ts'

/** The first day of the year of `weekSchool` is 2025-09-01. */
const starts = '2025-09-01'
const midYear = '2025-09-15'
const slot = (over: Partial<Slot> = {}): Slot => ({
  class: '7А',
  subject: 'math',
  weekday: 1,
  bell: 1,
  ...over,
})

/** The school after entries about slots. */
const changed = (school: SchoolView, entries: readonly Entry[]): SchoolView => ({
  ...school,
  slots: slotsAfter(school, entries),
})

describe('a change of the timetable from a date', () => {
  it('before the year begins simply replaces what stood', () => {
    const school = weekSchool({ slots: [slot()] })
    const entries = changeSlots(school, starts, { remove: [slot()], put: [slot({ bell: 2 })] })
    expect(entries).toEqual([
      { entity: 'slot,7А,math,,1,1,,', attribute: 'slot', value: null },
      { entity: 'slot,7А,math,,1,2,,', attribute: 'slot', value: slot({ bell: 2 }) },
    ])
  })

  it('in mid-year ends the old slot and begins the new one, so that past lessons stay', () => {
    const school = weekSchool({ slots: [slot({ room: '1' })] })
    const later = changed(
      school,
      changeSlots(school, midYear, { remove: school.slots, put: [slot({ room: '2' })] }),
    )
    expect(later.slots).toEqual([slot({ room: '1', to: midYear }), slot({ room: '2', from: midYear })])
    expect(later.slots.filter((own) => covers(own, '2025-09-14')).map(({ room }) => room)).toEqual(['1'])
    expect(timetableDates(later, later.years[0]!)).toEqual([midYear])
  })

  it('taken away and put again on one date is as it was', () => {
    const school = weekSchool({ slots: [slot({ room: '1' })] })
    const without = changed(school, changeSlots(school, midYear, { remove: school.slots }))
    expect(without.slots).toEqual([slot({ room: '1', to: midYear })])
    expect(changed(without, changeSlots(without, midYear, { put: [slot({ room: '1' })] })).slots).toEqual(
      school.slots,
    )
    expect(changeSlots(school, midYear, { remove: school.slots, put: school.slots })).toEqual([
      { entity: 'slot,7А,math,,1,1,,', attribute: 'slot', value: school.slots[0] },
    ])
  })

  it('lasts until a later timetable that is planned already', () => {
    const school = weekSchool({ slots: [slot({ subject: 'hist', from: '2025-10-01' })] })
    expect(changed(school, changeSlots(school, midYear, { put: [slot()] })).slots).toContainEqual(
      slot({ from: midYear, to: '2025-10-01' }),
    )
  })

  it('of whole classes keeps what is the same, ends the rest, drops later plans, leaves other classes alone', () => {
    const school = weekSchool({
      slots: [
        slot(),
        slot({ bell: 2 }),
        slot({ bell: 3, from: '2025-10-01' }),
        slot({ class: '7Б', bell: 2 }),
      ],
    })
    const later = changed(
      school,
      replaceTimetable(school, new Set(['7А']), [slot(), slot({ bell: 4 })], midYear),
    )
    expect(later.slots).toEqual([
      slot(),
      slot({ bell: 2, to: midYear }),
      slot({ class: '7Б', bell: 2 }),
      slot({ bell: 4, from: midYear }),
    ])
    expect(replaceTimetable(later, new Set(['7А']), [slot(), slot({ bell: 4 })], midYear)).toEqual([])
  })
})

describe('what is left to place', () => {
  const school = weekSchool({
    assignments: [
      { class: '7А', subject: 'math', teacher: 'tref', hoursPerWeek: 5 },
      // Two hold these lessons together.
      { class: '7Б', subject: 'math', teacher: 'tref', hoursPerWeek: 2 },
      { class: '7Б', subject: 'math', teacher: 'ovch', hoursPerWeek: 2 },
      { class: '7Б', subject: 'hist', teacher: 'ovch', hoursPerWeek: 1, to: midYear },
    ],
    slots: [
      slot(),
      slot({ bell: 2, week: 'odd' }),
      slot({ bell: 3, to: midYear }),
      slot({ class: '7Б' }),
      slot({ class: '7Б', bell: 2 }),
      slot({ class: '7Б', bell: 3 }),
    ],
  })
  const left = (date: string) =>
    placedHours(school, '2025-26', date).map((own) => `${own.class} ${own.subject} ${hoursLeft(own)}`)

  it('is hours less lessons; one of odd weeks counts half, one too many is below nought', () => {
    // 7А: 5 - 1 - 0.5 - 1; 7Б: 2 - 3.
    expect(left(starts)).toEqual(['7А math 2.5', '7Б hist 1', '7Б math -1'])
    expect(left(midYear)).toEqual(['7А math 3.5', '7Б math -1'])
  })

  it('counts the slots of the year alone', () => {
    expect(slotsOn(school, '2024-25', starts)).toEqual([])
  })
})

describe('clashes of a timetable that is being changed', () => {
  const assignments = [
    { class: '7А', subject: 'math', teacher: 'tref' },
    { class: '7Б', subject: 'math', teacher: 'tref' },
  ]
  const pair = (bell: number, over: Partial<Slot> = {}) => [
    slot({ bell, ...over }),
    slot({ class: '7Б', bell, ...over }),
  ]

  it('are those of all hours, and only the changed hour is looked through again', () => {
    const school = weekSchool({ assignments, slots: [1, 2, 3, 4].flatMap((bell) => pair(bell)) })
    const index = new ClashIndex()
    expect(index.of(school)).toEqual(clashes(school))
    expect(index.looked).toBe(4)
    const moved = { ...school, slots: [...school.slots.slice(0, -1), slot({ class: '7Б', bell: 5 })] }
    expect(index.of(moved)).toEqual(clashes(moved))
    expect(index.looked).toBe(6)
    expect(index.of({ ...moved, assignments: assignments.slice(1) })).toEqual([])
  })

  it('are none for lessons held together and in a shared room', () => {
    const held = weekSchool({ assignments, slots: pair(1, { joint: 'j', room: '5' }) })
    expect(new ClashIndex().of(held)).toEqual([])
    const gym = weekSchool({
      slots: pair(1, { room: 'спортзал' }),
      assignments: [],
      rooms: new Map([['спортзал', { name: 'спортзал', shared: true }]]),
    })
    expect(new ClashIndex().of(gym)).toEqual([])
    expect(new ClashIndex().of({ ...gym, rooms: new Map() })).toHaveLength(1)
  })
})
