import type { JournalKey } from '../ledger/documents.ts'
import { journalName } from '../ledger/documents.ts'
import { addDays, sameJournal } from '../policy/policy.ts'
import { by } from '../school/school-view.ts'
import { dueOf, dueReach, standingPlaces } from './due-lesson.ts'
import { type JournalCourse, journalPlaces } from './journal-places.ts'
import type { Lesson, Work } from './journal-view.ts'

/** What one journal asks of its class for a day. */
export interface LoadEntry extends JournalKey {
  /** ISO date for which it is due. */
  date: string
  /** Homeworks due that day. */
  homework: number
  /** Kind of the control work written that day. */
  control?: string | undefined
}

/** Whether a kind of work counts as a control work: any whose name begins so («Контрольная работа», «Контрольный диктант»). */
export function isControl(kind: string | undefined): boolean {
  return kind?.toLocaleLowerCase('ru').startsWith('контрольн') ?? false
}

/** The control work of a lesson, undefined where there is none. */
export function controlOf({ works }: Pick<Lesson, 'works'>): Work | undefined {
  return works.find(({ kind }) => isControl(kind))
}

/** What a journal asks of its class for each day from `from` to `to` (both included), by date. */
export function journalLoad(course: JournalCourse, from: string, to: string): LoadEntry[] {
  const { key, lessons } = course
  const days = new Map<string, LoadEntry>()
  const at = (date: string) => {
    const known = days.get(date) ?? { ...plainKey(key), date, homework: 0 }
    days.set(date, known)
    return known
  }
  const since = addDays(from, -dueReach)
  const given = lessons.filter(
    ({ homework, attachments, date, due }) =>
      (homework !== undefined || attachments.length > 0) && date <= to && (due?.date ?? date) >= since,
  )
  const places = given.length === 0 ? [] : standingPlaces(journalPlaces(course, since, addDays(to, dueReach)))
  for (const lesson of given) {
    const due = dueOf(lesson, places)?.date
    if (due !== undefined && from <= due && due <= to) at(due).homework++
  }
  for (const lesson of lessons) {
    const control = controlOf(lesson)
    if (control && lesson.cancelled === undefined && from <= lesson.date && lesson.date <= to)
      at(lesson.date).control = control.kind
  }
  return [...days.values()].sort(by(({ date }) => date))
}

/** The load as a teacher sees it: what the relay last said, with his own journals as they stand on his device. */
export function mergedLoad(
  told: readonly LoadEntry[],
  own: readonly { key: JournalKey; load: readonly LoadEntry[] }[],
): LoadEntry[] {
  const others = told.filter((entry) => !own.some(({ key }) => sameJournal(key, entry)))
  return [...others, ...own.flatMap(({ load }) => load)].sort(
    by((entry) => `${entry.date},${journalName(entry)}`),
  )
}

function plainKey({ class: schoolClass, subject, group }: JournalKey): JournalKey {
  return { class: schoolClass, subject, ...(group ? { group } : {}) }
}
