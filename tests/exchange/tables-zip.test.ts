import { unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { expect, it } from 'vitest'
import type { Table } from '../../src/domain/reports/table.ts'
import { tablesZip } from '../../src/exchange/tables-zip.ts'

const table = (title: string, cell: number): Table => ({
  title,
  subtitle: '7А класс',
  columns: [{ title: 'Имя' }, { title: 'Уроков' }],
  rows: [['Ёлкина', cell]],
  totals: [],
  footnotes: [],
})

it('holds a workbook a report, in their order, with names in Russian', async () => {
  const files = unzipSync(await tablesZip([table('Итоги', 5), table('Движение', 7)]))
  expect(Object.keys(files)).toEqual(['01 Итоги.xlsx', '02 Движение.xlsx'])
  const [sheet] = await readXlsxFile(Buffer.from(files['02 Движение.xlsx']!))
  expect(sheet!.data.slice(0, 2)).toEqual([
    ['Имя', 'Уроков'],
    ['Ёлкина', 7],
  ])
})
