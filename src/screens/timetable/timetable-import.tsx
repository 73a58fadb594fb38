import { useMemo, useState } from 'react'
import { journalName } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { ClashIndex } from '../../domain/school/clash-index.ts'
import type { SchoolView, SchoolYear, Slot } from '../../domain/school/school-view.ts'
import type { SharePupils } from '../../domain/school/shared-pupils.ts'
import { replaceTimetable, slotsAfter, slotsOn } from '../../domain/school/timetable-editing.ts'
import { classNamed } from '../../exchange/sheets/class-names.ts'
import { findTimetableShape, readTimetable } from '../../exchange/sheets/read-timetable.ts'
import type { Sheet } from '../../exchange/sheets/sheet.ts'
import { decidedColumns, unknownClasses } from '../../exchange/sheets/unknown-names.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { DecisionList } from '../tables/decision-list.tsx'
import { MatrixColumns, sheetOfClasses } from '../tables/matrix-columns.tsx'
import { abbreviationsWith, learnedEntries, matrixContext, meaningsOf } from '../tables/matrix-context.ts'
import tables from '../tables/tables.module.css'
import { askedNames, useDecisions, withoutCells } from '../tables/use-decisions.ts'
import { PlainGrid } from './plain-grid.tsx'
import { timetableView } from './timetable-view.ts'

/** A grid that was read from a file, the questions it raises, and what it makes of the timetable. */
export function TimetableImport({
  sheets,
  school,
  year,
  today,
  date,
  onDate,
  onTake,
  shared,
  onAgain,
}: {
  sheets: readonly [Sheet, ...Sheet[]]
  school: SchoolView
  year: SchoolYear
  today: string
  /** From which day the timetable holds. */
  date: string
  onDate: (date: string) => void
  onTake: (entries: readonly Entry[]) => void
  shared: SharePupils
  onAgain: () => void
}) {
  const { matrix } = useTexts()
  const context = useMemo(() => matrixContext(school, year, today), [school, year, today])
  const [sheet, setSheet] = useState(() =>
    sheetOfClasses(sheets, (one) => findTimetableShape(one, context).classes.length),
  )
  const [moved, setMoved] = useState<{ dayColumn?: number; lessonColumn?: number }>({})
  const decisions = useDecisions()
  const { ids, names, skipped } = decisions
  const found = useMemo(() => ({ ...findTimetableShape(sheet, context), ...moved }), [sheet, context, moved])
  const first = useMemo(
    () => readTimetable(sheet, found, context, abbreviationsWith(school, [], new Map())).unknown,
    [sheet, found, context, school],
  )
  const shape = useMemo(() => decidedColumns(found, ids, context.known.classes), [found, ids, context])
  const reading = useMemo(
    () =>
      readTimetable(
        withoutCells(sheet, skipped),
        shape,
        context,
        abbreviationsWith(school, names, ids),
        undefined,
        ids,
      ),
    [sheet, skipped, shape, context, school, names, ids],
  )
  const classes = new Set(
    shape.classes.flatMap(({ name }) => classNamed(context.known.classes, year.id, name)?.id ?? []),
  )
  const slots = reading.tables && keepJoint(slotsOn(school, year.id, date), reading.tables.timetable)
  const entries = slots && replaceTimetable(school, classes, slots, date)
  const after = entries && { ...school, slots: slotsAfter(school, entries) }
  const clashes = after ? new ClashIndex().of(after, shared) : []
  const view = after && timetableView(after, year, date, clashes)
  const ended = entries?.filter(({ value }) => value === null || isEnded(value, date)).length ?? 0
  return (
    <>
      <MatrixColumns
        sheets={sheets}
        sheet={sheet}
        shape={shape}
        columns={[
          {
            label: matrix.day,
            column: found.dayColumn,
            onColumn: (dayColumn) => setMoved({ ...moved, dayColumn }),
          },
          {
            label: matrix.lesson,
            column: found.lessonColumn,
            onColumn: (lessonColumn) => setMoved({ ...moved, lessonColumn }),
          },
        ]}
        onSheet={(chosen) => {
          setSheet(chosen)
          setMoved({})
        }}
      />
      <DecisionList
        asked={askedNames(unknownClasses(found, context), first, reading.unknown, names)}
        faults={reading.faults.filter(({ unknown }) => unknown === undefined)}
        notes={reading.notes}
        meanings={meaningsOf(school, year)}
        decisions={decisions}
      />
      <div className={tables.fields}>
        <TextField
          label={matrix.from}
          type="date"
          min={year.starts}
          max={year.ends}
          value={date}
          onChange={({ target: { value } }) => value >= year.starts && value <= year.ends && onDate(value)}
        />
      </div>
      {view && (
        <section className={tables.preview} aria-labelledby="preview">
          <h2 id="preview">{matrix.preview}</h2>
          <PlainGrid view={view} classes={view.classes.filter(({ id }) => classes.has(id))} />
        </section>
      )}
      <div className={tables.foot}>
        <p role="status">
          {!entries
            ? matrix.waiting
            : entries.length === 0
              ? matrix.same
              : `${matrix.timetable.summary(entries.length - ended, ended)}, ${matrix.timetable.clashes(view?.clashes.length ?? 0)}.`}
        </p>
        <div className={tables.buttons}>
          <Button onClick={onAgain}>{matrix.again}</Button>
          <Button
            look="main"
            disabled={!entries}
            onClick={() => entries && onTake([...learnedEntries(names, ids), ...entries])}
          >
            {matrix.timetable.take}
          </Button>
        </div>
      </div>
    </>
  )
}

function isEnded(value: Entry['value'], date: string): boolean {
  return (value as unknown as Slot).to === date
}

/** A grid does not say which lessons are held together: those that are stay so. */
function keepJoint(standing: readonly Slot[], read: readonly Slot[]): Slot[] {
  const placeOf = (slot: Slot) => `${journalName(slot)},${slot.weekday},${slot.bell},${slot.week ?? ''}`
  const joint = new Map(standing.map((slot) => [placeOf(slot), slot.joint]))
  return read.map((slot) => {
    const held = joint.get(placeOf(slot))
    return held === undefined ? slot : { ...slot, joint: held }
  })
}
