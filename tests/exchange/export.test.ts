import { describe, expect, it } from 'vitest'
import { classDocument, entity, journalDocument, lessonKey } from '../../src/domain/ledger/documents.ts'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import { writeFolder } from '../../src/exchange/write-folder.ts'
import { folderOf, sampleFolder, sorted } from './sample.ts'
import { SchoolLedger } from './school-ledger.ts'

const teacher = 'teach' as UserId
const office = 'offic' as UserId
const math = journalDocument({ class: '2025-7a', subject: 'math' })
const key = lessonKey('2025-09-01', 1)

function imported(): SchoolLedger {
  const ledger = new SchoolLedger()
  ledger.import(sampleFolder())
  return ledger
}

/** Whether another school takes what this one exports, and exports the same. */
function comesBack(ledger: SchoolLedger): void {
  const { tables } = ledger.export()
  const other = new SchoolLedger()
  expect(other.import(writeFolder(tables))).toBeTypeOf('number')
  expect(sorted(other.export().tables)).toEqual(sorted(tables))
}

describe('an export', () => {
  it('writes all the files with the contract’s columns', () => {
    const files = writeFolder(imported().export().tables)
    expect(files.size).toBe(23)
    expect(files.get('pupil_modes.csv')).toBe('pupil,mode,from,to\r\n')
    expect(files.get('timetable.csv')!.split('\r\n')[0]).toBe(
      'class,subject,group,weekday,bell,room,from,to,week',
    )
  })

  it('keeps texts exactly: formulas, quotes, line breaks, spaces, letters beyond the plane', () => {
    const ledger = imported()
    const texts = [
      '=1+1',
      '+7',
      '-',
      '@x',
      '"да", сказал',
      'две\r\nстроки',
      'и\nещё',
      ' с пробелами ',
      'é🙂',
      "'",
      '1,5;2',
    ]
    texts.forEach((topic, index) => {
      const lesson = entity.lesson(lessonKey(`2025-10-${String(index + 6).padStart(2, '0')}`, 5))
      ledger.append(
        math,
        [
          { entity: lesson, attribute: 'lesson.held', value: true },
          { entity: lesson, attribute: 'lesson.topic', value: topic },
        ],
        teacher,
      )
    })
    expect(ledger.export().tables.lessons.slice(-texts.length)).toHaveLength(texts.length)
    expect(ledger.export().notes).toEqual([])
    comesBack(ledger)
    const other = new SchoolLedger()
    other.import(writeFolder(ledger.export().tables))
    const topics = other.export().tables.lessons.map(({ topic }) => topic)
    for (const topic of texts) expect(topics).toContain(topic)
  })

  it('leaves out, and names, what import would refuse: a mark given after the pupil had left', () => {
    const ledger = imported()
    const left = { entity: entity.movement('p001', '2025-09-08', 'left'), attribute: 'movement' } as const
    ledger.append(
      classDocument('2025-7a'),
      [{ ...left, value: { pupil: 'p001', kind: 'left', date: '2025-09-08' } }],
      office,
    )
    const { notes, tables } = ledger.export()
    expect(notes.length).toBeGreaterThan(0)
    expect(notes[0]).toMatch(
      /^marks\.csv: не выгружено «L-[^»]*,p001»: 2025-09-\d\d ученик «p001» не числился/,
    )
    const before = tables.marks.filter(({ pupil }) => pupil === 'p001')
    expect(before.every(({ lesson }) => /2025-09-0[1-7]/.test(lesson))).toBe(true)
    comesBack(ledger)
  })

  it('of two period marks in a pupil’s former and present group keeps the one that counts', () => {
    const ledger = imported()
    const journal = journalDocument({ class: '2025-7a', subject: 'eng', group: '2025-7a-eng1' })
    ledger.append(
      journal,
      [{ entity: entity.periodMark('2025-26/1', 'p006'), attribute: 'periodmark', value: '2' }],
      teacher,
    )
    const { notes, tables } = ledger.export()
    expect(notes).toMatchObject([
      expect.stringMatching(/^period_marks\.csv: не выгружено «p006,eng,2025-26\/1»/),
    ])
    expect(
      tables.period_marks.filter(({ pupil, subject }) => pupil === 'p006' && subject === 'eng'),
    ).toMatchObject([{ group: '2025-7a-eng2', mark: '4' }])
    comesBack(ledger)
  })

  it('of two lessons moved into one slot keeps one, and names the other with its marks', () => {
    const ledger = imported()
    const other = entity.lesson(lessonKey('2025-09-02', 3))
    ledger.append(
      math,
      [{ entity: other, attribute: 'lesson.moved', value: { date: '2025-09-01', bell: 1 } }],
      teacher,
    )
    const { notes, tables } = ledger.export()
    expect(notes[0]).toMatch(/^lessons\.csv: не выгружено «L-2025-7a-math-2025-09-02-3»/)
    expect(tables.lessons).toHaveLength(87)
    comesBack(ledger)
  })

  it('names reasons that stand without an absence', () => {
    const ledger = imported()
    ledger.append(math, [{ entity: entity.cell(key, 'p001'), attribute: 'reason', value: 'Б' }], teacher)
    expect(ledger.export().notes).toEqual([
      'Журнал «2025-7a,math»: причин без отметки об отсутствии — 1, они не выгружены.',
    ])
  })

  it('says of a mark in a work that nobody described, what work it is', () => {
    const ledger = imported()
    ledger.append(
      math,
      [{ entity: entity.mark(key, '2025-09-01|1|0|9', 'p001'), attribute: 'mark', value: '4' }],
      teacher,
    )
    const { tables, notes } = ledger.export()
    expect(notes).toEqual([])
    const work = '2025-7a|math|2025-09-01|1|0|9'
    expect(tables.works).toContainEqual({ id: work, lesson: 'L-2025-7a-math-2025-09-01-1' })
    expect(tables.marks).toContainEqual({
      lesson: 'L-2025-7a-math-2025-09-01-1',
      work,
      pupil: 'p001',
      mark: '4',
    })
    comesBack(ledger)
  })

  it('takes a pupil’s card from the class he came to last', () => {
    const ledger = imported()
    ledger.import(
      folderOf({
        'classes.csv': ['2025-7b,2025-26,7,Б,t3,'],
        'movements.csv': ['p001,2025-7a,moved_out,2025-11-10,,,', 'p001,2025-7b,moved_in,2025-11-10,,,'],
      }),
    )
    const card = { id: 'p001', last: 'Ведерников', first: 'Артём', middle: 'Петрович' }
    ledger.append(
      classDocument('2025-7b'),
      [{ entity: entity.pupil('p001'), attribute: 'pupil', value: card }],
      teacher,
    )
    const found = ledger.export().tables.pupils.filter(({ id }) => id === 'p001')
    expect(found).toEqual([
      { id: 'p001', last_name: 'Ведерников', first_name: 'Артём', middle_name: 'Петрович' },
    ])
  })

  it('has no row for a lesson of which nothing is left', () => {
    const ledger = imported()
    const lesson = entity.lesson(lessonKey('2025-10-06', 5))
    ledger.append(math, [{ entity: lesson, attribute: 'lesson.held', value: true }], teacher)
    expect(ledger.export().tables.lessons).toHaveLength(89)
    ledger.append(math, [{ entity: lesson, attribute: 'lesson.held', value: null }], teacher)
    expect(ledger.export().tables.lessons).toHaveLength(88)
  })
})
