import { entity, schoolDocument } from '../domain/ledger/documents.ts'
import { toValue } from './row-values.ts'
import type { Saying } from './saying.ts'

/** Tables of the `school` document: a row is one value. */
export function assertSchool(saying: Saying): void {
  const document = schoolDocument
  saying.each('school', (row, say) => say(document, entity.school, 'school', toValue(row)))
  saying.each('years', (row, say) => say(document, entity.year(row.id), 'year', toValue(row)))
  saying.each('periods', (row, say) => say(document, entity.period(row.id), 'period', toValue(row)))
  saying.each('holidays', (row, say) =>
    say(document, entity.holiday(row.starts, row.ends, row.grades), 'holiday', toValue(row)),
  )
  saying.each('bells', (row, say) => say(document, entity.bell(row.number), 'bell', toValue(row)))
  saying.each('subjects', (row, say) => say(document, entity.subject(row.id), 'subject', toValue(row)))
  saying.each('staff', (row, say) => say(document, entity.staff(row.id), 'staff', toValue(row)))
  saying.each('classes', (row, say) => say(document, entity.class(row.id), 'class', toValue(row)))
  saying.each('groups', (row, say) => say(document, entity.group(row.id), 'group', toValue(row)))
  saying.each('assignments', (row, say) =>
    say(document, entity.assignment(row, row.teacher, row.from), 'assignment', toValue(row)),
  )
  saying.each('timetable', (row, say) =>
    say(document, entity.slot(row, row.weekday, row.bell, row.from, row.week), 'slot', toValue(row)),
  )
}
