import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { Mark } from '../../domain/ledger/attributes.ts'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import css from './mark-pad.module.css'
import { type Grading, padMarks, type WorkColumn } from './roll.ts'
import { workName } from './work-picker.tsx'

/** The buttons of a mark pad; used in the popover, in column entry and in the journal's panel. */
export function MarkKeys({
  grading,
  keys = padMarks[grading],
  current,
  disabled = false,
  onMark,
}: {
  grading: Grading
  /** Rows of marks, where not every mark of the grading fits. */
  keys?: readonly (readonly Mark[])[]
  current?: Mark | undefined
  disabled?: boolean
  onMark: (mark: Mark) => void
}) {
  const { lesson } = useTexts()
  return (
    <>
      {keys.map((row, index) => (
        <div key={row.join()} className={cx(css.row, index === 0 && css.first)}>
          {row.map((mark) => (
            <button
              key={mark}
              type="button"
              className={cx(css.key, mark === current && css.current)}
              aria-label={mark === '.' ? lesson.owed : mark}
              aria-pressed={current === undefined ? undefined : mark === current}
              disabled={disabled}
              onClick={() => onMark(mark)}
            >
              {mark === '.' ? '•' : mark}
            </button>
          ))}
        </div>
      ))}
    </>
  )
}

export interface MarkPadProps {
  /** Button the pad belongs to. */
  anchor: HTMLElement
  name: string
  grading: Grading
  works: readonly WorkColumn[]
  work: string
  current: Mark | undefined
  onWork: (work: string) => void
  onMark: (mark: Mark | null) => void
  /** Leads to the whole cell: retake, comment, remark. Without it there is no such button. */
  onMore?: () => void
  /** Turns the pad to a further mark beside the current one. */
  onAnother?: () => void
  /** Hands the tablet to the pupil with his own page. Without it there is no such button. */
  onShow?: () => void
  onClose: () => void
}

/** A small pad beside the row: one tap gives the mark and closes it. Digits of a keyboard work too. */
export function MarkPad({
  anchor,
  name,
  grading,
  works,
  work,
  current,
  onWork,
  onMark,
  onMore,
  onAnother,
  onShow,
  onClose,
}: MarkPadProps) {
  const { lesson, cell, cellTalk, show } = useTexts()
  const pad = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(() => {
    const element = pad.current
    if (!element) return
    place(element, anchor)
    element.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
  }, [anchor])

  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target as Node
      if (!pad.current?.contains(target) && !anchor.contains(target)) close.current()
    }
    // It goes with its row, and away with it.
    const moved = () => {
      const { top, bottom } = anchor.getBoundingClientRect()
      if (pad.current && bottom > 0 && top < innerHeight) place(pad.current, anchor)
      else close.current()
    }
    addEventListener('pointerdown', outside)
    addEventListener('scroll', moved, { passive: true })
    addEventListener('resize', moved)
    return () => {
      removeEventListener('pointerdown', outside)
      removeEventListener('scroll', moved)
      removeEventListener('resize', moved)
    }
  }, [anchor])

  function key(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
      anchor.focus()
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && current !== undefined) {
      onMark(null)
    } else {
      const mark = padMarks[grading].flat().find((known) => known === event.key)
      if (mark) onMark(mark)
    }
  }

  return (
    <div
      ref={pad}
      className={css.pad}
      role="dialog"
      aria-label={`${lesson.pad}: ${name}`}
      tabIndex={-1}
      onKeyDown={key}
    >
      <p className={css.name} aria-hidden="true">
        {name}
      </p>
      {works.length > 1 && (
        <select
          className={css.work}
          aria-label={lesson.work}
          value={work}
          onChange={(event) => onWork(event.target.value)}
        >
          {works.map((column) => (
            <option key={column.id} value={column.id}>
              {workName(column, lesson.defaultWork)}
            </option>
          ))}
        </select>
      )}
      <MarkKeys grading={grading} current={current} onMark={onMark} />
      {current !== undefined && (
        <div className={css.row}>
          {onAnother && (
            <button type="button" className={css.other} onClick={onAnother}>
              {cell.another}
            </button>
          )}
          <button type="button" className={css.remove} onClick={() => onMark(null)}>
            {lesson.remove}
          </button>
        </div>
      )}
      {onMore && (
        <button type="button" className={css.other} onClick={onMore}>
          {cellTalk.more}
        </button>
      )}
      {onShow && (
        <button type="button" className={css.other} onClick={onShow}>
          {show.toPupil}
        </button>
      )}
    </div>
  )
}

/** Puts the pad under its button, or above where there is no room, within the window. */
function place(pad: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = pad
  const gap = 6
  const below = at.bottom + gap + height <= innerHeight
  pad.style.left = `${Math.max(gap, Math.min(at.right - width, document.documentElement.clientWidth - width - gap))}px`
  pad.style.top = `${below ? at.bottom + gap : Math.max(gap, at.top - gap - height)}px`
}
