import type { AssignmentRow, GroupRow } from '../tables.ts'
import { cellText, numberIn, plainText } from './cell-text.ts'
import { type ClassColumns, classIds, findClassColumns } from './class-columns.ts'
import { isNumbering, isTotal } from './list-rows.ts'
import { staffNamed } from './person-names.ts'
import {
  type NameDecisions,
  type PreviewLine,
  Remarks,
  type Sheet,
  type SheetContext,
  type SheetReading,
  type UnknownName,
} from './sheet.ts'
import { type Abbreviations, subjectNamed } from './subject-names.ts'
import { nameKey, nearest, nearestStaff, UnknownNames } from './unknown-names.ts'

/** Where a workload matrix has what. A person may correct it and read again. */
export interface WorkloadShape extends ClassColumns {
  teacherColumn: number
  subjectColumn: number
}

export type WorkloadReading = SheetReading<'assignments' | 'groups'> & { unknown: UnknownName[] }

/** Hours that a teacher has in a class and subject, before it is known whether these are groups. */
interface Claim {
  row: number
  column: number
  teacher: string
  /** One number a group; one alone may be of the whole class. */
  hours: number[]
}

/** Finds the classes of a matrix and, left of them, the columns of teachers and subjects. */
export function findWorkloadShape(
  sheet: Sheet,
  { known, year }: Pick<SheetContext, 'known' | 'year'>,
): WorkloadShape {
  const columns = findClassColumns(sheet, { known, year })
  const firstClass = columns.classes[0]?.column ?? 0
  const counts = Array.from({ length: firstClass }, (_, column) => {
    const texts = sheet.rows.slice(columns.row + 1).map((row) => cellText(row[column]))
    return {
      column,
      teachers: texts.filter((text) => staffNamed(known.staff, text).length > 0).length,
      subjects: texts.filter((text) => /\p{L}{2}/u.test(text) && subjectNamed(text, known.subjects).ok)
        .length,
    }
  })
  const titled = (title: RegExp) =>
    counts.find(({ column }) => title.test(plainText(cellText(sheet.rows[columns.row]?.[column]))))?.column
  // By what stands below; where none of the names is known, by the title.
  const most = (kind: 'teachers' | 'subjects', title: RegExp) =>
    counts.filter((count) => count[kind] > 0).sort((a, b) => b[kind] - a[kind])[0]?.column ??
    titled(title) ??
    -1
  return {
    ...columns,
    teacherColumn: most('teachers', /учител|преподавател|педагог|ф\.? ?и\.? ?о/),
    subjectColumn: most('subjects', /предмет|дисциплин/),
  }
}

/**
 * Reads a workload matrix: rows are teachers with a subject (the name stands once for several rows, and so does the subject), columns classes,
 * cells hours a week. Several teachers of one class and subject, or `2/2`, `2+2` in a cell, are groups: those that the
 * school has are used in order of their names, others are made. What the school has assigned already keeps its dates
 * and grading. `decisions` say who or what unknown names mean.
 */
export function readWorkload(
  sheet: Sheet,
  shape: WorkloadShape,
  context: SheetContext,
  abbreviations: Abbreviations = new Map(),
  decisions: NameDecisions = new Map(),
): WorkloadReading {
  const remarks = new Remarks()
  const names: Names = { context, abbreviations, decisions, remarks, unknown: new UnknownNames() }
  const preview: PreviewLine[] = []
  const classes = classIds(shape, context, remarks)
  if (shape.teacherColumn < 0) remarks.fault(0, undefined, 'укажите столбец с учителями')
  if (shape.subjectColumn < 0) remarks.fault(0, undefined, 'укажите столбец с предметами')
  const claims = new Map<string, Claim[]>()
  // A name stands once for several rows; without an id it is unknown or passed over, which is said once.
  let teacher: { id: string | undefined } | undefined
  let subjectText = ''
  sheet.rows.slice(shape.row + 1).forEach((cells, index) => {
    const row = shape.row + index + 2
    const texts = Array.from(cells, (cell) => cellText(cell))
    const told = texts.filter((text) => text !== '')
    if (isNumbering(told) || told.some((text) => isTotal([text]))) return
    const text = (column: number) => texts[column] ?? ''
    const filled = [...classes.keys()].filter((column) => !isNothing(text(column)))
    const written = text(shape.teacherColumn)
    if (written !== '')
      teacher = { id: teacherOf(row, shape.teacherColumn, written, filled.length > 0, names) }
    subjectText = text(shape.subjectColumn) || subjectText
    if (filled.length === 0) return
    preview.push({
      row,
      fields: { teacher: written, subject: subjectText, classes: filled.map(text).join(' ') },
    })
    if (!teacher) remarks.fault(row, shape.teacherColumn, 'не сказано, чьи это часы')
    const subject = subjectOf(row, shape.subjectColumn, subjectText, names)
    for (const column of filled) {
      const hours = hoursIn(text(column))
      if (!hours) remarks.fault(row, column, `«${text(column)}» — не часы: напишите как 2 или 2/2 для групп`)
      else if (teacher?.id !== undefined && subject !== undefined) {
        const place = `${classes.get(column)!},${subject}`
        claims.set(place, [...(claims.get(place) ?? []), { row, column, teacher: teacher.id, hours }])
      }
    }
  })
  const groups: GroupRow[] = []
  const assignments = [...claims].flatMap(([place, own]) => assigned(place, own, context, groups, remarks))
  if (assignments.length === 0 && remarks.faults.length === 0)
    remarks.fault(0, undefined, 'в таблице нет ни одного часа нагрузки')
  return { ...remarks.reading({ assignments, groups }, preview), unknown: names.unknown.list }
}

/** What the names of a sheet are read by, and where those go that say nothing. */
interface Names {
  context: SheetContext
  abbreviations: Abbreviations
  decisions: NameDecisions
  remarks: Remarks
  unknown: UnknownNames
}

/** Empty, a dash or a nought. */
function isNothing(text: string): boolean {
  return /^[-–—0]?$/.test(text)
}

/** Hours of groups: `2`, `0,5`, `2/2`, `3+1`; undefined where the text is none of these. */
export function hoursIn(text: string): number[] | undefined {
  const parts = text.split(/\s*[/+]\s*/).map((part) => numberIn(part.replace(/\s*ч(ас(а|ов)?)?\.?$/, '')))
  return parts.every((part) => part !== undefined && part <= 40) ? (parts as number[]) : undefined
}

function teacherOf(
  row: number,
  column: number,
  text: string,
  hasHours: boolean,
  { context: { known }, decisions, remarks, unknown }: Names,
): string | undefined {
  const decision = decisions.get(nameKey('teacher', text))
  if (decision !== undefined) return decision ?? undefined
  const [found, ...others] = staffNamed(known.staff, text)
  if (found && others.length === 0) return found.id
  if (found || hasHours)
    unknown.add(
      'teacher',
      text,
      found ? [found, ...others].map(({ id }) => id) : nearestStaff(text, known.staff),
    )
  if (found)
    remarks.fault(
      row,
      column,
      `«${text}»: таких сотрудников ${others.length + 1}, напишите имя полностью`,
      'teacher',
    )
  else if (hasHours)
    remarks.fault(row, column, `сотрудника «${text}» в школе нет: внесите его или исправьте имя`, 'teacher')
  else remarks.note(row, column, `«${text}»: строка без часов пропущена`)
  return undefined
}

function subjectOf(
  row: number,
  column: number,
  text: string,
  { context: { known }, abbreviations, decisions, remarks, unknown }: Names,
): string | undefined {
  const decision = decisions.get(nameKey('subject', text))
  if (decision !== undefined) return decision ?? undefined
  const subject = subjectNamed(text, known.subjects, abbreviations)
  if (subject.ok) return subject.id
  const names = known.subjects.filter(({ id }) => subject.guesses.includes(id)).map(({ name }) => name)
  unknown.add('subject', text, subject.guesses.length > 0 ? subject.guesses : nearest(text, known.subjects))
  remarks.fault(
    row,
    column,
    names.length > 0
      ? `«${text}» — это ${names.join(' или ')}? Укажите`
      : `предмета «${text}» в школе нет: внесите его или укажите, какой это`,
    'subject',
  )
  return undefined
}

/** The assignments of a class and subject, by one teacher or by groups. */
function assigned(
  place: string,
  claims: readonly Claim[],
  { known, newId }: SheetContext,
  groups: GroupRow[],
  remarks: Remarks,
): AssignmentRow[] {
  const [schoolClass, subject] = place.split(',') as [string, string]
  const parts = claims.flatMap(({ hours, ...claim }) => hours.map((each) => ({ ...claim, hours: each })))
  const held = known.groups
    .filter((group) => group.class === schoolClass && group.subject === subject)
    .sort((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }))
  return parts.map(({ row, column, teacher, hours }, index) => {
    let group: GroupRow | undefined
    if (parts.length === 1 && held.length > 0)
      remarks.note(row, column, 'в школе этот предмет делится на группы, а в таблице нет: проверьте')
    if (parts.length > 1) {
      group = held[index]
      if (!group) {
        group = {
          id: newId('groups', `${schoolClass}|${subject}|${index + 1}`),
          class: schoolClass,
          subject,
          name: `Группа ${index + 1}`,
        }
        groups.push(group)
      }
      remarks.note(row, column, `${group.name}: класс по этому предмету делится, проверьте состав`)
    }
    const own = known.assignments.find(
      (row) =>
        row.class === schoolClass &&
        row.subject === subject &&
        row.group === group?.id &&
        row.teacher === teacher &&
        row.to === undefined,
    )
    return {
      ...own,
      class: schoolClass,
      subject,
      ...(group ? { group: group.id } : {}),
      teacher,
      hours_per_week: hours,
    }
  })
}
