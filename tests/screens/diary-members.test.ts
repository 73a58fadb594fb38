import { expect, test } from 'vitest'
import { familyReadingTable } from '../../src/domain/reports/family-reading-table.ts'
import { emptySchool } from '../../src/domain/school/school-view.ts'
import { familyCounts, isShown, lacking } from '../../src/screens/class/diary/members.ts'
import type { FamilyMember } from '../../src/sync/family-access.ts'

const day = 86_400_000
const now = 100 * day
const person = (id: string, rest: Partial<FamilyMember>): FamilyMember => ({
  person: id,
  name: id,
  state: 'none',
  ...rest,
})
const pupils = [
  {
    pupil: 'p1',
    name: 'p1',
    members: [
      person('g1', { state: 'used', lastSignIn: now - 30 * day, lastRead: now - 2 * day }),
      person('g2', { state: 'expired' }),
      person('p1', {}),
    ],
  },
  // Signed in, and read last three weeks ago.
  {
    pupil: 'p2',
    name: 'p2',
    members: [
      person('g3', { state: 'used', lastSignIn: now - 30 * day, lastRead: now - 21 * day }),
      person('p2', { state: 'issued' }),
    ],
  },
  // A father whose rights have ended is given nothing; a way that was closed is opened one by one.
  {
    pupil: 'p3',
    name: 'p3',
    members: [person('g4', { ended: true }), person('p3', { state: 'revoked' })],
  },
]

test('a family uses the diary when one of it has signed in, and reads it when one has within a fortnight', () => {
  expect(familyCounts(pupils, now)).toEqual({ all: 3, signedIn: 2, reading: 1 })
})

test('codes for all go to who has none, parents apart from pupils', () => {
  expect(lacking(pupils, 'guardians')).toEqual([{ pupil: 'p1', person: 'g2' }])
  expect(lacking(pupils, 'pupils')).toEqual([{ pupil: 'p1', person: 'p1' }])
})

test('the list shows who never signed in, whose code waits, who reads no more', () => {
  const shown = (filter: Parameters<typeof isShown>[1]) =>
    pupils.flatMap(({ members }) => members.filter((one) => isShown(one, filter, now)).map((it) => it.person))
  expect(shown('never')).toEqual(['g2', 'p1', 'p2', 'p3'])
  expect(shown('waiting')).toEqual(['p2'])
  expect(shown('silent')).toEqual(['g3'])
})

test('the school’s table sums the classes in their order', () => {
  const classes = new Map(
    (['10а', '7а'] as const).map((id) => [
      id as string,
      { id, year: 'y', grade: Number.parseInt(id, 10), letter: 'А' },
    ]),
  )
  const { rows, totals } = familyReadingTable(
    { ...emptySchool, classes },
    [
      { class: '10а', pupils: 20, signedIn: 5, reading: 1 },
      { class: '7а', pupils: 30, signedIn: 20, reading: 15 },
      { class: 'gone', pupils: 9, signedIn: 9, reading: 9 },
    ],
    '2026-11-25',
  )
  // 20 / 30 = 66.7 %, 5 / 20 = 25 %; together 25 / 50 = 50 % and 16 / 50 = 32 %.
  const share = (value: number) => ({ value, decimals: 1 })
  expect(rows).toEqual([
    ['7А', 30, 20, 10, 15, share(66.7), share(50)],
    ['10А', 20, 5, 15, 1, share(25), share(5)],
  ])
  expect(totals).toEqual([['Всего', 50, 25, 25, 16, share(50), share(32)]])
})
