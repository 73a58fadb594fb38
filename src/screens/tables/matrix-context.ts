import { entity } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { fullName } from '../../domain/school/names.ts'
import { className, type SchoolView, type SchoolYear } from '../../domain/school/school-view.ts'
import { classesOfYear } from '../../domain/school/setup-steps.ts'
import { emptyTables } from '../../exchange/known.ts'
import { toRow } from '../../exchange/row-values.ts'
import { derivedIds } from '../../exchange/sheets/derived-id.ts'
import type { NameDecisions, SheetContext, UnknownName } from '../../exchange/sheets/sheet.ts'
import { decidedSubjects } from '../../exchange/sheets/unknown-names.ts'
import type { Meanings } from './decision-list.tsx'

/** What a matrix is read by: the school's own names, as the exchange folder has them. */
export function matrixContext(school: SchoolView, year: SchoolYear, today: string): SheetContext {
  return {
    known: {
      ...emptyTables(),
      years: school.years,
      subjects: [...school.subjects.values()],
      staff: [...school.staff.values()].map(toRow),
      classes: [...school.classes.values()].map(toRow),
      groups: [...school.groups.values()],
      assignments: school.assignments.map(toRow),
    },
    year,
    today,
    newId: derivedIds([...school.groups.keys()]),
  }
}

/** What unknown names may mean, in order of the alphabet. */
export function meaningsOf(school: SchoolView, year: SchoolYear): Meanings {
  const sorted = (items: { id: string; title: string }[]) =>
    items.sort((a, b) => a.title.localeCompare(b.title, 'ru'))
  return {
    teacher: sorted([...school.staff.values()].map((member) => ({ id: member.id, title: fullName(member) }))),
    subject: sorted([...school.subjects.values()].map(({ id, name }) => ({ id, title: name }))),
    class: classesOfYear(school, year.id).map((own) => ({ id: own.id, title: className(own) })),
  }
}

/** Letters of an abbreviation that are worth remembering. */
const longestAbbreviation = 60

/** Entries by which the school remembers what was decided of its abbreviations. */
export function learnedEntries(names: readonly UnknownName[], ids: NameDecisions): Entry[] {
  return decidedSubjects(names, ids)
    .filter(({ text }) => text.length <= longestAbbreviation)
    .map((value) => ({ entity: entity.abbreviation(value.text), attribute: 'abbreviation', value }))
}

/** The school's abbreviations with those decided on now. */
export function abbreviationsWith(
  school: SchoolView,
  names: readonly UnknownName[],
  ids: NameDecisions,
): Map<string, string> {
  return new Map(
    [...school.abbreviations, ...decidedSubjects(names, ids)].map(({ text, subject }) => [text, subject]),
  )
}
