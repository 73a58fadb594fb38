import { memo, useDeferredValue, useLayoutEffect, useRef } from 'react'
import { cx } from '../design/cx.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { type ChunkLook, drawChunk, signsOf } from './chunk-cells.ts'
import { chunkSize, piecesOf } from './column-window.ts'
import type { DrawnParts } from './drawn-parts.ts'
import { type GridColumn, type GridRow, type PeriodCell, sameCell } from './grid.ts'
import { roles } from './grid-roles.ts'
import css from './grid-row.module.css'
import type { PeriodColumn } from './period-column.ts'
import { oneShortInWords } from './period-words.ts'
import { columnWidth, useDrawn } from './use-grid-window.ts'

export interface GridRowViewProps {
  row: GridRow
  /** Its place on the page, from 0. */
  index: number
  columns: readonly GridColumn[]
  /** The columns of marks at the right. */
  ends: readonly PeriodColumn[]
  /** Whether the page has averages. */
  averages: boolean
  /** Nothing but the name is drawn while the row is out of view and without the focus. */
  parts: DrawnParts
  /** The column of this row that can be focused, -1 for none. */
  active: number
}

/** A pupil's line: name, the drawn part of the cells, average and the marks at the right. */
export const GridRowView = memo(function GridRowView(props: GridRowViewProps) {
  const { row, index, columns, ends, averages, parts, active } = props
  const { journal, journalMarks } = useTexts()
  const format = useFormat()
  useDrawn(parts, index)
  // What changed out of view is drawn when nobody waits.
  const unseen = { cells: useDeferredValue(row.cells), columns: useDeferredValue(columns) }
  const drawn = (chunk: number) => parts.has(index, chunk)
  const pieces =
    parts.count(index) > 0 || active >= 0
      ? piecesOf({ columns: columns.length, columnWidth, drawn, pinned: active })
      : undefined
  return (
    <tr {...roles.row} className={css.row} aria-rowindex={index + 2}>
      <th {...roles.rowHead} scope="row" className={css.name} aria-colindex={1}>
        <span>{row.name}</span>
        {row.left && <span className={css.left}> {journal.left(format.short(row.left))}</span>}
        {row.elsewhere && <span className={css.left}> {journalMarks.elsewhere(row.elsewhere)}</span>}
      </th>
      {pieces?.map((piece) => {
        if ('gap' in piece)
          return <td key={`gap ${piece.from}`} aria-hidden="true" style={{ width: piece.gap }} />
        const start = piece.chunk * chunkSize
        const { cells, columns: dates } = parts.seen(index, piece.chunk)
          ? { cells: row.cells, columns }
          : unseen
        return (
          <Chunk
            key={piece.chunk}
            cells={cells}
            columns={dates}
            start={start}
            row={index}
            active={active >= start && active < start + chunkSize ? active : -1}
          />
        )
      })}
      {pieces && averages && (
        <td {...roles.cell} className={css.average} aria-colindex={columns.length + 2}>
          {row.average === undefined ? '' : format.average(row.average)}
        </td>
      )}
      {pieces &&
        ends.map((end, number) => (
          <EndCell
            key={end.place}
            cell={row.ends.get(end.place)}
            at={`${index}:${columns.length + number}`}
            colIndex={columns.length + number + (averages ? 3 : 2)}
            focusable={active === columns.length + number}
          />
        ))}
    </tr>
  )
})

const EndCell = memo(function EndCell({
  cell,
  at,
  colIndex,
  focusable,
}: {
  cell: PeriodCell | undefined
  at: string
  colIndex: number
  focusable: boolean
}) {
  return (
    <td
      {...roles.cell}
      data-cell={at}
      tabIndex={focusable ? 0 : -1}
      className={cx(
        css.period,
        (cell?.suggested || cell?.carried) && css.suggested,
        cell?.conflict !== undefined && css.conflict,
      )}
      aria-colindex={colIndex}
    >
      {cell && <PeriodText cell={cell} />}
    </td>
  )
})

function PeriodText({ cell }: { cell: PeriodCell }) {
  const { journal, journalMarks } = useTexts()
  const { mark, suggested, advice } = cell
  const short = suggested ? advice?.oneShort : undefined
  return (
    <>
      {mark}
      {suggested && <span className={css.unseen}> {journal.suggested}</span>}
      {cell.carried && <span className={css.unseen}> {journalMarks.carried}</span>}
      {short && (
        <small className={css.short} title={oneShortInWords(short, journal)}>
          <span aria-hidden="true">{short.kind === 'ofMinimum' ? '−1' : `→${short.mark}`}</span>
          <span className={css.unseen}> {oneShortInWords(short, journal)}</span>
        </small>
      )}
      <Signs {...cell} />
    </>
  )
}

interface ChunkProps {
  cells: GridRow['cells']
  columns: readonly GridColumn[]
  start: number
  row: number
  active: number
}

/** Cells that are laid out as one part of the row. */
const Chunk = memo(
  function Chunk({ cells, columns, start, row, active }: ChunkProps) {
    const texts = useTexts()
    const own = columns.slice(start, start + chunkSize)
    const locked = own.every((column) => column.locked)
    const element = useRef<HTMLTableCellElement>(null)
    const last = useRef<ChunkLook>(undefined)
    useLayoutEffect(() => {
      const look: ChunkLook = {
        row,
        start,
        texts,
        cells: own.map((column, offset) => ({
          cell: cells.at(start + offset),
          column,
          focusable: active === start + offset,
          locked: column.locked && !locked,
        })),
      }
      drawChunk(element.current!, look, last.current)
      last.current = look
    })
    return (
      <td
        {...roles.chunk}
        ref={element}
        className={cx(css.chunk, locked && css.locked)}
        style={{ width: own.length * columnWidth }}
      />
    )
  },
  (a, b) => {
    if (a.start !== b.start || a.row !== b.row || a.active !== b.active) return false
    if (a.cells === b.cells && a.columns === b.columns) return true
    for (let i = a.start; i < a.start + chunkSize; i++)
      if (!sameCell(a.cells.at(i), b.cells.at(i)) || !sameColumn(a.columns[i], b.columns[i])) return false
    return true
  },
)

function sameColumn(a: GridColumn | undefined, b: GridColumn | undefined): boolean {
  return (
    a === b ||
    (a?.lesson === b?.lesson && a?.today === b?.today && a?.locked === b?.locked && a?.held === b?.held)
  )
}

/** What is said of a mark at the right beside its value. */
function Signs(cell: PeriodCell) {
  return signsOf(cell, useTexts()).map(({ look, words, shown }) =>
    look === 'conflict' ? (
      <small key={look}>
        <span className={css.unseen}>{words}</span>
        {shown}
      </small>
    ) : (
      <i key={look} className={css[look]}>
        <span className={css.unseen}>{words}</span>
      </i>
    ),
  )
}
