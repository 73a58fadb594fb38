import type { ClassRow, GuardianRow, MovementRow, PupilRow } from '../tables.ts'
import { cellDate, plainText } from './cell-text.ts'
import { type ClassName, classNamed, readClassName } from './class-names.ts'
import { guardiansOfRow, type ListedGuardian } from './guardians-of-row.ts'
import type { Header } from './header.ts'
import { type ListRow, listRows } from './list-rows.ts'
import { isHeading, nameColumns, namedIn, remarkNamesakes } from './listed-people.ts'
import { type Decisions, identify, type ListedPerson } from './namesakes.ts'
import { personKey } from './person-names.ts'
import type { PeopleReading } from './read-staff.ts'
import { type PreviewLine, Remarks, type Sheet, type SheetContext } from './sheet.ts'
import type { PupilsField } from './targets.ts'

/** A pupil's row as it was read. */
interface ListedPupil extends ListedPerson {
  column: number | undefined
  class: ClassRow | undefined
  sex?: string
  enrolled?: string
  order?: string
  guardians: ListedGuardian[]
}

/**
 * Reads a list of pupils with their guardians. The class is told by a column, else by a heading inside the list, else
 * by the sheet's name. New pupils are enrolled on the date of the list, else on the year's first day, and those of an
 * earlier year moved in; one whom the year has already keeps his class: moving him takes an order.
 */
export function readPupils(
  sheet: Sheet,
  header: Header<PupilsField>,
  context: SheetContext,
  decisions: Decisions = new Map(),
): PeopleReading<'pupils' | 'movements' | 'guardians'> {
  const remarks = new Remarks()
  const { fullName, last, first } = header.columns
  if (fullName === undefined && (last === undefined || first === undefined))
    remarks.fault(0, undefined, 'укажите столбец с фамилией и именем ученика')
  const preview: PreviewLine[] = []
  const listed = readRows(sheet, header, context, remarks, preview)
  const { known, year, newId } = context
  const ofYear = new Set(known.classes.filter((row) => row.year === year.id).map(({ id }) => id))
  const people = known.pupils.map((row) => ({
    id: row.id,
    person: {
      last: row.last_name,
      first: row.first_name,
      ...(row.middle_name ? { middle: row.middle_name } : {}),
    },
    ...(row.born ? { born: row.born } : {}),
  }))
  const { ids, recognized, namesakes } = identify(listed, people, decisions, ({ person, born }) =>
    newId('pupils', `${personKey(person)}|${born ?? ''}`),
  )
  remarkNamesakes(namesakes, (row) => listed.find((own) => own.row === row)?.column, remarks)
  const pupils: PupilRow[] = []
  const movements: MovementRow[] = []
  const guardians: GuardianRow[] = []
  for (const own of listed) {
    const id = ids.get(own.row)
    if (id === undefined) continue
    const held = known.pupils.find((pupil) => pupil.id === id)
    pupils.push({
      id,
      ...nameColumns(own.person),
      ...held,
      ...(own.born ? { born: own.born } : {}),
      ...(own.sex ? { sex: own.sex } : {}),
    })
    const moved = known.movements.filter((movement) => movement.pupil === id)
    const thisYear = moved.filter((movement) => ofYear.has(movement.class))
    if (recognized.has(own.row)) {
      const elsewhere = own.class && thisYear.every((movement) => movement.class !== own.class?.id)
      remarks.note(
        own.row,
        own.column,
        elsewhere && thisYear.length > 0
          ? `${own.person.last} уже в школе в другом классе: перевод оформите движением`
          : `${own.person.last} уже в школе: данные дополнены`,
      )
    }
    if (own.class && thisYear.length === 0)
      movements.push({
        pupil: id,
        class: own.class.id,
        kind: moved.length === 0 ? 'enrolled' : 'moved_in',
        date: own.enrolled ?? context.year.starts,
        ...(own.order ? { order_no: own.order } : {}),
      })
    guardians.push(...guardianRows(id, own.guardians, context))
  }
  if (pupils.length === 0 && remarks.faults.length === 0)
    remarks.fault(0, undefined, 'в списке нет ни одного ученика')
  return { ...remarks.reading({ pupils, movements, guardians }, preview), namesakes }
}

function readRows(
  sheet: Sheet,
  header: Header<PupilsField>,
  { known, year, today }: SheetContext,
  remarks: Remarks,
  preview: PreviewLine[],
): ListedPupil[] {
  const listed: ListedPupil[] = []
  let heading = headingClass(sheet.name) ?? (/^\d+$/.test(sheet.name) ? sheet.name : undefined)
  for (const row of listRows(sheet, header)) {
    const inList = row.heading === undefined ? undefined : headingClass(row.heading)
    if (inList !== undefined) {
      heading = inList
      continue
    }
    if (isHeading(row, remarks)) continue
    const person = namedIn(row, remarks)
    const written = row.text('class') || (heading ?? '')
    const name = readClassName(written)
    const own = name && classNamed(known.classes, year.id, name)
    if (!own) remarks.fault(row.row, row.column('class'), wantsClass(written, name))
    const born = dateIn(row, 'born', today, remarks)
    const enrolled = dateIn(row, 'enrolled', today, remarks)
    const sex = sexOf(row, remarks)
    const order = row.text('order').slice(0, 40)
    const guardians = guardiansOfRow(row, remarks)
    preview.push({
      row: row.row,
      fields: {
        ...(person ? nameColumns(person) : {}),
        class: name ? `${name.grade}${name.letter}` : written,
        born: born ?? row.text('born'),
        sex: sex ?? row.text('sex'),
        guardians: guardians.map((each) => `${each.person.last} ${each.person.first}`).join(', '),
      },
    })
    if (!person) continue
    listed.push({
      row: row.row,
      person,
      column: row.column('fullName') ?? row.column('last'),
      class: own,
      ...(born ? { born } : {}),
      ...(sex ? { sex } : {}),
      ...(enrolled ? { enrolled } : {}),
      ...(order ? { order } : {}),
      guardians,
    })
  }
  return listed
}

/** The class that a heading names: «7А», «Класс: 7 «А»», «Список 7-А класса»; a bare number only beside that word. */
function headingClass(text: string): string | undefined {
  const part = /(?:^|[\s:№])(\d{1,2}\s*[-–]?\s*[«"“]?\s*\p{L}{0,2}\s*[»"”]?)(?=\s*кл|[\s.,;]*$|[.,;])/iu.exec(
    text,
  )?.[1]
  const name = part === undefined ? undefined : readClassName(part)
  return name && (name.letter !== '' || /класс/i.test(text)) ? part : undefined
}

function wantsClass(written: string, name: ClassName | undefined): string {
  if (written === '') return 'не сказано, из какого класса ученик'
  return name
    ? `класса ${name.grade}${name.letter} в этом году нет: сначала внесите его`
    : `«${written}» — не класс: напишите как 7А`
}

function dateIn(
  row: ListRow<PupilsField>,
  field: 'born' | 'enrolled',
  today: string,
  remarks: Remarks,
): string | undefined {
  if (row.text(field) === '') return undefined
  const reading = cellDate(row.cell(field), today)
  if (reading.ok) return reading.value
  remarks.fault(row.row, row.column(field), reading.why)
  return undefined
}

function sexOf(row: ListRow<PupilsField>, remarks: Remarks): string | undefined {
  const text = plainText(row.text('sex'))
  if (text === '') return undefined
  if (/^[мm]/.test(text)) return 'м'
  if (/^[жf]/.test(text)) return 'ж'
  remarks.fault(row.row, row.column('sex'), `«${text}» — пол пишут как м или ж`)
  return undefined
}

function guardianRows(
  pupil: string,
  listed: readonly ListedGuardian[],
  { known, newId }: SheetContext,
): GuardianRow[] {
  const held = known.guardians.filter((guardian) => guardian.pupil === pupil)
  return listed.map(({ person, ...rest }) => {
    const own = held.find(
      (row) =>
        personKey({ last: row.last_name, first: row.first_name, middle: row.middle_name ?? '' }) ===
        personKey(person),
    )
    return {
      pupil,
      ...nameColumns(person),
      ...own,
      id: own?.id ?? newId('guardians', `${pupil}|${personKey(person)}`),
      ...rest,
    }
  })
}
