import { describe, expect, it } from 'vitest'
import { checkTables } from '../../../src/exchange/check-tables.ts'
import { emptyTables, nothingKnown } from '../../../src/exchange/known.ts'
import { findTimetableShape, readTimetable } from '../../../src/exchange/sheets/read-timetable.ts'
import { findWorkloadShape, readWorkload } from '../../../src/exchange/sheets/read-workload.ts'
import type { Abbreviations } from '../../../src/exchange/sheets/subject-names.ts'
import type { ExchangeTables, TimetableRow } from '../../../src/exchange/tables.ts'
import { contextOf, knownSchool, said, sheetOf } from './messy-school.ts'

function problems(tables: Partial<ExchangeTables> | undefined, known = knownSchool()) {
  return checkTables({ ...emptyTables(), ...tables }, { ...nothingKnown, tables: known }, () => '')
}

const workload = sheetOf([
  ['Учебная нагрузка на 2026/27 уч. год', null, null, null, null, null, null],
  ['№', 'ФИО учителя', 'Предмет', '7A', '7Б', 11, 'Всего'],
  [1, 2, 3, 4, 5, 6, 7],
  [1, 'Трефилова С.О.', 'Математика', 5, '5 ч', '-', 10],
  [null, null, 'Физика', 2, null, 2, 4],
  [2, 'Иванова А. П.', 'англ. яз.', 3, '1,5/1,5', null, 6],
  [3, 'Иванова О.И.', 'англ.яз', 3, null, null, 3],
  [4, 'Елкин П. С.', 'Физ-ра', 2, 2, 0, 4],
  [null, null, 'Всего', 2, 2, null, 4],
  [null, 'Итого', null, 15, 10, 2, 27],
])

describe('the workload matrix', () => {
  it('becomes assignments; several teachers or numbers are groups', () => {
    const context = contextOf()
    const shape = findWorkloadShape(workload, context)
    expect(shape).toMatchObject({ row: 1, teacherColumn: 1, subjectColumn: 2 })
    expect(shape.classes.map(({ column }) => column)).toEqual([3, 4, 5])
    const reading = readWorkload(workload, shape, context)
    expect(reading.faults).toEqual([])
    const { assignments, groups } = reading.tables!
    expect(groups.map(({ id, class: of, name }) => `${id} ${of} ${name}`)).toEqual([
      'groups-1 c7a Группа 1',
      'groups-2 c7a Группа 2',
      'groups-3 c7b Группа 1',
      'groups-4 c7b Группа 2',
    ])
    expect(
      assignments.map((row) =>
        [row.class, row.subject, row.group ?? '-', row.teacher, row.hours_per_week].join(' '),
      ),
    ).toEqual([
      'c7a s4 - tref 5',
      'c7b s4 - tref 5',
      'c7a s5 - tref 2',
      'c11 s5 - tref 2',
      'c7a s7 groups-1 iv1 3',
      'c7a s7 groups-2 iv2 3',
      'c7b s7 groups-3 iv1 1.5',
      'c7b s7 groups-4 iv1 1.5',
      'c7a s6 - yolk 2',
      'c7b s6 - yolk 2',
    ])
    expect(problems(reading.tables)).toEqual([])
  })

  it('read again uses the same groups and keeps what the school says of an assignment', () => {
    const first = readWorkload(workload, findWorkloadShape(workload, contextOf()), contextOf()).tables!
    const assignments = first.assignments.map((row) => ({ ...row, grading: 'credit' as const }))
    const context = contextOf(knownSchool({ ...first, assignments }))
    const again = readWorkload(workload, findWorkloadShape(workload, context), context)
    expect(again.tables).toEqual({ assignments, groups: [] })
  })

  it('names every cell at fault once, and then gives nothing', () => {
    const sheet = sheetOf([
      ['Учитель', 'Предмет', '7А', '7Г', '7А'],
      ['Иванова', 'Математика', 5, null, null],
      ['Вакансия', 'Физ', 2, null, null],
      [null, 'Хор', 'два', null, null],
    ])
    const context = contextOf()
    const shape = { ...findWorkloadShape(sheet, context), teacherColumn: 0, subjectColumn: 1 }
    const reading = readWorkload(sheet, shape, context)
    expect(reading.tables).toBeUndefined()
    expect(said(reading.faults)).toEqual([
      '1,3: класса 7Г в этом году нет: сначала внесите его',
      '1,4: класс 7А стоит дважды',
      '2,0: «Иванова»: таких сотрудников 2, напишите имя полностью',
      '3,0: сотрудника «Вакансия» в школе нет: внесите его или исправьте имя',
      '3,1: «Физ» — это Физика или Физическая культура? Укажите',
      '4,1: предмета «Хор» в школе нет: внесите его или укажите, какой это',
      '4,2: «два» — не часы: напишите как 2 или 2/2 для групп',
    ])
  })
})

/** 7А divides for English (two teachers) and computing; 7Б does not. */
const divided = () =>
  knownSchool({
    groups: [
      { id: 'e1', class: 'c7a', subject: 's7', name: 'Группа 1' },
      { id: 'e2', class: 'c7a', subject: 's7', name: 'Группа 2' },
      { id: 'i1', class: 'c7a', subject: 's8', name: 'Группа 1' },
      { id: 'i2', class: 'c7a', subject: 's8', name: 'Группа 2' },
    ],
    assignments: [
      { class: 'c7a', subject: 's7', group: 'e1', teacher: 'iv1' },
      { class: 'c7a', subject: 's7', group: 'e2', teacher: 'iv2' },
      { class: 'c7a', subject: 's2', teacher: 'iv1' },
      { class: 'c7a', subject: 's5', teacher: 'tref' },
      { class: 'c7b', subject: 's6', teacher: 'yolk' },
    ],
  })

const grid = sheetOf([
  ['Расписание уроков', null, null, null, null],
  ['День', 'Урок', '7A', 'каб.', '7 Б'],
  ['П\nО\nН\nЕ\nД\nЕ\nЛ\nЬ\nН\nИ\nК', 1, 'Мат.', 12, 'Матем-ка (15)'],
  [null, 2, 'Англ', '5/7', 'физ-ра с/з'],
  [null, 3, 'Англ / Инф', '5/8', 'Рус. яз.\n(каб. 3)'],
  [null, 4, 'Инф. / Англ. (Иванова О.И.)', null, null],
  ['Вторник', '1.', 'Физ нечёт / Лит. чёт', null, 'Физ'],
  [null, '2 урок', '-', null, 'Инглиш 9'],
])
const slot = (row: TimetableRow) =>
  [row.weekday, row.bell, row.class, row.subject, row.group ?? '-', row.room ?? '-', row.week ?? '-'].join(
    ' ',
  )

describe('the timetable grid', () => {
  const read = (abbreviations?: Abbreviations, sheet = grid, from?: string) => {
    const context = contextOf(divided())
    return readTimetable(sheet, findTimetableShape(sheet, context), context, abbreviations, from)
  }

  it('is found by its classes, days, lessons and rooms', () => {
    expect(findTimetableShape(grid, contextOf())).toMatchObject({
      row: 1,
      dayColumn: 0,
      lessonColumn: 1,
      roomColumns: { 2: 3 },
    })
  })

  it('asks for abbreviations that nobody knows, and gives nothing until then', () => {
    const reading = read()
    expect(reading.tables).toBeUndefined()
    expect(reading.unknown).toEqual([{ kind: 'subject', text: 'Инглиш', count: 1, guesses: [] }])
    expect(said(reading.faults)).toEqual(['8,4: «Инглиш» — неизвестное сокращение: укажите предмет'])
  })

  it('becomes slots: groups in parallel, by teacher or in order; odd and even weeks; rooms in or beside the cell', () => {
    const reading = read(new Map([['инглиш', 's7']]), grid, '2026-09-01')
    expect(reading.faults).toEqual([])
    expect(reading.tables?.timetable.map(slot)).toEqual([
      '1 1 c7a s4 - 12 -',
      '1 1 c7b s4 - 15 -',
      '1 2 c7a s7 e1 5 -',
      '1 2 c7a s7 e2 7 -',
      '1 2 c7b s6 - спортзал -',
      '1 3 c7a s7 e1 5 -',
      '1 3 c7a s8 i2 8 -',
      '1 3 c7b s1 - 3 -',
      '1 4 c7a s8 i1 - -',
      '1 4 c7a s7 e2 - -',
      '2 1 c7a s5 - - odd',
      '2 1 c7a s2 - - even',
      '2 1 c7b s6 - - -',
      '2 2 c7b s7 - 9 -',
    ])
    expect(reading.tables?.timetable.every(({ from }) => from === '2026-09-01')).toBe(true)
    expect(problems(reading.tables, divided())).toEqual([])
  })

  it('names two lessons of an undivided class at once, a lesson without its day, and a double', () => {
    const sheet = sheetOf([
      ['', '', '7А', '7Б'],
      [null, 1, 'Мат', null],
      ['пн', 1, 'Мат', 'Рус / Мат'],
      ['пн', 1, 'Мат', null],
      ['вт', null, 'Мат', null],
    ])
    const shape = { ...findTimetableShape(sheet, contextOf()), dayColumn: 0, lessonColumn: 1 }
    const reading = readTimetable(sheet, shape, contextOf())
    expect(reading.tables).toBeUndefined()
    expect(said(reading.faults)).toEqual([
      '2,0: не сказано, какой это день',
      '3,3: два урока в одной клетке: заведите группы или укажите чётные и нечётные недели',
      '3,3: два урока в одной клетке: заведите группы или укажите чётные и нечётные недели',
      '4,2: этот урок у класса в сетке уже есть: оставьте один',
      '5,1: не сказано, какой это урок',
    ])
  })

  it('knows classes without letters where the year has them, and no numbers besides', () => {
    const known = knownSchool({
      classes: [5, 6, 7].map((grade) => ({ id: `c${grade}`, year: '2026-27', grade, letter: '' })),
    })
    const sheet = sheetOf([
      [1, 2, 3, 4, 5, 6],
      ['День', 'Урок', 5, 6, 7, 8],
      ['Среда', 5, 'Мат', 'Рус', 'Мат', null],
      [null, 6, 'Мат', 'Рус', 'Рус', null],
    ])
    const context = contextOf(known)
    const reading = readTimetable(sheet, findTimetableShape(sheet, context), context)
    expect(reading.tables?.timetable.map(slot)).toEqual([
      '3 5 c5 s4 - - -',
      '3 5 c6 s1 - - -',
      '3 5 c7 s4 - - -',
      '3 6 c5 s4 - - -',
      '3 6 c6 s1 - - -',
      '3 6 c7 s1 - - -',
    ])
  })
})
