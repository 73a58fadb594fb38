import { memo } from 'react'
import { cx } from '../design/cx.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { chunkSize, type Piece } from './column-window.ts'
import { cellText, type GridCell, type GridColumn, type GridRow, type PeriodCell, sameCell } from './grid.ts'
import { roles } from './grid-roles.ts'
import css from './grid-row.module.css'
import { oneShortInWords } from './period-words.ts'

export interface GridRowViewProps {
  row: GridRow
  /** Its place on the page, from 0. */
  index: number
  columns: readonly GridColumn[]
  pieces: readonly Piece[]
  /** The column of this row that can be focused, -1 for none. */
  active: number
  /** Whether the period's mark can be come to. */
  decide: boolean
}

/** A pupil's line: name, the drawn part of the cells, average and period mark. */
export const GridRowView = memo(function GridRowView(props: GridRowViewProps) {
  const { row, index, columns, pieces, active, decide } = props
  const { journal } = useTexts()
  const format = useFormat()
  const { average } = row
  return (
    <tr {...roles.row} className={css.row} aria-rowindex={index + 2}>
      <th {...roles.rowHead} scope="row" className={css.name} aria-colindex={1}>
        <span>{row.name}</span>
        {row.left && <span className={css.left}> {journal.left(format.short(row.left))}</span>}
      </th>
      {pieces.map((piece) => {
        if ('gap' in piece)
          return <td key={`gap ${piece.from}`} aria-hidden="true" style={{ width: piece.gap }} />
        const start = piece.chunk * chunkSize
        return (
          <Chunk
            key={piece.chunk}
            cells={row.cells}
            columns={columns}
            start={start}
            row={index}
            active={active >= start && active < start + chunkSize ? active : -1}
          />
        )
      })}
      <td {...roles.cell} className={css.average} aria-colindex={columns.length + 2}>
        {average === undefined ? '' : format.average(average)}
      </td>
      <Period row={row} columns={columns.length} at={decide ? index : undefined} active={active} />
    </tr>
  )
})

function Period({
  row,
  columns,
  at,
  active,
}: {
  row: GridRow
  columns: number
  /** The row's place, where the cell can be come to. */
  at: number | undefined
  active: number
}) {
  const { periodMark } = row
  return (
    <td
      {...roles.cell}
      {...(at === undefined
        ? {}
        : { 'data-cell': `${at}:${columns}`, tabIndex: active === columns ? 0 : -1 })}
      className={cx(
        css.period,
        at !== undefined && css.decide,
        periodMark?.suggested && css.suggested,
        periodMark?.conflict !== undefined && css.conflict,
      )}
      aria-colindex={columns + 3}
    >
      {periodMark && <PeriodText cell={periodMark} />}
    </td>
  )
}

function PeriodText({ cell }: { cell: PeriodCell }) {
  const { journal } = useTexts()
  const { mark, suggested, advice } = cell
  const short = suggested ? advice?.oneShort : undefined
  return (
    <>
      {mark}
      {suggested && <span className={css.unseen}> {journal.suggested}</span>}
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
  cells: readonly (GridCell | undefined)[]
  columns: readonly GridColumn[]
  start: number
  row: number
  active: number
}

const Chunk = memo(
  function Chunk({ cells, columns, start, row, active }: ChunkProps) {
    return columns
      .slice(start, start + chunkSize)
      .map((column, offset) => (
        <Cell
          key={column.lesson}
          cell={cells[start + offset]}
          column={column}
          at={`${row}:${start + offset}`}
          colIndex={start + offset + 2}
          focusable={active === start + offset}
        />
      ))
  },
  (a, b) => {
    if (a.start !== b.start || a.row !== b.row || a.active !== b.active) return false
    for (let i = a.start; i < a.start + chunkSize; i++)
      if (!sameCell(a.cells[i], b.cells[i]) || !sameColumn(a.columns[i], b.columns[i])) return false
    return true
  },
)

function sameColumn(a: GridColumn | undefined, b: GridColumn | undefined): boolean {
  return (
    a === b ||
    (a?.lesson === b?.lesson && a?.today === b?.today && a?.locked === b?.locked && a?.held === b?.held)
  )
}

function Cell({
  cell,
  column,
  at,
  colIndex,
  focusable,
}: {
  cell: GridCell | undefined
  column: GridColumn
  at: string
  colIndex: number
  focusable: boolean
}) {
  return (
    <td
      {...roles.cell}
      data-cell={at}
      aria-colindex={colIndex}
      tabIndex={focusable ? 0 : -1}
      className={cx(
        css.cell,
        cell && css.filled,
        column.today && css.today,
        column.locked && css.locked,
        cell && cell.marks.length > 0 && css.mark,
        cell?.conflict !== undefined && css.conflict,
      )}
    >
      {cell && <CellText cell={cell} />}
    </td>
  )
}

function CellText({ cell }: { cell: GridCell }) {
  const { marks, letter } = cell
  const written = marks.length > 0 ? cellText({ ...cell, letter: undefined }) : ''
  return (
    <>
      {written}
      {letter && <span className={css.letter}>{letter}</span>}
      <Signs {...cell} />
    </>
  )
}

/** What is said of a cell beside its value: that it disagrees, waits, or did not count. */
function Signs({
  conflict,
  waiting,
  voided,
  asked,
}: Pick<PeriodCell, 'conflict' | 'waiting' | 'voided'> & Pick<GridCell, 'asked'>) {
  const { journal, cellTalk } = useTexts()
  return (
    <>
      {conflict !== undefined && (
        <small>
          <span className={css.unseen}>{journal.cellConflict('')}</span>
          {conflict}
        </small>
      )}
      {waiting && (
        <i className={css.waiting}>
          <span className={css.unseen}>{journal.cellWaiting}</span>
        </i>
      )}
      {voided && (
        <i className={css.voided}>
          <span className={css.unseen}>{journal.cellVoid}</span>
        </i>
      )}
      {asked && (
        <i className={css.asked}>
          <span aria-hidden="true">?</span>
          <span className={css.unseen}>{cellTalk.cellAsked}</span>
        </i>
      )}
    </>
  )
}
