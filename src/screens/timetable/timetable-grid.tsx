import { type KeyboardEvent, type MouseEvent, memo, useLayoutEffect, useRef } from 'react'
import type { Hour } from '../../domain/school/timetable-editing.ts'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useKeptInView } from '../design/use-kept-in-view.ts'
import { HourLines } from './hour-lines.tsx'
import css from './timetable-grid.module.css'
import { type HourCell, hourKey, type TimetableView } from './timetable-view.ts'

/** A grid can be written in (WAI-ARIA, grid pattern). */
const roles = { grid: { role: 'grid', tabIndex: -1 }, cell: { role: 'gridcell' } } as const

export interface TimetableGridProps {
  view: TimetableView
  /** The cell that has the focus. */
  active: Hour
  /** A panel has opened beside the grid, or over its lower half: the cell must stay in view. */
  opened: boolean
  onActive: (hour: Hour) => void
  /** `byKey`: the panel takes the focus. */
  onOpen: (hour: Hour, byKey: boolean) => void
  onClear: (hour: Hour) => void
  onUndo: () => void
}

/** The grid that schools keep: rows are days and lessons, columns classes. */
export function TimetableGrid({
  view,
  active,
  opened,
  onActive,
  onOpen,
  onClear,
  onUndo,
}: TimetableGridProps) {
  const { timetable: texts } = useTexts()
  const sheet = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const { classes, days, bells, cells } = view
  const column = classes.findIndex(({ id }) => id === active.class)

  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    const cell = sheet.current?.querySelector<HTMLElement>('[tabindex="0"]')
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  useKeptInView(sheet, opened, hourKey(active))

  const go = (rowsBy: number, columnsBy: number) => {
    const rows = days.flatMap((weekday) => bells.map((bell) => ({ weekday, bell })))
    const at = rows.findIndex(({ weekday, bell }) => weekday === active.weekday && bell === active.bell)
    const row = rows[clamp(at + rowsBy, rows.length)]
    const own = classes[clamp(column + columnsBy, classes.length)]
    if (!row || !own) return
    moved.current = true
    onActive({ class: own.id, ...row })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, code, altKey } = event
    if (altKey) return
    if (ctrlKey || metaKey) {
      if (code !== 'KeyZ') return
      onUndo()
    } else if (key === 'ArrowUp') go(-1, 0)
    else if (key === 'ArrowDown') go(1, 0)
    else if (key === 'ArrowLeft') go(0, -1)
    else if (key === 'ArrowRight') go(0, 1)
    else if (key === 'Home') go(0, -classes.length)
    else if (key === 'End') go(0, classes.length)
    else if (key === 'PageUp') go(-bells.length, 0)
    else if (key === 'PageDown') go(bells.length, 0)
    else if (key === 'Enter' || key === ' ') onOpen(active, true)
    else if (key === 'Delete' || key === 'Backspace') onClear(active)
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const place = (event.target as Element).closest<HTMLElement>('[data-hour]')?.dataset.hour
    if (!place) return
    const [own, weekday, bell] = place.split(',')
    const hour = { class: own!, weekday: Number(weekday), bell: Number(bell) }
    onActive(hour)
    onOpen(hour, false)
  }
  return (
    <div className={css.scroll} ref={sheet}>
      <table
        {...roles.grid}
        className={css.table}
        aria-label={texts.grid}
        aria-describedby="grid-keys"
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          <tr>
            <th scope="col" className={cx(css.day, css.corner)}>
              {texts.day}
            </th>
            <th scope="col" className={cx(css.bell, css.corner)}>
              {texts.lessonColumn}
            </th>
            {classes.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((weekday) =>
            bells.map((bell, index) => (
              <Row
                key={`${weekday},${bell}`}
                weekday={weekday}
                bell={bell}
                first={index === 0 ? bells.length : 0}
                classes={classes}
                cells={cells}
                activeColumn={active.weekday === weekday && active.bell === bell ? column : -1}
              />
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** One lesson of one day in all classes; drawn anew when the timetable changes or the focus is in it. */
const Row = memo(function Row({
  weekday,
  bell,
  first,
  classes,
  cells,
  activeColumn,
}: {
  weekday: number
  bell: number
  /** Rows of the day where this is its first; 0 elsewhere. */
  first: number
  classes: TimetableView['classes']
  cells: TimetableView['cells']
  activeColumn: number
}) {
  const { timetable: texts } = useTexts()
  return (
    <tr className={first > 0 ? css.dayStart : undefined}>
      {first > 0 && (
        <th scope="rowgroup" rowSpan={first} className={css.day}>
          <span aria-hidden="true">{texts.shortDay(weekday)}</span>
          <span className={css.unseen}>{texts.weekday(weekday)}</span>
        </th>
      )}
      <th scope="row" className={css.bell}>
        {bell}
      </th>
      {classes.map(({ id }, index) => {
        const hour = { class: id, weekday, bell }
        return (
          <Cell
            key={id}
            place={hourKey(hour)}
            cell={cells.get(hourKey(hour))}
            active={index === activeColumn}
          />
        )
      })}
    </tr>
  )
})

const Cell = memo(
  function Cell({ place, cell, active }: { place: string; cell: HourCell | undefined; active: boolean }) {
    return (
      <td
        {...roles.cell}
        data-hour={place}
        tabIndex={active ? 0 : -1}
        className={cx(css.cell, active && css.active, cell?.clashing && css.clashing)}
      >
        {cell && <HourLines cell={cell} />}
      </td>
    )
  },
  (a, b) => a.place === b.place && a.active === b.active && a.cell?.key === b.cell?.key,
)

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}
