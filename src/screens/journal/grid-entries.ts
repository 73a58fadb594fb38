import type { Lesson } from '../../domain/journal/journal-view.ts'
import { describeWork, giveMark, nextWork, notePresence } from '../../domain/journal/keeping.ts'
import type { Mark } from '../../domain/ledger/attributes.ts'
import { entity } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import type { GridEntry } from './grid.ts'

/** What was typed into a cell of the page, as entries of the ledger. */
export function entriesOf(
  fold: Fold,
  lesson: Lesson,
  teacher: string,
  pupil: string,
  entry: GridEntry,
): Entry[] {
  const cell = entity.cell(lesson.key, pupil)
  switch (entry.kind) {
    case 'mark':
      return entry.another
        ? anotherMark(fold, lesson, teacher, pupil, entry.mark)
        : giveMark(lesson, teacher, filled(fold, lesson, pupil)[0] ?? '', pupil, entry.mark)
    case 'letter':
      if (entry.letter === 'Н') return notePresence(lesson, teacher, pupil, 'absent')
      if (entry.letter === 'О') return notePresence(lesson, teacher, pupil, { late: null })
      return [{ entity: cell, attribute: 'reason', value: entry.letter }]
    case 'clear': {
      const marks = filled(fold, lesson, pupil).flatMap((work) =>
        giveMark(lesson, teacher, work, pupil, null),
      )
      if (marks.length > 0) return marks
      return [{ entity: cell, attribute: 'presence', value: null }]
    }
  }
}

/** A further mark goes to the first column of the lesson that is free, or to a new one. */
function anotherMark(fold: Fold, lesson: Lesson, teacher: string, pupil: string, mark: Mark): Entry[] {
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
