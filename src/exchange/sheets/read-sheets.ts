import { unzipSync } from 'fflate'
import { decodeText, readDelimited } from './delimited-text.ts'
import { docxTables } from './docx-tables.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { extentOfSheet } from './workbook-extent.ts'
import { XmlError } from './xml-reader.ts'

/**
 * Reads the sheets of an .xlsx: the default function of `read-excel-file/browser` (or `/node`), passed in because each
 * place has its own. It rejects where the file is no workbook.
 */
export type XlsxReader = (
  file: ArrayBuffer,
) => Promise<{ sheet: string; data: readonly (readonly unknown[])[] }[]>

/** The tables of a file, or a sentence in Russian that says why there are none and what to do. */
export type SheetsReading = { ok: true; sheets: Sheet[] } | { ok: false; why: string }

/** What a school's list never comes near; more is an accident or an attack. */
export const sheetLimits = {
  fileBytes: 20_000_000,
  unpackedBytes: 100_000_000,
  rows: 20_000,
  columns: 500,
  /** Of all sheets of a workbook together, empty ones between others with them. */
  cells: 5_000_000,
}

const document = 'word/document.xml'
const megabyte = 1_000_000
const refuse = (why: string): SheetsReading => ({ ok: false, why })

/** Reads an .xlsx, .docx or text file by what is in it, whatever its name says. */
export async function readSheets(
  name: string,
  bytes: Uint8Array,
  readXlsx: XlsxReader,
): Promise<SheetsReading> {
  if (bytes.length > sheetLimits.fileBytes)
    return refuse(`файл больше ${sheetLimits.fileBytes / megabyte} МБ: оставьте в нём только таблицу`)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refuse('это старый формат (.xls или .doc): откройте файл и сохраните как .xlsx или .docx')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    return readSheetText(decodeText(bytes), name.replace(/\.[^.]+$/, ''))
  const archive = contentsOf(bytes)
  if (!archive) return refuse('файл повреждён: откройте его, сохраните заново и повторите')
  if (archive.unpacked > sheetLimits.unpackedBytes)
    return refuse('в файле слишком много данных: оставьте в нём только таблицу')
  if (archive.files.has(document)) return readDocx(bytes)
  if ([...archive.files].some((file) => file.startsWith('xl/'))) return readWorkbook(bytes, readXlsx)
  return refuse('это не таблица: нужен файл .xlsx, .docx или .csv')
}

/** Reads text pasted from a spreadsheet, or of a CSV file. */
export function readSheetText(text: string, name = 'Вставка'): SheetsReading {
  if (text.includes('\0')) return refuse('это не таблица: нужен файл .xlsx, .docx или .csv')
  const reading = readDelimited(text, name)
  if (!reading.ok) return refuse(`строка ${reading.line}: открытая кавычка нигде не закрыта`)
  return filled([reading.sheet])
}

/** What a zip archive holds and unpacks to, bytes, without unpacking it; undefined where it is broken. */
function contentsOf(bytes: Uint8Array): { files: Set<string>; unpacked: number } | undefined {
  const files = new Set<string>()
  // One name may stand there many times, each to be unpacked.
  let unpacked = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        files.add(name)
        unpacked += originalSize
        return false
      },
    })
    return { files, unpacked }
  } catch {
    return undefined
  }
}

function readDocx(bytes: Uint8Array): SheetsReading {
  let sheets: Sheet[]
  try {
    // What unpacks to more than the archive says is cut off there, and then refused as broken.
    const xml = unzipSync(bytes, { filter: ({ name }) => name === document })[document]!
    sheets = docxTables(new TextDecoder('utf-8', { fatal: true }).decode(xml))
  } catch (error) {
    if (error instanceof XmlError || error instanceof TypeError || isUnzipError(error))
      return refuse('документ повреждён: откройте его в Word, сохраните заново и повторите')
    throw error
  }
  if (sheets.length === 0)
    return refuse('в документе нет таблиц: оформите список таблицей или вставьте из Excel')
  return filled(sheets)
}

/** fflate throws plain errors with a number of its own. */
function isUnzipError(error: unknown): boolean {
  return error instanceof Error && 'code' in error
}

async function readWorkbook(bytes: Uint8Array, readXlsx: XlsxReader): Promise<SheetsReading> {
  // The reader may hand its buffer on to a worker, so it gets a copy.
  const copy = new Uint8Array(bytes).buffer
  try {
    if (extentOf(bytes) > sheetLimits.cells)
      return refuse('лист слишком велик: удалите пустые строки и столбцы, оставьте только таблицу')
    const sheets = await readXlsx(copy)
    return filled(
      sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })),
    )
  } catch {
    return refuse('книга Excel не читается: откройте её, сохраните как .xlsx без пароля и повторите')
  }
}

/** Cells of a workbook's sheets, wherever in it they lie; its macros and pictures are not looked at. */
function extentOf(bytes: Uint8Array): number {
  const parts = unzipSync(bytes, { filter: ({ name }) => name.endsWith('.xml') })
  const text = new TextDecoder()
  return Object.values(parts).reduce((sum, part) => sum + extentOfSheet(text.decode(part)), 0)
}

function cellOf(value: unknown): SheetCell {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value
  return null
}

function filled(sheets: readonly Sheet[]): SheetsReading {
  const left = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)))
  if (left.length === 0) return refuse('в файле нет ни одной заполненной строки')
  const large = left.find(
    ({ rows }) => rows.length > sheetLimits.rows || rows.some(({ length }) => length > sheetLimits.columns),
  )
  if (large) return refuse(`лист «${large.name}» слишком велик: оставьте в нём только таблицу`)
  return { ok: true, sheets: left }
}
