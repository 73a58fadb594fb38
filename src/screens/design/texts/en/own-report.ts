import type { Texts } from '../ru.ts'
import { count } from './words.ts'

export const ownReport: Texts['ownReport'] = {
  title: 'My period report',
  link: 'My report and hours',
  file: "Teacher's report",
  rows: 'Journals',
  empty: 'Nothing to report for this period',
  emptyHelp: 'The report makes itself once the school assigns you journals and they are on the tablet.',
  pdf: 'PDF',
  xlsx: 'Excel',
  csv: 'CSV',
  print: 'Print',
  printing: (pages) =>
    pages === 0 ? 'Making the PDF…' : `Making the PDF: ${count(pages, { one: 'page', other: 'pages' })}`,
  cancel: 'Cancel',
  failed: 'The PDF could not be made. Try again.',
  missing: (n) =>
    `${count(n, { one: 'journal is', other: 'journals are' })} not on the tablet yet: the report has zeros there.`,
  grouped: (group, title) => `${group}: ${title}`,
  hours: 'My hours by month',
  noHours: 'No hours have been held in this period yet.',
  ownHours: (n) => `own: ${n} h`,
  substituted: (n) => `substituted: ${n} h`,
}
