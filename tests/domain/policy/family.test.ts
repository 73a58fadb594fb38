import { describe, expect, test } from 'vitest'
import { entity, schoolVoice } from '../../../src/domain/ledger/documents.ts'
import type { Json } from '../../../src/domain/ledger/fact.ts'
import type { FactId } from '../../../src/domain/ledger/ids.ts'
import { judge } from '../../../src/domain/policy/judge.ts'
import type { Actor, FamilyRight, Policy } from '../../../src/domain/policy/policy.ts'
import { commonMarkSettings, emptySchool } from '../../../src/domain/school/school-view.ts'

const classes = (pupil: string): ReadonlySet<string> => new Set(pupil === 'left' ? [] : ['7a'])
const policy: Policy = {
  school: {
    ...emptySchool,
    markSettings: commonMarkSettings,
    classes: new Map([['7a', { id: '7a', year: 'y', grade: 7, letter: 'А', classTeacher: 'galina' }]]),
  },
  deletedAssignments: [],
  withdrawnSubstitutions: [],
  formerClassTeachers: new Map(),
  formerOffice: new Map(),
  classesOf: classes,
  everIn: () => new Set(['7a']),
}
const today = '2026-11-24'

function said(
  actor: Partial<Actor>,
  name: string,
  attribute: string,
  pupil = 'p1',
  value: Json = true,
): string {
  const at = { today, receivedAt: 0, movedTo: () => undefined }
  const judged = judge(
    policy,
    { kind: 'thread', pupil },
    { person: '', office: false, ...actor },
    ['' as FactId, name, attribute, value],
    at,
  )
  return judged.kind === 'ok' ? judged.as : judged.kind
}
const guardian = (right: Partial<FamilyRight> = {}): Partial<Actor> => ({
  family: [{ pupil: 'p1', person: 'g1', ...right }],
})
const letter = (person: string) => entity.letter(person, '1')

describe('one of a family', () => {
  test('writes in the thread of the own pupil, in the own name', () => {
    for (const [name, attribute] of [
      [letter('g1'), 'letter'],
      [entity.expected('g1', '1'), 'expected'],
      [entity.correction('g1', '1'), 'correction'],
      [entity.acknowledged('g1', 'a', 'b'), 'acknowledged'],
      [entity.notices('g1'), 'notices'],
    ] as const)
      expect(said(guardian(), name, attribute)).toBe('family')
    expect(said(guardian(), letter('g2'), 'letter')).toBe('refuse')
    expect(said(guardian(), letter(schoolVoice), 'letter')).toBe('refuse')
    expect(said(guardian(), letter('g1'), 'letter', 'p2')).toBe('refuse')
    expect(said(guardian(), entity.expected('g1', '1'), 'expected.answer')).toBe('refuse')
  })

  test('writes from the first day of the right until the last, without grace', () => {
    expect(said(guardian({ from: today }), letter('g1'), 'letter')).toBe('family')
    expect(said(guardian({ from: '2026-11-25' }), letter('g1'), 'letter')).toBe('refuse')
    expect(said(guardian({ to: '2026-11-25' }), letter('g1'), 'letter')).toBe('family')
    expect(said(guardian({ to: today }), letter('g1'), 'letter')).toBe('refuse')
  })

  test('writes no more once the pupil has left the school', () => {
    const family = [{ pupil: 'left', person: 'g1' }]
    expect(said({ family }, letter('g1'), 'letter', 'left')).toBe('refuse')
  })
})

describe('the class teacher', () => {
  test('writes in the school’s name, answers, and notes wishes that were told', () => {
    const galina = { person: 'galina' }
    expect(said(galina, letter(schoolVoice), 'letter')).toBe('classTeacher')
    expect(said(galina, letter('g1'), 'letter')).toBe('refuse')
    expect(said(galina, entity.expected('g1', '1'), 'expected.answer')).toBe('classTeacher')
    expect(said(galina, entity.expected('g1', '1'), 'expected')).toBe('refuse')
    expect(said(galina, entity.notices('g1'), 'notices')).toBe('classTeacher')
    expect(said({ person: 'vera' }, letter(schoolVoice), 'letter')).toBe('refuse')
    expect(said({ person: 'olga', office: true }, letter(schoolVoice), 'letter')).toBe('refuse')
  })
})
