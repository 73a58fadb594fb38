import { describe, expect, it } from 'vitest'
import type { Lesson } from '../../../src/domain/journal/journal-view.ts'
import { type PaperJournal, paperJournal } from '../../../src/domain/paper/paper-journal.ts'
import { markText } from '../../../src/domain/paper/paper-parts.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import type { ReportSource } from '../../../src/domain/reports/report-source.ts'
import { classOf, type SmallSchool, smallSchool, taught } from '../reports/small-school.ts'

const first = '2025-26/1'

function copy(source: ReportSource, period = first): PaperJournal {
  return paperJournal(source, classOf(source, '7а'), reportPeriod(source.school, period)!)
}

function school(more: Partial<SmallSchool> = {}): ReportSource {
  return smallSchool({
    classes: { '7а': { pupils: ['Ия', 'Лев', 'Яна'] } },
    assignments: [taught('7а,math')],
    ...more,
  })
}

/** What the cells of a journal's rows say, by pupil. */
function grid({ sections }: PaperJournal, journal: string): Record<string, string[]> {
  const { rows } = sections.find((section) => section.journal === journal)!
  return Object.fromEntries(rows.map(({ pupil, cells }) => [pupil, cells.map(markText)]))
}

describe('the order of journals', () => {
  it('is the curriculum’s; parallel groups follow each other, what has no marks comes last', () => {
    const source = school({
      assignments: [
        taught('7а,talk', { grading: 'none' }),
        taught('7а,pe'),
        taught('7а,eng,g2'),
        taught('7а,zoo'),
        taught('7а,math'),
        taught('7а,eng,g1'),
        taught('7а,rus'),
        taught('7а,old', { to: '2025-09-01' }),
        taught('7а,new', { from: '2025-11-05' }),
      ],
      lessons: [{ journal: '7а,art', date: '2025-09-02' }],
    })
    const names = {
      talk: 'Разговоры о важном',
      pe: 'Физическая культура',
      eng: 'Английский язык',
      zoo: 'Зоология',
      math: 'Математика',
      rus: 'Русский язык',
      art: 'Музыка',
    }
    for (const [id, name] of Object.entries(names)) source.school.subjects.set(id, { id, name })
    for (const id of ['g1', 'g2'])
      source.school.groups.set(id, { id, class: '7а', subject: 'eng', name: `Группа ${id[1]}` })
    expect(copy(source).sections.map(({ title }) => title)).toEqual([
      'Русский язык',
      'Английский язык, Группа 1',
      'Английский язык, Группа 2',
      'Математика',
      'Музыка',
      'Физическая культура',
      'Зоология',
      'Внеурочная деятельность: Разговоры о важном',
    ])
  })
})

describe('a journal of the copy', () => {
  it('shows codes and marks, and lists the lessons held in the period by their numbers in the year', () => {
    const source = school({
      classes: {
        '7а': {
          pupils: ['Ия', 'Лев', 'Яна'],
          spans: [{ pupil: 'Ия', from: '2025-11-10', to: '2025-11-20', code: 'Б' }],
        },
      },
      lessons: [
        { journal: '7а,math', date: '2025-09-08', marks: { Ия: '2' } },
        { journal: '7а,math', date: '2025-09-15', held: false },
        {
          journal: '7а,math',
          date: '2025-11-10',
          absent: { Ия: '', Лев: 'У', Яна: '' },
          marks: { Яна: '4' },
        },
        {
          journal: '7а,math',
          date: '2025-11-17',
          late: ['Лев'],
          marks: { Лев: '5', Ия: '.' },
          works: [{ id: 'test', marks: { Лев: '4', Яна: 'зач' } }],
        },
        { journal: '7а,math', date: '2025-11-24', held: false },
        { journal: '7а,math', date: '2026-01-12', marks: { Ия: '3' } },
      ],
      periodMarks: [
        ['7а,math', '2025-26/2', 'Ия', '4'],
        ['7а,math', '2025-26/h1', 'Лев', '5'],
        ['7а,math', '2025-26/3', 'Лев', '2'],
      ],
    })
    const second = copy(source, '2025-26/2')
    const [math] = second.sections
    expect(math!.lessons.map(({ number, date }) => [number, date])).toEqual([
      [2, '2025-11-10'],
      [3, '2025-11-17'],
    ])
    // Ия is covered by a note, Лев has a reason, Яна has none.
    expect(grid(second, '7а,math')).toEqual({
      Ия: ['Б', '.'],
      Лев: ['У', 'О/5/4'],
      Яна: ['Н/4', 'зач'],
    })
    // The half-year ends with the second quarter, and somebody has a mark for it.
    expect(math!.finals.map(({ title }) => title)).toEqual(['II четверть', '1 полугодие'])
    expect(math!.rows.map(({ finals }) => finals)).toEqual([
      ['4', ''],
      ['', '5'],
      ['', ''],
    ])
    expect(math!.hours).toMatchObject({ held: 2, cancelled: 1, planned: undefined, lag: undefined })
  })

  it('has a dash where a pupil was not of the class or the group, and says who left by which order', () => {
    const source = school({
      classes: {
        '7а': {
          pupils: ['Ия', 'Лев', 'Яна'],
          movements: [
            { pupil: 'Ия', kind: 'enrolled', date: '2025-09-01' },
            { pupil: 'Ия', kind: 'left', date: '2025-09-16', orderNo: '31-у' },
            { pupil: 'Лев', kind: 'arrived', date: '2025-09-10' },
          ],
          members: [
            { group: 'g1', pupil: 'Лев', from: '2025-09-16' },
            { group: 'g1', pupil: 'Яна' },
          ],
        },
      },
      assignments: [taught('7а,math'), taught('7а,eng,g1')],
      lessons: ['2025-09-08', '2025-09-15', '2025-09-16'].flatMap((date) => [
        { journal: '7а,math', date },
        { journal: '7а,eng,g1', date, bell: 2 },
      ]),
    })
    const journal = copy(source)
    expect(grid(journal, '7а,math')).toEqual({ Ия: ['', '', '—'], Лев: ['—', '', ''], Яна: ['', '', ''] })
    expect(grid(journal, '7а,eng,g1')).toEqual({ Лев: ['—', '—', ''], Яна: ['', '', ''] })
    expect(journal.sections[1]!.rows[0]).toMatchObject({ pupil: 'Ия', leaving: 'выбыл 16.09, пр. № 31-у' })
    expect(journal.pupils.map(({ name, enrolled, left }) => [name, enrolled, left])).toEqual([
      ['Ия Имя', '01.09.2025', '16.09.2025, пр. № 31-у'],
      ['Лев Имя', '10.09.2025', ''],
      ['Яна Имя', '01.09.2025', ''],
    ])
  })

  it('counts the plan’s hours that the timetable puts into the period', () => {
    const mondays = ['2025-09-01', '2025-09-08', '2025-09-15', '2025-11-10', '2025-11-17']
    const source = school({
      lessons: mondays.map((date, index) => ({
        journal: '7а,math',
        date,
        works: index < 2 ? [{ id: `w${index}`, marks: {} }] : [],
      })),
    })
    source.school.slots = [{ class: '7а', subject: 'math', weekday: 1, bell: 1 }]
    const journal = source.journals.get('7а,math')!
    journal.plan = [{ number: 1, hours: 15, topic: 'Дроби' }]
    const kinds = ['Контрольная работа', 'Тест']
    journal.lessons = journal.lessons.map(
      (lesson, index): Lesson => ({
        ...lesson,
        works: lesson.works.map((work) => ({ ...work, kind: kinds[index]! })),
      }),
    )
    // Mondays of the first quarter: 4 after 1 September in September, 3 in October, and itself: 8 hours, 3 held.
    expect(copy(source).sections[0]!.hours).toEqual({ planned: 8, held: 3, control: 1, cancelled: 0, lag: 5 })
    // Of the 15 hours 7 are left for the 8 Mondays of the second one.
    expect(copy(source, '2025-26/2').sections[0]!.hours).toMatchObject({ planned: 7, held: 2, lag: 5 })
  })

  it('has no column for marks that nobody gives', () => {
    const source = school({
      classes: { '7а': { pupils: ['Ия'], ungradedUntil: '2025-10-24' } },
      lessons: [{ journal: '7а,math', date: '2025-09-08' }],
    })
    expect(copy(source).sections[0]!.finals).toEqual([])
    expect(copy(source, '2025-26/2').sections[0]!.finals).toHaveLength(1)
  })
})

it('names the class, the period and who answers for the copy', () => {
  const source = school()
  source.school.staff.set('t', { id: 't', last: 'Лис', first: 'Юна', middle: 'Оле', roles: ['teacher'] })
  source.school.classes.set('7а', { ...classOf(source, '7а'), classTeacher: 't' })
  expect(copy(source).title).toEqual({
    organisation: 'Школа',
    class: '7а',
    time: 'I четверть 2025/2026 учебного года',
    classTeacher: { name: 'Лис Юна Оле', signs: 'Ю. О. Лис' },
  })
})
