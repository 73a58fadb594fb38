import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/domain/reports/table.ts'
import { tableCsv } from '../../src/domain/reports/table-csv.ts'
import { readCsv } from '../../src/exchange/csv-text.ts'
import { tableXlsx } from '../../src/exchange/table-xlsx.ts'

/** What a spreadsheet takes for a formula, as a name, a topic or a comment may begin. */
const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00A0=1+1',
  '\uFEFF=1+1',
  '＝1+1',
  '=cmd|" /C calc"!A0',
  '=HYPERLINK("http://evil.example";"Ёлкина")',
]
const source = fileURLToPath(new URL('../../src', import.meta.url))
const markup = ['<img src=x onerror=alert(1)>', '</script><script>alert(1)</script>', '&lt;b&gt;', ']]>']

const tableOf = (texts: readonly string[]): Table => ({
  title: texts[0]!,
  subtitle: texts[0]!,
  columns: texts.map((title) => ({ group: title, title })),
  rows: [[...texts]],
  totals: [[...texts]],
  footnotes: [...texts],
})

describe('texts that a spreadsheet would run', () => {
  it('in CSV begin with a quote mark, in every place of a table', () => {
    const reading = readCsv(tableCsv(tableOf(formulas)).slice(1), ',')
    if (!reading.ok) throw new Error(reading.why)
    const [header, row, totals, ...notes] = reading.records.map(({ fields }) => fields)
    expect(header).toEqual(formulas.map((text) => `'${text}: ${text}`))
    for (const line of [row, totals]) expect(line).toEqual(formulas.map((text) => `'${text}`))
    expect(notes.map(([first]) => first)).toEqual(formulas.map((text) => `'${text}`))
  })

  it('in a workbook are texts: no cell holds a formula or a link', async () => {
    const bytes = await tableXlsx(tableOf([...formulas, ...markup]))
    const parts = Object.entries(unzipSync(bytes)).map(
      ([name, part]) => [name, new TextDecoder().decode(part)] as const,
    )
    for (const [name, xml] of parts)
      expect([name, /<f[ >/]|<hyperlink|<!DOCTYPE/.test(xml)]).toEqual([name, false])
    const [sheet] = await readXlsxFile(Buffer.from(bytes), { trim: false })
    const lines = sheet!.data.map((row) => row.map((cell) => typeof cell))
    expect(new Set(lines[1])).toEqual(new Set(['string']))
    expect(sheet!.data[1]!.slice(formulas.length)).toEqual(markup)
  })
})

describe('names that are markup', () => {
  it('are written as text by what draws the screens', () => {
    for (const name of markup) {
      const drawn = renderToStaticMarkup(createElement('b', { title: name }, name))
      expect(drawn.match(/</g)).toHaveLength(2)
    }
  })

  it('meet no way around it: nothing in the app makes markup or code of a text', () => {
    const sources = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    )
    expect(sources.length).toBeGreaterThan(300)
    const ways =
      /dangerouslySetInnerHTML|\.(inner|outer)HTML|insertAdjacentHTML|document\.write|createContextualFragment|srcdoc|\beval\(|new Function\(|javascript:/i
    expect(sources.filter((file) => ways.test(readFileSync(join(source, file), 'utf8')))).toEqual([])
  })
})
