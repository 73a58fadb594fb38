import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useTexts } from '../design/texts/language.tsx'
import type { Allowed, CellAt, GridColumn, GridEntry, GridRow } from './grid.ts'
import { GridHead, Months } from './grid-head.tsx'
import { type GridKey, readGridKey } from './grid-keys.ts'
import { cellAt, currentColumn, type GridPlace, placeOf, refusal } from './grid-places.ts'
import { revealColumn, revealEnd, revealRow } from './grid-reveal.ts'
import { roles } from './grid-roles.ts'
import { GridRowView } from './grid-row.tsx'
import css from './journal-grid.module.css'
import { type PeriodColumn, readPeriodEntry } from './period-column.ts'
import { columnWidth, type ScrollPlace, useGridWindow } from './use-grid-window.ts'

/** A grid can be written in (WAI-ARIA, grid pattern). */
const grid = { role: 'grid', tabIndex: -1 } as const

/** Width of the average and of a mark at the right, px. */
const endWidth = 64

/** Takes the focus to a place of the page from outside of it. */
export interface GridHandle {
  /** The row of a pupil, at a column of the page (the present one unless told). */
  toRow: (pupil: string, lesson?: string) => void
  /** The lesson of today, or the last one held. */
  toToday: () => void
}

export interface JournalGridProps {
  /** «7А, Математика» */
  title: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  /** Whether the page has averages. */
  averages: boolean
  allowed: Allowed
  /** The columns of marks at the right. */
  ends: readonly PeriodColumn[]
  onEntry: (at: CellAt, entry: GridEntry) => void
  /** `byKey`: opened by a key, so the panel takes the focus. */
  onOpen: (at: CellAt, byKey: boolean) => void
  /** A head was pressed: the lesson's column is looked at. */
  onColumn: (lesson: string, byKey: boolean) => void
  /** The focus came to another cell. */
  onMove: (at: CellAt) => void
  onUndo: () => void
  /** The cell that is open beside the page; the page starts there. */
  open?: CellAt | undefined
  /** The lesson whose column is open beside the page. */
  openColumn?: string | undefined
  /** Where the page was left, and how to tell where it is being left. */
  left?: (GridPlace & { scroll: ScrollPlace }) | undefined
  onLeave?: ((place: GridPlace & { scroll: ScrollPlace }) => void) | undefined
  handle?: Ref<GridHandle>
}

/** The ruled page as a grid: frozen names, drawn only where it is seen, written in by keys or by touch. */
export function JournalGrid(props: JournalGridProps) {
  const { title, columns, rows, averages, allowed, ends, onEntry, onOpen, onMove, onUndo } = props
  const { journal } = useTexts()
  const sheet = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(() => startPlace(props))
  const [denied, setDenied] = useState('')
  const second = useRef(false)
  const leaving = useRef(false)
  const moved = useRef(props.open !== undefined)
  const last = columns.length + ends.length - 1
  const column = Math.min(active.column, last)
  const end = ends[column - columns.length]
  const row = Math.min(active.row, rows.length - 1)
  const start = props.open ? undefined : props.left?.scroll
  const seen = useGridWindow(sheet, { columns: columns.length, rows: rows.length, pinned: column, start })

  const focusCell = useCallback((toRow: number, toColumn: number) => {
    moved.current = true
    setActive({ row: toRow, column: toColumn })
  }, [])

  const place = { row, column }
  useImperativeHandle(props.handle, () => ({
    toRow: (pupil, lesson) => {
      const known = lesson === undefined ? undefined : placeOf(props, { pupil, lesson })
      focusCell(
        rows.findIndex((one) => one.pupil === pupil),
        known?.column ?? column,
      )
    },
    toToday: () => focusCell(Math.max(0, row), currentColumn(columns)),
  }))

  const onLeave = useRef(() => {})
  useEffect(() => {
    const element = sheet.current
    let scroll: ScrollPlace = { left: 0, top: 0 }
    const note = () => {
      if (element) scroll = { left: element.scrollLeft, top: element.scrollTop }
    }
    element?.addEventListener('scroll', note, { passive: true })
    onLeave.current = () => props.onLeave?.({ ...place, scroll })
    return () => element?.removeEventListener('scroll', note)
  })
  useEffect(() => () => onLeave.current(), [])

  useLayoutEffect(() => {
    const element = sheet.current
    if (!moved.current || !element || !seen) return
    moved.current = false
    const cell = element.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
    if (!cell) return
    cell.focus({ preventScroll: true })
    revealRow(element, cell)
    if (end) revealEnd(element, cell)
    else revealColumn(element, cell, column)
  })

  // The panel that opens takes room from the page: its cell stays in view.
  const opened = props.open !== undefined
  useLayoutEffect(() => {
    const element = sheet.current
    const cell = opened && element?.querySelector<HTMLElement>('tbody [tabindex="0"]')
    if (element && cell) revealRow(element, cell)
  }, [opened])

  function move(rowsBy: number, columnsBy: number) {
    const toColumn = clamp(column + columnsBy, 0, last)
    // Only the heads of lessons can be opened.
    const toRow = clamp(row + rowsBy, toColumn < columns.length ? -1 : 0, rows.length - 1)
    focusCell(toRow, toColumn)
    const cell = cellAt(props, { row: toRow, column: toColumn })
    if (cell) onMove(cell)
  }

  function write(entry: GridEntry) {
    const cell = cellAt(props, place)
    if (!cell) return
    if (end) {
      const read = readPeriodEntry(entry, end)
      setDenied('denied' in read ? journal.denied[read.denied] : '')
      if ('mark' in read) end.onMarks([{ pupil: cell.pupil, mark: read.mark }])
      return
    }
    const why = refusal(entry, allowed, columns[column]?.locked ?? false, rows[row]?.cells.at(column))
    setDenied(why ? journal.denied[why] : '')
    if (!why) onEntry(cell, entry)
  }

  function openHere() {
    const cell = cellAt(props, place)
    const lesson = columns[column]?.lesson
    if (cell) onOpen(cell, true)
    else if (row < 0 && lesson !== undefined) props.onColumn(lesson, true)
  }

  function act(key: GridKey): boolean {
    const wasSecond = second.current
    second.current = key.do === 'second'
    switch (key.do) {
      case 'move':
        move(key.rows, key.columns)
        return true
      case 'rowStart':
      case 'rowEnd':
        move(0, key.do === 'rowStart' ? -last : last)
        return true
      case 'mark':
        write({ kind: 'mark', mark: key.mark, another: wasSecond })
        return true
      case 'letter':
        write({ kind: 'letter', letter: key.letter })
        return true
      case 'clear':
        write({ kind: 'clear' })
        return true
      case 'undo':
        onUndo()
        return true
      case 'open':
        openHere()
        return true
      case 'second':
        return true
      case 'leave':
        return false
    }
  }

  function keyDown(event: KeyboardEvent) {
    const key = readGridKey(event)
    if (!key) return
    // Tab goes right inside the page; at its edges, and after Escape, it leaves.
    const edge = event.shiftKey ? column === 0 : column === last
    if (event.key === 'Tab' && (leaving.current || edge)) {
      leaving.current = false
      return
    }
    leaving.current = key.do === 'leave'
    if (row < 0 && event.key === 'Enter') {
      event.preventDefault()
      openHere()
    } else if (act(key)) event.preventDefault()
  }

  function click(event: MouseEvent) {
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]')
    const [r, c] = cell?.dataset.cell?.split(':').map(Number) ?? []
    if (r === undefined || c === undefined) return
    setDenied('')
    focusCell(r, c)
    const lesson = columns[c]?.lesson
    if (r < 0 && lesson !== undefined) return props.onColumn(lesson, false)
    const at = cellAt(props, { row: r, column: c })
    if (at) onOpen(at, false)
  }

  const widths = {
    '--average-width': `${averages ? endWidth : 0}px`,
    '--ends-width': `${ends.length * endWidth}px`,
    // Said as one length: it is read back.
    '--right-width': `${(averages ? endWidth : 0) + ends.length * endWidth}px`,
  } as CSSProperties
  return (
    <>
      <div ref={sheet} className={css.sheet} style={widths} data-ends={ends.length > 1 ? 'flow' : 'frozen'}>
        {seen && <Months columns={columns} columnWidth={columnWidth} />}
        <table
          {...grid}
          className={css.grid}
          style={{ width: `calc(var(--frozen) + ${columns.length * columnWidth}px)` }}
          aria-label={journal.grid(title)}
          aria-describedby="grid-keys"
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + ends.length + (averages ? 2 : 1)}
          data-open={props.open && true}
          onKeyDown={keyDown}
          onClick={click}
        >
          {seen && (
            <>
              <GridHead
                columns={columns}
                ends={ends}
                averages={averages}
                parts={seen}
                pinned={column}
                open={props.openColumn}
              />
              <tbody {...roles.group}>
                {rows.map((line, index) => (
                  <GridRowView
                    key={line.pupil}
                    row={line}
                    index={index}
                    columns={columns}
                    ends={ends}
                    averages={averages}
                    parts={seen}
                    active={index === Math.max(row, 0) ? column : -1}
                  />
                ))}
              </tbody>
            </>
          )}
        </table>
      </div>
      <p className={css.denied} role="status">
        {denied}
      </p>
      <p id="grid-keys" className={css.keys}>
        {journal.keys}
      </p>
    </>
  )
}

/** Opens the page at the open cell, where it was left, or where one writes. */
function startPlace(props: JournalGridProps): GridPlace {
  return placeOf(props, props.open) ?? props.left ?? { row: 0, column: currentColumn(props.columns) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
