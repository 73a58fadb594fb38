import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useRef } from 'react'
import type { CellsBehind, TablePlace } from '../../../domain/reports/cells-behind.ts'
import { type Cell, russianNumber, type Table, type TableColumn } from '../../../domain/reports/table.ts'
import { cx } from '../../design/cx.ts'
import { useTexts } from '../../design/texts/language.tsx'
import css from './report-table.module.css'

/** A text longer than this is read, not looked up: its column is wide and its title stands upright. */
const shortText = 12
/** A title longer than this is turned over a column of numbers. */
const shortTitle = 6

/**
 * A report on the screen, from the table that CSV, XLSX and paper are made of. Its first columns stay in view. Where
 * there are cells behind a number, touching it (or Enter on it) asks for them; arrows go from cell to cell.
 */
export const ReportTable = memo(function ReportTable({
  table,
  behind,
  onAsk,
}: {
  table: Table
  behind: CellsBehind
  onAsk: (place: TablePlace, title: string) => void
}) {
  const texts = useTexts().reports
  const focused = useRef<HTMLElement>(undefined)
  const { columns, rows, totals, footnotes } = table
  const long = new Set(
    columns.flatMap(({ title }, index) =>
      rows.some((row) => typeof row[index] === 'string' && row[index].length > shortText) ? [title] : [],
    ),
  )
  // By title: what is a text in one period is one in the other, though nobody stands there.
  const wide = columns.map(({ title }) => long.has(title))
  const sticky = columns[0]?.title === '№' ? 2 : 1
  const titled = (place: TablePlace) => {
    const line = (place.part === 'rows' ? rows : totals)[place.row]
    const { title = '', group } = columns[place.column] ?? {}
    return `${line?.[sticky - 1] ?? ''} · ${group ? `${group}: ` : ''}${title}`
  }
  const ask = (target: EventTarget) => {
    const cell = (target as HTMLElement).closest<HTMLElement>('[data-place]')
    const [part, row, column] = cell?.dataset.place?.split(' ') ?? []
    if (part === undefined) return
    const place = { part: part as TablePlace['part'], row: Number(row), column: Number(column) }
    onAsk(place, titled(place))
  }
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = (event.target as HTMLElement).closest('td')
    if (!cell) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      ask(cell)
      return
    }
    const next = neighbour(cell, event.key)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const lines = (part: 'rows' | 'totals', of: readonly Cell[][]) =>
    of.map((row, index) => (
      <tr key={`${row[0]} ${row[1]} ${row[2]}`}>
        {row.map((cell, column) => {
          const place: TablePlace = { part, row: index, column }
          const asks = isNumber(cell) && behind(place) !== undefined
          const props = {
            className: cx(
              column < sticky && css.sticky,
              column === sticky - 1 && css.name,
              sticky === 2 && column === 0 && css.number,
              wide[column] && css.wide,
              asks && css.asks,
            ),
            ...(asks ? { 'data-place': `${part} ${index} ${column}` } : {}),
          }
          return column === sticky - 1 ? (
            <th key={columnKey(columns[column])} scope="row" {...props}>
              {cellWords(cell)}
            </th>
          ) : (
            <td
              key={columnKey(columns[column])}
              {...props}
              tabIndex={index === 0 && part === 'rows' && column === sticky ? 0 : -1}
            >
              {cellWords(cell)}
            </td>
          )
        })}
      </tr>
    ))
  return (
    <div className={css.report}>
      <section className={css.scroll} aria-label={table.title}>
        <table
          className={css.table}
          onClick={(event: MouseEvent) => ask(event.target)}
          onKeyDown={move}
          onFocus={({ target }) => {
            focused.current?.setAttribute('tabindex', '-1')
            focused.current = target
            target.setAttribute('tabindex', '0')
          }}
        >
          <caption className={css.caption}>{`${table.title}. ${table.subtitle}. ${texts.touch}`}</caption>
          <thead>
            <Heads columns={columns} wide={wide} sticky={sticky} />
          </thead>
          <tbody>{lines('rows', rows)}</tbody>
          {totals.length > 0 && <tfoot>{lines('totals', totals)}</tfoot>}
        </table>
      </section>
      {footnotes.map((note, row) => {
        const place: TablePlace = { part: 'footnotes', row, column: 0 }
        return behind(place) ? (
          <button key={note} type="button" className={css.note} onClick={() => onAsk(place, note)}>
            {note}
          </button>
        ) : (
          <p key={note} className={css.plain}>
            {note}
          </p>
        )
      })}
    </div>
  )
})

/** One row of titles, or two where columns stand in groups. */
function Heads({
  columns,
  wide,
  sticky,
}: {
  columns: Table['columns']
  wide: readonly boolean[]
  sticky: number
}) {
  const grouped = columns.some(({ group }) => group !== undefined)
  const top: ReactNode[] = []
  for (let index = 0; index < columns.length; index++) {
    const { group, title } = columns[index]!
    let span = 1
    if (group !== undefined) while (columns[index + span]?.group === group) span++
    top.push(
      group === undefined ? (
        <TitleCell key={title} {...{ title, index, sticky, wide: wide[index] }} rows={grouped ? 2 : 1} />
      ) : (
        <th key={group} scope="colgroup" colSpan={span} className={css.group}>
          {group}
        </th>
      ),
    )
    index += span - 1
  }
  return (
    <>
      <tr>{top}</tr>
      {grouped && (
        <tr>
          {columns.map(({ group, title }, index) =>
            group === undefined ? null : (
              <TitleCell
                key={`${group} ${title}`}
                {...{ title, index, sticky, wide: wide[index] }}
                rows={1}
              />
            ),
          )}
        </tr>
      )}
    </>
  )
}

function TitleCell({
  title,
  index,
  sticky,
  wide,
  rows,
}: {
  title: string
  index: number
  sticky: number
  wide: boolean | undefined
  rows: number
}) {
  const turned = index >= sticky && !wide && title.length > shortTitle
  return (
    <th
      scope="col"
      rowSpan={rows}
      className={cx(
        index < sticky && css.sticky,
        index === sticky - 1 && css.name,
        sticky === 2 && index === 0 && css.number,
        wide && css.wide,
      )}
    >
      {turned ? <span className={css.turned}>{title}</span> : title}
    </th>
  )
}

const columnKey = (column: TableColumn | undefined) => `${column?.group ?? ''} ${column?.title}`

/** Numbers, marks and counts in words («6 из 10», «Б2 О1»), but neither names nor nothing. */
function isNumber(cell: Cell): boolean {
  if (cell === null || cell === 0 || cell === '—') return false
  return typeof cell !== 'string' || cell.length <= shortText
}

function cellWords(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? russianNumber(cell.value, cell.decimals) : String(cell)
}

/** The cell that an arrow, Home or End leads to; undefined for another key or at the edge. */
function neighbour(cell: HTMLTableCellElement, key: string): HTMLElement | undefined {
  const row = cell.parentElement as HTMLTableRowElement
  const table = row.closest('table')!
  const inRow = (line: HTMLTableRowElement | undefined, index: number) =>
    line?.cells[index]?.tagName === 'TD' ? line.cells[index] : undefined
  switch (key) {
    case 'ArrowLeft':
      return inRow(row, cell.cellIndex - 1)
    case 'ArrowRight':
      return inRow(row, cell.cellIndex + 1)
    case 'ArrowUp':
      return inRow(table.rows[row.rowIndex - 1], cell.cellIndex)
    case 'ArrowDown':
      return inRow(table.rows[row.rowIndex + 1], cell.cellIndex)
    case 'Home':
      return [...row.cells].find(({ tagName, cellIndex }) => tagName === 'TD' && cellIndex > 0)
    case 'End':
      return row.cells[row.cells.length - 1]
    default:
      return undefined
  }
}
