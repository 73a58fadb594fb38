import { russianDate } from '../domain/reports/table.ts'
import { weekdayOf } from '../domain/school/calendar.ts'
import type { PrintedForm } from './printed-form.ts'

/** A lesson of a day that somebody else holds, or that was called off or moved. */
export interface SheetLine {
  bell: number
  className: string
  subject: string
  /** Who holds it; '' when nobody does. */
  teacher: string
  /** Instead of whom. */
  instead: string
  /** «отменён», «перенесён с 24.11, 3-й урок» */
  note?: string
}

const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье']

/** The day's sheet for the wall of the staff room: A4, portrait. */
export function substitutionSheet(
  organisation: string,
  date: string,
  lines: readonly SheetLine[],
): PrintedForm {
  return {
    orientation: 'portrait',
    organisation,
    title: 'ЛИСТ ЗАМЕН УРОКОВ',
    subtitle: dayTitle(date),
    tables: [
      {
        columns: [
          { title: 'Урок', width: 14, fixed: true },
          { title: 'Класс', width: 18, fixed: true },
          { title: 'Предмет', width: 52 },
          { title: 'Вместо кого', width: 46 },
          { title: 'Кто ведёт', width: 46 },
        ],
        rows: lines.map(({ bell, className, subject, instead, teacher, note }) => [
          { text: String(bell) },
          { text: className },
          { text: subject, align: 'left' },
          { text: instead, align: 'left' },
          { text: [teacher, note].filter((part) => part).join(', '), align: 'left' },
        ]),
        totals: [],
      },
    ],
    notes: [],
    signatures: [{ role: 'Заместитель директора по УВР', name: undefined }],
  }
}

/** The same as a message: a line a lesson. */
export function sheetText(date: string, lines: readonly SheetLine[]): string {
  return [
    `Замены, ${dayTitle(date)}`,
    ...lines.map(({ bell, className, subject, teacher, instead, note }) => {
      const what = [teacher, note].filter((part) => part).join(', ')
      return `${bell}-й урок, ${className}, ${subject}: ${what}${instead && ` (вместо: ${instead})`}`
    }),
  ].join('\n')
}

function dayTitle(date: string): string {
  return `${weekdays[weekdayOf(date) - 1]}, ${russianDate(date)}`
}
