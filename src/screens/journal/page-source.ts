import type { MarkSettings } from '../../domain/journal/average.ts'
import type { Lesson, Work } from '../../domain/journal/journal-view.ts'
import type { Elsewhere, MarkTime } from '../../domain/journal/marks-from-elsewhere.ts'
import type { JournalKey } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import type { UserId } from '../../domain/ledger/ids.ts'
import type { ClassView } from '../../domain/school/class-view.ts'
import type { Grading } from '../lesson/roll.ts'
import type { EndTime } from './period-column.ts'

/** What a page of a journal is made of. */
export interface PageSource {
  fold: Fold
  members: ClassView
  key: JournalKey
  /** All lessons of the journal: averages of every period are made of them. */
  all: readonly Lesson[]
  /** The lessons shown, in order. */
  lessons: readonly Lesson[]
  /** What the average column is over. */
  time: MarkTime
  /** The marks that stand at the right. */
  ends: readonly EndTime[]
  grading: Grading
  settings: MarkSettings
  elsewhere: Elsewhere
  /** «7Б», of a journal that marks were carried from. */
  titleOf: (journal: JournalKey) => string
  /** Half-year and year marks of grade 10, of a pupil of grade 11; the same function while they are the same. */
  earlier: ((pupil: string) => readonly (string | undefined)[]) | undefined
  user: UserId
}

/** Cells, as `lesson pupil`, of which more is to be said than their values. */
export interface Said {
  /** An entry of this person did not count; a period mark's stands as its entity. */
  voided: ReadonlySet<string>
  /** The class teacher waits for an answer. */
  asked: ReadonlySet<string>
}

/** What rows share: the lessons and works by id, and what is said of cells. */
export interface PageIndex extends Said {
  lessons: ReadonlyMap<string, Lesson>
  works: ReadonlyMap<string, Work>
}
