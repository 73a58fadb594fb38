import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useKeptInView } from '../design/use-kept-in-view.ts'
import css from './workload-grid.module.css'
import { Row } from './workload-row.tsx'
import type { WorkloadView } from './workload-view.ts'

/** A grid can be written in (WAI-ARIA, grid pattern). */
const grid = { role: 'grid', tabIndex: -1 } as const

/** A cell of the matrix; without a class, the row's head. */
export interface WorkloadPlace {
  row: string
  class: string
}

export interface WorkloadGridProps {
  view: WorkloadView
  /** Columns shown. */
  classes: WorkloadView['classes']
  /** A panel has opened beside the grid, or over its lower half: the cell must stay in view. */
  opened: boolean
  onEntry: (place: WorkloadPlace, text: string) => void
  /** `byKey`: the panel takes the focus. */
  onOpen: (place: WorkloadPlace | { row: string }, byKey: boolean) => void
  onUndo: () => void
}

/** The matrix that schools keep: rows are teachers with a subject, columns classes, cells hours a week. */
export function WorkloadGrid({ view, classes, opened, onEntry, onOpen, onUndo }: WorkloadGridProps) {
  const { workload: texts } = useTexts()
  const sheet = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  /** What is typed is given up: leaving the field must not write it. */
  const givenUp = useRef(false)
  const [active, setActive] = useState({ row: 0, column: 0 })
  const [draft, setDraft] = useState<string>()
  const row = Math.min(active.row, view.rows.length - 1)
  const column = Math.min(active.column, classes.length - 1)

  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    const cell = sheet.current?.querySelector<HTMLElement>('td[tabindex="0"]')
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  useKeptInView(sheet, opened, `${row}:${column}`)

  const placeAt = (r: number, c: number): WorkloadPlace | undefined => {
    const [own, to] = [view.rows[r], classes[c]]
    return own && to && { row: own.key, class: to.id }
  }
  const go = (rowsBy: number, columnsBy: number) => {
    moved.current = true
    setActive({
      row: clamp(row + rowsBy, view.rows.length),
      column: clamp(column + columnsBy, classes.length),
    })
  }
  const commit = (text: string | undefined) => {
    setDraft(undefined)
    const place = placeAt(row, column)
    if (text !== undefined && place) onEntry(place, text)
  }
  const leave = (text: string | undefined) => {
    if (!givenUp.current) commit(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, code, shiftKey } = event
    if (altKey || !(event.target as Element).closest('td')) return
    const step = steps[key]
    if (ctrlKey || metaKey) {
      if (code !== 'KeyZ' || draft !== undefined) return
      onUndo()
    } else if (step) {
      commit(draft)
      go(...step)
    } else if (key === 'Tab' && draft !== undefined) {
      commit(draft)
      go(0, shiftKey ? -1 : 1)
    } else if (draft !== undefined) {
      if (key === 'Enter') {
        commit(draft)
        go(1, 0)
      } else if (key === 'Escape') {
        givenUp.current = true
        setDraft(undefined)
        moved.current = true
      } else return
    } else if (/^\d$/.test(key)) {
      givenUp.current = false
      setDraft(key)
    } else if (key === 'Delete' || key === 'Backspace') commit('')
    else if (key === 'Enter' || key === ' ' || key === 'F2') {
      const place = placeAt(row, column)
      if (place) onOpen(place, true)
    } else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const element = event.target as Element
    const head = element.closest<HTMLElement>('[data-row]')?.dataset.row
    if (head !== undefined) return onOpen({ row: head }, false)
    const at = element.closest<HTMLElement>('[data-cell]')?.dataset.cell?.split(':').map(Number)
    if (!at || element.closest('input')) return
    commit(draft)
    setActive({ row: at[0]!, column: at[1]! })
    const place = placeAt(at[0]!, at[1]!)
    if (place) onOpen(place, false)
  }
  return (
    <div className={css.scroll} ref={sheet}>
      <table
        {...grid}
        className={css.table}
        aria-label={texts.grid}
        aria-describedby="workload-keys"
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          <tr>
            <th scope="col" className={css.head}>
              {texts.row}
            </th>
            {classes.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className={css.total}>
              {texts.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((own, index) => (
            <Row
              key={own.key}
              row={own}
              index={index}
              classes={classes}
              teacherHours={
                view.rows[index - 1]?.teacher === own.teacher ? undefined : view.byTeacher.get(own.teacher)
              }
              activeColumn={index === row ? column : -1}
              draft={index === row ? draft : undefined}
              onDraft={setDraft}
              onLeave={leave}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={css.head}>
              {texts.byWorkload}
            </th>
            {classes.map(({ id }) => (
              <td key={id}>{texts.number(view.byClass.get(id)?.hours ?? 0)}</td>
            ))}
            <td className={css.total}>{texts.number(view.total.hours)}</td>
          </tr>
          <tr>
            <th scope="row" className={css.head}>
              {texts.byTimetable}
            </th>
            {classes.map(({ id }) => {
              const { hours, placed } = view.byClass.get(id) ?? { hours: 0, placed: 0 }
              return (
                <td key={id} className={hours === placed ? undefined : css.differs}>
                  {texts.number(placed)}
                </td>
              )
            })}
            <td className={cx(css.total, view.total.hours !== view.total.placed && css.differs)}>
              {texts.number(view.total.placed)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const steps: Partial<Record<string, [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -1000],
  End: [0, 1000],
  PageUp: [-10, 0],
  PageDown: [10, 0],
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}
