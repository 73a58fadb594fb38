import { describe, expect, it } from 'vitest'
import { readLesson } from '../../../src/domain/journal/journal-view.ts'
import { giveMark, notePresence } from '../../../src/domain/journal/keeping.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import type { GridEntry } from '../../../src/screens/journal/grid.ts'
import { entriesOf } from '../../../src/screens/journal/grid-entries.ts'
import { cell, key, people, Writing } from '../../domain/journal/writing.ts'

const teacher = { marks: true, presence: true }
const classTeacher = { marks: false, presence: false }

function typed(
  before: (lesson: ReturnType<typeof readLesson>) => Entry[],
  entry: GridEntry,
  allowed = teacher,
) {
  const { fold, write } = new WritingOf()
  write(before(readLesson(fold, key)))
  return entriesOf(fold, readLesson(fold, key), 't', 'p1', entry, allowed)
}

class WritingOf {
  private readonly journal = new Writing()
  readonly fold = this.journal.fold
  readonly write = (entries: Entry[]) => entries.length > 0 && this.journal.write(people.subject, entries)
}

const absent = (lesson: ReturnType<typeof readLesson>) => notePresence(lesson, 't', 'p1', 'absent')
const present = (lesson: ReturnType<typeof readLesson>) => notePresence(lesson, 't', 'p1', 'present')
const marked = (lesson: ReturnType<typeof readLesson>) => giveMark(lesson, 't', '', 'p1', '4')
const letter = (value: 'Н' | 'О' | 'Б' | 'У') => ({ kind: 'letter', letter: value }) as const
const reason = (value: string | null) => ({ entity: cell, attribute: 'reason', value })

describe('a letter typed on the page', () => {
  it('is a reason only of an absence', () => {
    expect(typed(absent, letter('Б'), classTeacher)).toEqual([reason('Б')])
    expect(typed(present, letter('Б'), classTeacher)).toEqual([])
    expect(typed(() => [], letter('У'))).toEqual([])
  })

  it('Н is an absence from the subject teacher, a reason from the class teacher', () => {
    expect(typed(marked, letter('Н'))).toEqual([{ entity: cell, attribute: 'presence', value: 'absent' }])
    expect(typed(absent, letter('Н'), classTeacher)).toEqual([reason('Н')])
    expect(typed(present, letter('Н'), classTeacher)).toEqual([])
  })
})

describe('clearing a cell', () => {
  it('takes back marks, then presence; from the class teacher the reason', () => {
    expect(typed(marked, { kind: 'clear' })).toMatchObject([{ attribute: 'mark', value: null }])
    expect(typed(absent, { kind: 'clear' })).toMatchObject([{ attribute: 'presence', value: null }])
    expect(typed(marked, { kind: 'clear' }, classTeacher)).toEqual([reason(null)])
  })
})
