import { useMemo, useRef, useState } from 'react'
import type { Assignment } from '../../domain/school/school-view.ts'
import { classTitle } from '../../domain/school/titles.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { useMedia } from '../design/use-media.ts'
import { href } from '../route.ts'
import css from '../timetable/timetable.module.css'
import { AddRow, teachersOf } from './add-row.tsx'
import { WorkloadGrid, type WorkloadPlace } from './workload-grid.tsx'
import { WorkloadPanel } from './workload-panel.tsx'
import type { WorkloadRow, WorkloadView } from './workload-view.ts'

export interface WorkloadProps {
  view: WorkloadView
  /** What was done or refused last; '' at first. */
  said: string
  canUndo: boolean
  onDate: (date: string) => void
  onHours: (row: WorkloadRow, schoolClass: string, text: string) => void
  onMarking: (
    assignments: readonly Assignment[],
    marking: Partial<Pick<Assignment, 'grading' | 'attested'>>,
  ) => void
  onTeacher: (assignment: Assignment, teacher: string) => void
  onAddRow: (row: { teacher: string; subject: string }) => void
  onUndo: () => void
  onTake: () => void
}

/** Нагрузка: the matrix of teachers and classes; a cell opens beside it. */
export function Workload(props: WorkloadProps) {
  const { view, said, canUndo, onDate, onHours, onMarking, onTeacher, onAddRow, onUndo, onTake } = props
  const { workload: texts } = useTexts()
  const format = useFormat()
  const narrow = useMedia('(max-width: 700px)')
  const [shownClass, setShownClass] = useState<string>()
  const [adding, setAdding] = useState(false)
  const [open, setOpen] = useState<{ place: WorkloadPlace | { row: string }; byKey: boolean }>()
  const work = useRef<HTMLDivElement>(null)
  // A narrow screen has room for one class.
  const classes = useMemo(
    () => (narrow ? [view.classes.find(({ id }) => id === shownClass) ?? view.classes[0]!] : view.classes),
    [narrow, shownClass, view.classes],
  )
  // Of one class those who teach it are enough; another is put in by «Добавить строку».
  const shown = useMemo(
    () =>
      narrow
        ? { ...view, rows: view.rows.filter(({ cells, added }) => added || cells.has(classes[0]!.id)) }
        : view,
    [narrow, classes, view],
  )
  const row = view.rows.find(({ key }) => key === open?.place.row)
  const openClass = open && 'class' in open.place ? open.place.class : undefined
  const close = () => {
    setOpen(undefined)
    work.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus({ preventScroll: true })
  }
  const { date, year, school } = view
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{texts.title}</h1>
        <div className={css.actions}>
          <Button icon="copy" onClick={onTake}>
            {texts.take}
          </Button>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {texts.addRow}
          </Button>
          <ButtonLink icon="column" href={href({ screen: 'timetable' })}>
            {texts.toTimetable}
          </ButtonLink>
        </div>
      </header>
      <div className={css.bar}>
        <TextField
          label={texts.from}
          type="date"
          min={year.starts}
          max={year.ends}
          value={date}
          onChange={({ target: { value } }) => value >= year.starts && value <= year.ends && onDate(value)}
        />
        {narrow && (
          <SelectField
            label={texts.class}
            value={classes[0]!.id}
            onChange={({ target }) => setShownClass(target.value)}
          >
            {view.classes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <p className={css.quiet}>{date <= year.starts ? texts.fromStart : texts.fromHint(format.day(date))}</p>
      {adding && (
        <AddRow
          school={school}
          onAdd={(added) => {
            onAddRow(added)
            setAdding(false)
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {view.rows.length === 0 ? (
        <Notice tone="empty" icon="note" title={texts.emptyTitle}>
          {texts.emptyHelp}
        </Notice>
      ) : (
        <>
          <p className={css.state}>{texts.state(view.total.hours, view.total.placed)}</p>
          <div className={css.work} data-open={row !== undefined} ref={work}>
            <div>
              <WorkloadGrid
                view={shown}
                classes={classes}
                opened={row !== undefined}
                onEntry={(place, text) => {
                  const own = view.rows.find(({ key }) => key === place.row)
                  if (own) onHours(own, place.class, text)
                }}
                onOpen={(place, byKey) => setOpen({ place, byKey })}
                onUndo={onUndo}
              />
              <p id="workload-keys" className={css.quiet}>
                {texts.keys}
              </p>
            </div>
            {open && row && (
              <WorkloadPanel
                key={`${row.key},${openClass ?? ''}`}
                row={row}
                schoolClass={openClass && classTitle(school, openClass)}
                cell={openClass === undefined ? undefined : row.cells.get(openClass)}
                teachers={teachersOf(school)}
                groupName={(group) => school.groups.get(group)?.name ?? group}
                date={date}
                takeFocus={open.byKey}
                onHours={(text) => openClass !== undefined && onHours(row, openClass, text)}
                onMarking={onMarking}
                onTeacher={(assignment, teacher) => {
                  onTeacher(assignment, teacher)
                  close()
                }}
                onClose={close}
              />
            )}
          </div>
        </>
      )}
      <div className={css.foot} hidden={said === '' && !canUndo}>
        <span role="status">{said}</span>
        <Button icon="undo" disabled={!canUndo} onClick={onUndo}>
          {texts.undo}
        </Button>
      </div>
    </div>
  )
}
