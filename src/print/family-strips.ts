import type { FamilySheet } from '../domain/reports/family-sheet.ts'
import { markWords, sheetNotes, sheetTitle, subjectName } from '../domain/reports/sheet-words.ts'
import { russianNumber } from '../domain/reports/table.ts'
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

function stripOf(school: SchoolView, schoolClass: SchoolClass, sheet: FamilySheet, teacher: string): Strip {
  return {
    heading: `${sheet.name}, ${className(schoolClass)}`,
    subheading: sheetTitle(sheet),
    table: {
      columns: [
        { title: 'Предмет', width: 48, fixed: true },
        { title: 'Отметки', width: 118 },
        { title: 'Средняя', width: 16, fixed: true },
      ],
      rows: sheet.subjects.map(({ subject, marks, average }) => [
        { text: subjectName(school, subject), align: 'left' },
        { text: marks.map(markWords).join(', '), align: 'left' },
        { text: average === null ? '' : russianNumber(average, 2) },
      ]),
      totals: [],
    },
    notes: sheetNotes(school, sheet),
    signatures: [`Классный руководитель ${teacher}`, 'Ознакомлены (подпись родителей)'],
  }
}
