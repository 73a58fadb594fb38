import { readJournalName } from '../domain/ledger/documents.ts'
import type { Fold } from '../domain/ledger/fold.ts'
import { reportPeriod } from '../domain/reports/report-period.ts'
import { belongs, type ClassView, inGroup, readClass } from '../domain/school/class-view.ts'
import { classesByArrival } from '../domain/school/following.ts'
import { all, by, readSchool, type SchoolView } from '../domain/school/school-view.ts'
import { exportJournal } from './export-journal.ts'
import { leaveOutFaulty } from './importable.ts'
import { emptyTables, type Known, type LessonPlace, type WorkPlace } from './known.ts'
import type { RowOf } from './layout.ts'
import { type RowOfValue, toRow } from './row-values.ts'
import type { ExchangeTables, PeriodMarkRow } from './tables.ts'

/** The folded documents of a school. */
export interface LedgerFolds {
  school: Fold
  /** By class id. */
  classes: ReadonlyMap<string, Fold>
  /** By pupil id. */
  families: ReadonlyMap<string, Fold>
  /** By journal name (`class,subject[,group]`). */
  journals: ReadonlyMap<string, Fold>
}

export interface Exported extends Known {
  /** What the format has no place for and was left out, in Russian. */
  notes: string[]
}

/**
 * The school as tables of the exchange folder, in a fixed order. What `import` would refuse (a mark on a day when the
 * pupil no longer belonged to the class, two lessons moved into one slot) is left out and named in `notes`. The result
 * is also what the next import needs to know of the school.
 */
export function exportTables(ledger: LedgerFolds): Exported {
  const tables = emptyTables()
  const notes: string[] = []
  const school = readSchool(ledger.school)
  const classes = new Map(
    [...ledger.classes].sort(by(([id]) => id)).map(([id, fold]) => [id, readClass(fold)]),
  )
  exportSchool(school, tables)
  exportPeople(classes, ledger.families, tables)
  const spans = copies(ledger.classes, classes, 'span', (fold, name) => fold.value(name, 'span'))
  const modes = copies(ledger.classes, classes, 'mode', (fold, name) => fold.value(name, 'mode'))
  tables.absence_spans = [...spans.values()].map(({ row }) => row)
  tables.pupil_modes = [...modes.values()].map(({ row }) => row)
  const lessons = new Map<string, LessonPlace>()
  const works = new Map<string, WorkPlace>()
  for (const [name, fold] of [...ledger.journals].sort(by(([id]) => id))) {
    const key = readJournalName(name)
    if (key) exportJournal(key, fold, { tables, lessons, works, notes })
  }
  tables.period_marks.sort(by((row) => `${countsOnLastDay(row, school, classes) ? 0 : 1}`))
  return { tables: leaveOutFaulty(tables, notes), lessons, works, spans, modes, notes }
}

function exportSchool(school: SchoolView, tables: ExchangeTables): void {
  tables.school = school.profile ? [toRow(school.profile)] : []
  tables.years = school.years
  tables.periods = school.periods
  tables.holidays = school.holidays.map(toRow)
  tables.bells = school.bells
  tables.subjects = [...school.subjects.values()]
  tables.staff = [...school.staff.values()].map(toRow)
  tables.classes = [...school.classes.values()].map(toRow)
  tables.groups = [...school.groups.values()]
  tables.assignments = school.assignments.map(toRow)
  tables.timetable = school.slots.map(toRow)
}

/** Pupils by the document of the class they came to last, or of their family; what hangs on them. */
function exportPeople(
  classes: ReadonlyMap<string, ClassView>,
  families: LedgerFolds['families'],
  tables: ExchangeTables,
): void {
  const pupils = new Map<string, RowOf<'pupils'>>()
  for (const view of classes.values())
    for (const { id } of view.pupils) {
      if (pupils.has(id)) continue
      const cards = classesByArrival(classes, id).map((name) =>
        classes.get(name)!.pupils.find((p) => p.id === id),
      )
      pupils.set(id, toRow(cards.find((card) => card !== undefined)!))
    }
  for (const [id, view] of classes) {
    for (const movement of view.movements) tables.movements.push({ ...toRow(movement), class: id })
    tables.group_members.push(...view.members.map(toRow))
  }
  for (const [, fold] of [...families].sort(by(([id]) => id))) {
    for (const card of all(fold, 'pupil', 'unplaced'))
      if (!pupils.has(card.id)) pupils.set(card.id, toRow(card))
    tables.guardians.push(...all(fold, 'guardian', 'guardian').map(toRow))
  }
  tables.pupils = [...pupils.values()].sort(by(({ id }) => id))
}

/** Values that are copied into several class documents, once each: as the class says that the pupil came to last. */
function copies<V extends { pupil: string }>(
  folds: LedgerFolds['classes'],
  classes: ReadonlyMap<string, ClassView>,
  kind: 'span' | 'mode',
  read: (fold: Fold, name: string) => V | undefined,
): Map<string, { row: RowOfValue<V>; classes: string[] }> {
  const found = new Map<string, Map<string, V>>()
  for (const [id, fold] of folds)
    for (const name of fold.entities(kind)) {
      const value = read(fold, name)
      if (value) found.set(name, (found.get(name) ?? new Map<string, V>()).set(id, value))
    }
  return new Map(
    [...found].sort(by(([name]) => name)).map(([name, values]) => {
      const holders = [...values.keys()].sort()
      const { pupil } = values.get(holders[0]!)!
      const latest = classesByArrival(classes, pupil).find((id) => values.has(id)) ?? holders[0]!
      return [name, { row: toRow(values.get(latest)!), classes: holders }]
    }),
  )
}

/** Whether a period mark stands in the pupil's own journal on the period's last day: of two, that one counts. */
function countsOnLastDay(
  { class: classId, group, pupil, period }: PeriodMarkRow,
  school: SchoolView,
  classes: ReadonlyMap<string, ClassView>,
): boolean {
  const view = classes.get(classId)
  const day = reportPeriod(school, period)?.ends ?? '9999-12-31'
  return view !== undefined && belongs(view, pupil, day) && (!group || inGroup(view, group, pupil, day))
}
