import { expect, test } from 'vitest'
import { paperFonts } from '../../server/command-line/report-content.ts'
import type { FamilySheet } from '../../src/domain/reports/family-sheet.ts'
import { familyStrips } from '../../src/print/family-strips.ts'
import { stripsPdf } from '../../src/print/strips-pdf.ts'
import { classOf, smallSchool } from '../domain/reports/small-school.ts'
import { readPdf, run, squeezed } from './read-pdf.ts'

const stamp = { made: '24.11.2026 21:14', revision: 'ab12-cd34' }
const source = smallSchool({ classes: { '7а': { pupils: [] } } })
const sheet = (name: string): FamilySheet => ({
  pupil: name,
  name,
  from: '2025-09-01',
  to: '2025-09-14',
  subjects: [
    {
      subject: 'Алгебра',
      marks: [
        { mark: '4', date: '2025-09-02' },
        { mark: '5', date: '2025-09-04', kind: 'Контрольная работа' },
      ],
      average: 4.67,
    },
  ],
  attendance: {
    days: { '2025-09-03': { Б: 2, У: 0, Н: 0, О: 0 } },
    lessons: { total: 2, Б: 2, У: 0, Н: 0 },
    late: 1,
    daysMissed: { total: 0, ill: 0 },
    held: 20,
  },
  debts: [{ subject: 'История', date: '2025-09-08' }],
})

test('strips stand several to a page, whole, each with what the family is told', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `Пашков ${String.fromCharCode(1040 + index)}`)
  const form = familyStrips(source.school, classOf(source, '7а'), names.map(sheet))
  const pages = (await readPdf(stripsPdf(form, paperFonts(), stamp))).map(run)
  // Each is some 40 mm high: six or so to a page, and none of the twelve goes on on the next.
  expect(pages.length).toBeLessThanOrEqual(3)
  for (const name of names) {
    const page = pages.filter((text) => text.includes(squeezed(`${name}, 7`)))
    expect(page).toHaveLength(1)
  }
  for (const words of [
    '4 (02.09), 5 (04.09, контрольная работа)',
    '4,67',
    'Пропущено уроков: 2 (по болезни 2, по уважительной причине 0, без уважительной 0): 03.09 Б 2.',
    'Опозданий: 1.',
    'Не сдано: История, работа от 08.09.',
    'Составлено 24.11.2026 21:14',
  ])
    expect(pages[0]).toContain(squeezed(words))
  const count = (text: string, part: string) => text.split(squeezed(part)).length - 1
  for (const text of pages) expect(count(text, 'Ознакомлены')).toBe(count(text, 'Успеваемость и'))
})
