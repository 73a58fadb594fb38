import { expect, it } from 'vitest'
import {
  classDocument,
  type DocumentId,
  entity,
  schoolDocument,
} from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import {
  type ClassView,
  emptyClass,
  type GroupMember,
  type Movement,
  type Pupil,
} from '../../../src/domain/school/class-view.ts'
import { commonPlans, type NewYearPlan, newYear } from '../../../src/domain/school/new-year.ts'
import {
  type Assignment,
  emptySchool,
  type Group,
  type SchoolClass,
  type SchoolView,
  type StaffMember,
} from '../../../src/domain/school/school-view.ts'

const from = { id: '2025-26', starts: '2025-09-01', ends: '2026-05-26' }
const to = { id: '2026-27', starts: '2026-09-01', ends: '2027-05-26' }
const schoolClass = (
  id: string,
  grade: number,
  letter = 'А',
  classTeacher?: string,
): [string, SchoolClass] => [
  id,
  { id, year: from.id, grade, letter, ...(classTeacher ? { classTeacher } : {}) },
]
const member = (id: string, ...roles: StaffMember['roles']): [string, StaffMember] => [
  id,
  { id, last: id, first: 'Ю', roles },
]
const school: SchoolView = {
  ...emptySchool,
  staff: new Map(['t1', 't2', 't4', 't7'].map((id) => member(id, 'teacher'))),
  years: [from, to],
  classes: new Map([
    schoolClass('1a', 1),
    schoolClass('4a', 4, 'А', 't4'),
    schoolClass('7a', 7, 'А', 't7'),
    schoolClass('9a', 9),
    schoolClass('11a', 11),
  ]),
  groups: new Map<string, Group>([['e1', { id: 'e1', class: '7a', subject: 'eng', name: 'Группа 1' }]]),
  assignments: [
    { class: '7a', subject: 'math', teacher: 't7', hoursPerWeek: 5, from: '2025-10-01' },
    { class: '7a', subject: 'math', teacher: 't1', to: '2025-10-01' },
    { class: '7a', subject: 'eng', group: 'e1', teacher: 't2', hoursPerWeek: 3 },
    { class: '4a', subject: 'math', teacher: 't4' },
  ],
}
const list = (...ids: string[]): ClassView => ({
  ...emptyClass,
  pupils: ids.map((id): Pupil => ({ id, last: id, first: 'Ю' })),
  movements: ids.map((pupil) => ({ pupil, kind: 'enrolled', date: from.starts })),
})
const seventh: ClassView = {
  ...list('p1', 'p2', 'gone'),
  movements: [...list('p1', 'p2', 'gone').movements, { pupil: 'gone', kind: 'left', date: '2026-01-12' }],
  members: [{ group: 'e1', pupil: 'p1' }],
}
const classes = new Map([
  ['1a', list('f1')],
  ['4a', list('q1', 'q2')],
  ['7a', seventh],
  ['9a', list('n1')],
  ['11a', list('m1', 'm2')],
])
const plan: NewYearPlan = {
  from,
  to,
  classes: commonPlans(school, from),
  order: { orderNo: '50', orderDate: '2026-08-25' },
  leaving: { date: '2026-06-26', orderNo: '40' },
}
const newId = (table: string, key: string) => `${table}:${key}`
const eighth = 'classes:2026-27|8А'

it('grade 11 leaves, all others go up, primary teachers stay behind', () => {
  expect(commonPlans(school, from).map(({ class: id, next, workload }) => [id, next, workload])).toEqual([
    ['1a', 'up', true],
    ['4a', 'up', false],
    ['7a', 'up', true],
    ['9a', 'up', true],
    ['11a', 'left', true],
  ])
  const basic = { ...school, classes: new Map([schoolClass('9a', 9)]) }
  expect(commonPlans(basic, from)[0]!.next).toBe('left')
})

it('counts what it will write', () => {
  const { totals, lines } = newYear(school, classes, plan, newId)
  // Up: 1А, 4А, 7А, 9А and one empty 1А. Pupils 1 + 2 + 2 + 1; leavers 2; one group; 7А's two journals of today.
  expect(totals).toEqual({ classes: 5, firstGrades: 1, pupils: 6, leavers: 2, groups: 1, workload: 2 })
  expect(lines.map(({ class: { id }, into, inClass, pupils }) => [id, into, inClass, pupils])).toEqual([
    ['1a', '2А', 1, 1],
    ['4a', '5А', 2, 2],
    ['7a', '8А', 2, 2],
    ['9a', '10А', 1, 1],
    ['11a', undefined, 2, 2],
  ])
})

it('writes the class with its teacher, pupils enrolled on the first day with their groups, workload without dates', () => {
  const { entries } = newYear(school, classes, plan, newId)
  const written = (document: DocumentId) => entries.get(document) ?? []
  const group = `groups:${eighth}|eng|Группа 1`
  expect([...entries.keys()][0]).toBe(schoolDocument)
  expect(written(schoolDocument)).toContainEqual({
    entity: entity.class(eighth),
    attribute: 'class',
    value: { id: eighth, year: to.id, grade: 8, letter: 'А', classTeacher: 't7' },
  })
  expect(
    written(schoolDocument)
      .filter(({ attribute }) => attribute === 'assignment')
      .map(({ value }) => value),
  ).toEqual([
    { class: eighth, subject: 'math', teacher: 't7', hoursPerWeek: 5 },
    { class: eighth, subject: 'eng', group, teacher: 't2', hoursPerWeek: 3 },
  ])
  expect(written(classDocument(eighth))).toContainEqual({
    entity: entity.movement('p1', to.starts, 'enrolled'),
    attribute: 'movement',
    value: { pupil: 'p1', kind: 'enrolled', date: to.starts, orderNo: '50', orderDate: '2026-08-25' },
  })
  // Two cards, two entries, one membership: p2 was in no group, who left in January is not there.
  expect(written(classDocument(eighth))).toHaveLength(5)
  expect(written(classDocument('11a')).map(({ entity: name }) => name)).toEqual([
    entity.movement('m1', '2026-06-26', 'left'),
    entity.movement('m2', '2026-06-26', 'left'),
  ])
})

it('made again it changes nothing, and broken off after the school it writes the lists alone', () => {
  const { entries } = newYear(school, classes, plan, newId)
  const half = afterwards(school, classes, new Map([[schoolDocument, entries.get(schoolDocument)!]]))
  const rest = newYear(half.school, half.classes, plan, newId)
  expect([...rest.entries.keys()].sort()).toEqual(
    [...entries.keys()].filter((id) => id !== schoolDocument).sort(),
  )
  expect(rest.entries.get(classDocument(eighth))).toEqual(entries.get(classDocument(eighth)))
  const whole = afterwards(school, classes, entries)
  const again = newYear(whole.school, whole.classes, plan, newId)
  expect(again.entries.size).toBe(0)
  expect(Object.values(again.totals).every((count) => count === 0)).toBe(true)
})

it('leaves out who left in summer: pupils are not enrolled, staff get no class and no journals', () => {
  const summer: ClassView = {
    ...seventh,
    movements: [...seventh.movements, { pupil: 'p2', kind: 'left', date: '2026-06-10' }],
  }
  const without = { ...school, staff: new Map([...school.staff, member('t7')]) }
  const { entries, totals } = newYear(without, new Map([...classes, ['7a', summer]]), plan, newId)
  const enrolled = entries.get(classDocument(eighth))!.filter(({ attribute }) => attribute === 'movement')
  expect(enrolled.map(({ entity: name }) => name)).toEqual([entity.movement('p1', to.starts, 'enrolled')])
  // Pupils 1 + 2 + 1 + 1; of 7А's two journals mathematics was his.
  expect([totals.pupils, totals.workload]).toEqual([5, 1])
  expect(entries.get(schoolDocument)).toContainEqual({
    entity: entity.class(eighth),
    attribute: 'class',
    value: { id: eighth, year: to.id, grade: 8, letter: 'А' },
  })
})

it('grade 2 has marks, though grade 1 had none', () => {
  const first: Assignment = { class: '1a', subject: 'math', teacher: 't1', grading: 'none' }
  const { entries } = newYear({ ...school, assignments: [first] }, classes, plan, newId)
  const second = { class: 'classes:2026-27|2А', subject: 'math', teacher: 't1' }
  expect(entries.get(schoolDocument)).toContainEqual({
    entity: entity.assignment(second, 't1'),
    attribute: 'assignment',
    value: second,
  })
})

/** The school and its classes as they stand after entries. */
function afterwards(
  before: SchoolView,
  lists: typeof classes,
  entries: ReadonlyMap<DocumentId, readonly Entry[]>,
) {
  const said = <T>(document: DocumentId, attribute: string) =>
    (entries.get(document) ?? []).filter((one) => one.attribute === attribute).map(({ value }) => value as T)
  const added = said<SchoolClass>(schoolDocument, 'class')
  const after = new Map(lists)
  for (const id of [...lists.keys(), ...added.map((own) => own.id)]) {
    const view = lists.get(id) ?? emptyClass
    after.set(id, {
      ...view,
      pupils: [...view.pupils, ...said<Pupil>(classDocument(id), 'pupil')],
      movements: [...view.movements, ...said<Movement>(classDocument(id), 'movement')],
      members: [...view.members, ...said<GroupMember>(classDocument(id), 'member')],
    })
  }
  return {
    school: {
      ...before,
      classes: new Map([...before.classes, ...added.map((own) => [own.id, own] as const)]),
      groups: new Map([
        ...before.groups,
        ...said<Group>(schoolDocument, 'group').map((own) => [own.id, own] as const),
      ]),
      assignments: [...before.assignments, ...said<Assignment>(schoolDocument, 'assignment')],
    },
    classes: after,
  }
}
