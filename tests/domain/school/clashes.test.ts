import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClashRules, clashes } from '../../../src/domain/school/clashes.ts'
import type { Assignment, Slot } from '../../../src/domain/school/school-view.ts'
import { sharePupils } from '../../../src/domain/school/shared-pupils.ts'
import { weekSchool } from './week-school.ts'

const slot = (schoolClass: string, subject: string, over: Partial<Slot> = {}): Slot => ({
  class: schoolClass,
  subject,
  weekday: 1,
  bell: 1,
  ...over,
})
const teaches = (teacher: string, schoolClass: string, subject: string, over: Partial<Assignment> = {}) => ({
  class: schoolClass,
  subject,
  teacher,
  ...over,
})
const assignments: Assignment[] = [
  teaches('tref', '7А', 'math'),
  teaches('tref', '7Б', 'math'),
  teaches('ovch', '7А', 'hist'),
  teaches('smit', '7А', 'eng', { group: 'g1' }),
  teaches('kuz', '7А', 'eng', { group: 'g2' }),
  teaches('kuz', '7Б', 'hist'),
]
const found = (slots: Slot[], rules: ClashRules = {}, over: Assignment[] = assignments) =>
  clashes(weekSchool({ slots, assignments: over }), rules).map(({ kind, who }) => `${kind} ${who}`)

describe('clashes of a timetable', () => {
  it('names the teacher who is to be in two places, with both slots', () => {
    const [a, b] = [slot('7А', 'math'), slot('7Б', 'math')]
    expect(clashes(weekSchool({ slots: [a, b], assignments }))).toEqual([
      {
        kind: 'teacher',
        who: 'tref',
        slots: [a, b],
        weekday: 1,
        bell: 1,
        from: '2025-09-01',
        to: '2025-10-11',
        maybeJoint: true,
      },
    ])
  })

  it('names the class with two lessons at once, but lets groups run in parallel', () => {
    expect(found([slot('7А', 'math'), slot('7А', 'hist')])).toEqual(['class 7А'])
    expect(found([slot('7А', 'math'), slot('7А', 'eng', { group: 'g1' })])).toEqual(['class 7А'])
    const groups = [slot('7А', 'eng', { group: 'g1' }), slot('7А', 'eng', { group: 'g2' })]
    expect(found(groups)).toEqual([])
    const shared = sharePupils([
      { group: 'g1', pupil: 'p1', to: '2025-09-10' },
      { group: 'g2', pupil: 'p1', from: '2025-09-10' },
      { group: 'g3', pupil: 'p1', from: '2025-10-01' },
    ])
    // p1 changes from g1 to g2 on 10.09 and is in g3 besides from 01.10 on.
    expect(found(groups, { sharePupils: shared })).toEqual([])
    const craft = slot('7А', 'craft', { group: 'g3' })
    expect(found([groups[1]!, craft], { sharePupils: shared })).toEqual(['class 7А'])
    expect(found([{ ...groups[1]!, to: '2025-10-01' }, craft], { sharePupils: shared })).toEqual([])
    expect(found([groups[0]!, craft], { sharePupils: shared })).toEqual([])
    expect(found([groups[0]!, { ...groups[0]! }])).toEqual(['class 7А'])
  })

  it('names the room, however it is written, unless it takes several classes', () => {
    const slots = [slot('7А', 'hist', { room: 'каб. 12' }), slot('7Б', 'hist', { room: '12' })]
    expect(found(slots)).toEqual(['room каб. 12'])
    expect(found(slots, { isShared: (room) => room.includes('12') })).toEqual([])
  })

  it('allows what is one joint lesson', () => {
    const slots = [slot('7А', 'math', { room: '5' }), slot('7Б', 'math', { room: '5' })]
    expect(found(slots)).toEqual(['room 5', 'teacher tref'])
    expect(found(slots, { jointLesson: ({ subject }) => subject })).toEqual([])
    expect(found(slots, { jointLesson: ({ class: id }) => id })).toEqual(['room 5', 'teacher tref'])
  })

  it('lets odd and even weeks share an hour', () => {
    const odd = slot('7А', 'math', { week: 'odd' })
    expect(found([odd, slot('7Б', 'math', { week: 'even' })])).toEqual([])
    const both = clashes(weekSchool({ slots: [odd, slot('7Б', 'math')], assignments }))
    expect(both.map(({ week }) => week)).toEqual(['odd'])
  })

  it('looks only at days on which both are in force, and at who teaches then', () => {
    const early = slot('7А', 'math', { to: '2025-09-15' })
    expect(found([early, slot('7Б', 'math', { from: '2025-09-15' })])).toEqual([])
    const overlapping = clashes(
      weekSchool({ slots: [early, slot('7Б', 'math', { from: '2025-09-08' })], assignments }),
    )
    expect(overlapping.map(({ from, to }) => [from, to])).toEqual([['2025-09-08', '2025-09-15']])
    const handedOver = [
      teaches('tref', '7А', 'math', { to: '2025-09-08' }),
      teaches('tref', '7Б', 'math', { from: '2025-09-08' }),
    ]
    expect(found([slot('7А', 'math'), slot('7Б', 'math')], {}, handedOver)).toEqual([])
  })

  it('keeps classes of different years apart', () => {
    const school = weekSchool({ slots: [slot('7А', 'math'), slot('6А', 'math')], assignments: [] })
    school.years.push({ id: '2024-25', starts: '2024-09-02', ends: '2025-05-26' })
    school.classes.set('6А', { id: '6А', year: '2024-25', grade: 6, letter: 'А' })
    school.assignments.push(teaches('tref', '7А', 'math'), teaches('tref', '6А', 'math'))
    expect(clashes(school)).toEqual([])
    school.classes.set('6А', { id: '6А', year: '2025-26', grade: 6, letter: 'А' })
    expect(clashes(school)).toHaveLength(1)
  })

  it('finds the same whatever the order of slots, and none where no hour is shared', () => {
    const any = fc.array(
      fc.record({
        class: fc.constantFrom('7А', '7Б'),
        subject: fc.constantFrom('math', 'hist'),
        weekday: fc.constantFrom(1, 2),
        bell: fc.constantFrom(1, 2),
        room: fc.constantFrom('1', '2'),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(any, (slots) => {
        expect(found(slots).sort()).toEqual(found([...slots].reverse()).sort())
        const apart = slots.map((each, index) => ({ ...each, bell: index }))
        expect(found(apart)).toEqual([])
        const hours = new Set(slots.map(({ weekday, bell, class: id }) => `${weekday} ${bell} ${id}`))
        expect(found(slots).some((clash) => clash.startsWith('class'))).toBe(hours.size < slots.length)
      }),
    )
  })
})
