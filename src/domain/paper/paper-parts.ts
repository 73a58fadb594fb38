import { movementTable } from '../reports/movement-table.ts'
import { summaryAttendanceTable } from '../reports/summary-attendance-table.ts'
import { summaryMarksTable, summarySubjects, summaryTimes } from '../reports/summary-marks-table.ts'
import { type Cell, russianDate, russianNumber, shortDate, type Table } from '../reports/table.ts'
import type { PaperJournal } from './paper-journal.ts'
import type { PaperLesson, PaperMark, PaperSection, PaperWork } from './paper-section.ts'

/**
 * A part of a copy as the cells that it shows: what the copy's digest covers, and what two copies are compared by.
 * Only the office's names under signatures, numbers of pages and the time of printing stand on paper and not here.
 */
export interface PaperPart {
  /** The same in every copy of the class and period. */
  key: string
  title: string
  /** Those that show something, by key. */
  cells: PaperCell[]
}

export interface PaperCell {
  /** The same in every copy. */
  key: string
  /** For people: which column («15.09, урок 2»), which row (a pupil's name). */
  column: string
  row: string
  text: string
}

/** All of a copy, part by part, in the order of its pages. */
export function paperParts(journal: PaperJournal): PaperPart[] {
  return [
    titlePart(journal),
    pupilsPart(journal),
    ...journal.sections.map(sectionPart),
    attendancePart(journal),
    marksPart(journal),
    movementPart(journal),
    remarksPart(journal),
  ]
}

type Row = [key: string, column: string, row: string, text: string]

function part(key: string, title: string, rows: readonly Row[]): PaperPart {
  const cells = rows
    .filter(([, , , text]) => text !== '')
    .map(([cell, column, row, text]) => ({ key: cell, column, row, text }))
  return { key, title, cells: cells.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) }
}

export function titlePart({ title }: Pick<PaperJournal, 'title'>): PaperPart {
  return part('title', 'Титульный лист', [
    ['organisation', 'организация', '', title.organisation],
    ['class', 'класс', '', title.class],
    ['time', 'период', '', title.time],
    ['teacher', 'классный руководитель', '', title.classTeacher?.name ?? ''],
  ])
}

export function pupilsPart({ pupils }: Pick<PaperJournal, 'pupils'>): PaperPart {
  return part(
    'pupils',
    'Общие сведения',
    pupils.flatMap(({ id, name, born, enrolled, left }): Row[] => [
      [`${id},name`, 'фамилия, имя, отчество', name, name],
      [`${id},born`, 'дата рождения', name, born],
      [`${id},enrolled`, 'зачислен', name, enrolled],
      [`${id},left`, 'выбыл', name, left],
    ]),
  )
}

export function sectionPart(section: PaperSection): PaperPart {
  const { journal, title, teachers, lessons, finals, rows, hours, unsettled } = section
  const titles = lessons.map(lessonTitle)
  const said = (key: string, column: string, text: string | number | undefined): Row[] => [
    [key, column, '', text === undefined ? '' : String(text)],
  ]
  return part(`journal,${journal}`, title, [
    ...said('title', 'предмет', title),
    ...said('teachers', 'учитель', teachers.map(({ name }) => name).join(', ')),
    ...said('first', 'номер первого урока', lessons[0]?.number),
    ...said('planned', 'по плану, ч.', hours.planned),
    ...said('held', 'проведено, ч.', hours.held),
    ...said('control', 'контрольных', hours.control),
    ...said('cancelled', 'отменено', hours.cancelled),
    ...said('unsettled', 'неразрешённых расхождений', unsettled || undefined),
    ...lessons.flatMap((lesson, index) => lessonCells(lesson, titles[index]!)),
    ...rows.flatMap(({ pupil, name, cells, finals: marks, leaving }): Row[] => [
      ...cells.map((cell, index): Row => {
        return [`${lessons[index]!.key},p,${pupil}`, titles[index]!, name, markText(cell)]
      }),
      ...finals.map(
        ({ period, title: column }, index): Row => [`final,${period},${pupil}`, column, name, marks[index]!],
      ),
      [`row,${pupil}`, 'список', name, leaving ?? 'в списке'],
    ]),
  ])
}

function lessonCells(lesson: PaperLesson, title: string): Row[] {
  const { key, date, bell, works, roll, topic, homework, substitute } = lesson
  const say = (what: string, row: string, text: string): Row => [`${key},${what}`, title, row, text]
  return [
    say('date', 'дата', `${russianDate(date)}, урок ${bell}`),
    say('works', 'вид работы', works.map(workText).join(', ')),
    say('roll', 'явка', roll ? 'отмечена' : 'не отмечена'),
    say('topic', 'тема', topic),
    say('homework', 'домашнее задание', homework),
    say('substitute', 'замена', substitute),
  ]
}

/** «15.09, урок 2» */
function lessonTitle({ date, bell }: Pick<PaperLesson, 'date' | 'bell'>): string {
  return `${shortDate(date)}, урок ${bell}`
}

/** «Контрольная работа: Дроби» */
export function workText({ kind, title }: PaperWork): string {
  return [kind, title].filter((text) => text !== '').join(': ')
}

/** «Н/4», «5/4»; a dash where the pupil was not of the class. */
export function markText({ code, marks, outside }: PaperMark): string {
  const said = [code, ...marks].filter((text) => text !== '').join('/')
  return said === '' && outside !== undefined ? '—' : said
}

export function attendancePart({
  attendance,
  source,
}: Pick<PaperJournal, 'attendance' | 'source'>): PaperPart {
  const table = summaryAttendanceTable(attendance, source.school)
  return tablePart(
    'attendance',
    table,
    attendance.rows.map(({ pupil, name }) => ({ key: pupil, title: name })),
    table.columns.map(({ title, group = '' }) => `${group} ${title}`),
  )
}

export function marksPart({
  marks,
  source,
  schoolClass,
}: Pick<PaperJournal, 'marks' | 'source' | 'schoolClass'>): PaperPart {
  const { school } = source
  const times = summaryTimes(marks, schoolClass, school)
  const subjects = summarySubjects(marks, schoolClass, school)
  return tablePart(
    'marks',
    summaryMarksTable(marks, schoolClass, school, source.classes.get(schoolClass.id)),
    marks.rows.flatMap(({ pupil, name }) =>
      times.map(({ id, title }) => ({ key: `${pupil},${id}`, title: `${name}, ${title}` })),
    ),
    ['№', 'name', 'time', ...subjects.map(({ id }) => id), 'conduct', 'council'],
  )
}

export function movementPart({
  movement,
  source,
  schoolClass,
  period,
}: Pick<PaperJournal, 'movement' | 'source' | 'schoolClass' | 'period'>): PaperPart {
  const table = movementTable(movement, period, source.school, source.classes.get(schoolClass.id))
  return tablePart(
    'movement',
    table,
    movement.rows.map(({ pupil, kind, date, name }) => ({ key: `${pupil},${kind},${date}`, title: name })),
    table.columns.map(({ title }) => title),
  )
}

export function remarksPart({ remarks }: Pick<PaperJournal, 'remarks'>): PaperPart {
  return part(
    'remarks',
    'Замечания по ведению журнала',
    remarks.flatMap(({ id, date, subject, text, author, answer, answered }): Row[] => [
      [`${id},date`, 'дата', subject, date],
      [`${id},text`, 'замечание', subject, text],
      [`${id},author`, 'проверяющий', subject, author],
      [`${id},answer`, 'отметка о выполнении', subject, answer],
      [`${id},answered`, 'дата выполнения', subject, answered],
    ]),
  )
}

/** A sheet's cells; the first column, the row's number, follows from the others. */
function tablePart(
  key: string,
  { title, columns, rows, totals, footnotes }: Table,
  rowKeys: readonly { key: string; title: string }[],
  columnKeys: readonly string[],
): PaperPart {
  const named = (index: number) => {
    const { group, title: own } = columns[index]!
    return group === undefined ? own : `${group}: ${own}`
  }
  const cellsOf = (row: readonly Cell[], rowKey: string, rowTitle: string) =>
    row.map((cell, index): Row => [`${rowKey},${columnKeys[index]}`, named(index), rowTitle, textOf(cell)])
  return part(key, title, [
    ...columns.map((_, index): Row => [`head,${columnKeys[index]}`, named(index), '', named(index)]),
    ...rows.flatMap((row, index) => cellsOf(row, rowKeys[index]!.key, rowKeys[index]!.title).slice(1)),
    ...totals.flatMap((row, index) => cellsOf(row, `total${index}`, textOf(row[1] ?? null)).slice(1)),
    ...footnotes.map((note, index): Row => [`note${index}`, 'примечание', '', note]),
  ])
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? russianNumber(cell.value, cell.decimals) : String(cell)
}
