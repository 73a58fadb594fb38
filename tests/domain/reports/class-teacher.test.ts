import { describe, expect, it } from 'vitest'
import type { CategoryKey } from '../../../src/domain/reports/categories.ts'
import type { CategoryList } from '../../../src/domain/reports/category-list.ts'
import { classTeacher } from '../../../src/domain/reports/class-teacher.ts'
import { classTeacherTable } from '../../../src/domain/reports/class-teacher-table.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { tableCsv } from '../../../src/domain/reports/table-csv.ts'
import { classOf, type SmallSchool, smallSchool, taught } from './small-school.ts'

const first = '2025-26/1'
const second = '2025-26/2'

function report(spec: SmallSchool, period = first, classId = '7а') {
  const source = smallSchool(spec)
  return classTeacher(source, classOf(source, classId), reportPeriod(source.school, period)!)
}

/** Only the categories that somebody is in. */
function filled(categories: readonly CategoryList[]): Partial<Record<CategoryKey, string[]>> {
  return Object.fromEntries(
    categories
      .filter(({ count }) => count > 0)
      .map(({ key, pupils }) => [key, pupils.map(({ pupil, subjects }) => [pupil, ...subjects].join(' '))]),
  )
}

const subjects = [taught('7а,alg'), taught('7а,bio'), taught('7а,mus', { grading: 'credit' })]
const marks = (pupil: string, period: string, alg: string, bio: string, mus = 'зач') =>
  Object.entries({ alg, bio, mus })
    .filter(([, mark]) => mark !== '')
    .map(([subject, mark]) => [`7а,${subject}`, period, pupil, mark] as never)

describe('the class teacher’s report', () => {
  it('puts each pupil into the first category that fits, beside the quarter before', () => {
    const made = report(
      {
        classes: { '7а': { pupils: ['а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и'] } },
        assignments: subjects,
        periodMarks: [
          ...marks('а', second, '5', '5'),
          ...marks('б', second, '5', '4'),
          ...marks('в', second, '4', '4'),
          ...marks('г', second, '3', '5'),
          ...marks('д', second, '3', '3'),
          ...marks('е', second, '1', 'н/а', ''),
          ...marks('ж', second, '5', '5', 'незач'),
          ...marks('з', second, 'н/а', ''),
          ...marks('и', second, '5', '5', ''),
          ...['а', 'б', 'в', 'г', 'д', 'е', 'ж'].flatMap((pupil) => marks(pupil, first, '4', '5')),
          ...marks('з', first, '2', '5'),
          ...marks('и', first, 'осв', 'осв', 'осв'),
        ],
      },
      second,
    )
    expect(filled(made.categories)).toEqual({
      failing: ['е alg', 'ж mus'],
      notAttested: ['з alg'],
      incomplete: ['и mus'],
      excellent: ['а'],
      oneFour: ['б bio'],
      good: ['в'],
      oneThree: ['г alg'],
      satisfactory: ['д'],
    })
    // (9 - 2 - 1 - 1)/9 = 55.55..., (1 + 1 + 1)/9
    expect(made.passRate).toEqual({ k: 5, n: 9, percent: 55.6 })
    expect(made.qualityRate).toEqual({ k: 3, n: 9, percent: 33.3 })
    expect(made.besides).toEqual([
      { pupil: 'е', notAttested: ['bio'], missing: ['mus'] },
      { pupil: 'з', notAttested: [], missing: ['bio'] },
    ])
    const { previous } = made
    expect(previous?.period).toBe(first)
    // Who is exempt from all marks is out of N: 7 of 8.
    expect(filled(previous!.categories)).toEqual({
      failing: ['з alg'],
      oneFour: ['а alg', 'б alg', 'в alg', 'г alg', 'д alg', 'е alg', 'ж alg'],
    })
    expect(previous!.passRate).toEqual({ k: 7, n: 8, percent: 87.5 })
  })

  it('has nothing before the first period, nor before the year', () => {
    const spec: SmallSchool = { classes: { '7а': { pupils: ['а'] } }, assignments: subjects }
    expect(report(spec)).not.toHaveProperty('previous')
    expect(report(spec, '2025-26/year')).not.toHaveProperty('previous')
    expect(report(spec, '2025-26/4').previous?.period).toBe('2025-26/3')
    expect(report(spec, '2025-26/h2').previous?.period).toBe('2025-26/h1')
  })

  it('is of the whole year by year marks', () => {
    const year = '2025-26/year'
    const made = report(
      {
        classes: { '7а': { pupils: ['а', 'б'] } },
        assignments: [...subjects, taught('7а,geo', { from: '2026-01-12', attested: 'half' })],
        periodMarks: [
          ...marks('а', year, '5', '4'),
          ['7а,geo', year, 'а', '5'],
          ...marks('б', year, '5', '5'),
        ],
      },
      year,
    )
    expect(filled(made.categories)).toEqual({ oneFour: ['а bio'], incomplete: ['б geo'] })
  })

  it('compares each pupil with the class he was in: who came by the end of the quarter is new in it', () => {
    const made = report(
      {
        classes: {
          '7а': {
            pupils: ['был', 'прибыл', 'выбыл'],
            movements: [
              { pupil: 'прибыл', kind: 'arrived', date: '2025-10-28' },
              { pupil: 'выбыл', kind: 'enrolled', date: '2025-09-01' },
              { pupil: 'выбыл', kind: 'left', date: '2025-12-30' },
            ],
          },
        },
        assignments: [taught('7а,alg')],
        periodMarks: [
          ['7а,alg', first, 'был', '5'],
          ['7а,alg', first, 'прибыл', '5'],
          ['7а,alg', first, 'выбыл', '2'],
          ['7а,alg', second, 'был', '4'],
          ['7а,alg', second, 'прибыл', '3'],
          ['7а,alg', second, 'выбыл', '2'],
        ],
      },
      second,
    )
    // The day of an exit is the first outside.
    expect(filled(made.categories)).toEqual({ oneFour: ['был alg'], oneThree: ['прибыл alg'] })
    expect(filled(made.previous!.categories)).toEqual({ excellent: ['был'], failing: ['выбыл alg'] })
    expect(made.headcount).toEqual({ start: 2, arrived: 1, left: 1, end: 2 })
  })

  it('has no percentages where nobody is graded', () => {
    const empty = { passRate: { k: 0, n: 0, percent: null }, qualityRate: { k: 0, n: 0, percent: null } }
    const classes = {
      '1а': { grade: 1, pupils: ['а'] },
      '2а': { grade: 2, pupils: ['б'], ungradedUntil: '2025-12-31' },
      '7а': { pupils: [] },
    }
    const assignments = ['1а', '2а', '7а'].map((id) => taught(`${id},alg`))
    for (const id of Object.keys(classes)) {
      const made = report({ classes, assignments }, second, id)
      expect(made).toMatchObject({ ...empty, previous: empty })
      expect(filled(made.categories)).toEqual({})
    }
    // From the third quarter on 2А has marks.
    expect(report({ classes, assignments }, '2025-26/3', '2а')).toMatchObject({
      passRate: { k: 0, n: 1, percent: 0 },
      previous: empty,
    })
  })

  it('adds up what the class missed, over the pupils at its end', () => {
    const dates = Array.from({ length: 30 }, (_, day) => `2025-09-${String(day + 1).padStart(2, '0')}`)
    const made = report({
      classes: {
        '7а': {
          pupils: ['а', 'б', 'в'],
          movements: [
            { pupil: 'в', kind: 'enrolled', date: '2025-09-01' },
            { pupil: 'в', kind: 'left', date: '2025-09-03' },
          ],
          modes: [{ pupil: 'б', mode: 'home', from: '2025-10-01' }],
        },
      },
      lessons: [
        ...dates.map((date) => ({ journal: '7а,alg', date, absent: { а: '' as const } })),
        { journal: '7а,alg', date: '2025-09-01', bell: 2, absent: { б: 'Б' as const, в: 'У' as const } },
        { journal: '7а,alg', date: '2025-09-03', bell: 2, absent: { в: 'Б' as const } },
        { journal: '7а,alg', date: '2025-10-01', absent: { б: 'Б' as const }, late: ['а'] },
        { journal: '7а,alg', date: '2025-11-05', absent: { а: 'Б' as const } },
      ],
    })
    // 30 Н of а, one Б of б, one У of в before he left; б's of October is at home. Days: a's of one lesson, 2-30
    // September without the 3rd; 32/2 pupils = 16.
    expect(made.absences).toEqual({
      lessons: { total: 32, Б: 1, У: 1, Н: 30 },
      daysMissed: { total: 28, ill: 0 },
      late: 1,
      lessonsPerPupil: 16,
      unexcused: [{ pupil: 'а', name: 'а Имя', lessons: 30 }],
    })
    expect(made.homeTaught).toEqual({ home: 1, family: 0 })
  })
})

describe('the table of the class teacher’s report', () => {
  it('reads from the best down, with what else a failing pupil lacks, and the differences', () => {
    const source = smallSchool({
      classes: { '7а': { pupils: ['а', 'б'] } },
      assignments: subjects,
      periodMarks: [
        ...marks('а', first, '5', '4'),
        ...marks('б', first, '5', '5'),
        ...marks('а', second, '5', '5'),
        ...marks('б', second, '2', 'н/а', ''),
      ],
    })
    source.school.subjects.set('bio', { id: 'bio', name: 'Биология' })
    const period = reportPeriod(source.school, second)!
    const schoolClass = classOf(source, '7а')
    const table = classTeacherTable(
      classTeacher(source, schoolClass, period),
      period,
      source.school,
      schoolClass,
    )
    expect(table.subtitle).toBe('7а класс · II четверть 2025/26 уч. г. (05.11.2025 – 30.12.2025)')
    expect(tableCsv(table).slice(1).split('\r\n').slice(0, 11)).toEqual([
      'Категория,Предыдущий период: кол-во,Предыдущий период: ученики (предметы),Отчётный период: кол-во,' +
        'Отчётный период: ученики (предметы),Разница',
      'Отличники,1,б Имя,1,а Имя,0',
      'С одной «4»,1,а Имя (Биология),0,,-1',
      'На «4» и «5»,0,,0,,0',
      'С одной «3»,0,,0,,0',
      '"На «3», «4» и «5»",0,,0,,0',
      'Не успевают,0,,1,б Имя (alg; н/а: Биология; не выст.: mus),1',
      'Не аттестованы,0,,0,,0',
      'Не выставлены отметки,0,,0,,0',
      '"Успеваемость, %",100,2 из 2,50,1 из 2,-50',
      '"Качество, %",100,2 из 2,50,1 из 2,-50',
    ])
    expect(table.footnotes).toEqual([
      'Учеников на начало: 2, прибыло: 0, выбыло: 0, на конец: 2; из них на дому: 0, семейное образование: 0.',
      'Пропущено уроков: 0 (Б 0, У 0, Н 0), на одного ученика 0,00; дней: 0, по болезни 0; опозданий: 0.',
      'Пропустили по неуважительной причине 30 и более уроков: нет.',
    ])
  })
})
