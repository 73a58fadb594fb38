import { useMemo, useState } from 'react'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Assignment, Group, SchoolView, SchoolYear } from '../../domain/school/school-view.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import {
  assignmentEntity,
  changeWorkload,
  dividePair,
  groupEntries,
  type Pair,
  type Part,
  pairName,
} from '../../domain/school/workload-editing.ts'
import { findWorkloadShape, readWorkload } from '../../exchange/sheets/read-workload.ts'
import type { Sheet } from '../../exchange/sheets/sheet.ts'
import { decidedColumns, unknownClasses } from '../../exchange/sheets/unknown-names.ts'
import type { AssignmentRow } from '../../exchange/tables.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { DecisionList } from '../tables/decision-list.tsx'
import { MatrixColumns, sheetOfClasses } from '../tables/matrix-columns.tsx'
import { abbreviationsWith, learnedEntries, matrixContext, meaningsOf } from '../tables/matrix-context.ts'
import tables from '../tables/tables.module.css'
import { askedNames, useDecisions, withoutCells } from '../tables/use-decisions.ts'
import { teacherName } from '../timetable/timetable-view.ts'
import { groupIds } from './workload-entry.ts'

/** A matrix that was read from a file, the questions it raises, and what it changes in the workload. */
export function WorkloadImport({
  sheets,
  school,
  year,
  today,
  date,
  onDate,
  onTake,
  onAgain,
}: {
  sheets: readonly [Sheet, ...Sheet[]]
  school: SchoolView
  year: SchoolYear
  today: string
  /** From which day the workload holds. */
  date: string
  onDate: (date: string) => void
  onTake: (entries: readonly Entry[]) => void
  onAgain: () => void
}) {
  const { matrix } = useTexts()
  const context = useMemo(() => matrixContext(school, year, today), [school, year, today])
  const [sheet, setSheet] = useState(() =>
    sheetOfClasses(sheets, (one) => findWorkloadShape(one, context).classes.length),
  )
  const [moved, setMoved] = useState<{ teacherColumn?: number; subjectColumn?: number }>({})
  const decisions = useDecisions()
  const { ids, names, skipped } = decisions
  const found = useMemo(() => ({ ...findWorkloadShape(sheet, context), ...moved }), [sheet, context, moved])
  const abbreviations = useMemo(() => abbreviationsWith(school, [], new Map()), [school])
  const first = useMemo(
    () => readWorkload(sheet, found, context, abbreviations).unknown,
    [sheet, found, context, abbreviations],
  )
  const shape = useMemo(() => decidedColumns(found, ids, context.known.classes), [found, ids, context])
  const reading = useMemo(
    () => readWorkload(withoutCells(sheet, skipped), shape, context, abbreviations, ids),
    [sheet, skipped, shape, context, abbreviations, ids],
  )
  const change = reading.tables && workloadChange(school, reading.tables.assignments, date)
  return (
    <>
      <MatrixColumns
        sheets={sheets}
        sheet={sheet}
        shape={shape}
        columns={[
          {
            label: matrix.teacher,
            column: found.teacherColumn,
            onColumn: (teacherColumn) => setMoved({ ...moved, teacherColumn }),
          },
          {
            label: matrix.subject,
            column: found.subjectColumn,
            onColumn: (subjectColumn) => setMoved({ ...moved, subjectColumn }),
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
      {change && change.entries.length > 0 && (
        <section className={tables.preview} aria-labelledby="preview">
          <h2 id="preview">{matrix.preview}</h2>
          {change.groups.length > 0 && <p>{matrix.workload.groups(change.groups.length)}</p>}
          {(['put', 'changed', 'ended'] as const).map(
            (kind) =>
              change[kind].length > 0 && (
                <details key={kind} className={tables.more} open>
                  <summary>
                    {matrix.workload[kind]}: {change[kind].length}
                  </summary>
                  <ul>
                    {byTeacher(school, change[kind], change.groups).map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </details>
              ),
          )}
        </section>
      )}
      <div className={tables.foot}>
        <p role="status">
          {!change
            ? matrix.waiting
            : change.entries.length === 0
              ? matrix.same
              : `${matrix.workload.summary(change.put.length, change.changed.length, change.ended.length)}.`}
        </p>
        <div className={tables.buttons}>
          <Button onClick={onAgain}>{matrix.again}</Button>
          <Button
            look="main"
            disabled={!change}
            onClick={() => change && onTake([...learnedEntries(names, ids), ...change.entries])}
          >
            {matrix.workload.take}
          </Button>
        </div>
      </div>
    </>
  )
}

interface WorkloadChange {
  entries: Entry[]
  groups: Group[]
  put: Assignment[]
  changed: Assignment[]
  ended: Assignment[]
}

/** What the rows of a matrix change from a date on, in the pairs of class and subject that it names. */
function workloadChange(school: SchoolView, rows: readonly AssignmentRow[], date: string): WorkloadChange {
  const pairs = new Map<string, { pair: Pair; parts: Part[] }>()
  for (const { class: schoolClass, subject, teacher, hours_per_week: hours = 0 } of rows) {
    const pair = { class: schoolClass, subject }
    const own = pairs.get(pairName(pair)) ?? { pair, parts: [] }
    own.parts.push({ teacher, hours })
    pairs.set(pairName(pair), own)
  }
  const made = [...pairs.values()].map(({ pair, parts }) =>
    dividePair(school, pair, parts, date, groupIds(school, pair)),
  )
  const groups = made.flatMap((own) => own.groups)
  const assignments = changeWorkload(
    school,
    [...pairs.values()].map(({ pair }) => pair),
    made.flatMap((own) => own.assignments),
    date,
  )
  const standing = new Map(school.assignments.map((own) => [assignmentEntity(own), own]))
  const change: WorkloadChange = {
    entries: [...groupEntries(groups), ...assignments],
    groups,
    put: [],
    changed: [],
    ended: [],
  }
  for (const { entity, value } of assignments) {
    const before = standing.get(entity)
    const after = value as unknown as Assignment | null
    if (after && after.to === undefined) change[before ? 'changed' : 'put'].push(after)
    else if (before) change.ended.push(before)
  }
  return change
}

/** «Иванова А. П.: 7А Математика 5, 7Б Математика 5» */
function byTeacher(
  school: SchoolView,
  assignments: readonly Assignment[],
  groups: readonly Group[],
): string[] {
  const names = {
    ...school,
    groups: new Map([...school.groups, ...groups.map((own) => [own.id, own] as const)]),
  }
  const lines = new Map<string, string[]>()
  for (const own of assignments) {
    const item = `${classTitle(names, own.class)} ${subjectTitle(names, own)} ${own.hoursPerWeek ?? 0}`
    lines.set(own.teacher, [...(lines.get(own.teacher) ?? []), item])
  }
  return [...lines]
    .map(([teacher, items]) => `${teacherName(school, teacher)}: ${items.join(', ')}`)
    .sort((a, b) => a.localeCompare(b, 'ru'))
}
