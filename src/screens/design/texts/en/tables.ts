import type { Texts } from '../ru.ts'
import { count } from './words.ts'

export const tables: Texts['tables'] = {
  paste: 'Rows of the table',
  pasteHint: 'Copy a table from Excel or Word with its heading and paste it here.',
  file: 'Choose a file: .xlsx, .csv, .docx',
  read: 'Read it',
  reading: 'Reading the file…',
  failed: 'The file could not be read: check that it opens, and choose it again.',
  again: 'Another table',
  columns: 'Which column holds what',
  moreColumns: 'More columns',
  sheet: 'Sheet',
  start: 'The list begins at row',
  noColumn: 'no such column',
  column: (letters, sample) => `${letters}: ${sample}`,
  preview: 'What comes of it',
  row: (n) => `row ${n}`,
  faults: (n) =>
    `Mend ${count(n, { one: 'fault', other: 'faults' })}: change the columns, or mend the table and take it again.`,
}
