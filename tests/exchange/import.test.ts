import { describe, expect, it } from 'vitest'
import {
  classDocument,
  entity,
  familyDocument,
  journalDocument,
  lessonKey,
} from '../../src/domain/ledger/documents.ts'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import { writeFolder } from '../../src/exchange/write-folder.ts'
import { folderOf, sampleFolder } from './sample.ts'
import { SchoolLedger } from './school-ledger.ts'

const teacher = 'teach' as UserId
const math = journalDocument({ class: '2025-7a', subject: 'math' })
const key = lessonKey('2025-09-01', 1)
const id = 'L-2025-7a-math-2025-09-01-1'

function imported(): SchoolLedger {
  const ledger = new SchoolLedger()
  expect(ledger.import(sampleFolder())).toBeTypeOf('number')
  return ledger
}

/** A second class, a pupil of it. */
const second = {
  'classes.csv': ['2025-7b,2025-26,7,Б,t3,'],
  'pupils.csv': ['q1,Новиков,Пётр,,,'],
  'movements.csv': ['q1,2025-7b,enrolled,2025-09-01,,,'],
}

describe('a later import', () => {
  it('writes only the fields that differ, and takes back what its file no longer says', () => {
    const ledger = imported()
    const changed = folderOf({ 'lessons.csv': [`${id},2025-7a,math,,2025-09-01,1,Новая тема,,1,1,`] })
    // Topic anew, homework back to nothing: two entries.
    expect(ledger.import(changed)).toBe(2)
    const fold = ledger.foldOf(math)
    expect(fold.value(entity.lesson(key), 'lesson.topic')).toBe('Новая тема')
    expect(fold.value(entity.lesson(key), 'lesson.homework')).toBeUndefined()
    expect(fold.value(entity.lesson(key), 'lesson.roll')).toBe(true)
    expect(ledger.import(changed)).toBe(0)
    expect(ledger.export().tables.marks).toHaveLength(248)
  })

  it('changes a row whose optional field vanished', () => {
    const ledger = imported()
    expect(ledger.import(folderOf({ 'pupils.csv': ['p001,Ведерников,Артём,,2011-10-22,м'] }))).toBe(1)
    expect(ledger.export().tables.pupils[0]).toEqual({
      id: 'p001',
      last_name: 'Ведерников',
      first_name: 'Артём',
      born: '2011-10-22',
      sex: 'м',
    })
  })

  it('leaves alone what others entered where its column was empty from the first', () => {
    const ledger = imported()
    const lesson = entity.lesson(lessonKey('2025-09-01', 2))
    const rus = journalDocument({ class: '2025-7a', subject: 'rus' })
    ledger.append(rus, [{ entity: lesson, attribute: 'lesson.homework', value: '§ 9' }], teacher)
    expect(ledger.import(sampleFolder())).toBe(0)
    expect(ledger.foldOf(rus).value(lesson, 'lesson.homework')).toBe('§ 9')
  })

  it('may overrule a teacher, when its file says something new', () => {
    const ledger = imported()
    const mark = entity.mark(key, '', 'p006')
    ledger.append(math, [{ entity: mark, attribute: 'mark', value: '4' }], teacher)
    expect(ledger.import(folderOf({ 'marks.csv': [`${id},,p006,2,переписать`] }))).toBe(2)
    expect(ledger.foldOf(math).value(mark, 'mark')).toBe('2')
    expect(ledger.foldOf(math).value(mark, 'mark.comment')).toBe('переписать')
  })

  it('neither settles a conflict with what is shown, nor minds a fact that the relay did not count', () => {
    const ledger = imported()
    const mark = entity.mark(key, '', 'p006')
    const say = (value: string, author: UserId, how?: 'blind' | 'void') =>
      ledger.append(math, [{ entity: mark, attribute: 'mark', value }], author, how)
    say('5', teacher, 'void')
    say('4', teacher)
    say('2', 'other' as UserId, 'blind')
    const fold = ledger.foldOf(math)
    expect(fold.state(mark, 'mark')).toMatchObject({ conflict: true, shown: { value: '4' } })
    expect(ledger.import(folderFrom(ledger))).toBe(0)
    expect(fold.state(mark, 'mark')!.conflict).toBe(true)
    expect(ledger.import(folderOf({ 'marks.csv': [`${id},,p006,5,`] }))).toBe(1)
    expect(fold.value(mark, 'mark')).toBe('5')
  })

  it('moves a lesson and keeps its place in the ledger; the slot it left takes another', () => {
    const ledger = imported()
    const lessons = [`${id},2025-7a,math,,2025-09-03,6,,,1,1,`, 'L-new,2025-7a,math,,2025-09-01,1,,,1,0,']
    expect(ledger.import(folderOf({ 'lessons.csv': lessons }))).toBeTypeOf('number')
    const fold = ledger.foldOf(math)
    expect(fold.value(entity.lesson(key), 'lesson.moved')).toEqual({ date: '2025-09-03', bell: 6 })
    expect(fold.value(entity.lesson(lessonKey('2025-09-01', 1, 1)), 'lesson.ref')).toBe('L-new')
    expect(fold.value(entity.mark(key, '', 'p006'), 'mark')).toBe('3')
    expect(ledger.import(folderOf({ 'lessons.csv': lessons }))).toBe(0)
    const { tables } = ledger.export()
    expect(tables.lessons.find((row) => row.id === id)).toMatchObject({ date: '2025-09-03', bell: 6 })
  })

  it.each([
    ['lessons.csv', 'L-new,2025-7a,math,,2025-09-01,1,,,1,1,', 'bell', /уже есть в школе/],
    ['lessons.csv', `${id},2025-7a,pe,,2025-09-01,6,,,1,1,`, 'id', /уже есть в журнале «2025-7a,math»/],
    ['works.csv', `W-L-2025-7a-math-2025-09-08-1,${id},,,,`, 'id', /уже есть на другом уроке/],
    ['guardians.csv', 'g001,p002,Новикова,Анна,,,,,', 'id', /уже у родителя ученика «p001»/],
    [
      'period_marks.csv',
      '2025-7a,eng,2025-7a-eng1,2025-26/1,p006,4',
      'mark',
      /уже есть в школе, в журнале «2025-7a-eng2»/,
    ],
    ['marks.csv', `${id},,p005,5,`, 'pupil', /не числился в классе/],
    ['school.csv', 'ocher,Очёрская СОШ,,,', 'id', /это папка школы «ocher», а данные — школы «siva»/],
  ])('is held against what the school has: %s %s', (file, line, column, words) => {
    const ledger = imported()
    const faults = ledger.import(folderOf({ [file]: [line] }))
    expect(faults).toMatchObject([{ file, line: 2, column, why: expect.stringMatching(words) }])
  })
})

describe('what a pupil brings along', () => {
  const classOf = (ledger: SchoolLedger, name: string) => ledger.foldOf(classDocument(name))

  it('his card goes into every class he has a movement in, his spans and modes where he was', () => {
    const ledger = imported()
    ledger.import(folderOf(second))
    const moves = folderOf({
      'movements.csv': ['p001,2025-7a,moved_out,2025-11-10,,,', 'p001,2025-7b,moved_in,2025-11-10,,,'],
      'absence_spans.csv': [
        'p001,2025-11-05,2025-11-09,Б,',
        'p001,2025-11-08,,У,',
        'p001,2025-12-01,2025-12-02,Б,',
      ],
      'pupil_modes.csv': ['p001,home,2025-12-10,'],
    })
    expect(ledger.import(moves)).toBeTypeOf('number')
    expect(classOf(ledger, '2025-7b').value(entity.pupil('p001'), 'pupil')).toMatchObject({
      last: 'Ведерников',
    })
    const spans = (name: string) =>
      [...classOf(ledger, name).entities('span')].filter((one) => one.includes('p001')).sort()
    expect(spans('2025-7a')).toEqual(['span,p001,2025-11-05,Б,0', 'span,p001,2025-11-08,У,0'])
    expect(spans('2025-7b')).toEqual(['span,p001,2025-11-08,У,0', 'span,p001,2025-12-01,Б,0'])
    expect([...classOf(ledger, '2025-7a').entities('mode')]).toEqual([])
    expect([...classOf(ledger, '2025-7b').entities('mode')]).toEqual(['mode,p001,2025-12-10'])
    expect(ledger.import(moves)).toBe(0)
    const { tables, notes } = ledger.export()
    expect(notes).toEqual([])
    expect(tables.pupils.filter((row) => row.id === 'p001')).toHaveLength(1)
    expect(tables.absence_spans.filter((row) => row.pupil === 'p001')).toEqual([
      { pupil: 'p001', from: '2025-11-05', to: '2025-11-09', code: 'Б' },
      { pupil: 'p001', from: '2025-11-08', code: 'У' },
      { pupil: 'p001', from: '2025-12-01', to: '2025-12-02', code: 'Б' },
    ])
    // The open span ends before he came to 7Б: its copy there must not go on for ever.
    expect(ledger.import(folderOf({ 'absence_spans.csv': ['p001,2025-11-08,2025-11-09,У,'] }))).toBe(2)
    expect(classOf(ledger, '2025-7b').value('span,p001,2025-11-08,У,0', 'span')).toMatchObject({
      to: '2025-11-09',
    })
  })

  it('what the school holds of him follows a movement that comes alone', () => {
    const ledger = imported()
    ledger.import(folderOf(second))
    ledger.import(
      folderOf({
        'absence_spans.csv': ['p002,2025-11-08,,Б,справка'],
        'pupil_modes.csv': ['p002,home,2025-11-01,'],
      }),
    )
    ledger.import(
      folderOf({
        'movements.csv': ['p002,2025-7a,moved_out,2025-11-10,,,', 'p002,2025-7b,moved_in,2025-11-10,,,'],
      }),
    )
    const fold = classOf(ledger, '2025-7b')
    expect(fold.value(entity.pupil('p002'), 'pupil')).toMatchObject({ last: 'Сивкова', first: 'Ксения' })
    expect(fold.value('span,p002,2025-11-08,Б,0', 'span')).toMatchObject({ document: 'справка' })
    expect(fold.value(entity.mode('p002', '2025-11-01'), 'mode')).toMatchObject({ mode: 'home' })
    expect(ledger.export().tables.pupil_modes).toEqual([{ pupil: 'p002', mode: 'home', from: '2025-11-01' }])
  })

  it('without any class he waits in his family, and goes to the class that takes him', () => {
    const ledger = imported()
    const card = folderOf({ 'pupils.csv': ['p099,Новиков,Пётр,,,'] })
    expect(ledger.import(card)).toBe(1)
    expect(ledger.foldOf(familyDocument('p099')).value(entity.pupil('p099'), 'unplaced')).toMatchObject({
      last: 'Новиков',
    })
    expect(ledger.import(card)).toBe(0)
    const row = { id: 'p099', last_name: 'Новиков', first_name: 'Пётр' }
    expect(ledger.export().tables.pupils).toContainEqual(row)
    ledger.import(folderOf({ 'movements.csv': ['p099,2025-7a,arrived,2025-10-06,,,'] }))
    expect(classOf(ledger, '2025-7a').value(entity.pupil('p099'), 'pupil')).toMatchObject({ first: 'Пётр' })
    expect(ledger.export().tables.pupils.filter(({ id: pupil }) => pupil === 'p099')).toEqual([row])
  })

  it('several spans from one day with one code stay several', () => {
    const ledger = imported()
    const spans = ['p002,2025-11-08,2025-11-10,Б,', 'p002,2025-11-08,2025-11-12,Б,справка']
    ledger.import(folderOf({ 'absence_spans.csv': spans }))
    expect(ledger.import(folderOf({ 'absence_spans.csv': [...spans].reverse() }))).toBe(0)
    expect(ledger.import(folderOf({ 'absence_spans.csv': [spans[1]!] }))).toBe(0)
    expect(ledger.export().tables.absence_spans.filter(({ pupil }) => pupil === 'p002')).toHaveLength(2)
  })
})

describe('lessons and works made in the application', () => {
  const pe = journalDocument({ class: '2025-7a', subject: 'pe' })
  const born = lessonKey('2025-10-02', 3)

  function withLesson(): SchoolLedger {
    const ledger = imported()
    const work = '2025-10-02|3|0|1'
    ledger.append(
      pe,
      [
        { entity: entity.lesson(born), attribute: 'lesson.held', value: true },
        { entity: entity.lesson(born), attribute: 'lesson.roll', value: true },
        { entity: entity.work(born, work), attribute: 'work', value: { kind: 'зачёт', weight: 2 } },
        { entity: entity.work(born, '2025-10-02|3|0|2'), attribute: 'work', value: { retakeOf: work } },
        { entity: entity.mark(born, work, 'p001'), attribute: 'mark', value: '5' },
        { entity: entity.cell(born, 'p003'), attribute: 'presence', value: { late: null } },
        { entity: entity.cell(born, 'p004'), attribute: 'presence', value: 'present' },
      ],
      teacher,
    )
    return ledger
  }

  it('get ids from their places, are found by them again, and come out equal elsewhere', () => {
    const ledger = withLesson()
    const { tables, notes } = ledger.export()
    expect(notes).toEqual([])
    const lesson = '2025-7a|pe|2025-10-02|3|0'
    expect(tables.lessons).toContainEqual({
      id: lesson,
      class: '2025-7a',
      subject: 'pe',
      date: '2025-10-02',
      bell: 3,
      held: true,
      roll_taken: true,
    })
    expect(tables.works.filter((row) => row.lesson === lesson)).toEqual([
      { id: '2025-7a|pe|2025-10-02|3|0|1', lesson, kind: 'зачёт', weight: 2 },
      { id: '2025-7a|pe|2025-10-02|3|0|2', lesson, retake_of: '2025-7a|pe|2025-10-02|3|0|1' },
    ])
    expect(tables.attendance).toContainEqual({ lesson, pupil: 'p003', code: 'О' })
    expect(ledger.import(folderFrom(ledger))).toBe(0)
    const other = new SchoolLedger()
    other.import(folderFrom(ledger))
    expect(other.export().tables).toEqual(tables)
    expect(other.import(folderFrom(other))).toBe(0)
  })

  it('are adopted by a folder that has the same slot under an id of its own', () => {
    const ledger = withLesson()
    const folder = folderOf({
      'lessons.csv': ['L-77,2025-7a,pe,,2025-10-02,3,Бег,,1,1,'],
      'marks.csv': ['L-77,,p006,4,'],
    })
    expect(ledger.import(folder)).toBe(3)
    const fold = ledger.foldOf(pe)
    expect(fold.value(entity.lesson(born), 'lesson.ref')).toBe('L-77')
    expect(fold.value(entity.mark(born, '', 'p006'), 'mark')).toBe('4')
    expect(ledger.import(folder)).toBe(0)
    expect(
      ledger.export().tables.lessons.filter(({ date, bell }) => date === '2025-10-02' && bell === 3),
    ).toHaveLength(1)
  })
})

function folderFrom(ledger: SchoolLedger): Map<string, string> {
  return writeFolder(ledger.export().tables)
}
