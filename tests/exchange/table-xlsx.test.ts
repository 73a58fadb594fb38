import { unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { fraction, type Table } from '../../src/domain/reports/table.ts'
import { tableXlsx } from '../../src/exchange/table-xlsx.ts'

const table: Table = {
  title: 'Итоги успеваемости класса за учебный период',
  subtitle: '7А класс · I четверть 2025/26 уч. г. (01.09.2025 – 24.10.2025)',
  columns: [
    { title: '№' },
    { title: 'Фамилия, имя' },
    { group: 'Уроков пропущено', title: 'Б' },
    { title: '01.09' },
    { title: 'Средний балл' },
  ],
  rows: [
    [1, '=HYPERLINK("http://example.org")', 12, 'Б2 О1', fraction(4.5, 2)],
    [2, 'Ёлкина Алёна', null, '+7', fraction(null, 2)],
    [3, '@икс', 0, '-1', fraction(4, 2)],
  ],
  totals: [[null, 'Успеваемость, %', 12, null, fraction(66.7, 1)]],
  footnotes: ['Учеников на конец периода: 3.'],
}

describe('tableXlsx', () => {
  it('reads back as the table: texts as texts, numbers as numbers', async () => {
    const [sheet, ...others] = await readXlsxFile(Buffer.from(await tableXlsx(table)))
    expect(others).toEqual([])
    expect(sheet!.data.filter((row) => row.some((cell) => cell !== null))).toEqual([
      ['№', 'Фамилия, имя', 'Уроков пропущено: Б', '01.09', 'Средний балл'],
      [1, '=HYPERLINK("http://example.org")', 12, 'Б2 О1', 4.5],
      [2, 'Ёлкина Алёна', null, '+7', null],
      [3, '@икс', 0, '-1', 4],
      [null, 'Успеваемость, %', 12, null, 66.7],
      [table.title, null, null, null, null],
      [table.subtitle, null, null, null, null],
      ['Учеников на конец периода: 3.', null, null, null, null],
    ])
    expect(sheet!.sheet).toBe('7А класс · I четверть 2025-26')
  })

  it('holds no formula, and keeps header, number and name in view', async () => {
    const files = unzipSync(await tableXlsx(table))
    const xml = new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])
    expect(xml).not.toMatch(/<f[ >]/)
    expect(xml).toMatch(/<pane[^>]*xSplit="2"[^>]*ySplit="1"|<pane[^>]*ySplit="1"[^>]*xSplit="2"/)
    expect(xml).toContain('state="frozen"')
    expect(xml).toMatch(/<col [^>]*min="2"[^>]*width="33"/)
  })
})
