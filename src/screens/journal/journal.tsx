import { type ReactNode, useRef, useState } from 'react'
import { Button, ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { Grading } from '../lesson/roll.ts'
import type { CellDetails } from './cell-details.ts'
import { CellPanel, type CellPanelProps } from './cell-panel.tsx'
import { type ColumnDetails, ColumnPanel } from './column-panel.tsx'
import type { CellAt } from './grid.ts'
import css from './journal.module.css'
import { type GridHandle, JournalGrid, type JournalGridProps } from './journal-grid.tsx'
import type { ViewChoice } from './journal-view-choice.ts'
import { PeriodListsOf } from './period-lists.tsx'
import { type PeriodCellDetails, PeriodPanel } from './period-panel.tsx'
import { PrintedPages } from './printed-pages.tsx'
import { SuggestedMarks } from './suggested-marks.tsx'
import { ViewChoices } from './view-choice.tsx'

export interface JournalProps
  extends Omit<JournalGridProps, 'title' | 'onOpen' | 'onMove' | 'onColumn' | 'openColumn' | 'handle'>,
    Omit<CellPanelProps, 'cell' | 'takeFocus' | 'onClose'> {
  /** Where the class's control works are looked at. */
  controlsHref?: string | undefined
  /** The list of owed works, where the journal has marks. */
  debtsHref?: string | undefined
  copyHref?: string | undefined
  /** «7А» */
  className: string
  subject: string
  grading: Grading
  /** Whether the journal has any lesson at all. */
  anything: boolean
  /** The school's name, and who keeps the journal, for the printed page. */
  school: string
  teacher: string | undefined
  /** Periods to choose from. */
  periods: readonly { id: string; name: string }[]
  /** Months to choose from, as `2026-11`. */
  months: readonly string[]
  view: ViewChoice
  /** «II четверть», «ноябрь», «Весь год» */
  viewName: string
  onView: (choice: ViewChoice) => void
  /** Only lessons with works of their own are shown. */
  worksOnly: boolean
  onWorksOnly: (only: boolean) => void
  /** Shows what holds today, when the page shows something else; undefined when today is shown. */
  onToday?: (() => void) | undefined
  /** The cell that is open, undefined while none is. */
  cell: CellDetails | undefined
  /** The mark at the right that is open instead. */
  periodCell?: PeriodCellDetails | undefined
  /** The lesson whose column is open, and what is to be said of it. */
  column?: ColumnDetails | undefined
  onColumn: (lesson: string | undefined) => void
  onNote: (lesson: string, note: string) => void
  /** Another cell is opened; undefined closes. */
  onCell: (at: CellAt | undefined) => void
}

/** The journal: the ruled page and, beside or below it, the cell or column that is looked at. */
export function Journal(props: JournalProps) {
  const { className, subject, columns, rows, ends, view, onCell, onColumn } = props
  const { cell, periodCell, column } = props
  const open = (cell ?? periodCell)?.at
  const split = open !== undefined || column !== undefined
  const { journal, journalView, debts, controls, copyMarks } = useTexts()
  const [byKey, setByKey] = useState(false)
  const page = useRef<GridHandle>(null)

  function close() {
    onCell(undefined)
    onColumn(undefined)
    // The focus goes back to where the person was writing.
    document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus()
  }

  const decided = ends.filter(({ right }) => right === 'granted')
  const period = decided.length === 1 && ends.length === 1 ? decided[0] : undefined
  const empty = columns.length + ends.length === 0 || (columns.length === 0 && view !== 'marks')
  return (
    <div className={css.journal}>
      <div className={css.head} data-open={split || undefined}>
        <h1>
          {className} <small>{subject}</small>
        </h1>
        <ViewChoices
          periods={props.periods}
          months={props.months}
          endMarks={props.grading !== 'none'}
          chosen={view}
          onChoose={props.onView}
        />
        <div className={css.tools}>
          <Button
            look={props.worksOnly ? 'main' : 'plain'}
            aria-pressed={props.worksOnly}
            onClick={() => props.onWorksOnly(!props.worksOnly)}
          >
            {journalView.worksOnly}
          </Button>
          <Button onClick={() => (props.onToday ? props.onToday() : page.current?.toToday())}>
            {journalView.today}
          </Button>
          <PrintedPages {...props}>{journalView.print}</PrintedPages>
          {props.controlsHref && (
            <ButtonLink look="quiet" href={props.controlsHref}>
              {controls.link}
            </ButtonLink>
          )}
          {props.copyHref !== undefined && (
            <ButtonLink look="quiet" href={props.copyHref}>
              {copyMarks.link}
            </ButtonLink>
          )}
          {props.debtsHref !== undefined && (
            <ButtonLink look="quiet" href={props.debtsHref}>
              {debts.title}
            </ButtonLink>
          )}
        </div>
        {!empty && rows.length > 0 && (
          <div className={css.suggested}>
            {decided
              .filter(({ kind }) => (period ? true : kind === 'year' || kind === 'final'))
              .map((one) => (
                <SuggestedMarks key={one.place} rows={rows} column={one} />
              ))}
            {period && (
              <PeriodListsOf
                rows={rows}
                column={period}
                onPupil={(pupil) => page.current?.toRow(pupil, period.place)}
              />
            )}
          </div>
        )}
      </div>
      {rows.length === 0 ? (
        <Notice tone="empty" icon="person" title={journal.noPupils} />
      ) : empty ? (
        <NothingHere anything={props.anything} />
      ) : (
        <div className={split ? css.split : css.whole}>
          <div className={css.page}>
            <JournalGrid
              {...props}
              key={view}
              title={`${className}, ${subject}`}
              onOpen={(at, key) => {
                setByKey(key)
                onCell(at)
              }}
              onColumn={(lesson, key) => {
                setByKey(key)
                onColumn(lesson)
              }}
              onMove={(at) => open && onCell(at)}
              open={open}
              openColumn={column?.column.lesson}
              handle={page}
            />
          </div>
          {cell && <CellPanel {...props} cell={cell} takeFocus={byKey} onClose={close} />}
          {column && (
            <ColumnPanel
              key={column.column.lesson}
              details={column}
              takeFocus={byKey}
              onNote={props.onNote}
              onClose={close}
            />
          )}
          {periodCell && <EndPanel {...props} cell={periodCell} takeFocus={byKey} onClose={close} />}
        </div>
      )}
    </div>
  )
}

function EndPanel({
  ends,
  cell,
  takeFocus,
  evidence,
  onSettle,
  onClose,
}: Pick<JournalProps, 'ends' | 'evidence' | 'onSettle'> & {
  cell: PeriodCellDetails
  takeFocus: boolean
  onClose: () => void
}): ReactNode {
  const column = ends.find(({ place }) => place === cell.at.lesson)
  return (
    column && (
      <PeriodPanel
        cell={cell}
        column={column}
        takeFocus={takeFocus}
        evidence={evidence}
        onSettle={onSettle}
        onClose={onClose}
      />
    )
  )
}

function NothingHere({ anything }: { anything: boolean }) {
  const { journal, journalView } = useTexts()
  return anything ? (
    <Notice tone="empty" icon="journals" title={journalView.nothingHere}>
      {journalView.nothingHereHelp}
    </Notice>
  ) : (
    <Notice tone="empty" icon="journals" title={journal.emptyTitle}>
      {journal.emptyHelp}
    </Notice>
  )
}
