import type { Clash } from '../../domain/school/clashes.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import type { Texts } from '../design/texts/ru.ts'
import { type TimetableView, teacherName } from './timetable-view.ts'

/** A clash as a sentence; `dayOf` writes a date. */
export function clashWords(
  { school, date }: TimetableView,
  { kind, who, slots, from }: Clash,
  { clashes: texts }: Texts['timetable'],
  dayOf: (date: string) => string,
): string {
  const what = slots
    .map((slot) => texts.lesson(classTitle(school, slot.class), subjectTitle(school, slot)))
    .join(', ')
  const sentence =
    kind === 'teacher'
      ? texts.teacher(teacherName(school, who), what)
      : kind === 'class'
        ? (slots.every(({ group }) => group) ? texts.pupils : texts.class)(classTitle(school, who), what)
        : texts.room(who, what)
  return from > date ? `${sentence}, ${texts.from(dayOf(from))}` : sentence
}

/** Names a clash in a list. */
export function clashKey({ kind, who, slots: [a, b], weekday, bell }: Clash): string {
  return [kind, who, weekday, bell, a.class, a.subject, a.group, a.from, b.class, b.subject, b.group].join()
}
