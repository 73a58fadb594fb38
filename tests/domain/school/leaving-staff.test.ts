import { expect, it } from 'vitest'
import { entity } from '../../../src/domain/ledger/documents.ts'
import { heldFrom, leaveEntries } from '../../../src/domain/school/leaving-staff.ts'
import { emptySchool, type SchoolView } from '../../../src/domain/school/school-view.ts'

const math = { class: '7a', subject: 'math' }
const physics = { class: '7a', subject: 'phys' }
const old = { class: '6a', subject: 'math' }
const school: SchoolView = {
  ...emptySchool,
  years: [
    { id: 'y1', starts: '2024-09-02', ends: '2025-05-26' },
    { id: 'y2', starts: '2025-09-01', ends: '2026-05-26' },
  ],
  classes: new Map([
    ['6a', { id: '6a', year: 'y1', grade: 6, letter: 'А', classTeacher: 't1' }],
    ['7a', { id: '7a', year: 'y2', grade: 7, letter: 'А', classTeacher: 't1' }],
  ]),
  assignments: [
    { ...old, teacher: 't1' },
    { ...math, teacher: 't1', hoursPerWeek: 5 },
    { ...math, teacher: 't2' },
    { ...physics, teacher: 't1', from: '2025-12-10' },
  ],
  substitutions: [
    { ...physics, date: '2025-12-01', bell: 1, teacher: 't1' },
    { ...physics, date: '2025-12-08', bell: 1, teacher: 't1' },
    { ...physics, date: '2025-12-08', bell: 2, teacher: 't2' },
  ],
}

it('what a leaver still has: journals of years that go on, substitutions from that day, classes led', () => {
  const held = heldFrom(school, 't1', '2025-12-06')
  expect(held.assignments.map(({ class: id, subject }) => `${id} ${subject}`)).toEqual(['7a math', '7a phys'])
  expect(held.substitutions.map(({ date }) => date)).toEqual(['2025-12-08'])
  expect(held.classes.map(({ id }) => id)).toEqual(['7a'])
})

it('leaving ends workload with that day, takes back what would begin later, and touches nobody else', () => {
  expect(leaveEntries(school, 't1', '2025-12-06')).toEqual([
    {
      entity: entity.assignment(math, 't1'),
      attribute: 'assignment',
      value: { ...math, teacher: 't1', hoursPerWeek: 5, to: '2025-12-06' },
    },
    { entity: entity.assignment(physics, 't1', '2025-12-10'), attribute: 'assignment', value: null },
    { entity: entity.substitution(physics, '2025-12-08', 1), attribute: 'substitution', value: null },
  ])
})

it('said twice it leaves nothing to do', () => {
  const left = { ...school, assignments: [{ ...math, teacher: 't1', to: '2025-12-06' }], substitutions: [] }
  expect(leaveEntries(left, 't1', '2025-12-06')).toEqual([])
})
