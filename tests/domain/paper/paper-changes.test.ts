import { describe, expect, it } from 'vitest'
import { paperChanges } from '../../../src/domain/paper/paper-changes.ts'
import { paperJournal } from '../../../src/domain/paper/paper-journal.ts'
import { type PaperPart, paperParts } from '../../../src/domain/paper/paper-parts.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { type SmallLesson, type SmallSchool, smallSchool, taught } from '../reports/small-school.ts'

const lessons: SmallLesson[] = [
  { journal: '7а,math', date: '2025-09-08', absent: { Ия: 'Н' }, marks: { Лев: '4' } },
  { journal: '7а,math', date: '2025-09-15', marks: { Лев: '5' } },
]

function parts(more: Partial<SmallSchool> = {}, period = '2025-26/1'): PaperPart[] {
  const source = smallSchool({
    classes: { '7а': { pupils: ['Ия', 'Лев'] } },
    assignments: [taught('7а,math')],
    lessons,
    ...more,
  })
  source.school.subjects.set('math', { id: 'math', name: 'Математика' })
  return paperParts(
    paperJournal(source, source.school.classes.get('7а')!, reportPeriod(source.school, period)!),
  )
}

it('two copies of one state differ in nothing', () => {
  expect(paperChanges(parts(), parts())).toEqual([])
})

describe('a changed cell', () => {
  it('is named by lesson and pupil, from what to what', () => {
    const later = parts({ lessons: [{ ...lessons[0]!, marks: { Лев: '5' } }, lessons[1]!] })
    expect(paperChanges(parts(), later)).toEqual([
      { part: 'Математика', column: '08.09, урок 1', row: 'Лев Имя', from: '4', to: '5' },
    ])
  })

  it('of an absence changes the sheets that count it', () => {
    const later = parts({ lessons: [{ ...lessons[0]!, absent: { Ия: 'Б' } }, lessons[1]!] })
    const sheet = 'Сводная ведомость учёта посещаемости'
    // The lesson, and in the sheet one Н less and one Б more, of Ия and of the class, in the quarter and in the year;
    // she missed the day's only lesson, so that the day now counts as one of illness.
    expect(paperChanges(parts(), later)).toHaveLength(1 + 2 * 2 * 3)
    expect(paperChanges(parts(), later)).toEqual(
      expect.arrayContaining([
        { part: 'Математика', column: '08.09, урок 1', row: 'Ия Имя', from: 'Н', to: 'Б' },
        { part: sheet, column: 'I: Б', row: 'Ия Имя', from: '0', to: '1' },
        { part: sheet, column: 'Год: Н', row: 'Всего по классу', from: '1', to: '0' },
        { part: sheet, column: 'I: дней бол.', row: 'Ия Имя', from: '0', to: '1' },
      ]),
    )
  })

  it('of a lesson that was added or left out shows nothing on the other side', () => {
    const fewer = parts({ lessons: [lessons[0]!] })
    const added = paperChanges(fewer, parts()).filter(({ column }) => column === '15.09, урок 1')
    expect(added).toEqual([
      { part: 'Математика', column: '15.09, урок 1', row: 'дата', from: '', to: '15.09.2025, урок 1' },
      { part: 'Математика', column: '15.09, урок 1', row: 'Лев Имя', from: '', to: '5' },
      { part: 'Математика', column: '15.09, урок 1', row: 'явка', from: '', to: 'отмечена' },
    ])
    const back = paperChanges(parts(), fewer).filter(({ column }) => column === '15.09, урок 1')
    expect(back.map(({ from, to }) => [from, to])).toEqual(added.map(({ from, to }) => [to, from]))
  })

  it('of a whole journal that came is listed under its subject', () => {
    const later = parts({ assignments: [taught('7а,math'), taught('7а,art')] })
    const changes = paperChanges(parts(), later).filter(({ part }) => part === 'art')
    expect(changes).toContainEqual({ part: 'art', column: 'предмет', row: '', from: '', to: 'art' })
  })
})

it('nothing dated after the period changes its copy', () => {
  const later = parts({
    classes: {
      '7а': {
        pupils: ['Ия', 'Лев', 'Новый'],
        movements: [
          { pupil: 'Ия', kind: 'enrolled', date: '2025-09-01' },
          { pupil: 'Ия', kind: 'left', date: '2025-11-10' },
          { pupil: 'Новый', kind: 'arrived', date: '2025-11-05' },
        ],
      },
    },
    lessons: [
      ...lessons,
      { journal: '7а,math', date: '2025-11-10', absent: { Лев: '' }, marks: { Лев: '2' } },
    ],
    assignments: [taught('7а,math'), taught('7а,geo', { from: '2026-01-12' })],
    periodMarks: [
      ['7а,math', '2025-26/2', 'Лев', '3'],
      ['7а,math', '2025-26/year', 'Лев', '4'],
    ],
  })
  expect(paperChanges(parts(), later)).toEqual([])
})

it('what came before the period counts in its sheets, and in the numbers of its lessons', () => {
  const second = [...lessons, { journal: '7а,math', date: '2025-11-10' }]
  const changes = paperChanges(
    parts({ lessons: second }, '2025-26/2'),
    parts(
      { lessons: [...second, { journal: '7а,math', date: '2025-10-06', absent: { Лев: '' } }] },
      '2025-26/2',
    ),
  )
  expect(changes).toContainEqual({
    part: 'Математика',
    column: 'номер первого урока',
    row: '',
    from: '3',
    to: '4',
  })
  expect(changes.map(({ part }) => part)).toContain('Сводная ведомость учёта посещаемости')
  expect(changes.filter(({ part }) => part === 'Математика')).toHaveLength(1)
})

it('what the server knows of another class stands in the extract that a device has', () => {
  const [from, to] = ['7б,math', '7а,math']
  const whole = smallSchool({
    classes: {
      '7а': {
        pupils: ['Ия', 'Лев'],
        movements: [{ pupil: 'Лев', kind: 'moved_in', date: '2025-11-10' }],
        spans: [{ pupil: 'Лев', from: '2025-11-05', to: '2025-11-20', code: 'Б' }],
      },
      '7б': {
        pupils: ['Лев'],
        movements: [
          { pupil: 'Лев', kind: 'enrolled', date: '2025-09-01' },
          { pupil: 'Лев', kind: 'moved_out', date: '2025-11-10' },
        ],
        spans: [{ pupil: 'Лев', from: '2025-11-05', to: '2025-11-20', code: 'Б' }],
      },
    },
    assignments: [taught(from), taught(to)],
    lessons: [{ journal: to, date: '2025-11-17', absent: { Лев: '' } }],
    periodMarks: [[from, '2025-26/1', 'Лев', '4']],
  })
  const journal = whole.journals.get(to)!
  journal.carried = [
    {
      pupil: 'Лев',
      from: { class: '7б', subject: 'math' },
      marks: [],
      absences: [],
      periodMarks: [{ period: '2025-26/1', mark: '4' }],
    },
  ]
  const device = {
    ...whole,
    classes: new Map([['7а', whole.classes.get('7а')!]]),
    journals: new Map([[to, journal]]),
  }
  const [full, own] = [whole, device].map((source) => {
    const schoolClass = source.school.classes.get('7а')!
    return paperParts(paperJournal(source, schoolClass, reportPeriod(source.school, '2025-26/2')!))
  })
  expect(paperChanges(full!, own!)).toEqual([])
  const marks = full!.find(({ key }) => key === 'marks')!.cells
  expect(marks.find(({ key }) => key === 'Лев,2025-26/1,math')?.text).toBe('4')
})
