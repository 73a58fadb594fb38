import type { DutySummary } from '../duties/class-standing.ts'
import { fullName } from '../school/names.ts'
import type { SchoolView } from '../school/school-view.ts'
import { classTitle } from '../school/titles.ts'
import { percent } from './ratio.ts'
import { fraction, type Table } from './table.ts'

/** Duties of class teachers done in time over a period, for pay (5.1.3); `time`: "I четверть 2025/26 уч. г.". */
export function dutySummaryTable(school: SchoolView, time: string, summaries: readonly DutySummary[]): Table {
  const sum = (pick: (row: DutySummary) => number) => summaries.reduce((total, row) => total + pick(row), 0)
  const counts = (of: number, inTime: number, late: number, undone: number) => [
    of,
    inTime,
    late,
    undone,
    fraction(percent(inTime, of), 1),
  ]
  return {
    title: 'Выполнение обязанностей классных руководителей',
    subtitle: time,
    columns: [
      { title: '№' },
      { title: 'Класс' },
      { title: 'Классный руководитель' },
      { title: 'Обязанностей' },
      { title: 'В срок' },
      { title: 'С опозданием' },
      { title: 'Не сделано' },
      { title: 'В срок, %' },
    ],
    rows: summaries.map(({ class: id, teacher, of, inTime, late, undone }, index) => {
      const member = school.staff.get(teacher)
      return [
        index + 1,
        classTitle(school, id),
        member ? fullName(member) : '—',
        ...counts(of, inTime, late, undone),
      ]
    }),
    totals: [
      [
        null,
        'Всего',
        null,
        ...counts(
          sum(({ of }) => of),
          sum(({ inTime }) => inTime),
          sum(({ late }) => late),
          sum(({ undone }) => undone),
        ),
      ],
    ],
    footnotes: [
      'Считаются обязанности, срок которых в этом периоде наступил; в срок: не позже двух дней после срока.',
    ],
  }
}
