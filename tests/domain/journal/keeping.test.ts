import { expect, it } from 'vitest'
import { unopenedLesson } from '../../../src/domain/journal/journal-view.ts'
import {
  addLesson,
  cancelLesson,
  earlierRoll,
  moveLesson,
  restoreLesson,
  takeOverRoll,
} from '../../../src/domain/journal/keeping.ts'
import type { Presence } from '../../../src/domain/ledger/attributes.ts'
import { lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { weekLesson } from '../school/week-school.ts'

const key = lessonKey('2025-09-01', 2)
const inWords = (entries: readonly Entry[]) =>
  entries.map(({ entity, attribute, value }) => `${entity} ${attribute} ${JSON.stringify(value)}`)

it('a move is told of the lesson, and taken back at its hour of birth', () => {
  expect(inWords(moveLesson({ key }, { date: '2025-09-03', bell: 4 }))).toEqual([
    'lesson,2025-09-01,2,0 lesson.moved {"date":"2025-09-03","bell":4}',
  ])
  expect(inWords(moveLesson({ key }, { date: '2025-09-01', bell: 2 }))).toEqual([
    'lesson,2025-09-01,2,0 lesson.moved null',
  ])
})

it('cancelling a lesson that was held says that it was not; taking it back holds it again', () => {
  expect(inWords(cancelLesson(unopenedLesson(key), ' карантин '))).toEqual([
    'lesson,2025-09-01,2,0 lesson.cancelled {"reason":"карантин"}',
  ])
  const held = weekLesson('2025-09-01', 2, { teacher: 'tref' })
  expect(inWords(cancelLesson(held, 'карантин'))).toEqual([
    'lesson,2025-09-01,2,0 lesson.held false',
    'lesson,2025-09-01,2,0 lesson.cancelled {"reason":"карантин"}',
  ])
  expect(inWords(restoreLesson(held))).toEqual([
    'lesson,2025-09-01,2,0 lesson.cancelled null',
    'lesson,2025-09-01,2,0 lesson.held true',
  ])
  expect(inWords(restoreLesson(unopenedLesson(key)))).toEqual(['lesson,2025-09-01,2,0 lesson.cancelled null'])
})

it('an added lesson is not held by being added', () => {
  expect(inWords(addLesson(key))).toEqual(['lesson,2025-09-01,2,0 lesson.added true'])
  expect(inWords(addLesson(key, false))).toEqual(['lesson,2025-09-01,2,0 lesson.added null'])
})

it('the second hour takes the roll of the nearest earlier one: absent stay absent, late are there, noted stay', () => {
  const first = weekLesson('2025-09-01', 1)
  const second = weekLesson('2025-09-01', 2)
  const third = unopenedLesson(lessonKey('2025-09-01', 3))
  const other = weekLesson('2025-08-31', 2)
  expect(earlierRoll([first, third, second, other], third)?.key).toBe(second.key)
  expect(earlierRoll([weekLesson('2025-09-01', 1, { roll: false }), other], second)).toBeUndefined()
  const earlier = new Map<string, Presence>([
    ['p1', 'absent'],
    ['p2', { late: 5 }],
    ['p3', 'absent'],
    ['p4', 'present'],
  ])
  expect(inWords(takeOverRoll(third, 'tref', earlier, (pupil) => pupil === 'p3'))).toEqual([
    'lesson,2025-09-01,3,0 lesson.held true',
    'lesson,2025-09-01,3,0 lesson.teacher "tref"',
    'lesson,2025-09-01,3,0 lesson.roll true',
    'cell,2025-09-01,3,0,p1 presence "absent"',
  ])
})
