import { expect, it } from 'vitest'
import { classDocument, entity } from '../../../src/domain/ledger/documents.ts'
import { type ClassView, emptyClass, type Pupil } from '../../../src/domain/school/class-view.ts'
import {
  amendEntries,
  cancelEntries,
  type Move,
  moveEntries,
  moveFaults,
  movementRegister,
} from '../../../src/domain/school/moving.ts'

const anna: Pupil = { id: 'p1', last: 'Белова', first: 'Анна' }
const oleg: Pupil = { id: 'p2', last: 'Сомов', first: 'Олег' }
const begin = '2025-09-01'
const enrolled = (pupil: string) => ({ pupil, kind: 'enrolled' as const, date: begin })
const a: ClassView = {
  ...emptyClass,
  pupils: [anna, oleg],
  movements: [enrolled('p1'), enrolled('p2')],
  members: [
    { group: 'e1', pupil: 'p1' },
    { group: 'e2', pupil: 'p1', from: '2025-12-01' },
    { group: 'e2', pupil: 'p2' },
  ],
}
const classes = new Map([
  ['7a', a],
  ['7b', emptyClass],
])
const order = { date: '2025-11-10', orderNo: '41', orderDate: '2025-11-07', place: 'по заявлению' }
const transfer: Move = {
  kind: 'moved',
  from: '7a',
  to: '7b',
  pupils: [anna],
  groups: new Map([['p1', ['f1']]]),
}

it('a transfer writes an exit and the end of groups in one document, card, entry and new groups in the other', () => {
  const entries = moveEntries(classes, order, transfer)
  const { date, ...rest } = order
  expect(entries.get(classDocument('7a'))).toEqual([
    {
      entity: entity.movement('p1', date, 'moved_out'),
      attribute: 'movement',
      value: { pupil: 'p1', kind: 'moved_out', date, ...rest },
    },
    { entity: entity.member('e1', 'p1'), attribute: 'member', value: { group: 'e1', pupil: 'p1', to: date } },
    // It would have begun after he left.
    { entity: entity.member('e2', 'p1', '2025-12-01'), attribute: 'member', value: null },
  ])
  expect(entries.get(classDocument('7b'))).toEqual([
    { entity: entity.pupil('p1'), attribute: 'pupil', value: anna },
    {
      entity: entity.movement('p1', date, 'moved_in'),
      attribute: 'movement',
      value: { pupil: 'p1', kind: 'moved_in', date, ...rest },
    },
    {
      entity: entity.member('f1', 'p1', date),
      attribute: 'member',
      value: { group: 'f1', pupil: 'p1', from: date },
    },
  ])
})

it('an order for two who leave ends the groups of both and writes nowhere else', () => {
  const entries = moveEntries(classes, order, { kind: 'left', from: '7a', pupils: [anna, oleg] })
  // Two exits; p1 ends one group and loses the one to come, p2 ends one.
  expect([...entries].map(([id, own]) => [id, own.length])).toEqual([[classDocument('7a'), 5]])
})

it('refuses who is not there, who is there already, and who was moved later', () => {
  const left = new Map([
    ['7a', { ...a, movements: [...a.movements, { pupil: 'p1', kind: 'left' as const, date: '2025-12-01' }] }],
  ])
  const faults = (views: typeof classes, move: Move) =>
    moveFaults(views, order, move).map(({ fault }) => fault)
  expect(faults(classes, transfer)).toEqual([])
  expect(faults(classes, { ...transfer, from: '7b', to: '7a' })).toEqual(['outside'])
  expect(faults(classes, { kind: 'arrived', to: '7b', pupils: [anna], groups: new Map() })).toEqual([
    'inside',
  ])
  expect(faults(left, { kind: 'left', from: '7a', pupils: [anna] })).toEqual(['later'])
  expect(moveFaults(classes, { date: begin }, transfer)).toEqual([{ pupil: 'p1', fault: 'outside' }])
})

const moved = new Map<string, ClassView>([
  [
    '7a',
    {
      ...a,
      movements: [...a.movements, { pupil: 'p1', kind: 'moved_out', ...order }],
      members: [{ group: 'e1', pupil: 'p1', to: order.date }],
    },
  ],
  [
    '7b',
    {
      ...emptyClass,
      pupils: [anna],
      movements: [{ pupil: 'p1', kind: 'moved_in', ...order }],
      members: [{ group: 'f1', pupil: 'p1', from: order.date }],
    },
  ],
])

it('the register tells a transfer once, the latest first', () => {
  expect(movementRegister(moved).map(({ kind, pupil, from, to }) => [kind, pupil, from, to])).toEqual([
    ['moved', 'p1', '7a', '7b'],
    ['enrolled', 'p1', undefined, '7a'],
    ['enrolled', 'p2', undefined, '7a'],
  ])
})

it('a cancelled transfer leaves the pupil where he was, in the groups he had', () => {
  const entries = cancelEntries(moved, movementRegister(moved)[0]!)
  expect(entries.get(classDocument('7a'))).toEqual([
    { entity: entity.movement('p1', order.date, 'moved_out'), attribute: 'movement', value: null },
    { entity: entity.member('e1', 'p1'), attribute: 'member', value: { group: 'e1', pupil: 'p1' } },
  ])
  expect(entries.get(classDocument('7b'))?.map(({ entity: name, value }) => [name, value])).toEqual([
    [entity.movement('p1', order.date, 'moved_in'), null],
    [entity.member('f1', 'p1', order.date), null],
    [entity.pupil('p1'), null],
  ])
})

it('a corrected order says the same in both classes, and moves nobody', () => {
  const entries = amendEntries(movementRegister(moved)[0]!, { orderNo: '41-у', place: '' })
  const amended = (kind: 'moved_out' | 'moved_in') => [
    {
      entity: entity.movement('p1', order.date, kind),
      attribute: 'movement',
      value: { pupil: 'p1', kind, date: order.date, orderNo: '41-у' },
    },
  ]
  expect(entries).toEqual(
    new Map([
      [classDocument('7a'), amended('moved_out')],
      [classDocument('7b'), amended('moved_in')],
    ]),
  )
})
