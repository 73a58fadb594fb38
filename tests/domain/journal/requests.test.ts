import { expect, it } from 'vitest'
import { lastRequest, resubmission } from '../../../src/domain/journal/requests.ts'
import { entity } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { cell, key, people, Writing } from './writing.ts'

const { subject, office } = people
const absent: Entry = { entity: cell, attribute: 'presence', value: 'absent' }
const mark = (value: string | null): Entry => ({
  entity: entity.mark(key, '', 'p1'),
  attribute: 'mark',
  value,
})
const requestOf = (id: string, text: string): Entry => ({
  entity: entity.request(key, id),
  attribute: 'request',
  value: { period: 'q2', text },
})

it('the last request about a period tells how it stands, whatever the clocks say', () => {
  const journal = new Writing()
  journal.write(subject, [requestOf('b', 'Болел, не успел')], { skew: 30 * 86_400_000 })
  const answer = { granted: false, text: 'Период сдан' }
  journal.write(office, [{ entity: entity.request(key, 'b'), attribute: 'request.answer', value: answer }])
  expect(lastRequest(journal.fold, subject, 'q2')).toMatchObject({ text: 'Болел, не успел', answer })
  journal.write(subject, [requestOf('a', 'Очень нужно')])
  expect(lastRequest(journal.fold, subject, 'q2')).toMatchObject({ text: 'Очень нужно', answer: undefined })
  expect(lastRequest(journal.fold, subject, 'q1')).toBeUndefined()
  expect(lastRequest(journal.fold, office, 'q2')).toBeUndefined()
})

it('writes anew the last of what did not count, and nothing that stands', () => {
  const journal = new Writing()
  journal.write(subject, [absent, mark('3')], { verdict: 'void' })
  journal.write(subject, [mark('4')], { verdict: 'void' })
  const voided = journal.fold.voided(subject)
  expect(voided.map(({ value }) => value)).toEqual(['absent', '3', '4'])
  expect(resubmission(journal.fold, voided)).toEqual([absent, mark('4')])
  journal.write(subject, resubmission(journal.fold, voided))
  expect(resubmission(journal.fold, voided)).toEqual([])
  // What was written again is not waited for any more.
  expect(journal.fold.voided(subject)).toEqual([])
})

it("another person's entry does not stand for one's own", () => {
  const journal = new Writing()
  journal.write(subject, [mark('3')], { verdict: 'void' })
  journal.write(office, [mark('5')])
  expect(journal.fold.voided(subject)).toHaveLength(1)
})
