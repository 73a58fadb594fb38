import type { PlanRow } from '../tables.ts'
import { cellText, numberIn } from './cell-text.ts'
import type { Header } from './header.ts'
import { type ListRow, listRows } from './list-rows.ts'
import { type PreviewLine, Remarks, type Sheet, type SheetReading } from './sheet.ts'
import type { PlanField } from './targets.ts'

const longestTopic = 1000
const longestHomework = 2000
const mostEntries = 2000
const mostHours = 1000

/**
 * Reads the table of a plan (КТП) for a journal. A row with a topic is an entry; its hours are told by their column,
 * else by the numbers of lessons («5-7», «5, 6»), else one. Headings of sections are passed over, and entries are
 * numbered anew, since plans begin again with every quarter.
 */
export function readPlan(
  sheet: Sheet,
  header: Header<PlanField>,
  journal: { class: string; subject: string; group?: string },
): SheetReading<'plan'> {
  const remarks = new Remarks()
  const preview: PreviewLine[] = []
  const plan: PlanRow[] = []
  if (header.columns.topic === undefined) remarks.fault(0, undefined, 'укажите столбец с темами')
  for (const row of listRows(sheet, header)) {
    const topic = row.text('topic')
    if (isSection(row, topic, header)) {
      remarks.note(row.row, row.column('topic'), `«${row.heading ?? topic}»: раздел, не тема`)
      continue
    }
    if (topic === '') {
      if (row.text('number') !== '' && row.text('hours') !== '')
        remarks.fault(row.row, row.column('topic'), 'нет темы: впишите её или уберите строку')
      continue
    }
    const homework = row.text('homework')
    const hours = hoursOf(row, remarks)
    if (topic.length > longestTopic)
      remarks.fault(row.row, row.column('topic'), `тема длиннее ${longestTopic} знаков: сократите`)
    if (homework.length > longestHomework)
      remarks.fault(row.row, row.column('homework'), `задание длиннее ${longestHomework} знаков: сократите`)
    const number = plan.length + 1
    preview.push({ row: row.row, fields: { number: String(number), hours: String(hours), topic, homework } })
    plan.push({ ...journal, number, hours, topic, ...(homework === '' ? {} : { homework }) })
  }
  if (plan.length > mostEntries) remarks.fault(0, undefined, `в плане больше ${mostEntries} тем`)
  if (plan.length === 0 && remarks.faults.length === 0)
    remarks.fault(0, undefined, 'в таблице нет ни одной темы')
  return remarks.reading({ plan }, preview)
}

/** A heading: one text across the row, or a topic without the number that the other rows have. */
function isSection(row: ListRow<PlanField>, topic: string, { columns }: Header<PlanField>): boolean {
  const others = Object.keys(columns).length > 1
  if (others && row.heading !== undefined && !/^\d/.test(row.text('number'))) return true
  return (
    /^(раздел|глава|модуль|\p{L}+ четверть|\d полугодие)(\s|$)/iu.test(topic) && row.text('number') === ''
  )
}

function hoursOf(row: ListRow<PlanField>, remarks: Remarks): number {
  const written = row.text('hours').replace(/\s*ч(ас(а|ов)?)?\.?$/, '')
  if (written === '') return lessonsIn(cellText(row.cell('number')))
  const hours = numberIn(written)
  if (hours !== undefined && hours <= mostHours) return hours
  remarks.fault(row.row, row.column('hours'), `«${row.text('hours')}» — не число часов`)
  return 0
}

/** How many lessons «5-7» or «5, 6» stands for; 1 for anything else. */
function lessonsIn(text: string): number {
  const range = /^(\d+)\s*[-–—]\s*(\d+)\.?$/.exec(text)
  if (range) return Math.max(1, Number(range[2]) - Number(range[1]) + 1)
  const list = /^\d+(\s*[,;]\s*\d+)+\.?$/.test(text)
  return list ? text.split(/[,;]/).length : 1
}
