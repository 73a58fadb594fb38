import { beforeEach, describe, expect, test } from 'vitest'
import {
  classDocument,
  type DocumentId,
  familyDocument,
  journalDocument,
  readDocumentId,
  schoolDocument,
  threadDocument,
} from '../../../src/domain/ledger/documents.ts'
import { documentsOf, mayRead, standing } from '../../../src/domain/policy/access.ts'
import { actor, english, physics, russian, russianJournal, SchoolHistory, seven, ten } from './school.ts'

let school: SchoolHistory
const today = '2026-11-20'
beforeEach(() => {
  school = new SchoolHistory()
})

const readers = (document: DocumentId, date = today) =>
  ['vera', 'galina', 'pavel', 'semyon', 'olga', 'nobody', ''].filter((person) => {
    const policy = school.policy()
    return mayRead(policy, actor(policy, person), document, date)
  })
const standingOf = (person: string, document: DocumentId) => {
  const policy = school.policy()
  return standing(policy, actor(policy, person), readDocumentId(document)!)
}

describe('who reads', () => {
  test.each([
    ['the school', schoolDocument, ['vera', 'galina', 'pavel', 'semyon', 'olga']],
    ['a class', classDocument(seven), ['vera', 'galina', 'olga']],
    ['another class', classDocument(ten), ['pavel', 'olga']],
    ['a journal', russianJournal, ['vera', 'galina', 'olga']],
    ["a group's journal", journalDocument(english), ['galina', 'olga']],
    ['a family', familyDocument('p1'), ['galina', 'olga']],
    ['a family of nobody here', familyDocument('p9'), ['olga']],
    ['a correspondence', threadDocument('p1'), ['galina']],
    ['no document', 'nonsense' as DocumentId, []],
  ])('%s', (_, document, expected) => {
    expect(readers(document)).toEqual(expected)
  })

  test('a substitute: class and journal from the announcement to 14 days after the lesson', () => {
    school.substitute(russian, '2026-11-20', 2, 'semyon')
    expect(readers(russianJournal, '2026-11-01')).toContain('semyon')
    expect(readers(classDocument(seven), '2026-12-04')).toContain('semyon')
    expect(readers(russianJournal, '2026-12-05')).not.toContain('semyon')
    expect(readers(journalDocument(english))).not.toContain('semyon')
  })

  test('an administrator who is no staff member reads as the office does', () => {
    const administrator = { person: '', office: true }
    expect(mayRead(school.policy(), administrator, russianJournal, today)).toBe(true)
    expect(mayRead(school.policy(), administrator, threadDocument('p1'), today)).toBe(false)
  })
})

describe('who once held a right', () => {
  test.each([
    ['vera', russianJournal, 'assigned'],
    ['galina', russianJournal, 'classTeacher'],
    ['olga', russianJournal, 'office'],
    ['pavel', russianJournal, undefined],
    ['vera', schoolDocument, undefined],
    ['', russianJournal, undefined],
    ['galina', familyDocument('p2'), 'classTeacher'],
  ])('%s in %s: %s', (person, document, expected) => {
    expect(standingOf(person, document)).toBe(expected)
  })

  test('keeps a standing when it ends', () => {
    school.on('2026-11-10').unassign(russian, 'vera').staff('olga').substitute(russian, today, 2, 'pavel')
    school.on('2026-11-11').substitute(russian, today, 2, null)
    expect(['vera', 'olga', 'pavel'].map((person) => standingOf(person, russianJournal))).toEqual([
      'assigned',
      'office',
      'substitute',
    ])
    expect(readers(russianJournal)).toEqual(['galina'])
  })
})

describe("a tablet's documents", () => {
  test('the school, today’s lessons, the other journals, the own class and its journals', () => {
    const monday = '2026-11-23'
    const slot = (key: typeof russian, weekday: number) =>
      school.put(`slot,${key.class},${key.subject},${key.group ?? ''},${weekday},1,,`, 'slot', {
        ...(key as { class: string; subject: string }),
        weekday,
        bell: 1,
      })
    slot(physics, 2)
    slot(english, 1)
    school.assign(physics, 'galina')
    expect(documentsOf(school.policy(), 'galina', monday)).toEqual([
      schoolDocument,
      classDocument(seven),
      journalDocument(english),
      classDocument(ten),
      journalDocument(physics),
      russianJournal,
    ])
    expect(documentsOf(school.policy(), 'semyon', monday)).toEqual([schoolDocument])
  })
})
