import type { ListRow } from './list-rows.ts'
import type { Namesake } from './namesakes.ts'
import { readPerson, type SheetPerson, tidyWord } from './person-names.ts'
import type { Remarks } from './sheet.ts'

type NameField = 'fullName' | 'last' | 'first' | 'middle'

const longest = 80

const headings = /администрац|учителя|педагоги|персонал|работники|специалисты|мальчики|девочки|юноши|девушки/i

/** Whether a row is a heading inside the list, which is then noted and passed over. */
export function isHeading(row: ListRow<NameField>, remarks: Remarks): boolean {
  const { heading } = row
  const isNamed = row.text('fullName') !== '' || row.text('last') !== ''
  if (heading === undefined || (isNamed && !headings.test(heading))) return false
  remarks.note(row.row, undefined, `«${heading}»: заголовок, пропущен`)
  return true
}

/** The name of a list's row, from one column or from three; undefined (and a fault) where it is no full name. */
export function namedIn(row: ListRow<NameField>, remarks: Remarks): SheetPerson | undefined {
  const column = row.column('fullName') ?? row.column('last')
  const whole = row.text('fullName')
  const parts = [row.text('last'), row.text('first'), row.text('middle')].map(tidyWord)
  const person = whole === '' ? fromParts(parts) : readPerson(whole)
  if (!person) {
    const text = whole || parts.join(' ').trim()
    remarks.fault(row.row, column, text === '' ? 'нет фамилии и имени' : `«${text}» — нужны фамилия и имя`)
    return undefined
  }
  if ([person.last, person.first, person.middle ?? ''].some(({ length }) => length > longest)) {
    remarks.fault(row.row, column, `имя длиннее ${longest} знаков: сократите`)
    return undefined
  }
  if (person.first.endsWith('.')) remarks.note(row.row, column, `«${person.last}»: вместо имени инициалы`)
  return person
}

function fromParts([last, first, middle]: readonly string[]): SheetPerson | undefined {
  return last && first ? { last, first, ...(middle ? { middle } : {}) } : undefined
}

/** Says of each namesake what was found, and asks where nothing tells people apart. */
export function remarkNamesakes(
  namesakes: readonly Namesake[],
  columnOf: (row: number) => number | undefined,
  remarks: Remarks,
): void {
  for (const { row, person, rows, known, settled } of namesakes) {
    const name = [person.last, person.first, person.middle].filter(Boolean).join(' ')
    const places = [
      ...rows.map((other) => `в строке ${other}`),
      ...(known.length > 0 ? ['в школе'] : []),
    ].join(' и ')
    if (settled) remarks.note(row, columnOf(row), `${name}: тёзка есть ${places}`)
    else remarks.fault(row, columnOf(row), `${name} есть и ${places}: укажите, один это человек или тёзки`)
  }
}

/** Columns of a row in the exchange folder. */
export function nameColumns({ last, first, middle }: SheetPerson) {
  return { last_name: last, first_name: first, ...(middle ? { middle_name: middle } : {}) }
}
