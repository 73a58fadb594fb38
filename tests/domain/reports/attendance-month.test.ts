import { describe, expect, it } from 'vitest'
import type { Reason } from '../../../src/domain/ledger/attributes.ts'
import { attendanceMonth } from '../../../src/domain/reports/attendance-month.ts'
import { attendanceMonthTable } from '../../../src/domain/reports/attendance-month-table.ts'
import { tableCsv } from '../../../src/domain/reports/table-csv.ts'
import type { AbsenceSpan, GroupMember } from '../../../src/domain/school/class-view.ts'
import { classOf, type SmallClass, type SmallLesson, type SmallSchool, smallSchool } from './small-school.ts'

const september = { month: '2025-09' }
const math = '7а,math'
const days = ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04', '2025-09-05']

/** A lesson of mathematics on each of the first five days of September. */
const week = (more: Partial<SmallLesson> = {}) =>
  days.map((date): SmallLesson => ({ journal: math, date, ...more }))

function report(spec: SmallSchool, classId = '7а', range: Parameters<typeof attendanceMonth>[2] = september) {
  const source = smallSchool(spec)
  return attendanceMonth(source, classOf(source, classId), range)
}

function rowOf(spec: SmallSchool, pupil: string, classId = '7а') {
  return report(spec, classId).rows.find((row) => row.pupil === pupil)
}

describe('attendance', () => {
  it('counts lessons from the day of the entry to the day before the exit', () => {
    const pupils: SmallClass = {
      pupils: ['всегда', 'прибыл', 'выбыл', 'вернулся', 'раньше', 'позже'],
      movements: [
        { pupil: 'прибыл', kind: 'arrived', date: '2025-09-03' },
        { pupil: 'выбыл', kind: 'enrolled', date: '2025-09-01' },
        { pupil: 'выбыл', kind: 'left', date: '2025-09-03' },
        { pupil: 'вернулся', kind: 'enrolled', date: '2025-09-01' },
        { pupil: 'вернулся', kind: 'left', date: '2025-09-02' },
        { pupil: 'вернулся', kind: 'arrived', date: '2025-09-04' },
        { pupil: 'раньше', kind: 'enrolled', date: '2025-08-01' },
        { pupil: 'раньше', kind: 'left', date: '2025-09-01' },
        { pupil: 'позже', kind: 'arrived', date: '2025-10-01' },
      ],
    }
    const absent = Object.fromEntries(pupils.pupils.map((pupil) => [pupil, 'Б' as const]))
    const { rows, totals } = report({ classes: { '7а': pupils }, lessons: week({ absent }) })
    // 5 lessons; 3rd to 5th; 1st and 2nd; 1st, 4th and 5th. Who left before and who came after have no row.
    expect(rows.map(({ pupil, held, lessons }) => [pupil, held, lessons.total])).toEqual([
      ['вернулся', 3, 3],
      ['всегда', 5, 5],
      ['выбыл', 2, 2],
      ['прибыл', 3, 3],
    ])
    expect(rows.map(({ outside }) => outside)).toEqual([
      ['2025-09-02', '2025-09-03'],
      [],
      ['2025-09-03', '2025-09-04', '2025-09-05'],
      ['2025-09-01', '2025-09-02'],
    ])
    expect(totals).toMatchObject({ held: 13, attendancePercent: 0 })
  })

  it('leaves the lessons missed with the class that held them', () => {
    const spec: SmallSchool = {
      classes: {
        '7а': {
          pupils: ['икс'],
          movements: [
            { pupil: 'икс', kind: 'enrolled', date: '2025-09-01' },
            { pupil: 'икс', kind: 'moved_out', date: '2025-09-03' },
          ],
        },
        '7б': { pupils: ['икс'], movements: [{ pupil: 'икс', kind: 'moved_in', date: '2025-09-03' }] },
      },
      lessons: [
        ...week({ absent: { икс: '' } }),
        ...days.map((date): SmallLesson => ({ journal: '7б,math', date, absent: { икс: 'У' } })),
      ],
    }
    expect(rowOf(spec, 'икс', '7а')).toMatchObject({ held: 2, lessons: { total: 2, Б: 0, У: 0, Н: 2 } })
    expect(rowOf(spec, 'икс', '7б')).toMatchObject({ held: 3, lessons: { total: 3, Б: 0, У: 3, Н: 0 } })
  })

  it('counts a group’s lessons while the pupil is in it', () => {
    const members: GroupMember[] = [
      { group: 'e1', pupil: 'икс', to: '2025-09-03' },
      { group: 'e2', pupil: 'икс', from: '2025-09-03' },
      { group: 'e2', pupil: 'игрек' },
    ]
    const lessons = days.flatMap((date): SmallLesson[] => [
      { journal: '7а,eng,e1', date, absent: { икс: '' } },
      { journal: '7а,eng,e2', date },
    ])
    const spec = { classes: { '7а': { pupils: ['икс', 'игрек'], members } }, lessons }
    // Two of the first group, missed; three of the second, attended.
    expect(rowOf(spec, 'икс')).toMatchObject({
      held: 5,
      lessons: { total: 2 },
      daysMissed: { total: 2, ill: 0 },
    })
    expect(rowOf(spec, 'игрек')).toMatchObject({ held: 5, lessons: { total: 0 } })
  })

  it('takes the explicit reason, else the shorter span, Б before У among equals, else Н', () => {
    const spans: AbsenceSpan[] = [
      { pupil: 'икс', from: '2025-09-01', code: 'У' },
      { pupil: 'икс', from: '2025-09-02', to: '2025-09-03', code: 'У' },
      { pupil: 'икс', from: '2025-09-03', to: '2025-09-04', code: 'Б' },
      { pupil: 'игрек', from: '2025-09-04', to: '2025-09-04', code: 'Б' },
    ]
    const absent = (reason: Reason | '') => ({ икс: reason, игрек: '' as const })
    const spec = {
      classes: { '7а': { pupils: ['икс', 'игрек'], spans } },
      lessons: days.map(
        (date): SmallLesson => ({ journal: math, date, absent: absent(date === '2025-09-05' ? 'Н' : '') }),
      ),
    }
    const codes = (pupil: string) =>
      Object.values(rowOf(spec, pupil)!.days).map((day) => Object.entries(day).find(([, n]) => n > 0)![0])
    // Open У; У of two days; both of two days: Б; Б; the reason on the lesson.
    expect(codes('икс')).toEqual(['У', 'У', 'Б', 'Б', 'Н'])
    expect(codes('игрек')).toEqual(['Н', 'Н', 'Н', 'Б', 'Н'])
  })

  it('lets spans and home teaching follow the pupil from class to class; the class he came to last is right', () => {
    const spec: SmallSchool = {
      classes: {
        '7а': {
          pupils: ['икс'],
          movements: [
            { pupil: 'икс', kind: 'enrolled', date: '2025-09-01' },
            { pupil: 'икс', kind: 'moved_out', date: '2025-09-02' },
          ],
          spans: [
            { pupil: 'икс', from: '2025-09-01', code: 'У' },
            { pupil: 'икс', from: '2025-09-02', code: 'Б' },
          ],
          modes: [{ pupil: 'икс', mode: 'home', from: '2025-09-05' }],
        },
        '7б': {
          pupils: ['икс'],
          movements: [{ pupil: 'икс', kind: 'moved_in', date: '2025-09-02' }],
          spans: [{ pupil: 'икс', from: '2025-09-02', to: '2025-09-03', code: 'Б' }],
        },
      },
      lessons: days.map((date): SmallLesson => ({ journal: '7б,math', date, absent: { икс: '' } })),
    }
    // 2nd and 3rd ill by 7Б, where the span that 7А has left open was closed; the 4th by 7А's У; on the 5th he is at home.
    expect(rowOf(spec, 'икс', '7б')).toMatchObject({ held: 3, lessons: { total: 3, Б: 2, У: 1, Н: 0 } })
  })

  it('does not make a present pupil absent by a span, nor a late one', () => {
    const spans: AbsenceSpan[] = [{ pupil: 'икс', from: '2025-09-01', code: 'Б' }]
    const spec = {
      classes: { '7а': { pupils: ['икс'], spans } },
      lessons: [
        { journal: math, date: '2025-09-01' },
        { journal: math, date: '2025-09-02', late: ['икс'] },
        { journal: math, date: '2025-09-03', present: ['икс'] },
      ],
    }
    expect(rowOf(spec, 'икс')).toMatchObject({
      held: 3,
      lessons: { total: 0 },
      late: 1,
      daysMissed: { total: 0, ill: 0 },
    })
  })

  it('counts a day as missed when all its lessons were, as ill when all of them are Б', () => {
    const lessons: SmallLesson[] = [
      // Both ill: missed, ill.
      { journal: math, date: '2025-09-01', bell: 1, absent: { икс: 'Б' } },
      { journal: '7а,pe', date: '2025-09-01', bell: 2, absent: { икс: 'Б' } },
      // Ill and excused: missed.
      { journal: math, date: '2025-09-02', bell: 1, absent: { икс: 'Б' } },
      { journal: '7а,pe', date: '2025-09-02', bell: 2, absent: { икс: 'У' } },
      // Late to one: not missed.
      { journal: math, date: '2025-09-03', bell: 1, absent: { икс: 'Б' } },
      { journal: '7а,pe', date: '2025-09-03', bell: 2, late: ['икс'] },
      // The other lesson was cancelled: missed.
      { journal: math, date: '2025-09-04', bell: 1, absent: { икс: '' } },
      { journal: '7а,pe', date: '2025-09-04', bell: 2, held: false, absent: { икс: '' } },
      // Another group's lesson, where he is not expected, does not save the day.
      { journal: math, date: '2025-09-05', bell: 1, absent: { икс: 'Б' } },
      { journal: '7а,eng,e1', date: '2025-09-05', bell: 2 },
    ]
    const spec = { classes: { '7а': { pupils: ['икс'] } }, lessons }
    expect(rowOf(spec, 'икс')).toMatchObject({
      held: 8,
      lessons: { total: 7, Б: 5, У: 1, Н: 1 },
      late: 1,
      daysMissed: { total: 4, ill: 2 },
    })
  })

  it('counts lessons without a roll as held, and says how many', () => {
    const spec = {
      classes: { '7а': { pupils: ['икс'] } },
      lessons: week({ roll: false, absent: { икс: '' } }),
    }
    const { withoutRoll, totals } = report(spec)
    expect(withoutRoll).toBe(5)
    expect(totals).toMatchObject({ held: 5, lessons: { total: 5, Н: 5 } })
    expect(attendanceMonthTable(report(spec)).footnotes).toContain(
      'Уроков без отметки явки: 5; они считаются проведёнными.',
    )
  })

  it('does not expect pupils taught at home or in the family, by dates', () => {
    const spec: SmallSchool = {
      classes: {
        '7а': {
          pupils: ['икс'],
          modes: [{ pupil: 'икс', mode: 'home', from: '2025-09-02', to: '2025-09-04' }],
        },
      },
      lessons: week({ absent: { икс: '' } }),
    }
    // 1st, 4th and 5th.
    expect(rowOf(spec, 'икс')).toMatchObject({ held: 3, lessons: { total: 3 } })
  })

  it('covers a month to its last day, a range of dates, and nothing else', () => {
    const lessons = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((date) => ({
      journal: math,
      date,
    }))
    const spec = { classes: { '7а': { pupils: ['икс'] } }, lessons }
    expect(report(spec, '7а', { month: '2026-02' })).toMatchObject({
      month: '2026-02',
      from: '2026-02-01',
      to: '2026-02-28',
      dates: ['2026-02-01', '2026-02-28'],
    })
    const range = report(spec, '7а', { from: '2026-01-31', to: '2026-02-01' })
    expect(range.dates).toEqual(['2026-01-31', '2026-02-01'])
    expect(range).not.toHaveProperty('month')
  })

  it('has no percentage of nothing', () => {
    expect(report({ classes: { '7а': { pupils: ['икс'] } } }).totals).toMatchObject({
      held: 0,
      attendancePercent: null,
    })
  })

  it('counts the conflicts its numbers hang on, and no others', () => {
    const source = smallSchool({
      classes: { '7а': { pupils: ['икс'] } },
      lessons: [
        { journal: math, date: '2025-09-01', absent: { икс: '' } },
        { journal: math, date: '2025-09-02', held: false },
        { journal: math, date: '2025-10-01' },
        { journal: '7б,math', date: '2025-09-01' },
      ],
    })
    const cell = (entity: string, attribute: string) => ({ entity, attribute })
    source.journals
      .get(math)!
      .unsettled.push(
        cell('cell,2025-09-01,1,0,икс', 'presence'),
        cell('cell,2025-09-01,1,0,икс', 'reason'),
        cell('lesson,2025-09-02,1,0', 'lesson.held'),
        cell('lesson,2025-09-01,1,0', 'lesson.topic'),
        cell('cell,2025-09-01,1,0,чужой', 'presence'),
        cell('cell,2025-10-01,1,0,икс', 'presence'),
        cell('mark,2025-09-01,1,0,,икс', 'mark'),
      )
    source.journals.get('7б,math')!.unsettled.push(cell('cell,2025-09-01,1,0,икс', 'presence'))
    source.classes.get('7а')!.unsettled.push(cell('movement,икс,2025-09-01,enrolled', 'movement'))
    const counted = attendanceMonth(source, classOf(source, '7а'), september)
    expect(counted.unsettled).toBe(4)
    expect(attendanceMonthTable(counted).footnotes.at(-1)).toBe(
      'Расхождений между записями, которые ещё не разрешены: 4.',
    )
  })
})

describe('the attendance table', () => {
  it('reads like the printed form, in CSV too', () => {
    const spec: SmallSchool = {
      classes: {
        '7а': {
          pupils: ['икс', 'игрек'],
          movements: [{ pupil: 'игрек', kind: 'arrived', date: '2025-09-02' }],
        },
      },
      lessons: [
        { journal: math, date: '2025-09-01', bell: 1, absent: { икс: 'Б' } },
        { journal: '7а,pe', date: '2025-09-01', bell: 2, late: ['икс'] },
        { journal: math, date: '2025-09-02', absent: { икс: '', игрек: '' } },
      ],
    }
    const table = attendanceMonthTable(report(spec))
    expect(table.title).toBe('Отчёт о посещаемости занятий')
    expect(table.subtitle).toBe('7а класс · сентябрь 2025 г.')
    expect(tableCsv(table).slice(1).split('\r\n')).toEqual([
      '№,"Фамилия, имя",01.09,02.09,Уроков пропущено: всего,Уроков пропущено: Б,Уроков пропущено: У,Уроков пропущено: Н,Опозданий,Дней пропущено: всего,Дней пропущено: по болезни,Проведено уроков',
      '1,игрек Имя,—,Н1,1,0,0,1,0,1,0,1',
      '2,икс Имя,Б1 О1,Н1,2,1,0,1,1,1,0,3',
      ',Отсутствовало за день,1,2,,,,,,,,',
      ',Всего по классу,,,3,1,0,2,1,2,0,4',
      '"О (опоздание) в пропуски не входит; день пропущен, если пропущены все проведённые уроки.",,,,,,,,,,,',
      '"Проведено уроко-человек 4 · пропущено 3 (75,0 %) · посещаемость 25,0 %.",,,,,,,,,,,',
      '',
    ])
  })
})
