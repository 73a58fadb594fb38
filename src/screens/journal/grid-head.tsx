import { memo } from 'react'
import { cx } from '../design/cx.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { chunkSize, piecesOf } from './column-window.ts'
import { type DrawnParts, head } from './drawn-parts.ts'
import type { GridColumn } from './grid.ts'
import css from './grid-head.module.css'
import { roles } from './grid-roles.ts'
import type { PeriodColumn } from './period-column.ts'
import { columnWidth, useDrawn } from './use-grid-window.ts'

/** The head of the page: the dates, each with a panel of its own, and the marks at the right. */
export const GridHead = memo(function GridHead({
  columns,
  ends,
  averages,
  parts,
  pinned,
  open,
}: {
  columns: readonly GridColumn[]
  ends: readonly PeriodColumn[]
  averages: boolean
  parts: DrawnParts
  /** The column that holds the focus. */
  pinned: number
  /** The lesson whose column is looked at. */
  open: string | undefined
}) {
  const { journal } = useTexts()
  useDrawn(parts, head)
  const drawn = (chunk: number) => parts.has(head, chunk)
  const pieces = piecesOf({ columns: columns.length, columnWidth, drawn, pinned })
  return (
    <thead {...roles.group} className={css.head}>
      <tr {...roles.row} aria-rowindex={1}>
        <th {...roles.columnHead} scope="col" className={css.name} aria-colindex={1}>
          {journal.name}
        </th>
        {pieces.map((piece) => {
          if ('gap' in piece)
            return <td key={`gap ${piece.from}`} aria-hidden="true" style={{ width: piece.gap }} />
          const start = piece.chunk * chunkSize
          return columns
            .slice(start, start + chunkSize)
            .map((column, offset) => (
              <DateHead
                key={column.lesson}
                column={column}
                index={start + offset}
                open={column.lesson === open}
              />
            ))
        })}
        {averages && (
          <th
            {...roles.columnHead}
            scope="col"
            className={css.average}
            aria-colindex={columns.length + 2}
            aria-label={journal.averageFull}
          >
            {journal.average}
          </th>
        )}
        {ends.map(({ place, name, short }, number) => (
          <th
            {...roles.columnHead}
            key={place}
            scope="col"
            className={css.period}
            aria-colindex={columns.length + number + (averages ? 3 : 2)}
            aria-label={name}
            title={name}
          >
            {short}
          </th>
        ))}
      </tr>
    </thead>
  )
})

const DateHead = memo(function DateHead({
  column,
  index,
  open,
}: {
  column: GridColumn
  index: number
  open: boolean
}) {
  const { journal, journalColumn } = useTexts()
  const format = useFormat()
  const { date, bell, note, movedFrom, cancelled } = column
  const noRoll = column.held && !column.roll
  const words = [
    format.day(date),
    note !== undefined && journalColumn.hasNote,
    movedFrom !== undefined && journalColumn.moved(format.day(movedFrom)),
    cancelled !== undefined && journalColumn.cancelled(cancelled),
    column.locked && journal.lockedColumn,
    noRoll && journal.noRoll,
  ]
  return (
    <th
      {...roles.columnHead}
      scope="col"
      aria-colindex={index + 2}
      className={cx(
        css.date,
        (note !== undefined || movedFrom !== undefined || noRoll) && css.signed,
        column.today && css.today,
        cancelled !== undefined && css.cancelled,
        open && css.open,
      )}
    >
      <button
        type="button"
        data-cell={`-1:${index}`}
        tabIndex={-1}
        title={note ?? journalColumn.open(format.day(date), bell)}
        aria-expanded={open}
        aria-label={words.filter(Boolean).join(', ')}
      >
        {format.dayOfMonth(date)}
        {note !== undefined && <i className={css.note} />}
        {movedFrom !== undefined && <i className={css.moved}>↷</i>}
        {noRoll && <i className={css.noRoll} />}
      </button>
    </th>
  )
})

/** Names of the months over their columns; each stays in view while its month is. */
export const Months = memo(function Months({
  columns,
  columnWidth,
}: {
  columns: readonly GridColumn[]
  columnWidth: number
}) {
  const format = useFormat()
  return (
    <div className={css.months} aria-hidden="true">
      <div className={css.corner} />
      {monthsOf(columns).map(({ date, count }) => (
        <div key={date} className={css.month} style={{ width: count * columnWidth }}>
          <span>{format.month(date)}</span>
        </div>
      ))}
    </div>
  )
})

/** Runs of columns within one month. */
export function monthsOf(columns: readonly GridColumn[]): { date: string; count: number }[] {
  const months: { date: string; count: number }[] = []
  for (const { date } of columns) {
    const last = months.at(-1)
    if (last && last.date.slice(0, 7) === date.slice(0, 7)) last.count++
    else months.push({ date, count: 1 })
  }
  return months
}
