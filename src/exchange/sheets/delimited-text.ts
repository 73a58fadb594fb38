import type { Sheet } from './sheet.ts'

/** Text as a table, or the line (from 1) on which a quote opens that never closes. */
export type DelimitedReading = { ok: true; sheet: Sheet } | { ok: false; line: number }

/**
 * Reads text pasted from a spreadsheet (tabs) or a CSV file (semicolons or commas) as people have them: a quote inside
 * a field stays a letter of it, rows may differ in length. The exchange folder's own reader is strict instead.
 */
export function readDelimited(text: string, name: string): DelimitedReading {
  const plain = text.replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(plain)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < plain.length) {
    let field: string
    if (plain[at] === '"' && closes(plain, at + 1, delimiter)) {
      const end = closingQuote(plain, at + 1)
      field = plain.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    } else if (plain[at] === '"' && closingQuote(plain, at + 1) < 0 && plain.includes('\n', at)) {
      return { ok: false, line: lineOf(plain, at) }
    } else {
      const from = at
      while (at < plain.length && plain[at] !== delimiter && plain[at] !== '\n' && plain[at] !== '\r') at++
      field = plain.slice(from, at)
    }
    row.push(field)
    if (plain[at] === delimiter) {
      at++
      if (at < plain.length) continue
      row.push('')
    }
    at += plain.startsWith('\r\n', at) ? 2 : 1
    rows.push(row)
    row = []
  }
  return { ok: true, sheet: { name, rows: rows.map((fields) => fields.map((field) => field || null)) } }
}

/**
 * A tab anywhere means a paste; else what the first lines have more of, if at least half of them have it: the commas of
 * a single column («Основы безопасности, ...») divide nothing.
 */
function delimiterOf(text: string): '\t' | ';' | ',' {
  const lines = text.split(/[\n\r]+/, 20).filter((line) => line.trim() !== '')
  const having = (letter: string) => lines.filter((line) => line.includes(letter)).length
  const [best] = ([';', ','] as const)
    .filter((letter) => having(letter) * 2 >= lines.length)
    .sort((a, b) => having(b) - having(a))
  return text.includes('\t') || best === undefined ? '\t' : best
}

/** Whether the quote that opened before `from` closes right at the end of a field. */
function closes(text: string, from: number, delimiter: string): boolean {
  const end = closingQuote(text, from)
  const next = text[end + 1]
  return end >= 0 && (next === undefined || next === delimiter || next === '\n' || next === '\r')
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\n|\r/).length
}

/**
 * Text of a file in the encodings that Excel saves: UTF-8, UTF-16 with its mark, else Windows-1251, which any bytes
 * are.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
