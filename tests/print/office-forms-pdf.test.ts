import { expect, test } from 'vitest'
import { paperFonts } from '../../server/command-line/report-content.ts'
import { hoursTable } from '../../src/domain/reports/hours-table.ts'
import { formPdf } from '../../src/print/form-pdf.ts'
import { hoursForm } from '../../src/print/hours-form.ts'
import { sheetText, substitutionSheet } from '../../src/print/substitution-sheet.ts'
import { weekSchool } from '../domain/school/week-school.ts'
import { readPdf, run, squeezed } from './read-pdf.ts'

const stamp = { made: '24.11.2026 21:14', revision: 'ab12-cd34' }
const math = { class: '7А', subject: 'math' }
const hours = [
  {
    teacher: 'ovch',
    month: '2025-09',
    own: 0,
    substituted: 2,
    joined: 0,
    journals: [{ ...math, own: 0, substituted: 2 }],
  },
  {
    teacher: 'tref',
    month: '2025-09',
    own: 17,
    substituted: 1,
    joined: 3,
    journals: [{ ...math, own: 17, substituted: 1 }],
  },
]
const table = hoursTable(weekSchool(), '2025-09', hours, 4)
const lines = [
  { bell: 3, className: '7А', subject: 'Математика', teacher: 'П. Овчинников', instead: 'С. О. Трефилова' },
  {
    bell: 4,
    className: '8Б',
    subject: 'Физика',
    teacher: '',
    instead: 'С. О. Трефилова',
    note: 'урок отменён',
  },
]

test('the sheet of hours adds up and is signed by who made it and by the head', async () => {
  expect(table.rows.map((row) => row.slice(3))).toEqual([
    [0, 2, 2],
    [17, 1, 18],
  ])
  // 0 + 17 held, 2 + 1 substituted.
  expect(table.totals[0]!.slice(3)).toEqual([17, 3, 20])
  const pages = (await readPdf(formPdf(hoursForm('Школа у реки', table), paperFonts(), stamp))).map(run)
  const text = pages.join('')
  for (const words of [
    'ТАБЕЛЬ ПРОВЕДЁННЫХ И ЗАМЕЩЁННЫХ УРОКОВ',
    'сентябрь 2025 г.',
    'Трефилова Светлана Олеговна',
    '7А Математика: 17, зам. 1',
    'не указан учитель: 4',
    'Директор',
  ])
    expect(text).toContain(squeezed(words))
  expect(pages).toHaveLength(1)
})

test("the day's substitutions as a sheet for the wall and as a message", async () => {
  const form = substitutionSheet('Школа у реки', '2025-09-01', lines)
  const text = (await readPdf(formPdf(form, paperFonts(), stamp))).map(run).join('')
  for (const words of ['ЛИСТ ЗАМЕН УРОКОВ', 'понедельник, 01.09.2025', 'П. Овчинников', 'урок отменён'])
    expect(text).toContain(squeezed(words))
  expect(sheetText('2025-09-01', lines)).toBe(
    [
      'Замены, понедельник, 01.09.2025',
      '3-й урок, 7А, Математика: П. Овчинников (вместо: С. О. Трефилова)',
      '4-й урок, 8Б, Физика: урок отменён (вместо: С. О. Трефилова)',
    ].join('\n'),
  )
})
