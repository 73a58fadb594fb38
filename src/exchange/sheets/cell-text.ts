import type { SheetCell } from './sheet.ts'

export type CellReading<V> = { ok: true; value: V } | { ok: false; why: string }

/** What a cell says, in one line: without spaces at its ends and doubled ones; a date as `ДД.ММ.ГГГГ`. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return isoOf(cell).split('-').reverse().join('.')
  return String(cell)
    .replace(/[\u00AD\u200B\uFEFF]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
}

/** A cell's lines, where one cell holds several things. */
export function cellLines(cell: SheetCell | undefined): string[] {
  if (typeof cell !== 'string') return [cellText(cell)].filter((line) => line !== '')
  return cell
    .split(/[\n\r;]+/)
    .map((line) => cellText(line))
    .filter((line) => line !== '')
}

/** Letters to compare titles and names by: small, ё as е, one space between words. */
export function plainText(text: string): string {
  return cellText(text).toLowerCase().replaceAll('ё', 'е')
}

const months = [
  /^янв/,
  /^фев/,
  /^мар/,
  /^апр/,
  /^ма[йя]$/,
  /^июн/,
  /^июл/,
  /^авг/,
  /^сен/,
  /^окт/,
  /^ноя/,
  /^дек/,
]
/** Days that a spreadsheet counts from 30 December 1899; those taken for dates are of 1927 to 2064. */
const serials = { zero: Date.UTC(1899, 11, 30), least: 10_000, most: 60_000 }
const day = 86_400_000

/**
 * Reads a date as people and spreadsheets write it: a date cell, a serial number, `5.3.2012`, `05/03/12`, `2012-03-05`,
 * `5 марта 2012 г.` A year of two digits is the latest one not after `today` (`YYYY-MM-DD`). Gives `YYYY-MM-DD`.
 */
export function cellDate(cell: SheetCell | undefined, today: string): CellReading<string> {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? noDate('') : { ok: true, value: isoOf(cell) }
  const text = plainText(cellText(cell)).replace(/\s*(г|года?)\.?$/, '')
  if (/^\d{5}([.,]\d+)?$/.test(text)) {
    const serial = Math.floor(Number(text.replace(',', '.')))
    if (serial < serials.least || serial > serials.most) return noDate(text)
    return { ok: true, value: new Date(serials.zero + serial * day).toISOString().slice(0, 10) }
  }
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:t.*)?$/.exec(text)
  if (iso) return dated(text, iso[1]!, Number(iso[2]), iso[3]!, today)
  const plain = /^(\d{1,2})\s*[-./,]\s*(\d{1,2})\s*[-./,]\s*(\d{4}|\d{2})$/.exec(text)
  if (plain) return dated(text, plain[3]!, Number(plain[2]), plain[1]!, today)
  const worded = /^(\d{1,2}) ([а-я]+)\.? (\d{4})$/.exec(text)
  if (worded) return dated(text, worded[3]!, monthOf(worded[2]!), worded[1]!, today)
  return noDate(text)
}

/** 0 where the word is no month: no date has that one. */
function monthOf(word: string): number {
  return months.findIndex((month) => month.test(word)) + 1
}

function dated(text: string, year: string, month: number, date: string, today: string): CellReading<string> {
  let full = Number(year)
  if (year.length === 2) {
    const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100
    full += century
    if (full > Number(today.slice(0, 4))) full -= 100
  }
  const two = (value: number) => String(value).padStart(2, '0')
  const value = `${String(full).padStart(4, '0')}-${two(month)}-${two(Number(date))}`
  const time = Date.parse(`${value}T00:00:00Z`)
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
  return exists ? { ok: true, value } : { ok: false, why: `даты «${text}» нет в календаре` }
}

function noDate(text: string): { ok: false; why: string } {
  return { ok: false, why: `«${text}» — не дата: напишите её как 05.03.2012` }
}

/** Readers of spreadsheets give dates at midnight UTC, or some seconds off it. */
function isoOf(date: Date): string {
  return new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().slice(0, 10)
}

/** A number of hours: `2`, `0,5`, `1.5`; undefined where the text is none. */
export function numberIn(text: string): number | undefined {
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}
