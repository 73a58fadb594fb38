import type { SchoolView } from '../school/school-view.ts'

const collator = new Intl.Collator('ru')

/** Subjects in the order of a report's columns: by name, which is the id where the school knows no name. */
export function subjectsByName(
  ids: Iterable<string>,
  known: SchoolView['subjects'],
): { id: string; title: string }[] {
  return [...ids]
    .map((id) => ({ id, title: known.get(id)?.name ?? id }))
    .sort((a, b) => collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1))
}
