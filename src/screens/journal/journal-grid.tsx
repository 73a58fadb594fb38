import { type KeyboardEvent, type MouseEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '../design/texts/language.tsx'
import { scrollToColumn } from './column-window.ts'
import {
  type Allowed,
  type CellAt,
  type GridCell,
  type GridColumn,
  type GridEntry,
  type GridRow,
  isAbsent,
} from './grid.ts'
import { GridHead, Months } from './grid-head.tsx'
import { type GridKey, readGridKey } from './grid-keys.ts'
import { roles } from './grid-roles.ts'
import { GridRowView } from './grid-row.tsx'
import css from './journal-grid.module.css'
import { type PeriodColumn, readPeriodEntry } from './period-column.ts'
import { columnWidth, measures, useColumnWindow } from './use-column-window.ts'

/** A grid can be written in (WAI-ARIA, grid pattern). */
const grid = { role: 'grid', tabIndex: -1 } as const

export interface JournalGridProps {
  /** «7А, Математика» */
  title: string
  /** «II ч.» */
  periodName: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  allowed: Allowed
  /** The period's marks, where they can be come to: one more column at the right. */
  periodColumn?: PeriodColumn | undefined
  onEntry: (at: CellAt, entry: GridEntry) => void
  /** `byKey`: opened by a key, so the panel takes the focus. */
  onOpen: (at: CellAt, byKey: boolean) => void
  /** The focus came to another cell. */
  onMove: (at: CellAt) => void
  onUndo: () => void
  /** The cell that is open beside the page; the page starts there. */
  open?: CellAt | undefined
}

/** The ruled page as a grid: frozen names, drawn only where it is seen, written in by keys or by touch. */
export function JournalGrid(props: JournalGridProps) {
  const { title, periodName, columns, rows, allowed, periodColumn, onEntry, onOpen, onMove, onUndo } = props
  const { journal } = useTexts()
  const sheet = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(() => startPlace(props))
  const [denied, setDenied] = useState('')
  const second = useRef(false)
  const leaving = useRef(false)
  const moved = useRef(props.open !== undefined)
  const last = columns.length - (periodColumn ? 0 : 1)
  const column = Math.min(active.column, last)
  const inPeriod = column === columns.length
  const row = Math.min(active.row, rows.length - 1)
  const pieces = useColumnWindow(sheet, columns.length, column)

  const focusCell = useCallback((toRow: number, toColumn: number) => {
    moved.current = true
    setActive({ row: toRow, column: toColumn })
  }, [])

  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    const element = sheet.current
    if (!element) return
    const { names, free } = measures(element)
    if (!inPeriod) element.scrollLeft = scrollToColumn(column, columnWidth, element.scrollLeft, free)
    const cell = element.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
    if (!cell) return
    cell.focus({ preventScroll: true })
    revealRow(element, cell)
    if (inPeriod) {
      revealEnd(element, cell)
      return
    }
    // The names are frozen over the scrolled cells: nothing may stay under them.
    if (cell.getBoundingClientRect().left < element.getBoundingClientRect().left + names)
      element.scrollLeft = column * columnWidth
  })

  // The panel that opens takes room from the page: its cell stays in view.
  const opened = props.open !== undefined
  useLayoutEffect(() => {
    const element = sheet.current
    const cell = opened && element?.querySelector<HTMLElement>('tbody [tabindex="0"]')
    if (element && cell) revealRow(element, cell)
  }, [opened])

  const at = (r: number, c: number): CellAt | undefined => {
    const pupil = rows[r]?.pupil
    const lesson = c === columns.length ? periodColumn?.place : columns[c]?.lesson
    return pupil === undefined || lesson === undefined ? undefined : { pupil, lesson }
  }

  function move(rowsBy: number, columnsBy: number) {
    const toColumn = clamp(column + columnsBy, 0, last)
    // Only the heads of lessons lead somewhere.
    const toRow = clamp(row + rowsBy, toColumn === columns.length ? 0 : -1, rows.length - 1)
    focusCell(toRow, toColumn)
    const cell = at(toRow, toColumn)
    if (cell) onMove(cell)
  }

  function write(entry: GridEntry) {
    const cell = at(row, column)
    const lesson = columns[column]
    if (cell && inPeriod && periodColumn) {
      const read = readPeriodEntry(entry, periodColumn)
      setDenied('denied' in read ? journal.denied[read.denied] : '')
      if ('mark' in read) periodColumn.onMarks([{ pupil: cell.pupil, mark: read.mark }])
      return
    }
    if (!cell || !lesson) return
    const why = refusal(entry, allowed, lesson.locked, rows[row]?.cells[column])
    setDenied(why ? journal.denied[why] : '')
    if (!why) onEntry(cell, entry)
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
        move(0, key.do === 'rowStart' ? -columns.length : columns.length)
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
      case 'open': {
        const cell = at(row, column)
        if (cell) onOpen(cell, true)
        return true
      }
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
    if (row < 0 && event.key === 'Enter') return
    if (act(key)) event.preventDefault()
  }

  function click(event: MouseEvent) {
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]')
    const [r, c] = cell?.dataset.cell?.split(':').map(Number) ?? []
    if (r === undefined || c === undefined || r < 0) return
    focusCell(r, c)
    setDenied('')
    const place = at(r, c)
    if (place) onOpen(place, false)
  }

  return (
    <>
      <div ref={sheet} className={css.sheet}>
        <Months columns={columns} columnWidth={columnWidth} />
        <table
          {...grid}
          className={css.grid}
          style={{ width: `calc(var(--frozen) + ${columns.length * columnWidth}px)` }}
          aria-label={journal.grid(title)}
          aria-describedby="grid-keys"
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 3}
          data-open={props.open && true}
          onKeyDown={keyDown}
          onClick={click}
        >
          <GridHead columns={columns} pieces={pieces} periodName={periodName} />
          <tbody {...roles.group}>
            {rows.map((line, index) => (
              <GridRowView
                key={line.pupil}
                row={line}
                index={index}
                columns={columns}
                pieces={pieces}
                active={index === Math.max(row, 0) ? column : -1}
                decide={periodColumn !== undefined}
              />
            ))}
          </tbody>
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

/** Opens the page at the open cell, else where one writes: at today's lesson or the last one held. */
function startPlace({ columns, rows, open, periodColumn }: JournalGridProps): {
  row: number
  column: number
} {
  const row = rows.findIndex(({ pupil }) => pupil === open?.pupil)
  const column =
    open && open.lesson === periodColumn?.place
      ? columns.length
      : columns.findIndex(({ lesson }) => lesson === open?.lesson)
  if (row >= 0 && column >= 0) return { row, column }
  const today = columns.findIndex((one) => one.today)
  return {
    row: 0,
    column:
      today >= 0
        ? today
        : Math.max(
            0,
            columns.findLastIndex((one) => one.held),
          ),
  }
}

type Denied = 'marks' | 'presence' | 'reasons' | 'notAbsent' | 'locked'

function refusal(
  entry: GridEntry,
  allowed: Allowed,
  locked: boolean,
  cell: GridCell | undefined,
): Denied | undefined {
  if (locked) return 'locked'
  if (entry.kind === 'mark') return allowed.marks ? undefined : 'marks'
  if (entry.kind === 'clear')
    return allowed.marks || allowed.presence || allowed.reasons ? undefined : 'marks'
  if (entry.letter === 'О') return allowed.presence ? undefined : 'presence'
  if (entry.letter === 'Н' && allowed.presence) return undefined
  if (!allowed.reasons) return entry.letter === 'Н' ? 'presence' : 'reasons'
  return isAbsent(cell) ? undefined : 'notAbsent'
}

function revealRow(sheet: HTMLElement, cell: HTMLElement): void {
  const head =
    sheet.querySelector('thead')!.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top
  const view = sheet.getBoundingClientRect()
  const at = cell.getBoundingClientRect()
  if (at.top < view.top + head) sheet.scrollTop -= view.top + head - at.top
  else if (at.bottom > view.top + sheet.clientHeight)
    sheet.scrollTop += at.bottom - view.top - sheet.clientHeight
}

/** Where the period's column is not frozen it stands at the end of the row. */
function revealEnd(sheet: HTMLElement, cell: HTMLElement): void {
  if (cell.getBoundingClientRect().right > sheet.getBoundingClientRect().right)
    sheet.scrollLeft = sheet.scrollWidth
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
