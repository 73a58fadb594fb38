import { russianDate } from '../domain/reports/table.ts'
import type { PrintedForm } from './printed-form.ts'

/** The duties clause by clause, and who is acquainted with them, each to sign by hand. */
export function acquaintanceForm(
  organisation: string,
  schoolClass: string,
  clauses: readonly { clause: string; title: string; text: string }[],
  register: readonly { name: string; date: string }[],
): PrintedForm {
  return {
    orientation: 'portrait',
    organisation,
    title: 'ОБЯЗАННОСТИ КЛАССНОГО РУКОВОДИТЕЛЯ ПО ВЕДЕНИЮ ЭЛЕКТРОННОГО ЖУРНАЛА',
    subtitle: `${schoolClass} класс · лист ознакомления`,
    tables: [
      {
        columns: [
          { title: 'Пункт', width: 22, fixed: true },
          { title: 'Обязанность', width: 60 },
          { title: 'Что делать', width: 100 },
        ],
        rows: clauses.map(({ clause, title, text }) => [
          { text: clause },
          { text: title, align: 'left' },
          { text, align: 'left' },
        ]),
        totals: [],
      },
      {
        follows: true,
        heading: 'С обязанностями ознакомлены',
        columns: [
          { title: 'Фамилия, имя, отчество', width: 90 },
          { title: 'Дата', width: 30, fixed: true },
          { title: 'Подпись', width: 62 },
        ],
        rows: (register.length > 0 ? register : [{ name: '', date: '' }]).map(({ name, date }) => [
          { text: name, align: 'left' },
          { text: date === '' ? '' : russianDate(date) },
          { text: '' },
        ]),
        totals: [],
      },
    ],
    notes: [],
    signatures: [],
  }
}
