import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { Button, IconButton } from '../design/button.tsx'
import { Chip, type ChipTone } from '../design/chip.tsx'
import { cx } from '../design/cx.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './plan-row.module.css'
import type { PlanRowView } from './plan-view.ts'

export interface PlanRowProps {
  row: PlanRowView
  /** Whether its actions are shown. */
  opened: boolean
  writable: boolean
  last: boolean
  /** In place of the row, while it is changed. */
  form: ReactNode
  /** Below the row, while an entry is added there. */
  formAfter: ReactNode
  onOpen: () => void
  onMove: (by: number) => void
  onSplit: () => void
  onInsert: () => void
  onChange: () => void
  onRemove: () => void
}

const tones: Record<PlanRowView['state'], ChipTone> = {
  done: 'ok',
  begun: 'plain',
  ahead: 'plain',
  unplaced: 'late',
}

/** An entry of the plan with its dates; what can be done with it opens below. */
export function PlanRow(props: PlanRowProps) {
  const { row, opened, writable, last, form, formAfter, onOpen, onMove } = props
  const { plan: texts, planSharing } = useTexts()
  const drag = useDrag(onMove)
  const format = useFormat()
  const [first, ...later] = row.dates
  const end = later.at(-1)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      className={cx(css.row, row.today && css.today, drag.dragging && css.dragging)}
      data-plan-row
      data-today={row.today || undefined}
    >
      {form ?? (
        <>
          <span
            className={cx(css.number, writable && css.handle)}
            title={writable ? planSharing.drag : undefined}
            {...(writable ? drag.handlers : {})}
          >
            {row.number}
          </span>
          <div className={css.words}>
            <p className={css.topic}>{row.topic}</p>
            {row.homework !== undefined && <p className={css.quiet}>{texts.homework(row.homework)}</p>}
          </div>
          <p className={css.when}>
            <span className={css.hours}>{texts.hours(row.hours)}</span>
            <span className={css.dates}>
              {first === undefined
                ? texts.none
                : [first, end]
                    .filter((date) => date !== undefined)
                    .map(format.short)
                    .join('–')}
            </span>
            <span className={css.states}>
              {row.today && <Chip tone="now">{texts.today}</Chip>}
              <Chip tone={tones[row.state]}>{texts.state(row.state, row.held, row.hours, row.missing)}</Chip>
            </span>
          </p>
          {writable && (
            <IconButton
              icon="more"
              className={css.more}
              label={texts.actions(row.number)}
              aria-expanded={opened}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onClick={onOpen}
              onKeyDown={onKeyDown}
            />
          )}
          {opened && writable && <Actions {...props} last={last} />}
        </>
      )}
      {formAfter && <div className={css.after}>{formAfter}</div>}
    </li>
  )
}

function Actions({ row, last, onMove, onInsert, onSplit, onChange, onRemove }: PlanRowProps) {
  const { plan: texts, planSharing } = useTexts()
  return (
    <div className={css.actions}>
      <Button disabled={row.number === 1} onClick={() => onMove(-1)}>
        {texts.up}
      </Button>
      <Button disabled={last} onClick={() => onMove(1)}>
        {texts.down}
      </Button>
      <Button onClick={onInsert}>{texts.insert}</Button>
      {row.hours > 1 && <Button onClick={onSplit}>{planSharing.split}</Button>}
      <Button onClick={onChange}>{texts.change}</Button>
      <Button look="danger" onClick={onRemove}>
        {texts.remove}
      </Button>
      <p className={css.keys}>{texts.keys}</p>
    </div>
  )
}

/** Drags a row by its number to stand where another row is; keys and buttons do the same. */
function useDrag(onMove: (by: number) => void) {
  const [dragging, setDragging] = useState(false)
  const to = useRef<number>(undefined)
  const placesOf = (row: Element) => [...(row.parentElement?.querySelectorAll('[data-plan-row]') ?? [])]
  const rowOf = (event: PointerEvent) => (event.currentTarget as Element).closest('[data-plan-row]')
  const end = (event: PointerEvent, drop: boolean) => {
    const row = rowOf(event)
    setDragging(false)
    if (!row) return
    const places = placesOf(row)
    for (const place of places) place.removeAttribute('data-drop')
    const by = to.current === undefined ? 0 : to.current - places.indexOf(row)
    to.current = undefined
    if (drop && by !== 0) onMove(by)
  }
  return {
    dragging,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragging(true)
      },
      onPointerMove: (event: PointerEvent) => {
        const row = rowOf(event)
        if (!dragging || !row) return
        const over = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-plan-row]')
        const places = placesOf(row)
        for (const place of places) place.toggleAttribute('data-drop', place === over && place !== row)
        to.current = over ? places.indexOf(over) : undefined
      },
      onPointerUp: (event: PointerEvent) => end(event, true),
      onPointerCancel: (event: PointerEvent) => end(event, false),
    },
  }
}
