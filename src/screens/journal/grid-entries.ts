import type { Lesson } from '../../domain/journal/journal-view.ts'
import { describeWork, giveMark, nextWork, notePresence } from '../../domain/journal/keeping.ts'
import type { Mark } from '../../domain/ledger/attributes.ts'
import { entity } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import type { Allowed, GridEntry } from './grid.ts'

/**
 * What was typed into a cell of the page, as entries of the ledger, by what the person may write there. Only an absence
 * has a reason (Б, У, and Н from the class teacher): of anybody else none is written.
 */
export function entriesOf(
  fold: Fold,
  lesson: Lesson,
  teacher: string,
  pupil: string,
  entry: GridEntry,
  allowed: Pick<Allowed, 'marks' | 'presence'>,
): Entry[] {
  const cell = entity.cell(lesson.key, pupil)
  switch (entry.kind) {
    case 'mark':
      return entry.another
        ? anotherMark(fold, lesson, teacher, pupil, entry.mark)
        : giveMark(lesson, teacher, filled(fold, lesson, pupil)[0] ?? '', pupil, entry.mark)
    case 'letter':
      if (entry.letter === 'О') return notePresence(lesson, teacher, pupil, { late: null })
      if (entry.letter === 'Н' && allowed.presence) return notePresence(lesson, teacher, pupil, 'absent')
      if (fold.value(cell, 'presence') !== 'absent') return []
      return [{ entity: cell, attribute: 'reason', value: entry.letter }]
    case 'clear': {
      const marks = allowed.marks ? filled(fold, lesson, pupil) : []
      if (marks.length > 0) return marks.flatMap((work) => giveMark(lesson, teacher, work, pupil, null))
      return [{ entity: cell, attribute: allowed.presence ? 'presence' : 'reason', value: null }]
    }
  }
}

/** A further mark goes to the first column of the lesson that is free, or to a new one. */
export function anotherMark(fold: Fold, lesson: Lesson, teacher: string, pupil: string, mark: Mark): Entry[] {
  const taken = filled(fold, lesson, pupil)
  const free = ['', ...lesson.works.map(({ id }) => id)].find((work) => !taken.includes(work))
  if (free !== undefined) return giveMark(lesson, teacher, free, pupil, mark)
  const work = nextWork(lesson.key, lesson.works)
  return [...describeWork(lesson, teacher, work, {}), ...giveMark(lesson, teacher, work, pupil, mark)]
}

/** Columns in which the pupil has a mark. */
function filled(fold: Fold, lesson: Lesson, pupil: string): string[] {
  return ['', ...lesson.works.map(({ id }) => id)].filter(
    (work) => fold.value(entity.mark(lesson.key, work, pupil), 'mark') !== undefined,
  )
}
