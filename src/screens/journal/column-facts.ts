import type { Lesson } from '../../domain/journal/journal-view.ts'
import { type JournalKey, readLessonKey } from '../../domain/ledger/documents.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { covers, type SchoolView } from '../../domain/school/school-view.ts'
import { staffTitle } from '../../domain/school/titles.ts'
import { cellText, type GridRow } from './grid.ts'

/** ISO date where the timetable had a lesson that was moved to another day or bell. */
export function movedFrom({ key, date, bell }: Pick<Lesson, 'key' | 'date' | 'bell'>): string | undefined {
  const birth = readLessonKey(key)
  return birth.date === date && birth.bell === bell ? undefined : birth.date
}

/** A column for another system: name and what its cell says, parted by a tab, a line a pupil. */
export function columnText(rows: readonly GridRow[], column: number): string {
  return rows
    .map(({ name, cells }) => {
      const cell = cells.at(column)
      return `${name}\t${cell ? cellText(cell) : ''}`
    })
    .join('\n')
}

/** Who keeps a journal on a date: «С. О. Трефилова»; undefined when nobody is assigned. */
export function keeperOf(school: SchoolView, key: JournalKey, date: string): string | undefined {
  const keeper = school.assignments.find((a) => sameJournal(a, key) && covers(a, date))
  return keeper && staffTitle(school, keeper.teacher)
}
