/** A record of a CSV file with the number of the line it begins on. */
export interface CsvRecord {
  line: number
  fields: string[]
}

export type CsvReading =
  | { ok: true; records: CsvRecord[] }
  /** The text breaks RFC 4180 on this line; nothing after it can be trusted. */
  | { ok: false; line: number; why: string }

export type Delimiter = ',' | ';'

/** The delimiter of a file: the one that its first record has more of outside quotes. */
export function delimiterOf(text: string): Delimiter {
  let quoted = false
  let balance = 0
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    else if (!quoted && (letter === '\n' || letter === '\r')) break
    else if (!quoted && letter === ',') balance++
    else if (!quoted && letter === ';') balance--
  }
  return balance < 0 ? ';' : ','
}

/**
 * Reads RFC 4180. Every record tells the line it begins on, whatever line breaks its fields hold: that is what a
 * person looks for in an editor, and why csv-parse does not do here, which counts a CRLF inside quotes as two lines.
 */
export function readCsv(text: string, delimiter: Delimiter): CsvReading {
  const records: CsvRecord[] = []
  let fields: string[] = []
  let line = 1
  let start = 1
  let at = 0
  while (at < text.length) {
    let field: string
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1)
      if (end < 0) return { ok: false, line, why: 'открытая кавычка нигде не закрыта' }
      const raw = text.slice(at + 1, end)
      field = raw.replaceAll('""', '"')
      line += lineBreaks(raw)
      at = end + 1
      if (at < text.length && !isEndOfField(text[at]!, delimiter))
        return { ok: false, line, why: 'после закрывающей кавычки стоит лишний знак' }
    } else {
      const from = at
      while (at < text.length && !isEndOfField(text[at]!, delimiter)) {
        if (text[at] === '"')
          return { ok: false, line, why: 'кавычка внутри поля: возьмите поле в кавычки, а её удвойте' }
        at++
      }
      field = text.slice(from, at)
    }
    fields.push(field)
    if (text[at] === delimiter) {
      at++
      // The record may end right here, with an empty last field.
      if (at < text.length) continue
      fields.push('')
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    records.push({ line: start, fields })
    fields = []
    start = ++line
  }
  return { ok: true, records }
}

function isEndOfField(letter: string, delimiter: Delimiter): boolean {
  return letter === delimiter || letter === '\n' || letter === '\r'
}

/** Where the quote that opened before `from` closes; a doubled one is a letter of the field. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
