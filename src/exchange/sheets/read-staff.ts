import type { StaffRow } from '../tables.ts'
import { plainText } from './cell-text.ts'
import type { Header } from './header.ts'
import { listRows } from './list-rows.ts'
import { isHeading, nameColumns, namedIn, remarkNamesakes } from './listed-people.ts'
import { type Decisions, identify, type ListedPerson, type Namesake } from './namesakes.ts'
import { personKey, staffPerson } from './person-names.ts'
import { type PreviewLine, Remarks, type Sheet, type SheetContext, type SheetReading } from './sheet.ts'
import type { StaffField } from './targets.ts'

/** A list of people, with the names that occur more than once. */
export type PeopleReading<T extends 'staff' | 'pupils' | 'movements' | 'guardians'> = SheetReading<T> & {
  namesakes: Namesake[]
}

/**
 * Reads a list of staff. Somebody whom the school has already keeps his id, his name as it is spelt there, and every role he
 * has.
 */
export function readStaff(
  sheet: Sheet,
  header: Header<StaffField>,
  { known, newId }: SheetContext,
  decisions: Decisions = new Map(),
): PeopleReading<'staff'> {
  const remarks = new Remarks()
  const preview: PreviewLine[] = []
  const { fullName, last, first } = header.columns
  if (fullName === undefined && (last === undefined || first === undefined))
    remarks.fault(0, undefined, 'укажите столбец с фамилией, именем и отчеством')
  const listed: (ListedPerson & { roles: StaffRow['roles']; email: string; column: number | undefined })[] =
    []
  for (const row of listRows(sheet, header)) {
    if (isHeading(row, remarks)) continue
    const person = namedIn(row, remarks)
    if (!person) continue
    const position = row.text('position')
    const roles = rolesOf(position)
    if (roles.length === 0)
      remarks.note(row.row, row.column('position'), `«${position}»: ни уроков, ни управления, без прав`)
    const email = row.text('email')
    const column = row.column('fullName') ?? row.column('last')
    listed.push({ row: row.row, person, roles, email, column })
    preview.push({
      row: row.row,
      fields: { ...nameColumns(person), position, email, roles: roles.join(' ') },
    })
  }
  const people = known.staff.map((row) => ({ id: row.id, person: staffPerson(row) }))
  const { ids, recognized, namesakes } = identify(listed, people, decisions, ({ person }) =>
    newId('staff', personKey(person)),
  )
  remarkNamesakes(namesakes, (row) => listed.find((own) => own.row === row)?.column, remarks)
  const staff: StaffRow[] = []
  for (const { row, person, roles, email, column } of listed) {
    const id = ids.get(row)
    if (id === undefined) continue
    const own = known.staff.find((member) => member.id === id)
    if (recognized.has(row)) remarks.note(row, column, `${person.last} уже в школе: данные дополнены`)
    staff.push({
      id,
      ...nameColumns(person),
      ...own,
      roles: [...new Set([...(own?.roles ?? []), ...roles])],
      ...(email === '' ? {} : { email }),
    })
  }
  if (staff.length === 0 && remarks.faults.length === 0)
    remarks.fault(0, undefined, 'в списке нет ни одного сотрудника')
  return { ...remarks.reading({ staff }, preview), namesakes }
}

/** Roles by the name of a position; without one a teacher. */
function rolesOf(position: string): StaffRow['roles'] {
  const plain = plainText(position)
  if (plain === '') return ['teacher']
  const roles: StaffRow['roles'] = []
  if (/учител|преподавател|педагог|тьютор|воспитател|тренер/.test(plain)) roles.push('teacher')
  if (/директор|завуч|^зам|администратор|секретар|делопроизвод/.test(plain)) roles.push('office')
  return roles
}
