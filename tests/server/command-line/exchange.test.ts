import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleExpected } from '../../exchange/sample.ts'
import { parta, sampleFolder } from './program.ts'

let folder: string
let data: string
const at = (...args: string[]) => parta(...args, '--data', data)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-cli-'))
  data = join(folder, 'data')
  const founded = await at('import', sampleFolder, '--school', 'siva')
  if (founded.code !== 0) throw new Error(founded.err)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Rows of a file as sorted JSON, empty columns left out. */
function rowsOf(path: string): string[] {
  if (!existsSync(path)) return []
  const rows = parse(readFileSync(path), { columns: true, bom: true }) as Record<string, string>[]
  return rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .filter(([, value]) => value !== '')
          .sort(),
      ),
    )
    .sort()
}

describe('import and export', () => {
  it('changes nothing when repeated', async () => {
    const again = await at('import', sampleFolder, '--school', 'siva')
    expect([again.code, again.out]).toEqual([0, 'Изменений нет: всё это в школе уже есть.\n'])
  })

  it('gives back equal files, which import takes again', async () => {
    const out = join(folder, 'exported')
    expect((await at('export', out, '--school', 'siva')).code).toBe(0)
    for (const file of new Set([...readdirSync(out), ...readdirSync(sampleFolder)]))
      expect([file, rowsOf(join(out, file))]).toEqual([file, rowsOf(join(sampleFolder, file))])
    expect((await at('import', out, '--school', 'siva')).out).toContain('Изменений нет')
    const twice = await at('export', out, '--school', 'siva')
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('не пуста')])
  })

  it('refuses a folder with a wrong row by file, line, column, and takes nothing of it', async () => {
    const wrong = join(folder, 'wrong')
    cpSync(sampleFolder, wrong, { recursive: true })
    const staff = readFileSync(join(wrong, 'staff.csv'), 'utf8').trimEnd()
    writeFileSync(join(wrong, 'staff.csv'), `${staff}\nnew1,Новая,Анна,,teacher\n`)
    const marks = readFileSync(join(wrong, 'marks.csv'), 'utf8').trimEnd()
    const lines = marks.split('\n')
    const columns = lines[0]!.trim().split(',')
    const bad = columns.map((name) =>
      name === 'pupil' ? 'nobody' : lines[1]!.split(',')[columns.indexOf(name)],
    )
    writeFileSync(join(wrong, 'marks.csv'), `${marks}\n${bad.join(',')}\n`)
    const refused = await at('import', wrong, '--school', 'siva')
    expect(refused.code).toBe(1)
    expect(refused.out).toBe('')
    expect(refused.err).toContain(`marks.csv, строка ${lines.length + 1}, столбец pupil: `)
    expect((await at('invite', '--person', 'new1')).code).toBe(1)
  })

  it('refuses another school, an absent folder, and one without files', async () => {
    const other = await at('import', sampleFolder, '--school', 'other')
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('siva')])
    expect((await at('export', join(folder, 'x'), '--school', 'other')).code).toBe(1)
    expect((await at('import', join(folder, 'absent'), '--school', 'siva')).code).toBe(1)
    mkdirSync(join(folder, 'empty'))
    expect((await at('import', join(folder, 'empty'), '--school', 'siva')).code).toBe(1)
  })

  it('asks for a school before anything else', async () => {
    const nowhere = join(folder, 'nowhere')
    const refused = await parta('export', join(folder, 'y'), '--school', 'siva', '--data', nowhere)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('нет школы')])
    expect(existsSync(nowhere)).toBe(false)
    const classes = join(folder, 'classes-only')
    mkdirSync(classes)
    cpSync(join(sampleFolder, 'subjects.csv'), join(classes, 'subjects.csv'))
    const founding = await parta('import', classes, '--school', 'siva', '--data', join(folder, 'data2'))
    expect([founding.code, founding.err]).toEqual([1, expect.stringContaining('school.csv')])
  })
})

interface Report {
  rows: { pupil: string; days?: Record<string, Record<string, number>> }[]
}

/** A report as it compares: by pupil, and without days on which nothing was missed, which may stand or not. */
function comparable(report: Report): Report {
  const rows = report.rows.map((row) => {
    if (!row.days) return row
    const days = Object.entries(row.days).filter(([, codes]) => Object.values(codes).some((n) => n > 0))
    return { ...row, days: Object.fromEntries(days) }
  })
  return { ...report, rows: rows.sort((a, b) => (a.pupil < b.pupil ? -1 : 1)) }
}

describe('reports', () => {
  it.each([
    ['attendance-month', ['--month', '2025-09']],
    ['results', ['--period', '2025-26/1']],
  ])('%s says what a separate program computed', async (key, time) => {
    const ran = await at('report', key, '--school', 'siva', '--class', '7А', ...time, '--format', 'json')
    expect([ran.code, ran.err]).toEqual([0, ''])
    const told = comparable(JSON.parse(ran.out) as Report)
    const expected = comparable(sampleExpected(key) as Report)
    expect(told).toMatchObject(expected)
    if (key === 'attendance-month')
      expect(told.rows.map(({ days }) => days)).toEqual(expected.rows.map(({ days }) => days))
  })

  it('come as CSV into a file too', async () => {
    const out = join(folder, 'results.csv')
    const args = ['report', 'results', '--school', 'siva', '--class', '7а', '--period', '2025-26/1']
    const ran = await at(...args, '--format', 'csv', '--out', out)
    expect([ran.code, ran.out, ran.err]).toEqual([0, '', ''])
    expect(readFileSync(out, 'utf8')).toMatch(/^\uFEFF№,"Фамилия, имя",/)
  })

  it('are refused where there is no such class or period', async () => {
    const refused = async (schoolClass: string, period: string) => {
      const of = ['--school', 'siva', '--class', schoolClass, '--period', period]
      const { code, err } = await at('report', 'results', ...of, '--format', 'json')
      return [code, err]
    }
    expect(await refused('7А', '2025-26/9')).toEqual([1, expect.stringContaining('2025-26/9')])
    expect(await refused('8Б', '2025-26/1')).toEqual([1, expect.stringContaining('8Б')])
  })
})

describe('verify', () => {
  it('passes a whole log and names the first break of a changed one', async () => {
    expect(await at('verify', '--school', 'siva')).toMatchObject({ code: 0, err: '' })
    const broken = join(folder, 'broken')
    cpSync(data, broken, { recursive: true })
    const database = new Database(join(broken, 'parta.sqlite'))
    const { changes } = database
      .prepare(
        "UPDATE row SET elements = replace(elements, 'Сивинская', 'Чужая') WHERE elements LIKE '%Сивинская%'",
      )
      .run()
    database.close()
    expect(changes).toBe(1)
    const ran = await parta('verify', '--school', 'siva', '--data', broken)
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('документ school')])
    const served = await parta('serve', '--port', '0', '--data', broken)
    expect([served.code, served.err]).toEqual([
      1,
      expect.stringMatching(/нарушена: документ school(.|\n)*Сервер не запущен(.|\n)*restore/),
    ])
  })
})
