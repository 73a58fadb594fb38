import { expect, it } from 'vitest'
import { paperFonts } from '../../server/command-line/report-content.ts'
import { type SignInSlip, slipsPdf } from '../../src/print/sign-in-slips.ts'
import { readPdf, run, squeezed } from './read-pdf.ts'

const long = 'Константинопольская Александра-Вероника Константиновна'
const organisation = 'Муниципальное бюджетное общеобразовательное учреждение «Сивинская средняя школа»'
const address = 'https://journal.school.example:8443'
const diaryOf = `${long}, 11А; Константинопольский Владислав, 10Б`
const slip = (number: number): SignInSlip => ({
  name: `${long} ${number}`,
  ...(number % 2 === 1 ? { diaryOf } : {}),
  login: `konstantinopolskaya.av${number}`,
  code: `K7MPT-4RX${String(number).padStart(2, '0')}`,
  goodUntil: '09.12.2026',
  link: `${address}/#/enter/konstantinopolskaya.av${number}/K7MPT-4RX${String(number).padStart(2, '0')}`,
})

it('prints ten slips a page, each with all that its person needs, nothing over a frame', async () => {
  const slips = Array.from({ length: 23 }, (_, index) => slip(index + 1))
  const pages = await readPdf(
    slipsPdf({ title: 'Приглашения в журнал', organisation, address, slips }, paperFonts()),
  )
  // 23 = 10 + 10 + 3
  expect(pages.map((page) => page.filter(({ text }) => text.startsWith('Код: ')).length)).toEqual([10, 10, 3])
  const first = run(pages[0]!)
  for (const text of [
    organisation,
    `${long} 1`,
    `Дневник: ${diaryOf}`,
    'Логин: konstantinopolskaya.av1',
    'Код: K7MPT-4RX01',
    address,
  ])
    expect(first).toContain(squeezed(text))
  expect(first).toContain(squeezed('до 09.12.2026'))
  // Columns of 95 mm from 10 mm on: pt = mm * 72 / 25.4.
  const edge = (mm: number) => (mm * 72) / 25.4
  for (const { x, right } of pages[0]!) {
    const column = x < edge(105) ? edge(105) : edge(200)
    expect(right).toBeLessThanOrEqual(column - edge(3))
  }
  // The lowest line of the last row ends above its frame: 10 + 5 * 55.4 = 287 mm from the top of 297.
  expect(Math.min(...pages[0]!.map(({ y }) => y))).toBeGreaterThan(edge(297 - 287 + 1))
})
