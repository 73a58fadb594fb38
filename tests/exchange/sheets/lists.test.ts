import { describe, expect, it } from 'vitest'
import { checkTables } from '../../../src/exchange/check-tables.ts'
import { emptyTables, nothingKnown } from '../../../src/exchange/known.ts'
import { findHeader } from '../../../src/exchange/sheets/header.ts'
import type { Decisions } from '../../../src/exchange/sheets/namesakes.ts'
import { readClasses } from '../../../src/exchange/sheets/read-classes.ts'
import { readPupils } from '../../../src/exchange/sheets/read-pupils.ts'
import { readStaff } from '../../../src/exchange/sheets/read-staff.ts'
import { readSubjects } from '../../../src/exchange/sheets/read-subjects.ts'
import type { Sheet } from '../../../src/exchange/sheets/sheet.ts'
import {
  classesTarget,
  pupilsTarget,
  staffTarget,
  subjectsTarget,
} from '../../../src/exchange/sheets/targets.ts'
import type { ExchangeTables } from '../../../src/exchange/tables.ts'
import { contextOf, knownSchool, said, sheetOf } from './messy-school.ts'

/** What the ordinary import would hold against the tables, the school being as it is. */
function problems(tables: Partial<ExchangeTables> | undefined, known = knownSchool()) {
  return checkTables({ ...emptyTables(), ...tables }, { ...nothingKnown, tables: known }, () => '')
}

describe('subjects', () => {
  it('come from a paste of one column without a header, known ones with their ids, doubles left out', () => {
    const sheet = sheetOf([['Математика'], ['Химия'], [null], ['химия '], ['Биология']])
    const reading = readSubjects(sheet, findHeader(sheet, subjectsTarget), contextOf())
    expect(reading.tables?.subjects).toEqual([
      { id: 's4', name: 'Математика' },
      { id: 'subjects-1', name: 'Химия' },
      { id: 'subjects-2', name: 'Биология' },
    ])
    expect(said(reading.notes)).toEqual(['4,0: «химия» уже есть в строке 2: пропущен'])
  })

  it('are found under titles, beside other columns', () => {
    const sheet = sheetOf([
      ['Учебный план МБОУ «Школа № 5»', null, null],
      ['№ п/п', 'Учебные предметы', 'Часов'],
      [1, 2, 3],
      [1, 'Химия', 68],
      ['Итого', null, 68],
    ])
    const header = findHeader(sheet, subjectsTarget)
    expect(header).toMatchObject({ skip: 2, columns: { name: 1 } })
    expect(readSubjects(sheet, header, contextOf()).tables?.subjects).toEqual([
      { id: 'subjects-1', name: 'Химия' },
    ])
  })

  it('give nothing where the column is not known', () => {
    const sheet = sheetOf([['а', 'б']])
    const reading = readSubjects(sheet, findHeader(sheet, subjectsTarget), contextOf())
    expect(reading.tables).toBeUndefined()
    expect(said(reading.faults)[0]).toContain('укажите столбец')
  })
})

const staffSheet = sheetOf([
  ['УТВЕРЖДАЮ', null, null, null],
  ['Список работников', null, null, null],
  [null, null, null, null],
  ['№', 'Ф.И.О.', 'Должность', 'Стаж'],
  ['Администрация', null, null, null],
  [1, 'ТРЕФИЛОВА СВЕТЛАНА ОЛЕГОВНА', 'Директор, учитель математики', 20],
  ['Учителя', null, null, null],
  [2, 'Елкин Петр Семенович', 'учитель', 3],
  [3, 'Кузнецова Мария Ивановна', 'учитель', 5],
  [4, 'Кузнецова Мария Ивановна', 'зам. директора по УВР', 8],
  [5, 'Смирнов Олег', 'водитель', 1],
])

describe('staff', () => {
  const read = (decisions?: Decisions) =>
    readStaff(staffSheet, findHeader(staffSheet, staffTarget), contextOf(), decisions)

  it('asks about two people of one name, and gives nothing until that is decided', () => {
    const reading = read()
    expect(reading.tables).toBeUndefined()
    expect(said(reading.faults)).toEqual([
      '10,1: Кузнецова Мария Ивановна есть и в строке 9: укажите, один это человек или тёзки',
    ])
    expect(reading.namesakes).toMatchObject([{ row: 10, rows: [9], known: [], settled: false }])
  })

  it('takes namesakes as two, or one, as decided; known people keep their id and their roles', () => {
    const two = read(new Map([[10, { kind: 'new' }]]))
    expect(two.tables?.staff).toEqual([
      {
        id: 'tref',
        last_name: 'Трефилова',
        first_name: 'Светлана',
        middle_name: 'Олеговна',
        roles: ['teacher', 'office'],
      },
      { id: 'yolk', last_name: 'Ёлкин', first_name: 'Пётр', middle_name: 'Семёнович', roles: ['teacher'] },
      {
        id: 'staff-1',
        last_name: 'Кузнецова',
        first_name: 'Мария',
        middle_name: 'Ивановна',
        roles: ['teacher'],
      },
      {
        id: 'staff-2',
        last_name: 'Кузнецова',
        first_name: 'Мария',
        middle_name: 'Ивановна',
        roles: ['office'],
      },
      { id: 'staff-3', last_name: 'Смирнов', first_name: 'Олег', roles: [] },
    ])
    expect(problems(two.tables)).toEqual([])
    const one = read(new Map([[10, { kind: 'same' }]]))
    expect(one.tables?.staff.map(({ id }) => id)).toEqual(['tref', 'yolk', 'staff-1', 'staff-2'])
    const merged = read(new Map([[10, { kind: 'known', id: 'iv1' }]]))
    expect(merged.tables?.staff[3]).toMatchObject({ id: 'iv1', roles: ['teacher', 'office'] })
  })

  it('takes names from three columns, and names a broken one', () => {
    const sheet = sheetOf([
      ['Фамилия', 'Имя', 'Отчество', 'E-mail'],
      ['ПЕТРОВА', 'ИННА', null, 'inna@school.ru'],
      ['Орлова', null, null, null],
    ])
    const reading = readStaff(sheet, findHeader(sheet, staffTarget), contextOf())
    expect(reading.preview[0]?.fields).toMatchObject({ last_name: 'Петрова', email: 'inna@school.ru' })
    expect(said(reading.faults)).toEqual(['3,0: «Орлова» — нужны фамилия и имя'])
  })
})

describe('classes', () => {
  const sheet = sheetOf([
    ['Класс', 'Классный руководитель', 'Кол-во'],
    ['7A', 'Трефилова С.О.', 25],
    ['7 «в»', 'Елкин П. С.', 20],
    [11, null, 9],
  ])
  const header = findHeader(sheet, classesTarget)

  it('have their Latin letters put right, their teachers found, and known ones kept', () => {
    const reading = readClasses(sheet, header, contextOf())
    expect(reading.tables?.classes).toEqual([
      { id: 'c7a', year: '2026-27', grade: 7, letter: 'А', class_teacher: 'tref' },
      { id: 'classes-1', year: '2026-27', grade: 7, letter: 'В', class_teacher: 'yolk' },
      { id: 'c11', year: '2026-27', grade: 11, letter: '' },
    ])
    expect(problems(reading.tables)).toEqual([])
  })

  it('name doubles, unknown and doubtful teachers, and what is no class', () => {
    const bad = sheetOf([
      ['Параллель', 'Литера', 'Кл. рук.'],
      ['7', 'А', 'Иванова'],
      [7, 'A', 'Смирнова А.А.'],
      ['пятые', null, null],
    ])
    const reading = readClasses(bad, findHeader(bad, classesTarget), contextOf())
    expect(reading.tables).toBeUndefined()
    expect(said(reading.faults)).toEqual([
      '2,2: «Иванова»: таких сотрудников 2, напишите имя и отчество полностью',
      '3,0: класс 7А уже есть в строке 2: оставьте одну',
      '4,0: «пятые» — не класс: напишите как 7А',
    ])
  })
})

const pupilsSheet = sheetOf(
  [
    ['Списки учащихся на 2026-2027 учебный год', null, null, null, null, null, null, null],
    ['№', 'ФИО учащегося', 'Дата рождения', 'Пол', 'Мать', null, 'Отец', 'СНИЛС'],
    [null, null, null, null, 'ФИО', 'Телефон', 'ФИО', null],
    ['Класс: 7 «A»', null, null, null, null, null, null, null],
    [1, 'Ёлохов Артём Игоревич', 41338, 'м', 'Елохова Анна Петровна', '89221234567', null, '1'],
    [2, 'Белов Иван Олегович', '5 мая 2013 г.', 'муж', null, null, 'Белов Олег тел. 8 (922) 765-43-21', '2'],
    ['7-Б класс', null, null, null, null, null, null, null],
    [1, 'Белов Иван Олегович', new Date(Date.UTC(2014, 0, 2)), 'М', null, null, null, '3'],
    [2, 'БЕЛОВА ИННА', '3.4.13', 'ж', 'Белова А.А.\nПетрова Вера', '83421111111; 83422222222', null, '4'],
  ],
  'Лист1',
)

describe('pupils with guardians', () => {
  const read = (sheet: Sheet, known = knownSchool(), decisions?: Decisions) =>
    readPupils(sheet, findHeader(sheet, pupilsTarget), contextOf(known), decisions)

  it('come from a sheet with a header of two lines, headings by class, and dates as people write them', () => {
    const reading = read(pupilsSheet)
    expect(reading.faults).toEqual([])
    const { pupils, movements, guardians } = reading.tables!
    expect(pupils).toEqual([
      {
        id: 'pupils-1',
        last_name: 'Ёлохов',
        first_name: 'Артём',
        middle_name: 'Игоревич',
        born: '2013-03-05',
        sex: 'м',
      },
      {
        id: 'pupils-2',
        last_name: 'Белов',
        first_name: 'Иван',
        middle_name: 'Олегович',
        born: '2013-05-05',
        sex: 'м',
      },
      {
        id: 'pupils-3',
        last_name: 'Белов',
        first_name: 'Иван',
        middle_name: 'Олегович',
        born: '2014-01-02',
        sex: 'м',
      },
      { id: 'pupils-4', last_name: 'Белова', first_name: 'Инна', born: '2013-04-03', sex: 'ж' },
    ])
    expect(movements.map((row) => `${row.pupil} ${row.class} ${row.kind} ${row.date}`)).toEqual([
      'pupils-1 c7a enrolled 2026-09-01',
      'pupils-2 c7a enrolled 2026-09-01',
      'pupils-3 c7b enrolled 2026-09-01',
      'pupils-4 c7b enrolled 2026-09-01',
    ])
    expect(
      guardians.map((row) => [row.pupil, row.last_name, row.first_name, row.relation, row.phone].join(' ')),
    ).toEqual([
      'pupils-1 Елохова Анна мать 89221234567',
      'pupils-2 Белов Олег отец 8 (922) 765-43-21',
      'pupils-4 Белова А. мать 83421111111',
      'pupils-4 Петрова Вера мать 83422222222',
    ])
    expect(reading.namesakes).toMatchObject([{ row: 8, rows: [6], settled: true }])
    expect(problems(reading.tables)).toEqual([])
  })

  it('are the same people when the list is read again', () => {
    const first = read(pupilsSheet).tables!
    const known = knownSchool(first)
    const again = read(pupilsSheet, known)
    expect(again.faults).toEqual([])
    expect(again.tables).toEqual({ ...first, movements: [] })
  })

  it('keep their class: moving takes an order', () => {
    const known = knownSchool(read(pupilsSheet).tables!)
    const sheet = sheetOf([
      ['Ученик', 'Класс', 'Дата рождения'],
      ['Ёлохов Артем Игоревич', '7Б', '05.03.2013'],
    ])
    const reading = read(sheet, known)
    expect(reading.tables?.movements).toEqual([])
    expect(said(reading.notes)[0]).toContain('перевод оформите движением')
  })

  it('of an earlier year move into the class of this one', () => {
    const known = knownSchool({
      pupils: [{ id: 'p1', last_name: 'Ёлохов', first_name: 'Артём' }],
      movements: [{ pupil: 'p1', class: 'c6a-25', kind: 'enrolled', date: '2025-09-01' }],
    })
    const sheet = sheetOf([
      ['ФИО', 'Класс'],
      ['Елохов Артем', '7а'],
    ])
    const { tables } = read(sheet, known)
    expect(tables?.pupils).toEqual(known.pupils)
    expect(tables?.movements).toEqual([{ pupil: 'p1', class: 'c7a', kind: 'moved_in', date: '2026-09-01' }])
  })

  it('take the class from the name of the sheet, and enrolment from its columns', () => {
    const sheet = sheetOf(
      [
        ['Фамилия', 'Имя', 'Дата зачисления', '№ приказа'],
        ['Орлов', 'Пётр', '02.09.2026', '38-у'],
      ],
      '7A',
    )
    expect(read(sheet).tables?.movements).toEqual([
      { pupil: 'pupils-1', class: 'c7a', kind: 'enrolled', date: '2026-09-02', order_no: '38-у' },
    ])
  })

  it('ask about two of one name whom no birth date tells apart', () => {
    const sheet = sheetOf([
      ['ФИО', 'Класс', 'Дата рождения'],
      ['Белов Иван', '7А', '05.05.2013'],
      ['Белов Иван', '7Б', null],
    ])
    expect(said(read(sheet).faults)).toEqual([
      '3,0: Белов Иван есть и в строке 2: укажите, один это человек или тёзки',
    ])
    expect(read(sheet, knownSchool(), new Map([[3, { kind: 'new' }]])).tables?.pupils).toHaveLength(2)
    const known = knownSchool({ pupils: [{ id: 'p1', last_name: 'Белов', first_name: 'Иван' }] })
    const told = sheetOf([
      ['ФИО', 'Класс', 'Дата рождения'],
      ['Белов Иван', '7А', '05.05.2013'],
      ['Белов Иван', '7Б', '06.05.2013'],
    ])
    expect(said(read(told, known).faults)).toEqual([
      '3,0: Белов Иван есть и в строке 2 и в школе: укажите, один это человек или тёзки',
    ])
  })

  it('name every cell at fault', () => {
    const sheet = sheetOf([
      ['ФИО', 'Кл.', 'Д.р.', 'Пол', 'ФИО родителя'],
      ['Орлов', '7А', '05.05.2013', 'м', null],
      ['Орлов Пётр', '7Г', '31.02.2013', 'x', 'Анна'],
      ['Орлов Олег', null, null, null, null],
    ])
    const reading = read(sheet)
    expect(reading.tables).toBeUndefined()
    expect(said(reading.faults)).toEqual([
      '2,0: «Орлов» — нужны фамилия и имя',
      '3,1: класса 7Г в этом году нет: сначала внесите его',
      '3,2: даты «31.02.2013» нет в календаре',
      '3,3: «x» — пол пишут как м или ж',
      '3,4: «Анна» — нужны фамилия и имя родителя',
      '4,1: не сказано, из какого класса ученик',
    ])
  })

  it('follow a mapping that a person corrected', () => {
    const sheet = sheetOf([
      ['Кто', 'Где'],
      ['Орлов Пётр', '7А'],
    ])
    const guessed = findHeader(sheet, pupilsTarget)
    expect(guessed.columns).toEqual({})
    const header = { skip: 1, titles: ['Кто', 'Где'], columns: { fullName: 0, class: 1 } }
    expect(readPupils(sheet, header, contextOf()).tables?.movements[0]?.class).toBe('c7a')
  })
})
