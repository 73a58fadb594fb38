import { expect, test } from 'vitest'
import { classDocument, entity } from '../../../src/domain/ledger/documents.ts'
import { readClass } from '../../../src/domain/school/class-view.ts'
import {
  alternating,
  divisionEntries,
  divisionOn,
  offeredDivision,
} from '../../../src/screens/office/setup/groups-draft.ts'
import { SchoolLedger } from '../../exchange/school-ledger.ts'

const year = { starts: '2026-09-01' }
const groups = ['g1', 'g2']
const pupils = ['a', 'b', 'c']

test('a class is divided by turns; a change before the year is a correction, a later one begins on its day', () => {
  const ledger = new SchoolLedger()
  const document = classDocument('7a')
  const view = () => readClass(ledger.foldOf(document))
  const divide = (division: ReadonlyMap<string, string>, today: string) => {
    const entries = divisionEntries(view(), groups, division, year, today)
    if (entries.length > 0) ledger.append(document, entries)
    return entries.length
  }
  const on = (date: string) => Object.fromEntries(divisionOn(view(), pupils, groups, date))
  expect(divide(alternating(pupils, groups), '2026-08-20')).toBe(3)
  expect(on('2026-09-01')).toEqual({ a: 'g1', b: 'g2', c: 'g1' })
  expect(divide(alternating(pupils, groups), '2026-08-21')).toBe(0)
  // Two entries: the wrong membership back, the right one in.
  expect(divide(new Map([['a', 'g2']]), '2026-08-21')).toBe(2)
  expect(on('2026-09-01')).toEqual({ a: 'g2', b: 'g2', c: 'g1' })
  expect(divide(new Map([['b', 'g1']]), '2026-11-24')).toBe(2)
  expect(on('2026-11-23').b).toBe('g2')
  expect(on('2026-11-24').b).toBe('g1')
  expect(divide(new Map([['c', '']]), '2026-11-24')).toBe(1)
  expect([on('2026-11-23').c, on('2026-11-24').c]).toEqual(['g1', ''])
  expect(view().members.map(({ group, pupil }) => entity.member(group, pupil))).toContain('member,g1,b,')
})

test('boys and girls are told apart where the groups are called so, others take turns', () => {
  const list = [{ id: 'a', sex: 'ж' }, { id: 'b', sex: 'м' }, { id: 'c', sex: 'м' }, { id: 'd' }]
  const named = (first: string, second: string) =>
    Object.fromEntries(
      offeredDivision(list, [
        { id: 'g1', name: first },
        { id: 'g2', name: second },
      ]),
    )
  // The fourth of the list, whose sex nobody wrote down, would be in the second by turns.
  expect(named('Мальчики', 'Девочки')).toEqual({ a: 'g2', b: 'g1', c: 'g1', d: 'g2' })
  expect(named('Группа 1', 'Группа 2')).toEqual({ a: 'g1', b: 'g2', c: 'g1', d: 'g2' })
})
