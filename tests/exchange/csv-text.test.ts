import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../src/domain/reports/table-csv.ts'
import { delimiterOf, readCsv } from '../../src/exchange/csv-text.ts'

const field = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'Ё', '"', ',', ';', '\n', '\r', ' ', '=', '+', '-', '@', "'", '\uFEFF'),
  }),
  fc.string(),
)
const record = fc.array(field, { minLength: 2, maxLength: 5 })

function fieldsOf(text: string): string[][] {
  const reading = readCsv(text, ',')
  if (!reading.ok) throw new Error(reading.why)
  return reading.records.map(({ fields }) => fields)
}

describe('CSV', () => {
  it('comes back exactly as it was written, formulas and all', () => {
    fc.assert(
      fc.property(fc.array(record), (records) => {
        expect(fieldsOf(records.map(csvLine).join(''))).toEqual(records)
      }),
    )
  })

  it('is written as another reader understands it', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), (records) => {
        const text = records.map(csvLine).join('')
        expect(parse(text, { relax_column_count: true, record_delimiter: '\r\n' })).toEqual(records)
      }),
    )
  })

  it('tells the line each record begins on, whatever line breaks stand before it', () => {
    const broken = fc.constantFrom('\n', '\r\n', '\r')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(broken), broken)), (records) => {
        const text = records.map(([inside, after]) => `a,"${inside.join('x')}"${after}`).join('')
        const reading = readCsv(text, ',')
        const lines = text.split(/\r\n|\r|\n/)
        // Every record starts with the only letter a, so an editor's line of it is known.
        const starts = lines.flatMap((line, index) => (line.startsWith('a,') ? [index + 1] : []))
        expect(reading.ok && reading.records.map(({ line }) => line)).toEqual(starts)
      }),
    )
  })

  it('needs no line break at the end and keeps empty fields', () => {
    expect(fieldsOf('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ])
    expect(fieldsOf('a,""')).toEqual([['a', '']])
    expect(fieldsOf('')).toEqual([])
  })

  it('finds the delimiter by the first record', () => {
    expect(delimiterOf('a;b\n1,2,3,4')).toBe(';')
    expect(delimiterOf('"a;b;c",d\n')).toBe(',')
    expect(delimiterOf('id\n')).toBe(',')
  })
})
