import { describe, expect, it } from 'vitest'
import { movement } from '../../../src/domain/reports/movement.ts'
import { movementTable } from '../../../src/domain/reports/movement-table.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { classOf, type SmallSchool, smallSchool } from './small-school.ts'

const spec: SmallSchool = {
  classes: {
    '7а': {
      pupils: ['был', 'первый-день', 'середина', 'каникулы', 'ушёл', 'вернулся', 'переведён', 'отчислен'],
      movements: [
        { pupil: 'был', kind: 'enrolled', date: '2025-09-01' },
        { pupil: 'первый-день', kind: 'arrived', date: '2025-09-02', orderNo: '1-у', place: 'Пермь' },
        { pupil: 'середина', kind: 'moved_in', date: '2025-10-01', place: '7б' },
        // In the autumn holidays: of the second quarter.
        { pupil: 'каникулы', kind: 'arrived', date: '2025-10-25' },
        { pupil: 'ушёл', kind: 'enrolled', date: '2025-09-01' },
        { pupil: 'ушёл', kind: 'left', date: '2025-10-27', orderNo: '5-у', orderDate: '2025-10-26' },
        { pupil: 'вернулся', kind: 'enrolled', date: '2025-08-25' },
        { pupil: 'вернулся', kind: 'left', date: '2025-09-15' },
        { pupil: 'вернулся', kind: 'arrived', date: '2025-11-10' },
        { pupil: 'переведён', kind: 'enrolled', date: '2025-09-01' },
        { pupil: 'переведён', kind: 'moved_out', date: '2025-10-24' },
        { pupil: 'отчислен', kind: 'enrolled', date: '2025-09-01' },
        { pupil: 'отчислен', kind: 'expelled', date: '2025-12-30' },
      ],
    },
  },
}

function report(period: string, school = spec) {
  const source = smallSchool(school)
  return movement(source, classOf(source, '7а'), reportPeriod(source.school, period)!)
}

describe('movement', () => {
  it('starts a first period on its own first day', () => {
    const { rows, totals, periods } = report('2025-26/1')
    // On 1 September: был, ушёл, вернулся, переведён, отчислен.
    expect(totals).toEqual({ start: 5, arrived: 2, left: 2, end: 5 })
    expect(rows).toEqual([
      {
        pupil: 'первый-день',
        name: 'первый-день Имя',
        kind: 'arrived',
        date: '2025-09-02',
        orderNo: '1-у',
        place: 'Пермь',
      },
      { pupil: 'вернулся', name: 'вернулся Имя', kind: 'left', date: '2025-09-15', orderNo: '', place: '' },
      {
        pupil: 'середина',
        name: 'середина Имя',
        kind: 'moved_in',
        date: '2025-10-01',
        orderNo: '',
        place: '7б',
      },
      {
        pupil: 'переведён',
        name: 'переведён Имя',
        kind: 'moved_out',
        date: '2025-10-24',
        orderNo: '',
        place: '',
      },
    ])
    expect(periods).toEqual([{ period: '2025-26/1', ...totals, movedIn: 1, movedOut: 1 }])
  })

  it('counts the holidays in the period that follows', () => {
    const { rows, totals } = report('2025-26/2')
    expect(rows.map(({ pupil }) => pupil)).toEqual(['каникулы', 'ушёл', 'вернулся', 'отчислен'])
    expect(totals).toEqual({ start: 5, arrived: 2, left: 2, end: 5 })
  })

  it('knows half-years by themselves: the autumn holidays are inside the first', () => {
    expect(report('2025-26/h1').totals).toEqual({ start: 5, arrived: 4, left: 4, end: 5 })
    expect(report('2025-26/h2').totals).toEqual({ start: 5, arrived: 0, left: 0, end: 5 })
  })

  it('adds the quarters up to the year', () => {
    const { totals, periods } = report('2025-26/year')
    expect(totals).toEqual({ start: 5, arrived: 4, left: 4, end: 5 })
    expect(
      periods.map(({ period, start, arrived, left, end }) => [period, start, arrived, left, end]),
    ).toEqual([
      ['2025-26/1', 5, 2, 2, 5],
      ['2025-26/2', 5, 2, 2, 5],
      ['2025-26/3', 5, 0, 0, 5],
      ['2025-26/4', 5, 0, 0, 5],
      ['2025-26/year', 5, 4, 4, 5],
    ])
  })

  it('lets exits of a day come before its entries', () => {
    const sameDay: SmallSchool = {
      classes: {
        '7а': {
          pupils: ['а'],
          movements: [
            { pupil: 'а', kind: 'enrolled', date: '2025-09-01' },
            { pupil: 'а', kind: 'arrived', date: '2025-09-10' },
            { pupil: 'а', kind: 'left', date: '2025-09-10' },
          ],
        },
      },
    }
    const { rows, totals } = report('2025-26/1', sameDay)
    expect(rows.map(({ kind }) => kind)).toEqual(['left', 'arrived'])
    expect(totals).toEqual({ start: 1, arrived: 1, left: 1, end: 1 })
  })

  it('is empty for an empty class', () => {
    expect(report('2025-26/1', { classes: { '7а': { pupils: [] } } })).toMatchObject({
      rows: [],
      totals: { start: 0, arrived: 0, left: 0, end: 0 },
    })
  })

  it('fills the table of its form', () => {
    const source = smallSchool(spec)
    const period = reportPeriod(source.school, '2025-26/2')!
    const view = source.classes.get('7а')
    const table = movementTable(movement(source, classOf(source, '7а'), period), period, source.school, view)
    expect(table.rows[1]).toEqual([
      2,
      'ушёл Имя',
      null,
      'выбыл',
      '27.10.2025',
      '№ 5-у от 26.10.2025',
      null,
      '7а',
      'выбыл',
    ])
    expect(table.footnotes).toEqual([
      'II четверть: на начало 5, прибыло 2, в т. ч. из других классов 0, выбыло 2, в т. ч. в другие классы 0, на конец 5.',
    ])
  })
})
