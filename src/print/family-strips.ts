import type { FamilySheet, SheetMark } from '../domain/reports/family-sheet.ts'
import { russianDate, russianNumber, shortDate } from '../domain/reports/table.ts'
import { initials } from '../domain/school/names.ts'
import { className, type SchoolClass, type SchoolView } from '../domain/school/school-view.ts'
import type { Strip, StripsForm } from './strips-form.ts'

/** The families' sheets as strips to cut apart: marks with their works, average, absences with reasons, works owed. */
export function familyStrips(
  school: SchoolView,
  schoolClass: SchoolClass,
  sheets: readonly FamilySheet[],
): StripsForm {
  const teacher = school.staff.get(schoolClass.classTeacher ?? '')
  return {
    organisation: school.profile?.name ?? '',
    title: `Сообщения родителям, ${className(schoolClass)}`,
    strips: sheets.map((sheet) => stripOf(school, schoolClass, sheet, teacher ? initials(teacher) : '')),
  }
}

function stripOf(
  school: SchoolView,
  schoolClass: SchoolClass,
  { name, from, to, subjects, attendance, debts }: FamilySheet,
  teacher: string,
): Strip {
  const title = (subject: string) => school.subjects.get(subject)?.name ?? subject
  const { lessons, late, days } = attendance
  const missed = Object.entries(days)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([date, codes]) => {
      const parts = (['Б', 'У', 'Н'] as const).flatMap((code) =>
        codes[code] ? [`${code} ${codes[code]}`] : [],
      )
      return parts.length > 0 ? [`${shortDate(date)} ${parts.join(' ')}`] : []
    })
  return {
    heading: `${name}, ${className(schoolClass)}`,
    subheading: `Успеваемость и посещаемость с ${russianDate(from)} по ${russianDate(to)}`,
    table: {
      columns: [
        { title: 'Предмет', width: 48, fixed: true },
        { title: 'Отметки', width: 118 },
        { title: 'Средняя', width: 16, fixed: true },
      ],
      rows: subjects.map(({ subject, marks, average }) => [
        { text: title(subject), align: 'left' },
        { text: marks.map(markWords).join(', '), align: 'left' },
        { text: average === null ? '' : russianNumber(average, 2) },
      ]),
      totals: [],
    },
    notes: [
      ...(subjects.length === 0 ? ['Отметок за это время нет.'] : []),
      lessons.total === 0
        ? 'Пропусков уроков нет.'
        : `Пропущено уроков: ${lessons.total} (по болезни ${lessons.Б}, по уважительной причине ${lessons.У}, без уважительной ${lessons.Н}): ${missed.join('; ')}.`,
      ...(late > 0 ? [`Опозданий: ${late}.`] : []),
      ...(debts.length > 0
        ? [
            `Не сдано: ${debts.map(({ subject, date, kind }) => `${title(subject)}, ${kind ?? 'работа'} от ${shortDate(date)}`).join('; ')}.`,
          ]
        : []),
    ],
    signatures: [`Классный руководитель ${teacher}`, 'Ознакомлены (подпись родителей)'],
  }
}

/** «5 (12.11, контрольная)» */
function markWords({ mark, date, kind }: SheetMark): string {
  return `${mark} (${shortDate(date)}${kind === undefined ? '' : `, ${kind.toLowerCase()}`})`
}
