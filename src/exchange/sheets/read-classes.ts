import type { ClassRow } from '../tables.ts'
import { classNamed, readClassName } from './class-names.ts'
import type { Header } from './header.ts'
import { type ListRow, listRows } from './list-rows.ts'
import { staffNamed } from './person-names.ts'
import { type PreviewLine, Remarks, type Sheet, type SheetContext, type SheetReading } from './sheet.ts'
import type { ClassesField } from './targets.ts'

/** Reads a list of classes with their class teachers; a class that the year has already keeps its id. */
export function readClasses(
  sheet: Sheet,
  header: Header<ClassesField>,
  { known, year, newId }: SheetContext,
): SheetReading<'classes'> {
  const remarks = new Remarks()
  const preview: PreviewLine[] = []
  const classes: ClassRow[] = []
  const first = new Map<string, number>()
  if (header.columns.name === undefined && header.columns.grade === undefined)
    remarks.fault(0, undefined, 'укажите столбец с названием класса')
  for (const row of listRows(sheet, header)) {
    const written = row.text('name') || `${row.text('grade')}${row.text('letter')}`
    if (written === '') continue
    const teacher = row.text('classTeacher')
    const column = row.column('name') ?? row.column('grade')
    const name = readClassName(written)
    preview.push({
      row: row.row,
      fields: { name: name ? `${name.grade}${name.letter}` : written, classTeacher: teacher },
    })
    if (!name) {
      remarks.fault(row.row, column, `«${written}» — не класс: напишите как 7А`)
      continue
    }
    const own = `${name.grade}${name.letter}`
    const earlier = first.get(own)
    if (earlier !== undefined) {
      remarks.fault(row.row, column, `класс ${own} уже есть в строке ${earlier}: оставьте одну`)
      continue
    }
    first.set(own, row.row)
    const held = classNamed(known.classes, year.id, name)
    const leader = classTeacherOf(row, teacher, known.staff, remarks)
    classes.push({
      ...(held ?? { id: newId('classes', `${year.id}|${own}`), year: year.id, ...name }),
      ...(leader ? { class_teacher: leader } : {}),
    })
  }
  if (classes.length === 0 && remarks.faults.length === 0)
    remarks.fault(0, undefined, 'в списке нет ни одного класса')
  return remarks.reading({ classes }, preview)
}

function classTeacherOf(
  row: ListRow<ClassesField>,
  text: string,
  staff: SheetContext['known']['staff'],
  remarks: Remarks,
): string | undefined {
  if (text === '') return undefined
  const [found, ...others] = staffNamed(staff, text)
  if (found && others.length === 0) return found.id
  remarks.fault(
    row.row,
    row.column('classTeacher'),
    found
      ? `«${text}»: таких сотрудников ${others.length + 1}, напишите имя и отчество полностью`
      : `сотрудника «${text}» в школе нет: сначала внесите его или исправьте имя`,
  )
  return undefined
}
