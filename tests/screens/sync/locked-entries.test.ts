import { expect, it } from 'vitest'
import { entity, lessonKey } from '../../../src/domain/ledger/documents.ts'
import { periodOfEntry, requestState } from '../../../src/screens/sync/locked-entries.ts'
import { people, Writing } from '../../domain/journal/writing.ts'
import { actor, noon, russian, SchoolHistory } from '../../domain/policy/school.ts'

const lesson = lessonKey('2026-10-20', 3)
const mark = { entity: entity.mark(lesson, '', 'p1'), attribute: 'mark', value: '4' } as const
const request = entity.request(lesson, 'r1')

/** Vera's mark that did not count because the first quarter was locked, looked at on a date. */
function situation(school: SchoolHistory) {
  const journal = new Writing()
  journal.write(people.subject, [mark], { verdict: 'void' })
  const policy = school.policy()
  return {
    policy,
    journal,
    answer: (value: { granted: boolean; until?: string; text?: string }) =>
      journal.write(people.office, [{ entity: request, attribute: 'request.answer', value }]),
    ask: () =>
      journal.write(people.subject, [
        { entity: request, attribute: 'request', value: { period: 'q1', text: 'Болел' } },
      ]),
    on: (today: string) =>
      requestState(
        { policy, actor: actor(policy, 'vera'), user: people.subject, today, time: noon(today) },
        russian,
        journal.fold,
        'q1',
        journal.fold.voided(people.subject),
      ),
  }
}

const locked = () => new SchoolHistory().on('2026-11-01').lock('q1')

it('the period of an entry is that of its lesson where it stands now, or the one its mark is for', () => {
  const { policy, journal } = situation(locked())
  const period = (name: string) => periodOfEntry(policy, russian, journal.fold, name)?.id
  expect(period(mark.entity)).toBe('q1')
  expect(period(entity.periodMark('q2', 'p1'))).toBe('q2')
  journal.write(people.subject, [
    { entity: entity.lesson(lesson), attribute: 'lesson.moved', value: { date: '2026-11-10', bell: 1 } },
  ])
  expect(period(mark.entity)).toBe('q2')
})

it('a request waits, is refused or granted', () => {
  const { ask, answer, on } = situation(locked())
  expect(on('2026-11-10')).toEqual({ kind: 'none' })
  ask()
  expect(on('2026-11-10')).toEqual({ kind: 'waits', text: 'Болел' })
  answer({ granted: false, text: 'Период сдан' })
  expect(on('2026-11-10')).toEqual({ kind: 'refused', why: 'Период сдан' })
  answer({ granted: true, until: '2026-11-20' })
  expect(on('2026-11-20')).toEqual({ kind: 'granted' })
  expect(on('2026-11-21')).toEqual({ kind: 'ended', until: '2026-11-20' })
})

it('a permission in force, or an opened period, lets the entries be written again', () => {
  const permitted = situation(locked().permit(russian, 'vera', '2026-11-20'))
  expect(permitted.on('2026-11-20')).toEqual({ kind: 'open', until: '2026-11-20' })
  expect(permitted.on('2026-11-21')).toEqual({ kind: 'none' })
  const opened = situation(locked().put(entity.lock('q1'), 'lock', null))
  expect(opened.on('2026-11-10')).toEqual({ kind: 'open', until: undefined })
})
