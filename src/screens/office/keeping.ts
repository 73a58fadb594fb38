import { compareNames, fullName } from '../../domain/school/names.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { classTitle } from '../../domain/school/titles.ts'
import type { OverviewJournal } from '../../sync/keeping-answer.ts'

/** Columns of the overview, what is missing first, each a sum over the journals of a teacher or a class. */
export const keepingCounts = [
  'unopened',
  'noRoll',
  'noTopic',
  'noHomework',
  'noPeriodMarks',
  'conflicts',
  'remarks',
  'requests',
  'held',
  'marks',
] as const
export type KeepingCount = (typeof keepingCounts)[number]

/** What is missing, and must be acted on. */
export const lacks: ReadonlySet<KeepingCount> = new Set([
  'unopened',
  'noRoll',
  'noTopic',
  'noHomework',
  'noPeriodMarks',
  'conflicts',
])

/** A line of the overview. */
export interface KeepingLine extends Record<KeepingCount, number> {
  /** Staff id or class id. */
  id: string
  name: string
  journals: OverviewJournal[]
  /** ms since 1970. */
  lastReceipt: number | null
}

export type KeepingBy = 'teachers' | 'classes'

/** The overview by teacher or by class, in order of names; a journal of two teachers stands with both. */
export function keepingLines(
  school: SchoolView,
  journals: readonly OverviewJournal[],
  by: KeepingBy,
): KeepingLine[] {
  const lines = new Map<string, KeepingLine>()
  for (const journal of journals) {
    for (const id of by === 'teachers' ? journal.teachers : [journal.class]) {
      const line = lines.get(id) ?? emptyLine(id, nameOf(school, id, by))
      line.journals.push(journal)
      for (const count of keepingCounts) line[count] += journal[count]
      if (journal.lastReceipt !== null)
        line.lastReceipt = Math.max(line.lastReceipt ?? 0, journal.lastReceipt)
      lines.set(id, line)
    }
  }
  return [...lines.values()].sort((a, b) => compareLines(school, a, b, by))
}

/** Lines by what is missing, the worst first; among equals as they were. */
export function sortedBy(lines: readonly KeepingLine[], count: KeepingCount | 'name'): KeepingLine[] {
  return count === 'name' ? [...lines] : [...lines].sort((a, b) => b[count] - a[count])
}

function nameOf(school: SchoolView, id: string, by: KeepingBy): string {
  if (by === 'classes') return classTitle(school, id)
  const member = school.staff.get(id)
  return member ? fullName(member) : id
}

function compareLines(school: SchoolView, a: KeepingLine, b: KeepingLine, by: KeepingBy): number {
  if (by === 'classes') {
    const [x, y] = [school.classes.get(a.id), school.classes.get(b.id)]
    return (x?.grade ?? 0) - (y?.grade ?? 0) || a.name.localeCompare(b.name, 'ru')
  }
  const person = ({ id }: KeepingLine) => school.staff.get(id) ?? { id, last: id, first: '' }
  return compareNames(person(a), person(b))
}

function emptyLine(id: string, name: string): KeepingLine {
  const none = Object.fromEntries(keepingCounts.map((count) => [count, 0])) as Record<KeepingCount, number>
  return { id, name, ...none, journals: [], lastReceipt: null }
}
