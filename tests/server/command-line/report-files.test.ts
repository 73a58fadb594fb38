import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf, run } from '../../print/read-pdf.ts'
import { parta, sampleFolder } from './program.ts'

const month = ['attendance-month', '--month', '2025-09']
const period = ['results', '--period', '2025-26/1']
let folder: string
let data: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-report-'))
  data = join(folder, 'data')
  const founded = await parta('import', sampleFolder, '--school', 'siva', '--data', data)
  if (founded.code !== 0) throw new Error(founded.err)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function report([key, ...time]: readonly string[], format: string): Promise<Buffer> {
  const out = join(folder, `${key}.${format}`)
  const of = ['--school', 'siva', '--class', '7А', '--format', format, '--out', out, '--data', data]
  const ran = await parta('report', key!, ...time, ...of)
  expect(ran).toEqual({ code: 0, out: '', err: '' })
  return readFileSync(out)
}

it('prints the attendance of a month', async () => {
  const pages = await readPdf(new Uint8Array(await report(month, 'pdf')))
  expect(pages).toHaveLength(1)
  const page = run(pages[0]!)
  expect(page).toContain('МБОУ«СивинскаяСОШ»ОТЧЁТОПОСЕЩАЕМОСТИЗАНЯТИЙзасентябрь2025г.')
  expect(page).toContain('ВедерниковАртём')
  expect(page).toContain('Проведеноуроко-человек690·пропущено27(3,9%)·посещаемость96,1%.')
  expect(page).toMatch(/Составлено\d\d\.\d\d\.20\d\d\d\d:\d\d·редакция[0-9a-f]{4}-[0-9a-f]{4}·стр\.1из1$/)
})

it('prints the results of a period', async () => {
  const [page = []] = await readPdf(new Uint8Array(await report(period, 'pdf')))
  expect(run(page)).toContain('успеваемость60,0%(6из10)·качество40,0%(4из10)')
  expect(run(page)).toContain('Принято:заместительдиректорапоУВР____________________/Л.В.Колчанова/')
})

it('writes the results as a workbook', async () => {
  const [sheet] = await readXlsxFile(await report(period, 'xlsx'))
  expect(sheet!.data[0]!.slice(0, 3)).toEqual(['№', 'Фамилия, имя', 'Английский язык'])
  expect(sheet!.data[1]!.slice(0, 3)).toEqual([1, 'Ведерников Артём', 5])
})

it.each([
  ['class-teacher', 'ОТЧЁТКЛАССНОГОРУКОВОДИТЕЛЯЗАУЧЕБНЫЙПЕРИОД', 'Категория,'],
  ['class-teacher-preliminary', 'ПРЕДВАРИТЕЛЬНЫЙОТЧЁТКЛАССНОГОРУКОВОДИТЕЛЯ', 'Категория,'],
  ['movement', 'СВОДНАЯВЕДОМОСТЬУЧЁТАДВИЖЕНИЯУЧАЩИХСЯ', '№,"Фамилия, имя, отчество",'],
  ['summary-marks', 'СВОДНАЯВЕДОМОСТЬУЧЁТАУСПЕВАЕМОСТИОБУЧАЮЩИХСЯ', '№,"Фамилия, имя",Период,'],
  ['summary-attendance', 'СВОДНАЯВЕДОМОСТЬУЧЁТАПОСЕЩАЕМОСТИ', '№,"Фамилия, имя",I: дней всего,'],
])('writes %s in every format', async (key, title, columns) => {
  const of = [key, ...(key.startsWith('summary') ? ['--year', '2025-26'] : ['--period', '2025-26/1'])]
  const [pdf, csv, xlsx, json] = await Promise.all(
    ['pdf', 'csv', 'xlsx', 'json'].map((format) => report(of, format)),
  )
  const [page = []] = await readPdf(new Uint8Array(pdf!))
  expect(run(page)).toContain(title)
  expect(csv!.toString('utf8').slice(1)).toMatch(new RegExp(`^${columns.replace(/[.*+?^$()]/g, '\\$&')}`))
  expect((await readXlsxFile(xlsx!))[0]!.data.length).toBeGreaterThan(1)
  expect(JSON.parse(json!.toString('utf8'))).toMatchObject({ report: key, school: 'siva', class: '7А' })
})

it('refuses a preliminary report of a whole year, and a period that the school has not', async () => {
  const of = ['--school', 'siva', '--class', '7А', '--format', 'json', '--data', data]
  const year = await parta('report', 'class-teacher-preliminary', '--period', '2025-26/year', ...of)
  expect([year.code, year.err]).toEqual([1, expect.stringContaining('за четверть или полугодие')])
  const unknown = await parta('report', 'movement', '--period', '2025-26/9', ...of)
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('нет периода 2025-26/9')])
})
