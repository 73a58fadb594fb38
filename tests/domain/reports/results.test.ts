import { describe, expect, it } from 'vitest'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { results } from '../../../src/domain/reports/results.ts'
import { resultsTable } from '../../../src/domain/reports/results-table.ts'
import { tableCsv } from '../../../src/domain/reports/table-csv.ts'
import { classOf, type SmallSchool, smallSchool, taught } from './small-school.ts'

function report(spec: SmallSchool, period = '2025-26/1', classId = '7а') {
  const source = smallSchool(spec)
  return results(source, classOf(source, classId), reportPeriod(source.school, period)!)
}

const first = '2025-26/1'

describe('results', () => {
  it('are of the pupils who belong to the class on the period’s last day', () => {
    const spec: SmallSchool = {
      classes: {
        '7а': {
          pupils: ['был', 'выбыл', 'ёж', 'еж', 'прибыл', 'накануне'],
          movements: [
            { pupil: 'выбыл', kind: 'enrolled', date: '2025-09-01' },
            { pupil: 'выбыл', kind: 'left', date: '2025-10-24' },
            { pupil: 'прибыл', kind: 'arrived', date: '2025-10-24' },
            { pupil: 'накануне', kind: 'arrived', date: '2025-10-25' },
          ],
        },
      },
      assignments: [taught('7а,math')],
      periodMarks: [
        ['7а,math', first, 'был', '4'],
        ['7а,math', first, 'выбыл', '2'],
        ['7а,math', '2025-26/2', 'ёж', '5'],
      ],
    }
    const { rows, totals } = report(spec)
    // Ё = Е, then by id; who left on the last day is outside on it.
    expect(rows.map(({ pupil, marks, average }) => [pupil, marks, average])).toEqual([
      ['был', { math: '4' }, 4],
      ['еж', {}, null],
      ['ёж', {}, null],
      ['прибыл', {}, null],
    ])
    expect(totals.subjects.math).toMatchObject({ '4': 1, '2': 0, none: 3, n: 1, passPercent: 100 })
    // One has a mark, three are incomplete.
    expect(totals).toMatchObject({ pupils: 4, passRate: { k: 1, n: 4, percent: 25 } })
  })

  it('have the subjects that are graded, taught in some part of the period and attested in its kind', () => {
    const spec: SmallSchool = {
      classes: { '7а': { pupils: ['икс'] } },
      assignments: [
        taught('7а,math'),
        taught('7а,mus', { grading: 'credit' }),
        taught('7а,rov', { grading: 'none' }),
        taught('7а,geo', { from: '2025-10-25' }),
        taught('7а,bio', { from: '2025-10-24' }),
        taught('7а,art', { to: '2025-09-01' }),
        taught('7а,tech', { to: '2025-09-02' }),
        taught('7а,hist', { attested: 'half' }),
        taught('7а,law', { attested: 'year' }),
      ],
    }
    const subjects = (period: string) => Object.keys(report(spec, period).totals.subjects)
    expect(subjects(first)).toEqual(['bio', 'math', 'mus', 'tech'])
    expect(subjects('2025-26/h1')).toEqual(['hist'])
    expect(subjects('2025-26/year')).toEqual(['bio', 'geo', 'hist', 'law', 'math', 'mus', 'tech'])
  })

  it('attest grades 10 and 11 by half-year unless the assignment says otherwise', () => {
    const spec: SmallSchool = {
      classes: { '10а': { grade: 10, pupils: ['икс'] } },
      assignments: [taught('10а,math'), taught('10а,rus', { attested: 'quarter' })],
      periodMarks: [['10а,math', '2025-26/h1', 'икс', '5']],
    }
    expect(Object.keys(report(spec, first, '10а').totals.subjects)).toEqual(['rus'])
    expect(report(spec, '2025-26/h1', '10а').rows[0]!.marks).toEqual({ math: '5' })
  })

  it('count a group’s subject for who is in the group on the last day, and take the mark from wherever it is', () => {
    const spec: SmallSchool = {
      classes: {
        '7а': {
          pupils: ['перешёл', 'ни-в-одной', 'вторая'],
          members: [
            { group: 'e1', pupil: 'перешёл', to: '2025-10-20' },
            { group: 'e2', pupil: 'перешёл', from: '2025-10-20' },
            { group: 'e1', pupil: 'ни-в-одной', to: '2025-10-20' },
            { group: 'e2', pupil: 'вторая' },
          ],
        },
      },
      assignments: [taught('7а,eng,e1'), taught('7а,eng,e2')],
      periodMarks: [
        ['7а,eng,e1', first, 'перешёл', '3'],
        ['7а,eng,e1', first, 'ни-в-одной', '3'],
        ['7а,eng,e1', first, 'вторая', '2'],
        ['7а,eng,e2', first, 'вторая', '5'],
      ],
    }
    const { rows, totals } = report(spec)
    // The mark in the pupil's own journal goes before one that the other group's teacher has given.
    expect(Object.fromEntries(rows.map(({ pupil, marks }) => [pupil, marks]))).toEqual({
      перешёл: { eng: '3' },
      'ни-в-одной': {},
      вторая: { eng: '5' },
    })
    expect(totals.subjects.eng).toMatchObject({ '5': 1, '3': 1, none: 0, n: 2 })
  })

  it('let a mark follow the pupil from another class', () => {
    const spec: SmallSchool = {
      classes: {
        '7а': { pupils: ['икс'], movements: [{ pupil: 'икс', kind: 'moved_in', date: '2025-10-23' }] },
        '7б': {
          pupils: ['икс'],
          movements: [
            { pupil: 'икс', kind: 'enrolled', date: '2025-09-01' },
            { pupil: 'икс', kind: 'moved_out', date: '2025-10-23' },
          ],
        },
      },
      assignments: [taught('7а,math'), taught('7б,math'), taught('7б,art')],
      periodMarks: [
        ['7б,math', first, 'икс', '4'],
        ['7б,art', first, 'икс', '5'],
      ],
    }
    // Art is not taught in 7А, so it does not count there.
    expect(report(spec).rows).toMatchObject([{ pupil: 'икс', marks: { math: '4' }, average: 4 }])
    expect(report(spec, first, '7б').rows).toEqual([])
  })

  it('are without subjects and percentages in a class that has no marks', () => {
    const assignments = [taught('1а,math'), taught('2а,math')]
    const classes = {
      '1а': { grade: 1, pupils: ['икс'] },
      '2а': { grade: 2, ungradedUntil: '2025-11-05', pupils: ['игрек'] },
    }
    const ungraded = { subjects: {}, pupils: 1, passRate: { k: 0, n: 0, percent: null } }
    expect(report({ classes, assignments }, first, '1а').totals).toMatchObject(ungraded)
    expect(report({ classes, assignments }, first, '2а').totals).toMatchObject(ungraded)
    expect(report({ classes, assignments }, '2025-26/2', '2а').totals.subjects).toHaveProperty('math')
    expect(report({ classes, assignments }, '2025-26/year', '2а').totals.subjects).toHaveProperty('math')
  })

  it('count the conflicts of their marks', () => {
    const source = smallSchool({
      classes: { '7а': { pupils: ['икс'] } },
      assignments: [taught('7а,math')],
      periodMarks: [['7а,math', first, 'икс', '4']],
    })
    source.journals
      .get('7а,math')!
      .unsettled.push(
        { entity: `periodmark,${first},икс`, attribute: 'periodmark' },
        { entity: 'periodmark,2025-26/2,икс', attribute: 'periodmark' },
        { entity: `periodmark,${first},чужой`, attribute: 'periodmark' },
      )
    const period = reportPeriod(source.school, first)!
    const counted = results(source, classOf(source, '7а'), period)
    expect(counted.unsettled).toBe(1)
    expect(resultsTable(counted, period, source.school).footnotes.at(-1)).toMatch(/не разрешены: 1\.$/)
  })
})

describe('the table of results', () => {
  it('has subjects by name, marks as numbers, counts under each', () => {
    const source = smallSchool({
      classes: { '7а': { pupils: ['=икс', 'игрек'] } },
      assignments: [taught('7а,math'), taught('7а,art')],
      periodMarks: [
        ['7а,math', first, '=икс', '5'],
        ['7а,art', first, '=икс', '4'],
        ['7а,math', first, 'игрек', 'н/а'],
      ],
    })
    source.school.subjects.set('math', { id: 'math', name: 'Алгебра' })
    source.school.subjects.set('art', { id: 'art', name: '@ИЗО' })
    const period = reportPeriod(source.school, first)!
    const table = resultsTable(results(source, classOf(source, '7а'), period), period, source.school)
    expect(table.subtitle).toBe('7а класс · I четверть 2025/26 уч. г. (01.09.2025 – 24.10.2025)')
    const lines = tableCsv(table).slice(1).split('\r\n')
    // What a spreadsheet would run as a formula is made a text.
    expect(lines.slice(0, 3)).toEqual([
      '№,"Фамилия, имя",\'@ИЗО,Алгебра,Средний балл',
      "1,'=икс Имя,4,5,4.5",
      '2,игрек Имя,,н/а,',
    ])
    expect(lines.slice(3, 17)).toEqual([
      ',«5»,0,1,',
      ',«4»,1,0,',
      ',«3»,0,0,',
      ',«2»,0,0,',
      ',н/а,0,1,',
      ',осв.,0,0,',
      ',зач.,0,0,',
      ',незач.,0,0,',
      ',не выст.,1,0,',
      ',N,1,2,',
      ',Средний балл,4,5,',
      ',"Успеваемость, %",100,50,',
      ',"Качество, %",100,50,',
      // (100 + 7)/2
      ',СОУ,64,53.5,',
    ])
    expect(table.footnotes).toEqual([
      'Учеников на конец периода: 2.',
      'По классу: успеваемость 50,0 % (1 из 2) · качество 50,0 % (1 из 2).',
    ])
  })
})
