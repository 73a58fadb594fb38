import { describe, expect, it } from 'vitest'
import { findTimetableShape, readTimetable } from '../../../src/exchange/sheets/read-timetable.ts'
import { findWorkloadShape, readWorkload } from '../../../src/exchange/sheets/read-workload.ts'
import {
  decidedColumns,
  decidedSubjects,
  nameKey,
  unknownClasses,
} from '../../../src/exchange/sheets/unknown-names.ts'
import { contextOf, said, sheetOf } from './messy-school.ts'

const sheet = sheetOf([
  ['Учитель', 'Предмет', '7А', '7Г', '11'],
  ['Трифилова С.О.', 'Математика', 5, 5, null],
  ['Иванова', 'Инглиш', 3, null, null],
  ['Вакансия', 'Физика', 2, null, 2],
  [null, 'Информатика', 1, null, null],
])
const read = (decided: readonly (readonly [string, string | null])[]) => {
  const context = contextOf()
  const decisions = new Map(decided)
  const found = findWorkloadShape(sheet, context)
  const shape = decidedColumns(found, decisions, context.known.classes)
  return {
    classes: unknownClasses(found, context),
    ...readWorkload(sheet, shape, context, new Map(), decisions),
  }
}

describe('names that a table has and the school has not', () => {
  it('are told once each, with those that they may be', () => {
    const { classes, unknown, tables } = read([])
    expect(tables).toBeUndefined()
    expect(classes).toEqual([{ kind: 'class', text: '7Г', count: 1, guesses: ['c7a', 'c7b'] }])
    expect(unknown.map(({ kind, text, guesses }) => [kind, text, ...guesses].join(' '))).toEqual([
      'teacher Трифилова С.О. tref',
      'teacher Иванова iv1 iv2',
      'subject Инглиш',
      'teacher Вакансия',
    ])
  })

  it('are nothing half taken until all are decided; passed over they leave no hours', () => {
    const decided = [
      [nameKey('class', '7Г'), 'c7b'],
      [nameKey('teacher', 'трифилова с.о.'), 'tref'],
      [nameKey('teacher', 'Иванова'), 'iv2'],
      [nameKey('subject', 'инглиш'), 's7'],
    ] as const
    expect(read(decided).tables).toBeUndefined()
    const { tables, faults } = read([...decided, [nameKey('teacher', 'Вакансия'), null]])
    expect(said(faults)).toEqual([])
    expect(tables!.assignments.map((row) => `${row.class} ${row.subject} ${row.teacher}`)).toEqual([
      'c7a s4 tref',
      'c7b s4 tref',
      'c7a s7 iv2',
    ])
  })

  it('of classes may be passed over, and of subjects are remembered', () => {
    const decisions = new Map([[nameKey('class', '7Г'), null]])
    const context = contextOf()
    const found = findWorkloadShape(sheet, context)
    expect(decidedColumns(found, decisions, context.known.classes).classes).toHaveLength(2)
    expect(
      decidedSubjects(
        [
          { kind: 'subject', text: 'Инглиш', count: 1, guesses: [] },
          { kind: 'subject', text: 'Хор', count: 1, guesses: [] },
        ],
        new Map([
          [nameKey('subject', 'Инглиш'), 's7'],
          [nameKey('subject', 'Хор'), null],
        ]),
      ),
    ).toEqual([{ text: 'Инглиш', subject: 's7' }])
  })

  it('in a grid leave their cell empty when passed over; a room too long is named', () => {
    const grid = sheetOf([
      ['День', 'Урок', '7А', 'каб.', '7Б'],
      ['пн', 1, 'Хор', null, 'Математика'],
      ['пн', 2, 'Математика', 'к'.repeat(61), null],
    ])
    const context = contextOf()
    const reading = readTimetable(
      grid,
      findTimetableShape(grid, context),
      context,
      new Map(),
      undefined,
      new Map([[nameKey('subject', 'Хор'), null]]),
    )
    expect(reading.unknown).toEqual([])
    expect(said(reading.notes)).toEqual(['2,2: «Хор» пропущено'])
    expect(said(reading.faults)).toEqual(['3,2: название кабинета длиннее 60 знаков: сократите'])
  })
})
