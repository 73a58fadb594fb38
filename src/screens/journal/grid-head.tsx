import { memo } from 'react'
import { cx } from '../design/cx.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { chunkSize, type Piece } from './column-window.ts'
import type { GridColumn } from './grid.ts'
import css from './grid-head.module.css'
import { roles } from './grid-roles.ts'

/** The head of the page: the dates, each leading to its lesson. */
export const GridHead = memo(function GridHead({
  columns,
  pieces,
  periodName,
}: {
  columns: readonly GridColumn[]
  pieces: readonly Piece[]
  /** «II ч.» */
  periodName: string
}) {
  const { journal } = useTexts()
  const format = useFormat()
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
          return columns.slice(start, start + chunkSize).map((column, offset) => (
            <th
              {...roles.columnHead}
              key={column.lesson}
              scope="col"
              aria-colindex={start + offset + 2}
              className={cx(css.date, column.today && css.today)}
            >
              <a
                href={column.href}
                data-cell={`-1:${start + offset}`}
                tabIndex={-1}
                title={journal.openLesson(format.day(column.date), column.bell)}
              >
                <span className={css.unseen}>{format.day(column.date)}</span>
                <span aria-hidden="true">{format.dayOfMonth(column.date)}</span>
                {column.locked && <span className={css.unseen}>{journal.lockedColumn}</span>}
                {column.held && !column.roll && (
                  <i className={css.noRoll}>
                    <span className={css.unseen}>{journal.noRoll}</span>
                  </i>
                )}
              </a>
            </th>
          ))
        })}
        <th
          {...roles.columnHead}
          scope="col"
          className={css.average}
          aria-colindex={columns.length + 2}
          aria-label={journal.averageFull}
        >
          {journal.average}
        </th>
        <th {...roles.columnHead} scope="col" className={css.period} aria-colindex={columns.length + 3}>
          {periodName}
        </th>
      </tr>
    </thead>
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
