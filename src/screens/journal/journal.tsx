import { useState } from 'react'
import { ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { CellDetails } from './cell-details.ts'
import { CellPanel, type CellPanelProps } from './cell-panel.tsx'
import type { CellAt } from './grid.ts'
import css from './journal.module.css'
import { JournalGrid, type JournalGridProps } from './journal-grid.tsx'
import { type PeriodCellDetails, PeriodPanel } from './period-panel.tsx'
import { SuggestedMarks } from './suggested-marks.tsx'

export interface JournalProps
  extends Omit<JournalGridProps, 'title' | 'onOpen' | 'onMove'>,
    Omit<CellPanelProps, 'cell' | 'takeFocus' | 'onClose'> {
  /** Where the class's control works are looked at. */
  controlsHref?: string | undefined
  /** «7А» */
  className: string
  subject: string
  /** Periods to choose from; an empty id is the whole year. */
  periods: readonly { id: string; name: string }[]
  period: string
  onPeriod: (id: string) => void
  /** The list of owed works, where the journal has marks. */
  debtsHref?: string | undefined
  /** The cell that is open, undefined while none is. */
  cell: CellDetails | undefined
  /** The period mark that is open instead. */
  periodCell?: PeriodCellDetails | undefined
  /** Another cell is opened; undefined closes. */
  onCell: (at: CellAt | undefined) => void
}

/** The journal: the ruled page and, beside or below it, the cell that is looked at. */
export function Journal(props: JournalProps) {
  const { className, subject, columns, rows, periods, period, onPeriod, onCell } = props
  const { cell, periodCell, periodColumn, debtsHref } = props
  const open = (cell ?? periodCell)?.at
  const { journal, debts, controls } = useTexts()
  const [byKey, setByKey] = useState(false)

  function close() {
    onCell(undefined)
    // The focus goes back to where the person was writing.
    document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus()
  }

  return (
    <div className={css.journal}>
      <div className={css.head} data-open={open && true}>
        <h1>
          {className} <small>{subject}</small>
        </h1>
        {props.controlsHref && (
          <ButtonLink look="quiet" href={props.controlsHref}>
            {controls.link}
          </ButtonLink>
        )}
        <label className={css.period}>
          <span>{journal.period}</span>
          <select value={period} onChange={(event) => onPeriod(event.target.value)}>
            {periods.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {debtsHref !== undefined && (
          <div className={css.suggested}>
            <ButtonLink href={debtsHref} look="quiet">
              {debts.title}
            </ButtonLink>
          </div>
        )}
        {periodColumn?.right === 'granted' && columns.length > 0 && (
          <div className={css.suggested}>
            <SuggestedMarks key={period} rows={rows} column={periodColumn} />
          </div>
        )}
      </div>
      {rows.length === 0 ? (
        <Notice tone="empty" icon="person" title={journal.noPupils} />
      ) : columns.length === 0 ? (
        <Notice tone="empty" icon="journals" title={journal.emptyTitle}>
          {journal.emptyHelp}
        </Notice>
      ) : (
        <div className={open ? css.split : css.whole}>
          <div className={css.page}>
            <JournalGrid
              {...props}
              key={period}
              title={`${className}, ${subject}`}
              onOpen={(at, key) => {
                setByKey(key)
                onCell(at)
              }}
              onMove={(at) => open && onCell(at)}
              open={open}
            />
          </div>
          {cell && <CellPanel {...props} cell={cell} takeFocus={byKey} onClose={close} />}
          {periodCell && periodColumn && (
            <PeriodPanel
              cell={periodCell}
              column={periodColumn}
              takeFocus={byKey}
              onSettle={props.onSettle}
              onClose={close}
            />
          )}
        </div>
      )}
    </div>
  )
}
