import type { SchoolView } from '../school/school-view.ts'
import type { FamilySheet, SheetMark } from './family-sheet.ts'
import { russianDate, russianNumber, shortDate } from './table.ts'

/** «Успеваемость и посещаемость с 01.09.2025 по 14.09.2025» */
export function sheetTitle({ from, to }: Pick<FamilySheet, 'from' | 'to'>): string {
  return `Успеваемость и посещаемость с ${russianDate(from)} по ${russianDate(to)}`
}

/** «5 (12.11, контрольная)» */
export function markWords({ mark, date, kind }: SheetMark): string {
  return `${mark} (${shortDate(date)}${kind === undefined ? '' : `, ${kind.toLowerCase()}`})`
}

/** What a sheet says beside the marks, a sentence each: absences with reasons, lateness, works owed. */
export function sheetNotes(school: SchoolView, { subjects, attendance, debts }: FamilySheet): string[] {
  const { lessons, late, days } = attendance
  const missed = Object.entries(days)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([date, codes]) => {
      const parts = (['Б', 'У', 'Н'] as const).flatMap((code) =>
        codes[code] ? [`${code} ${codes[code]}`] : [],
      )
      return parts.length > 0 ? [`${shortDate(date)} ${parts.join(' ')}`] : []
    })
  const owed = debts.map(
    ({ subject, date, kind }) => `${subjectName(school, subject)}, ${kind ?? 'работа'} от ${shortDate(date)}`,
  )
  return [
    ...(subjects.length === 0 ? ['Отметок за это время нет.'] : []),
    lessons.total === 0
      ? 'Пропусков уроков нет.'
      : `Пропущено уроков: ${lessons.total} (по болезни ${lessons.Б}, по уважительной причине ${lessons.У}, без уважительной ${lessons.Н}): ${missed.join('; ')}.`,
    ...(late > 0 ? [`Опозданий: ${late}.`] : []),
    ...(owed.length > 0 ? [`Не сдано: ${owed.join('; ')}.`] : []),
  ]
}

/**
 * A sheet as the text of a letter, at most `limit` characters: with the day and the work of each mark as long as that
 * fits, else with the marks alone, else with the averages.
 */
export function sheetText(school: SchoolView, sheet: FamilySheet, limit = Number.POSITIVE_INFINITY): string {
  const written = (marksOf: (marks: readonly SheetMark[]) => string) =>
    [
      `${sheet.name}. ${sheetTitle(sheet)}.`,
      '',
      ...sheet.subjects.map(({ subject, marks, average }) =>
        [
          `${subjectName(school, subject)}: ${marksOf(marks)}`,
          ...(average === null ? [] : [`средняя ${russianNumber(average, 2)}`]),
        ].join('; '),
      ),
      ...sheetNotes(school, sheet),
    ].join('\n')
  const forms = [
    (marks: readonly SheetMark[]) => marks.map(markWords).join(', '),
    (marks: readonly SheetMark[]) => marks.map(({ mark }) => mark).join(' '),
    (marks: readonly SheetMark[]) => `отметок ${marks.length}`,
  ]
  const texts = forms.map(written)
  return texts.find(({ length }) => length <= limit) ?? texts.at(-1)!.slice(0, limit)
}

export function subjectName(school: SchoolView, subject: string): string {
  return school.subjects.get(subject)?.name ?? subject
}
