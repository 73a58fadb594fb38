import { describe, expect, it } from 'vitest'
import type { SchoolView, Slot } from '../../../src/domain/school/school-view.ts'
import { hourChoices, placeInHour } from '../../../src/screens/timetable/hour-choices.ts'
import { timetableView } from '../../../src/screens/timetable/timetable-view.ts'
import { weekSchool } from '../../domain/school/week-school.ts'

const slot = (over: Partial<Slot> = {}): Slot => ({
  class: '7А',
  subject: 'math',
  weekday: 1,
  bell: 1,
  ...over,
})
const groups = ['g1', 'g2'].map((id, index) => ({
  id,
  class: '7А',
  subject: 'eng',
  name: `Группа ${index + 1}`,
}))
const school: SchoolView = weekSchool({
  subjects: new Map([
    ['math', { id: 'math', name: 'Математика' }],
    ['eng', { id: 'eng', name: 'Английский язык' }],
  ]),
  groups: new Map(groups.map((group) => [group.id, group])),
  assignments: [
    { class: '7А', subject: 'math', teacher: 'tref', hoursPerWeek: 1 },
    { class: '7Б', subject: 'math', teacher: 'tref', hoursPerWeek: 5 },
    ...groups.map(({ id }) => ({
      class: '7А',
      subject: 'eng',
      group: id,
      teacher: 'ovch',
      hoursPerWeek: 3,
    })),
  ],
  slots: [slot({ room: '12' }), slot({ class: '7Б', bell: 2 })],
})
const choices = (bell: number) => {
  const view = timetableView(school, school.years[0]!, '2025-09-01', [])
  return hourChoices(view, { class: '7А', weekday: 1, bell })
}

describe('what can be put into an hour', () => {
  it('is the workload of the class, most hours left first, groups at once or one by one', () => {
    expect(
      choices(2).map((own) => [own.subject, own.group ?? own.groups, own.left, own.busyIn].join(' ')),
    ).toEqual([
      'Английский язык 2 3 ',
      'Английский язык Группа 1 3 ',
      'Английский язык Группа 2 3 ',
      'Математика 1 0 7Б',
    ])
  })

  it('goes into the room where most of its lessons are', () => {
    expect(choices(3).at(-1)?.slots).toEqual([slot({ bell: 3, room: '12' })])
    expect(choices(3)[0]?.slots.map(({ group }) => group)).toEqual(['g1', 'g2'])
  })
})

describe('putting a lesson into an hour', () => {
  const math = slot()
  const [first, second] = groups.map(({ id }) => slot({ subject: 'eng', group: id }))
  const place = (standing: Slot[], chosen: Slot[]) =>
    placeInHour({ lessons: standing.map((own) => ({ slot: own })) }, chosen)

  it('of the class takes the place of all that stands there', () => {
    expect(place([first!, second!], [math])).toEqual({ remove: [first, second], put: [math] })
  })

  it('of a group takes the place of the class and of the same group, beside the other group', () => {
    expect(place([math], [first!])).toEqual({ remove: [math], put: [first] })
    expect(place([first!], [second!])).toEqual({ remove: [], put: [second] })
  })

  it('beside one of odd weeks is of even weeks', () => {
    const odd = slot({ week: 'odd' })
    const history = slot({ subject: 'hist' })
    expect(place([odd], [history])).toEqual({ remove: [], put: [{ ...history, week: 'even' }] })
  })
})
