import { beforeEach, describe, expect, test } from 'vitest'
import { type DocumentId, entity, journalDocument, lessonKey } from '../../../src/domain/ledger/documents.ts'
import { english, markOn, physics, russian, russianJournal, SchoolHistory, seven, verdict } from './school.ts'

let school: SchoolHistory
beforeEach(() => {
  school = new SchoolHistory()
})

const lesson = lessonKey('2026-11-20', 2)
const plan = { entity: entity.plan(1), attribute: 'plan', value: { number: 1, hours: 1, topic: 'Тема' } }
const periodMark = (period: string) => ({
  entity: entity.periodMark(period, 'p1'),
  attribute: 'periodmark',
  value: '4',
})

describe('the assigned teacher', () => {
  test('marks his lessons, and nobody else does', () => {
    expect(verdict(school, 'vera', '2026-11-20', markOn('2026-11-20'))).toBe('assigned')
    for (const person of ['galina', 'pavel', 'semyon', 'olga', 'nobody', ''])
      expect(verdict(school, person, '2026-11-20', markOn('2026-11-20'))).toBe('refuse')
  })

  test('of one group does not write in another journal of the subject', () => {
    const other = journalDocument({ ...english, group: '2' })
    expect(verdict(school, 'galina', '2026-11-20', markOn('2026-11-20'), journalDocument(english))).toBe(
      'assigned',
    )
    expect(verdict(school, 'galina', '2026-11-20', markOn('2026-11-20'), other)).toBe('refuse')
  })

  test('may not write what is of the class teacher or the office, nor an unknown attribute', () => {
    const reason = { entity: entity.cell(lesson, 'p1'), attribute: 'reason', value: 'Б' }
    expect(verdict(school, 'vera', '2026-11-20', reason)).toBe('refuse')
    expect(verdict(school, 'galina', '2026-11-20', reason)).toBe('classTeacher')
    expect(verdict(school, 'vera', '2026-11-20', { ...reason, attribute: 'nonsense' })).toBe('refuse')
  })

  test('fills the plan before his assignment begins, and an early lesson is not his', () => {
    school.assign(physics, 'vera', { from: '2027-01-11' })
    const document = journalDocument(physics)
    expect(verdict(school, 'vera', '2026-12-25', plan, document)).toBe('assigned')
    expect(verdict(school, 'vera', '2026-12-25', markOn('2027-01-11'), document)).toBe('assigned')
    expect(verdict(school, 'vera', '2027-01-12', markOn('2026-12-25'), document)).toBe('notAssignedThen')
  })

  test('delivers for 14 days after the end what he taught before it', () => {
    school.assign(physics, 'vera', { to: '2026-11-10' })
    const document = journalDocument(physics)
    const on = (today: string, date: string) => verdict(school, 'vera', today, markOn(date), document)
    expect(on('2026-11-24', '2026-11-09')).toBe('assigned')
    expect(on('2026-11-25', '2026-11-09')).toBe('assignmentEnded')
    expect(on('2026-11-10', '2026-11-10')).toBe('notAssignedThen')
    expect(verdict(school, 'vera', '2026-11-24', plan, document)).toBe('assigned')
    expect(verdict(school, 'vera', '2026-11-25', periodMark('h1'), document)).toBe('assignmentEnded')
  })

  test('whose assignment was deleted is voided in time, never refused', () => {
    school.on('2026-11-10').unassign(russian, 'vera').assign(russian, 'pavel')
    expect(verdict(school, 'vera', '2026-11-12', markOn('2026-11-10'))).toBe('assigned')
    expect(verdict(school, 'vera', '2026-11-12', markOn('2026-11-11'))).toBe('notAssignedThen')
    expect(verdict(school, 'vera', '2026-11-26', markOn('2026-11-10'))).toBe('assignmentEnded')
  })

  test('with a gap between two assignments writes in both, not between', () => {
    school.assign(physics, 'vera', { to: '2026-10-01' }).assign(physics, 'vera', { from: '2026-11-01' })
    const on = (date: string) => verdict(school, 'vera', '2026-11-20', markOn(date), journalDocument(physics))
    expect([on('2026-10-15'), on('2026-11-15')]).toEqual(['notAssignedThen', 'assigned'])
  })
})

describe('the substitute', () => {
  test('teaches on Friday, syncs on Monday, and 14 days later at the latest', () => {
    school.substitute(russian, '2026-11-20', 2, 'semyon')
    const on = (today: string) => verdict(school, 'semyon', today, markOn('2026-11-20'))
    expect([on('2026-11-23'), on('2026-12-04'), on('2026-12-05')]).toEqual([
      'substitute',
      'substitute',
      'substitutionEnded',
    ])
  })

  test('writes about that lesson only, and neither plan nor period marks', () => {
    school.substitute(russian, '2026-11-20', 2, 'semyon')
    expect(verdict(school, 'semyon', '2026-11-20', markOn('2026-11-20', 3))).toBe('notAssignedThen')
    expect(verdict(school, 'semyon', '2026-11-20', markOn('2026-11-19'))).toBe('notAssignedThen')
    expect(verdict(school, 'semyon', '2026-11-20', periodMark('q2'))).toBe('refuse')
  })

  test('of a lesson that was moved into his slot, and of one that was moved away later', () => {
    school.substitute(russian, '2026-11-20', 5, 'semyon')
    const moved = () => ({ date: '2026-11-20', bell: 5 })
    expect(verdict(school, 'semyon', '2026-11-20', markOn('2026-11-18'), russianJournal, moved)).toBe(
      'substitute',
    )
    const away = () => ({ date: '2026-11-27', bell: 1 })
    expect(verdict(school, 'semyon', '2026-11-20', markOn('2026-11-20', 5), russianJournal, away)).toBe(
      'substitute',
    )
  })

  test('replaced before the lesson is voided, after it is accepted', () => {
    school.on('2026-11-18').substitute(russian, '2026-11-20', 2, 'semyon')
    school.on('2026-11-19').substitute(russian, '2026-11-20', 2, 'pavel')
    expect(verdict(school, 'semyon', '2026-11-20', markOn('2026-11-20'))).toBe('substitutionEnded')
    school.on('2026-11-22').substitute(russian, '2026-11-20', 2, null)
    expect(verdict(school, 'pavel', '2026-11-23', markOn('2026-11-20'))).toBe('substitute')
    expect(verdict(school, 'pavel', '2026-12-05', markOn('2026-11-20'))).toBe('substitutionEnded')
  })
})

describe('the class teacher', () => {
  const reason = { entity: entity.cell(lesson, 'p1'), attribute: 'reason', value: 'Б' }
  const guardian = { entity: entity.guardian('g'), attribute: 'guardian' }

  test('who was relieved delivers for 14 days', () => {
    school.on('2026-11-10').class(seven, 7, 'semyon')
    expect(verdict(school, 'semyon', '2026-11-11', reason)).toBe('classTeacher')
    expect(verdict(school, 'galina', '2026-11-24', reason)).toBe('classTeacher')
    expect(verdict(school, 'galina', '2026-11-25', reason)).toBe('dutyEnded')
    expect(verdict(school, 'pavel', '2026-11-11', reason)).toBe('refuse')
  })

  test('keeps the families of her pupils; of a pupil who left she may only deliver what is voided', () => {
    expect(verdict(school, 'galina', '2026-11-20', guardian, 'family/p1' as DocumentId)).toBe('classTeacher')
    expect(verdict(school, 'galina', '2026-11-20', guardian, 'family/p2' as DocumentId)).toBe('dutyEnded')
    expect(verdict(school, 'galina', '2026-11-20', guardian, 'family/p3' as DocumentId)).toBe('refuse')
    expect(verdict(school, 'vera', '2026-11-20', guardian, 'family/p1' as DocumentId)).toBe('refuse')
  })
})

describe('the office', () => {
  const locking = { entity: entity.lock('q1'), attribute: 'lock', value: { period: 'q1' } }
  const held = { entity: entity.lesson(lesson), attribute: 'lesson.held', value: true }

  test('writes the school, nobody else does', () => {
    expect(verdict(school, 'olga', '2026-11-20', locking, 'school' as DocumentId)).toBe('office')
    expect(verdict(school, 'vera', '2026-11-20', locking, 'school' as DocumentId)).toBe('refuse')
  })

  test('whose role was taken away gets no grace in the school document, elsewhere it does', () => {
    school.on('2026-11-10').staff('olga', false)
    expect(verdict(school, 'olga', '2026-11-10', locking, 'school' as DocumentId)).toBe('dutyEnded')
    expect(verdict(school, 'olga', '2026-11-24', held)).toBe('office')
    expect(verdict(school, 'olga', '2026-11-25', held)).toBe('dutyEnded')
  })
})

describe('a locked period', () => {
  const today = '2026-11-20'

  test('voids marks of its dates and its period marks, nothing else', () => {
    school.on('2026-11-01').lock('q1')
    expect(verdict(school, 'vera', today, markOn('2026-10-20'))).toBe('periodLocked')
    expect(verdict(school, 'vera', today, markOn('2026-11-20'))).toBe('assigned')
    expect(verdict(school, 'vera', today, periodMark('q1'))).toBe('periodLocked')
    expect(verdict(school, 'vera', today, periodMark('q2'))).toBe('assigned')
    expect(verdict(school, 'vera', today, plan)).toBe('assigned')
  })

  test('holds from the day that was set for it', () => {
    school.on('2026-11-01').lock('q1', '2026-11-21')
    expect(verdict(school, 'vera', '2026-11-20', markOn('2026-10-20'))).toBe('assigned')
    expect(verdict(school, 'vera', '2026-11-21', markOn('2026-10-20'))).toBe('periodLocked')
    expect(verdict(school, 'vera', '2026-11-21', periodMark('q1'))).toBe('periodLocked')
  })

  test('of half-years is for grades 10 and 11, of quarters for the others', () => {
    school.lock('h1')
    expect(verdict(school, 'vera', today, markOn(today))).toBe('assigned')
    expect(verdict(school, 'pavel', today, markOn(today), journalDocument(physics))).toBe('periodLocked')
  })

  test('cannot be written into by moving lessons, or by taking a move back', () => {
    school.lock('q1')
    const move = (value: { date: string; bell: number } | null, date: string) => ({
      entity: entity.lesson(lessonKey(date, 2)),
      attribute: 'lesson.moved',
      value,
    })
    const moved = (date: string) => () => ({ date, bell: 2 })
    expect(verdict(school, 'vera', today, move({ date: '2026-10-20', bell: 1 }, today))).toBe('periodLocked')
    expect(verdict(school, 'vera', today, move({ date: today, bell: 1 }, '2026-10-20'))).toBe('periodLocked')
    expect(verdict(school, 'vera', today, move(null, '2026-10-20'), russianJournal, moved(today))).toBe(
      'periodLocked',
    )
    expect(verdict(school, 'vera', today, markOn(today), russianJournal, moved('2026-10-20'))).toBe(
      'periodLocked',
    )
    expect(verdict(school, 'vera', today, move({ date: '2026-11-21', bell: 1 }, today))).toBe('assigned')
  })

  test('opens for whom the office permits it, until the day it named, in that journal', () => {
    school.lock('q1').permit(russian, 'vera', '2026-11-21').substitute(russian, '2026-10-20', 2, 'semyon')
    expect(verdict(school, 'vera', '2026-11-21', markOn('2026-10-20'))).toBe('assigned')
    expect(verdict(school, 'vera', '2026-11-22', markOn('2026-10-20'))).toBe('periodLocked')
    expect(verdict(school, 'semyon', '2026-10-21', markOn('2026-10-20'))).toBe('periodLocked')
  })
})
