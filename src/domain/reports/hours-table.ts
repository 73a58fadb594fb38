import type { TeacherHours } from '../school/hours.ts'
import { fullName } from '../school/names.ts'
import type { SchoolView } from '../school/school-view.ts'
import { classTitle, subjectTitle } from '../school/titles.ts'
import type { Table } from './table.ts'

const months = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]

/** Hours held and substituted in a month (`YYYY-MM`), a row a teacher (rules.md, 1.1). */
export function hoursTable(
  school: SchoolView,
  month: string,
  hours: readonly TeacherHours[],
  unattributed: number,
): Table {
  const sum = (pick: (row: TeacherHours) => number) => hours.reduce((total, row) => total + pick(row), 0)
  return {
    title: 'Табель проведённых и замещённых уроков',
    subtitle: monthTitle(month),
    columns: [
      { title: '№' },
      { title: 'Фамилия, имя, отчество' },
      { title: 'Журналы' },
      { title: 'Проведено' },
      { title: 'Замещено' },
      { title: 'Всего' },
    ],
    rows: hours.map((row, index) => {
      const member = school.staff.get(row.teacher)
      return [
        index + 1,
        member ? fullName(member) : row.teacher,
        row.journals
          .map(({ own, substituted, ...key }) => {
            const counts = [own > 0 && String(own), substituted > 0 && `зам. ${substituted}`]
            return `${classTitle(school, key.class)} ${subjectTitle(school, key)}: ${counts.filter(Boolean).join(', ')}`
          })
          .join('; '),
        row.own,
        row.substituted,
        row.own + row.substituted,
      ]
    }),
    totals: [
      [
        null,
        'Всего',
        null,
        sum(({ own }) => own),
        sum(({ substituted }) => substituted),
        sum(({ own, substituted }) => own + substituted),
      ],
    ],
    footnotes: [
      'Час считается один раз, сколько бы журналов он ни занимал: объединённые группы и класс-комплект.',
      ...(unattributed > 0
        ? [`Уроков, у которых не указан учитель: ${unattributed}; в табель не вошли.`]
        : []),
    ],
  }
}

/** "ноябрь 2026 г." */
export function monthTitle(month: string): string {
  const [year, number] = month.split('-')
  return `${months[Number(number) - 1]} ${year} г.`
}
