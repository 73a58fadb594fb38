import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readPdf, run } from '../../print/read-pdf.ts'
import { parta, type Ran, sampleFolder } from './program.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let folder: string
let data: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-paper-'))
  data = join(folder, 'data')
  const founded = await parta('import', sampleFolder, '--school', 'siva', '--data', data)
  if (founded.code !== 0) throw new Error(founded.err)
})
afterAll(() => rmSync(folder, { recursive: true }))

const paper = (period: string, out: string): Promise<Ran> => {
  const of = ['--school', 'siva', '--class', '7А', '--period', period]
  return parta('paper', ...of, '--out', join(folder, out), '--data', data)
}

it('prints the copy of a class and period, and says its digest and sheets', async () => {
  const ran = await paper('2025-26/1', 'journal.pdf')
  expect(ran).toMatchObject({ code: 0, err: '' })
  const [, revision, pages, sheets] =
    /^Редакция данных ([0-9a-f]{4}-[0-9a-f]{4}), страниц (\d+), листов (\d+)\.\n$/.exec(ran.out) ?? []
  expect(Number(pages)).toBe(2 * Number(sheets))
  const printed = await readPdf(new Uint8Array(readFileSync(join(folder, 'journal.pdf'))))
  expect(printed).toHaveLength(Number(pages))
  const text = run(printed[0]!)
  expect(text).toContain('МБОУ«СивинскаяСОШ»БУМАЖНАЯКОПИЯЭЛЕКТРОННОГОКЛАССНОГОЖУРНАЛА7Акласс')
  expect(text).toContain('Классныйруководитель:БабушкинаМарияОлеговна')
  expect(text).toContain(`Редакцияданных${revision},сформировано`)
  expect(text).toMatch(/Принял:заместительдиректорапоУВР_+\/Л\.В\.Колчанова\//)
})

it('refuses a period that the class does not live by, a class and a period that are not there', async () => {
  const half = await paper('2025-26/h1', 'no.pdf')
  expect([half.code, half.err]).toEqual([1, expect.stringContaining('печатают по четвертям')])
  expect(await paper('2025-26/year', 'no.pdf')).toMatchObject({ code: 1 })
  const absent = await paper('2025-26/7', 'no.pdf')
  expect([absent.code, absent.err]).toEqual([1, expect.stringContaining('нет периода 2025-26/7')])
  expect(existsSync(join(folder, 'no.pdf'))).toBe(false)
})
