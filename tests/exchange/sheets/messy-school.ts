import { strToU8, zipSync } from 'fflate'
import { emptyTables } from '../../../src/exchange/known.ts'
import type { Sheet, SheetCell, SheetContext, SheetRemark } from '../../../src/exchange/sheets/sheet.ts'
import type { ExchangeTables } from '../../../src/exchange/tables.ts'

/** A school that has its year, subjects, staff and classes, as after the first steps of setting it up. */
export function knownSchool(over: Partial<ExchangeTables> = {}): ExchangeTables {
  const subjects = [
    'Русский язык',
    'Литература',
    'Литературное чтение',
    'Математика',
    'Физика',
    'Физическая культура',
    'Английский язык',
    'Информатика',
    'Основы безопасности и защиты Родины',
    'Изобразительное искусство',
  ]
  return {
    ...emptyTables(),
    years: [{ id: '2026-27', starts: '2026-09-01', ends: '2027-05-26' }],
    subjects: subjects.map((name, index) => ({ id: `s${index + 1}`, name })),
    staff: [
      {
        id: 'tref',
        last_name: 'Трефилова',
        first_name: 'Светлана',
        middle_name: 'Олеговна',
        roles: ['teacher', 'office'],
      },
      { id: 'iv1', last_name: 'Иванова', first_name: 'Анна', middle_name: 'Петровна', roles: ['teacher'] },
      { id: 'iv2', last_name: 'Иванова', first_name: 'Ольга', middle_name: 'Ивановна', roles: ['teacher'] },
      { id: 'yolk', last_name: 'Ёлкин', first_name: 'Пётр', middle_name: 'Семёнович', roles: ['teacher'] },
    ],
    classes: [
      { id: 'c7a', year: '2026-27', grade: 7, letter: 'А' },
      { id: 'c7b', year: '2026-27', grade: 7, letter: 'Б' },
      { id: 'c11', year: '2026-27', grade: 11, letter: '' },
    ],
    ...over,
  }
}

export function contextOf(known: ExchangeTables = knownSchool()): SheetContext {
  let count = 0
  return {
    known,
    year: { id: '2026-27', starts: '2026-09-01' },
    today: '2026-08-20',
    newId: (table) => `${table}-${++count}`,
  }
}

export function sheetOf(rows: readonly (readonly SheetCell[])[], name = 'Лист1'): Sheet {
  return { name, rows }
}

/** «строка,столбец: что» of each remark. */
export const said = (remarks: readonly SheetRemark[]) =>
  remarks.map(({ row, column, why }) => `${row},${column}: ${why}`)

/** A Word document with one table; a cell may be merged over columns or continue the one above. */
export type DocxCell = string | { text: string; span?: number; merge?: 'restart' | 'continue' }

export function docx(tables: readonly (readonly (readonly DocxCell[])[])[]): Uint8Array {
  const cell = (content: DocxCell) => {
    const { text, span, merge } =
      typeof content === 'string' ? { text: content } : { span: undefined, merge: undefined, ...content }
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const paragraphs = escaped
      .split('\n')
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
    const properties = [
      span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`,
      merge === undefined ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
    ].join('')
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs.join('')}</w:tc>`
  }
  const body = tables
    .map((rows) => `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`)
    .join('<w:p><w:r><w:t>между таблицами</w:t></w:r></w:p>')
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Планирование</w:t></w:r></w:p>${body}</w:body></w:document>`,
    ),
  })
}
