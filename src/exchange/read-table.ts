import { type CsvRecord, delimiterOf, readCsv } from './csv-text.ts'
import type { Fault } from './fault.ts'
import { type Column, columnsOf, fileOf, type RowOf, type TableName } from './layout.ts'
import { nearestName } from './nearest-name.ts'

/** One file as rows of its table. */
export interface TableReading<T extends TableName> {
  rows: RowOf<T>[]
  /** Line of each row. */
  lines: number[]
  faults: Fault[]
  /** What was passed over and is no fault. */
  notes: string[]
  /** Rows with faults as they stand in the file, by column: their ids exist, only the rest is in doubt. */
  damaged: Record<string, string>[]
  /** The file as a whole could not be read: nothing is known of what it holds. */
  unreadable: boolean
}

type Where = (line: number, column: string, why: string) => void

/** Reads the text or bytes of a table's file. */
export function readTable<T extends TableName>(table: T, content: string | Uint8Array): TableReading<T> {
  const reading: TableReading<T> = {
    rows: [],
    lines: [],
    faults: [],
    notes: [],
    damaged: [],
    unreadable: false,
  }
  const fault: Where = (line, column, why) => {
    reading.faults.push({ file: fileOf(table), line, column, why })
  }
  const { text, broken } = decode(content)
  const csv = readCsv(text, delimiterOf(text))
  const filled = csv.ok ? csv.records.filter(({ fields }) => fields.some((field) => field !== '')) : []
  const [header, ...records] = filled
  const names = (header?.fields ?? []).map((name) => name.trim())
  if (broken) fault(...brokenPlace(filled, names), notUtf8)
  else if (!csv.ok) fault(csv.line, '', csv.why)
  else if (header) readHeader(table, header.line, names, fault, reading.notes)
  reading.unreadable = reading.faults.length > 0
  if (reading.unreadable) return reading
  const columns = columnsOf(table)
  for (const record of records) {
    const before = reading.faults.length
    const fields = Object.fromEntries(names.map((name, index) => [name, record.fields[index] ?? '']))
    let row: Record<string, unknown> = {}
    if (isSkewed(record, names))
      fault(
        record.line,
        '',
        `полей ${record.fields.length}, а столбцов ${names.length}: проверьте запятые и кавычки`,
      )
    else row = readRow(columns, fields, (column, why) => fault(record.line, column, why))
    if (reading.faults.length > before) reading.damaged.push(fields)
    else {
      // The layout is typed by the row, so what its columns read makes one.
      reading.rows.push(row as unknown as RowOf<T>)
      reading.lines.push(record.line)
    }
  }
  return reading
}

const notUtf8 = 'знаки не в UTF-8: сохраните файл как «CSV UTF-8» и повторите'

/** Text of a file without its byte order mark; `broken` where it is no UTF-8 and holds marks in place of the letters. */
function decode(content: string | Uint8Array): { text: string; broken: boolean } {
  if (typeof content === 'string') {
    const text = content.replace(/^\uFEFF/, '')
    return { text: text.toWellFormed(), broken: !text.isWellFormed() }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), broken: false }
  } catch {
    return { text: new TextDecoder('utf-8').decode(content), broken: true }
  }
}

function brokenPlace(
  records: readonly CsvRecord[],
  names: readonly string[],
): [line: number, column: string] {
  for (const { line, fields } of records) {
    const index = fields.findIndex((field) => field.includes('\uFFFD'))
    if (index >= 0) return [line, names[index]?.includes('\uFFFD') ? '' : (names[index] ?? '')]
  }
  return [1, '']
}

function readHeader(
  table: TableName,
  line: number,
  names: readonly string[],
  fault: Where,
  notes: string[],
): void {
  const columns = columnsOf(table)
  const absent = columns.map(([name]) => name).filter((name) => !names.includes(name))
  const guesses = new Set<string>()
  names.forEach((name, index) => {
    if (names.indexOf(name) < index && name !== '') fault(line, name, 'столбец стоит дважды: уберите лишний')
    if (columns.some(([known]) => known === name)) return
    const guess = nearestName(name, absent)
    if (guess !== undefined) {
      guesses.add(guess)
      fault(line, name, `такого столбца нет; если это «${guess}», исправьте название`)
    } else if (name !== '') notes.push(`${fileOf(table)}: столбца «${name}» в формате нет, он пропущен`)
  })
  for (const [name, { required }] of columns)
    if (required !== undefined && absent.includes(name) && !guesses.has(name))
      fault(line, name, 'нет обязательного столбца')
}

/** Whether fields and columns don't match; empty fields beyond the last column, as Excel leaves them, are no harm. */
function isSkewed({ fields }: CsvRecord, names: readonly string[]): boolean {
  return fields.length < names.length || fields.some((field, index) => field !== '' && !names[index])
}

function readRow(
  columns: readonly [string, Column][],
  fields: Readonly<Record<string, string>>,
  fault: (column: string, why: string) => void,
): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [name, { kind, required }] of columns) {
    const field = fields[name] ?? ''
    if (field === '') {
      if (kind.empty !== undefined) row[name] = kind.empty
      else if (required !== undefined) fault(name, required)
      continue
    }
    const reading = kind.read(field)
    if (reading.ok) row[name] = reading.value
    else fault(name, reading.why)
  }
  return row
}
