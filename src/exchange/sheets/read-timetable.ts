import type { GroupRow, TimetableRow } from '../tables.ts'
import { cellText, plainText } from './cell-text.ts'
import { type ClassColumns, classIds, findClassColumns } from './class-columns.ts'
import {
  type NameDecisions,
  type PreviewLine,
  Remarks,
  type Sheet,
  type SheetContext,
  type SheetReading,
  type UnknownName,
} from './sheet.ts'
import type { Abbreviations } from './subject-names.ts'
import { type CellLesson, readTimetableCell } from './timetable-cell.ts'
import { nameKey, nearest, UnknownNames } from './unknown-names.ts'

/** Where a timetable grid has what. A person may correct it and read again. */
export interface TimetableShape extends ClassColumns {
  dayColumn: number
  lessonColumn: number
  /** Columns of rooms, by the column of their class. */
  roomColumns: Readonly<Record<number, number>>
}

/** `unknown`: abbreviations that nobody knows. */
export type TimetableReading = SheetReading<'timetable'> & { unknown: UnknownName[] }

/** Letters of a room's name that the timetable takes. */
const longestRoom = 60

const days = [/^(пн|пон)/, /^вт/, /^ср/, /^(чт|чет)/, /^(пт|пят)/, /^(сб|суб)/, /^(вс|вос)/]

/** 1 Monday ... 7 Sunday, of a cell that names a day, even one letter a line; undefined of others. */
function weekdayIn(text: string): number | undefined {
  const plain = plainText(text).replace(/[\s.\d]/g, '')
  if (!/^(пн|вт|ср|чт|пт|сб|вс|[а-я]*(ник|да|рг|ица|ота|енье))$/.test(plain)) return undefined
  const index = days.findIndex((day) => day.test(plain))
  return index < 0 ? undefined : index + 1
}

/** The number of a lesson: `1`, `1.`, `1 урок`; undefined of others. */
function lessonIn(text: string): number | undefined {
  const number = /^(\d{1,2})\s*(?:\.|-?й)?\s*(?:урок)?$/.exec(plainText(text))?.[1]
  return number !== undefined && Number(number) <= 20 ? Number(number) : undefined
}

/** Finds the classes of a grid, the columns of days and lessons left of them, and rooms right of each class. */
export function findTimetableShape(
  sheet: Sheet,
  context: Pick<SheetContext, 'known' | 'year'>,
): TimetableShape {
  const columns = findClassColumns(sheet, context)
  const body = sheet.rows.slice(columns.row + 1)
  const firstClass = columns.classes[0]?.column ?? 0
  const most = (is: (text: string) => number | undefined) => {
    const counts = Array.from({ length: firstClass }, (_, column) => ({
      column,
      count: body.filter((row) => is(cellText(row[column])) !== undefined).length,
    }))
    return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0]?.column ?? -1
  }
  const roomColumns: Record<number, number> = {}
  const headed = new Set(columns.classes.map(({ column }) => column))
  for (const { column } of columns.classes) {
    const next = column + 1
    if (headed.has(next)) continue
    const title = plainText(cellText(sheet.rows[columns.row]?.[next]))
    const texts = body.map((row) => cellText(row[next])).filter((text) => text !== '')
    const looksSo =
      title === '' && texts.length > 0 && texts.every((text) => /\d|зал/i.test(text) && text.length < 12)
    if (/^(каб|ауд|№ ?каб)/.test(title) || looksSo) roomColumns[column] = next
  }
  return { ...columns, dayColumn: most(weekdayIn), lessonColumn: most(lessonIn), roomColumns }
}

/**
 * Reads a timetable grid: rows are days and lessons, columns classes. A class that divides for a subject has all its
 * groups at that hour; several lessons in a cell are of its groups in order, of the teachers named, or of odd and even
 * weeks. `from`: the first day the timetable is in force, absent: the whole year. `decisions` say what unknown
 * abbreviations mean; a cell with one that is passed over is left out.
 */
export function readTimetable(
  sheet: Sheet,
  shape: TimetableShape,
  context: SheetContext,
  abbreviations: Abbreviations = new Map(),
  from?: string,
  decisions: NameDecisions = new Map(),
): TimetableReading {
  const remarks = new Remarks()
  const preview: PreviewLine[] = []
  const classes = classIds(shape, context, remarks)
  if (shape.dayColumn < 0) remarks.fault(0, undefined, 'укажите столбец с днями недели')
  if (shape.lessonColumn < 0) remarks.fault(0, undefined, 'укажите столбец с номерами уроков')
  const unknown = new UnknownNames()
  const timetable = new Map<string, TimetableRow>()
  let weekday: number | undefined
  sheet.rows.slice(shape.row + 1).forEach((cells, index) => {
    const row = shape.row + index + 2
    const day = weekdayIn(cellText(cells[shape.dayColumn]))
    if (day !== undefined) weekday = day
    const bell = lessonIn(cellText(cells[shape.lessonColumn]))
    const filled = [...classes.keys()].filter((column) => /\p{L}/u.test(cellText(cells[column])))
    if (filled.length === 0) return
    if (weekday === undefined || bell === undefined) {
      const column = weekday === undefined ? shape.dayColumn : shape.lessonColumn
      if (shape.dayColumn >= 0 && shape.lessonColumn >= 0)
        remarks.fault(
          row,
          column,
          weekday === undefined ? 'не сказано, какой это день' : 'не сказано, какой это урок',
        )
      return
    }
    const fields: Record<string, string> = { weekday: String(weekday), bell: String(bell) }
    for (const column of filled) {
      const schoolClass = classes.get(column)!
      const cell = cells[column]
      fields[schoolClass] = cellText(cell)
      const reading = readTimetableCell(typeof cell === 'string' ? cell : cellText(cell), {
        subjects: context.known.subjects,
        staff: context.known.staff,
        abbreviations,
        likely: new Set(
          context.known.assignments.filter((own) => own.class === schoolClass).map(({ subject }) => subject),
        ),
      })
      if (!reading.ok) {
        const { unknown: text, guesses } = reading
        if (decisions.get(nameKey('subject', text)) === null) {
          remarks.note(row, column, `«${text}» пропущено`)
          continue
        }
        unknown.add('subject', text, guesses.length > 0 ? guesses : nearest(text, context.known.subjects))
        remarks.fault(row, column, `«${text}» — неизвестное сокращение: укажите предмет`, 'subject')
        continue
      }
      const room = cellText(cells[shape.roomColumns[column] ?? -1])
      const place = { class: schoolClass, weekday, bell, ...(from ? { from } : {}) }
      const slots = slotsOf(place, withRooms(reading.lessons, room), context, (why) =>
        remarks.fault(row, column, why),
      )
      for (const slot of slots) {
        if ((slot.room?.length ?? 0) > longestRoom)
          remarks.fault(row, column, `название кабинета длиннее ${longestRoom} знаков: сократите`)
        const key = [slot.class, slot.subject, slot.group, weekday, bell, slot.week].join(',')
        if (timetable.has(key))
          remarks.fault(row, column, 'этот урок у класса в сетке уже есть: оставьте один')
        else timetable.set(key, slot)
      }
    }
    preview.push({ row, fields })
  })
  if (timetable.size === 0 && remarks.faults.length === 0)
    remarks.fault(0, undefined, 'в таблице нет ни одного урока')
  return {
    ...remarks.reading({ timetable: [...timetable.values()] }, preview),
    unknown: unknown.list,
  }
}

/** A room of its own column goes to all lessons of the cell; «12/14» to each in turn. */
function withRooms(lessons: readonly CellLesson[], written: string): CellLesson[] {
  if (written === '') return [...lessons]
  const rooms = written.split(/\s*[/;]\s*/)
  const [only] = lessons
  if (only && lessons.length === 1 && rooms.length > 1) return rooms.map((room) => ({ ...only, room }))
  return lessons.map((lesson, index) => ({ ...lesson, room: lesson.room ?? rooms[index] ?? rooms[0]! }))
}

type Place = Pick<TimetableRow, 'class' | 'weekday' | 'bell' | 'from'>

function slotsOf(
  place: Place,
  lessons: readonly CellLesson[],
  { known }: SheetContext,
  fault: (why: string) => void,
): TimetableRow[] {
  const slots: TimetableRow[] = []
  lessons.forEach((lesson) => {
    const { subject, room, week } = lesson
    const groups = known.groups
      .filter((group) => group.class === place.class && group.subject === subject)
      .sort((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }))
    const put = (group?: GroupRow) =>
      slots.push({
        ...place,
        subject,
        ...(group ? { group: group.id } : {}),
        ...(room ? { room } : {}),
        ...(week ? { week } : {}),
      })
    const beside = lessons.filter((other) => !week || !other.week || other.week === week)
    if (groups.length === 0) {
      if (beside.length > 1)
        fault('два урока в одной клетке: заведите группы или укажите чётные и нечётные недели')
      put()
      return
    }
    const own = groups.find((group) =>
      known.assignments.some((row) => row.group === group.id && row.teacher === lesson.teacher),
    )
    const mine = own ?? groups[beside.indexOf(lesson)]
    if (beside.length === 1 && !own) for (const group of groups) put(group)
    else if (mine) put(mine)
    else fault(`в клетке больше уроков, чем групп (${groups.length}): заведите группы`)
  })
  return slots
}
