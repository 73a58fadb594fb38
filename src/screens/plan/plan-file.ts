import type { PlanLayout } from '../../domain/journal/plan-layout.ts'
import { russianDate, type Table } from '../../domain/reports/table.ts'

/** A plan with its dates as a table, for Excel and CSV; its titles are those by which a plan is read back. */
export function planTable(title: string, { entries, planned, held }: PlanLayout): Table {
  return {
    title: 'Календарно-тематическое планирование',
    subtitle: title,
    columns: ['№', 'Тема', 'Часы', 'Домашнее задание', 'Даты'].map((name) => ({ title: name })),
    rows: entries.map(({ entry, places }) => [
      entry.number,
      entry.topic,
      entry.hours,
      entry.homework ?? null,
      [...new Set(places.map(({ date }) => russianDate(date)))].join(', ') || null,
    ]),
    totals: [[null, 'Всего часов', planned, null, null]],
    footnotes: [`Проведено часов: ${held}.`],
  }
}
