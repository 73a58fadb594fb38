import readXlsx from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { Slot, StaffMember } from '../../src/domain/school/school-view.ts'
import { readSheets } from '../../src/exchange/sheets/read-sheets.ts'
import { findTimetableShape, readTimetable } from '../../src/exchange/sheets/read-timetable.ts'
import type { ExchangeTables } from '../../src/exchange/tables.ts'
import { type GridSource, timetableGrid } from '../../src/exchange/timetable-grid.ts'
import { timetableXlsx } from '../../src/exchange/timetable-xlsx.ts'
import { contextOf, knownSchool } from './sheets/messy-school.ts'

/** 7А divides for English and computing. */
const base = knownSchool()
const known: ExchangeTables = knownSchool({
  subjects: [...base.subjects, { id: 's11', name: 'Труд (технология)' }],
  groups: [
    { id: 'e1', class: 'c7a', subject: 's7', name: 'Группа 1' },
    { id: 'e2', class: 'c7a', subject: 's7', name: 'Группа 2' },
    { id: 't1', class: 'c7b', subject: 's11', name: 'Девочки' },
    { id: 't2', class: 'c7b', subject: 's11', name: 'Мальчики' },
    { id: 'i2', class: 'c7a', subject: 's8', name: 'Группа 2' },
  ],
  assignments: [
    { class: 'c7a', subject: 's7', group: 'e1', teacher: 'iv1' },
    { class: 'c7a', subject: 's7', group: 'e2', teacher: 'iv2' },
    { class: 'c7a', subject: 's8', group: 'i2', teacher: 'iv2' },
    { class: 'c7b', subject: 's11', group: 't1', teacher: 'tref' },
    { class: 'c7b', subject: 's11', group: 't2', teacher: 'yolk' },
  ],
})
const slots: Slot[] = [
  { class: 'c7a', subject: 's4', weekday: 1, bell: 1, room: '12' },
  { class: 'c7b', subject: 's6', weekday: 1, bell: 1, room: 'лыжная база' },
  { class: 'c7a', subject: 's7', group: 'e1', weekday: 1, bell: 2, room: '5' },
  { class: 'c7a', subject: 's7', group: 'e2', weekday: 1, bell: 2, room: '7' },
  { class: 'c7a', subject: 's7', group: 'e2', weekday: 2, bell: 1 },
  { class: 'c7b', subject: 's11', group: 't2', weekday: 2, bell: 1, room: 'мастерская' },
  { class: 'c7b', subject: 's11', group: 't1', weekday: 2, bell: 1, room: 'кабинет технологии' },
  { class: 'c7a', subject: 's7', group: 'e1', weekday: 2, bell: 2, room: '5' },
  { class: 'c7a', subject: 's8', group: 'i2', weekday: 2, bell: 2, room: '8' },
  { class: 'c7b', subject: 's5', weekday: 2, bell: 2, week: 'odd', room: '3' },
  { class: 'c7b', subject: 's2', weekday: 2, bell: 2, week: 'even', room: '3' },
]
const source: GridSource = {
  classes: [
    { id: 'c7a', title: '7А' },
    { id: 'c7b', title: '7Б' },
  ],
  days: [
    { weekday: 1, title: 'понедельник' },
    { weekday: 2, title: 'вторник' },
  ],
  bells: [1, 2],
  slots,
  subjects: new Map(known.subjects.map((subject) => [subject.id, subject])),
  staff: new Map(
    known.staff.map(({ id, last_name: last, first_name: first, middle_name: middle, roles }) => [
      id,
      { id, last, first, ...(middle ? { middle } : {}), roles } satisfies StaffMember,
    ]),
  ),
  teachersOf: (slot) =>
    known.assignments.filter(({ group }) => group === slot.group).map(({ teacher }) => teacher),
}

describe('the timetable as the grid that schools keep', () => {
  it('has a column of lessons and one of rooms for each class', () => {
    const { header, rows } = timetableGrid(source)
    expect(header).toEqual(['День', 'Урок', '7А', 'каб.', '7Б', 'каб.'])
    expect(rows[0]).toEqual(['понедельник', '1', 'Математика', '12', 'Физическая культура', 'лыжная база'])
    expect(rows[3]).toEqual([
      'вторник',
      '2',
      'Английский язык (Иванова Анна Петровна)\nИнформатика (Иванова Ольга Ивановна)',
      '5 / 8',
      'Физика нечёт\nЛитература чёт',
      '3',
    ])
  })

  it('is taken back from the workbook slot by slot', async () => {
    const found = await readSheets('grid.xlsx', await timetableXlsx(source), (file) =>
      readXlsx(Buffer.from(file)),
    )
    const [sheet] = found.ok ? found.sheets : []
    const context = contextOf(known)
    const reading = readTimetable(sheet!, findTimetableShape(sheet!, context), context)
    expect(reading.faults).toEqual([])
    const inOrder = (all: readonly Slot[]) =>
      all.map((slot) => JSON.stringify(Object.entries(slot).sort())).sort()
    expect(inOrder(reading.tables!.timetable)).toEqual(inOrder(slots))
  })
})
