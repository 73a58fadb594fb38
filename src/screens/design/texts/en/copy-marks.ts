import type { Texts } from '../ru.ts'
import { count } from './words.ts'

/** Copying marks over from a journal. */
export const copyMarks: Texts['copyMarks'] = {
  link: 'Copy marks over',
  title: 'Copy marks over',
  journal: 'To the journal',
  column: 'Column',
  copy: 'Copy the column',
  help: 'Paste the column into the other system: pupils in the order of the list, one a line. Н, Б, У, О: absent and late.',
  copied: (n: number) =>
    `Copied: ${count(n, { one: 'line', other: 'lines' })}. Paste them into the other system.`,
  empty: 'There are no pupils in the journal',
  teacher: 'Teacher',
}
