import { expect, it } from 'vitest'
import { lessonKey } from '../../../src/domain/ledger/documents.ts'
import { keepingRight } from '../../../src/domain/policy/keeping-right.ts'
import { actor, noon, russian, SchoolHistory } from './school.ts'

// Vera keeps Russian in 7А; Semyon has her lesson of 10 September, 2nd bell. The second quarter is locked.
const policy = new SchoolHistory()
  .on('2026-09-09')
  .substitute(russian, '2026-09-10', 2, 'semyon')
  .lock('q2')
  .policy()
const today = '2026-09-10'
const right = (person: string, date: string, bell: number, movedTo?: { date: string; bell: number }) =>
  keepingRight(policy, russian, actor(policy, person), lessonKey(date, bell), {
    today,
    time: noon(today),
    movedTo: () => movedTo,
  })

it('a substitute keeps the lesson he substitutes, and no other of that journal', () => {
  expect(right('semyon', '2026-09-10', 2)).toEqual({ kind: 'granted' })
  for (const [date, bell] of [
    ['2026-09-10', 3],
    ['2026-09-11', 2],
    ['2026-09-09', 2],
  ] as const)
    expect(right('semyon', date, bell)).toEqual({ kind: 'notYours', teacher: 'v. vera' })
})

it('his lesson stays his where he moves it; one that is moved to his hour is his too', () => {
  expect(right('semyon', '2026-09-10', 2, { date: '2026-09-14', bell: 1 })).toEqual({ kind: 'granted' })
  expect(right('semyon', '2026-09-08', 1, { date: '2026-09-10', bell: 2 })).toEqual({ kind: 'granted' })
})

it('a moved lesson is judged where it stands now: into a locked period, and out of one', () => {
  expect(right('vera', '2026-09-10', 2, { date: '2026-11-10', bell: 2 })).toEqual({
    kind: 'locked',
    period: 'q2',
  })
  expect(right('vera', '2026-11-10', 2)).toEqual({ kind: 'locked', period: 'q2' })
  expect(right('vera', '2026-11-10', 2, { date: '2026-09-15', bell: 2 })).toEqual({ kind: 'granted' })
})
