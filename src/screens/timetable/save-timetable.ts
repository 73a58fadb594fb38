import { journalName } from '../../domain/ledger/documents.ts'
import type { GridSource } from '../../exchange/timetable-grid.ts'
import type { Texts } from '../design/texts/ru.ts'
import { saveFile } from '../papers/save-file.ts'
import type { TimetableView } from './timetable-view.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What the grid is written from. The file keeps Russian words whatever the screen's language: it is read back. */
export function gridSource(view: TimetableView, weekday: (day: number) => string): GridSource {
  const { school, classes, days, bells, cells, taught } = view
  return {
    classes,
    days: days.map((day) => ({ weekday: day, title: weekday(day) })),
    bells,
    slots: [...cells.values()].flatMap(({ lessons }) => lessons.map(({ slot }) => slot)),
    subjects: school.subjects,
    staff: school.staff,
    teachersOf: (slot) => (taught.get(journalName(slot)) ?? []).map(({ teacher }) => teacher),
  }
}

/** Gives the timetable to the person as an Excel file. The writer of workbooks is loaded only here. */
export async function saveTimetable(
  view: TimetableView,
  { weekday }: Pick<Texts['timetable'], 'weekday'>,
  name: string,
): Promise<void> {
  const { timetableXlsx } = await import('../../exchange/timetable-xlsx.ts')
  const bytes = await timetableXlsx(gridSource(view, weekday))
  saveFile(name, bytes, xlsx)
}
