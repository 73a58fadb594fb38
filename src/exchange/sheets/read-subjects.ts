import type { SubjectRow } from '../tables.ts'
import { plainText } from './cell-text.ts'
import type { Header } from './header.ts'
import { listRows } from './list-rows.ts'
import { type PreviewLine, Remarks, type Sheet, type SheetContext, type SheetReading } from './sheet.ts'
import type { SubjectsField } from './targets.ts'

const longest = 200

/** Reads a list of subjects; one that the school has already keeps its id. */
export function readSubjects(
  sheet: Sheet,
  header: Header<SubjectsField>,
  { known, newId }: SheetContext,
): SheetReading<'subjects'> {
  const remarks = new Remarks()
  const preview: PreviewLine[] = []
  const subjects: SubjectRow[] = []
  const first = new Map<string, number>()
  if (header.columns.name === undefined) remarks.fault(0, undefined, 'укажите столбец с названием предмета')
  for (const row of listRows(sheet, header)) {
    const name = row.text('name')
    if (name === '') continue
    preview.push({ row: row.row, fields: { name } })
    const earlier = first.get(plainText(name))
    if (name.length > longest)
      remarks.fault(row.row, row.column('name'), `длиннее ${longest} знаков: сократите`)
    else if (earlier !== undefined)
      remarks.note(row.row, row.column('name'), `«${name}» уже есть в строке ${earlier}: пропущен`)
    else {
      first.set(plainText(name), row.row)
      const own = known.subjects.find((subject) => plainText(subject.name) === plainText(name))
      subjects.push(own ?? { id: newId('subjects', plainText(name)), name })
    }
  }
  if (subjects.length === 0) remarks.fault(0, undefined, 'в списке нет ни одного предмета')
  return remarks.reading({ subjects }, preview)
}
