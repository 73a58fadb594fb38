import { describe, expect, test } from 'vitest'
import { attributes } from '../../../src/domain/ledger/attributes.ts'
import {
  entity,
  journalDocument,
  lessonKey,
  lessonOf,
  readDocumentId,
  readLessonKey,
} from '../../../src/domain/ledger/documents.ts'
import { canonical, parseFact, parseHeader } from '../../../src/domain/ledger/fact.ts'
import { factId, type UserId } from '../../../src/domain/ledger/ids.ts'

const id = factId(1_795_500_000_000, 0, 'annaatab1-----A')
const cell = 'cell,2026-11-24,3,0,p7'

describe('facts are parsed by the attribute schema', () => {
  test('a good fact passes, null retracts any attribute', () => {
    expect(parseFact([id, cell, 'presence', { late: 7 }], 'journal').ok).toBe(true)
    expect(parseFact([id, cell, 'presence', null, [id]], 'journal').ok).toBe(true)
  })

  test.each([
    ['an unknown attribute', [id, cell, 'colour', 'red']],
    ['an attribute of another kind of document', [id, 'lock,2026-27/1', 'lock', { period: '2026-27/1' }]],
    ['a value outside the schema', [id, cell, 'mark', '6']],
    [
      'a day that does not exist',
      [id, 'lesson,2026-11-24,3,0', 'lesson.moved', { date: '2026-02-30', bell: 2 }],
    ],
    ['an extra key', [id, cell, 'presence', { late: 5, note: 'x' }]],
    ['negative zero', [id, cell, 'presence', { late: -0 }]],
    ['NaN', [id, cell, 'presence', { late: Number.NaN }]],
    ['undefined', [id, cell, 'presence', undefined]],
    ['bytes', [id, cell, 'presence', new Uint8Array(3)]],
    ['bigint', [id, cell, 'presence', 5n]],
    ['a lone surrogate', [id, 'lesson,2026-11-24,3,0', 'lesson.topic', 'тема \ud83d']],
    ['__proto__', [id, cell, 'presence', JSON.parse('{"__proto__":{"late":1}}')]],
    ['a malformed id', ['nonsense', cell, 'presence', 'absent']],
    ['empty supersedes', [id, cell, 'presence', 'absent', []]],
    ['a sixth part', [id, cell, 'presence', 'absent', [id], 1]],
    ['no array', { id }],
    ['a huge value', [id, 'lesson,2026-11-24,3,0', 'lesson.topic', 'я'.repeat(20_000)]],
  ])('%s is refused', (_, raw) => {
    expect(parseFact(raw, 'journal').ok).toBe(false)
  })

  test('a header names user, device and app, nothing else', () => {
    expect(parseHeader({ user: 'annaa', device: 'tab1', app: '0.1.0' }).ok).toBe(true)
    expect(parseHeader({ user: 'anna', device: 'tab1', app: '0.1.0' }).ok).toBe(false)
    expect(parseHeader({ user: 'annaa', device: 'tab1', app: '0.1.0', admin: true }).ok).toBe(false)
    expect(parseHeader(['annaa', 'tab1']).ok).toBe(false)
  })

  test('equal values are equal texts, whatever the order of their keys', () => {
    expect(canonical({ b: 1, a: [{ d: null, c: 'ё' }] })).toBe(canonical({ a: [{ c: 'ё', d: null }], b: 1 }))
  })
})

describe('names of documents and entities', () => {
  test('a document name reads back', () => {
    expect(readDocumentId(journalDocument({ class: '2026-7a', subject: 'eng', group: 'g/1' }))).toEqual({
      kind: 'journal',
      class: '2026-7a',
      subject: 'eng',
      group: 'g/1',
    })
    expect(readDocumentId('school')).toEqual({ kind: 'school' })
    for (const text of [
      '',
      'journal/',
      'journal/a',
      'journal/a,b,c,d',
      'class/',
      'class/a,b',
      'other/x',
      'schoolx',
    ])
      expect(readDocumentId(text)).toBeNull()
  })

  test('lesson, cell, work and mark lead to their lesson; plan and period marks to none', () => {
    const key = lessonKey('2026-11-24', 3)
    for (const name of [
      entity.lesson(key),
      entity.cell(key, 'p1'),
      entity.work(key, 'w'),
      entity.mark(key, '', 'p1'),
    ])
      expect(lessonOf(name)).toBe(key)
    expect(lessonOf(entity.plan(3))).toBeNull()
    expect(lessonOf(entity.periodMark('2026-27/1', 'p1'))).toBeNull()
    expect(readLessonKey(key)).toEqual({ date: '2026-11-24', bell: 3, ordinal: 0 })
  })

  test('everybody the table names may assert at least one attribute, and each attribute has words', () => {
    const named = new Set(Object.values(attributes).flatMap(({ by }) => [...by] as string[]))
    for (const capacity of ['assigned', 'substitute', 'classTeacher', 'office'])
      expect(named.has(capacity)).toBe(true)
    for (const { words } of Object.values(attributes)) expect(words).not.toBe('')
    expect('annaa' as UserId).toHaveLength(5)
  })
})
