import { sameJournal } from '../policy/policy.ts'
import { by, covers, type SchoolView } from '../school/school-view.ts'
import { classTitle, staffTitle, subjectTitle } from '../school/titles.ts'
import type { PlanFigures } from './school-figures.ts'
import { type Cell, fraction, russianDate, type Table } from './table.ts'

/** How the plans of journals are carried out by `today` (2.8): a row a journal, in order of classes and subjects. */
export function planFulfilmentTable(school: SchoolView, plans: readonly PlanFigures[], today: string): Table {
  const order = ({ class: id, ...key }: PlanFigures) => {
    const found = school.classes.get(id)
    const grade = found ? `${String(found.grade).padStart(2, '0')}${found.letter}` : id
    return `${grade} ${subjectTitle(school, key)}`
  }
  const sorted = [...plans].sort(by(order))
  const behind = sorted.filter(({ planned, lag }) => planned > 0 && lag > 0)
  const sum = (pick: (row: PlanFigures) => number) => sorted.reduce((total, row) => total + pick(row), 0)
  return {
    title: 'Выполнение учебных программ',
    subtitle: `на ${russianDate(today)}`,
    columns: [
      { title: 'Класс' },
      { title: 'Предмет' },
      { title: 'Учитель' },
      { title: 'в году', group: 'По плану, ч' },
      { title: 'на сегодня', group: 'По плану, ч' },
      { title: 'Проведено' },
      { title: 'Отставание' },
      { title: 'Отменено' },
      { title: 'Не открыто' },
      { title: 'Будет к концу года' },
      { title: 'Не хватит' },
    ],
    rows: sorted.map((row) => [
      classTitle(school, row.class),
      subjectTitle(school, row),
      school.assignments
        .filter((a) => sameJournal(a, row) && covers(a, today))
        .map(({ teacher }) => staffTitle(school, teacher))
        .join(', ') || '—',
      ...counts(row),
    ]),
    totals: [
      [
        null,
        'Всего',
        null,
        hours(sum(({ planned }) => planned)),
        hours(sum(({ due }) => due)),
        sum(({ held }) => held),
        hours(sum(({ planned, lag }) => (planned > 0 ? Math.max(0, lag) : 0))),
        sum(({ cancelled }) => cancelled),
        sum(({ unkept }) => unkept),
        sum(({ forecast }) => forecast),
        hours(sum(({ planned, shortage }) => (planned > 0 ? Math.max(0, shortage) : 0))),
      ],
    ],
    footnotes: [
      `Журналов с отставанием: ${behind.length} из ${sorted.length}. Отставание: сколько часов плана по расписанию уже должно быть проведено и не проведено.`,
      'Прочерк: в журнале ещё нет плана.',
    ],
  }
}

function counts({ planned, due, held, lag, cancelled, unkept, forecast, shortage }: PlanFigures): Cell[] {
  const hasPlan = planned > 0
  return [
    hasPlan ? hours(planned) : '—',
    hasPlan ? hours(due) : '—',
    held,
    hasPlan ? hours(Math.max(0, lag)) : '—',
    cancelled,
    unkept,
    forecast,
    hasPlan ? hours(Math.max(0, shortage)) : '—',
  ]
}

/** Whole hours as they are, halves with their decimal. */
function hours(value: number): Cell {
  return Number.isInteger(value) ? value : fraction(value, 1)
}
