import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Mark } from '../../domain/ledger/attributes.ts'
import { Button } from '../design/button.tsx'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import css from './column-entry.module.css'
import { MarkKeys } from './mark-pad.tsx'
import { type Grading, padMarks, type RollPupil, shownPresence, type WorkColumn } from './roll.ts'

export interface ColumnEntryProps {
  pupils: readonly RollPupil[]
  roll: boolean
  works: readonly WorkColumn[]
  work: string
  grading: Grading
  /** The choice of the column. */
  picker: ReactNode
  onMark: (pupil: string, work: string, mark: Mark | null) => void
  onClose: () => void
}

/** Marks down a column: one tap a pupil, the next one is chosen by itself, absent ones are skipped. */
export function ColumnEntry({ pupils, roll, work, grading, picker, onMark, onClose }: ColumnEntryProps) {
  const { lesson } = useTexts()
  const isAbsent = ({ presence }: RollPupil) => shownPresence(presence, roll) === 'absent'
  const markOf = ({ marks }: RollPupil) => marks.find((mark) => mark.work === work)?.mark
  const following = (from: number) => pupils.findIndex((pupil, index) => index >= from && !isAbsent(pupil))
  const [chosen, setChosen] = useState(() =>
    Math.max(
      pupils.findIndex((pupil) => !isAbsent(pupil) && markOf(pupil) === undefined),
      -1,
    ),
  )
  const list = useRef<HTMLOListElement>(null)
  const current = chosen < 0 ? undefined : pupils[chosen]

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'center' })
  }, [chosen])

  function give(mark: Mark) {
    if (!current) return
    onMark(current.id, work, mark)
    setChosen(following(chosen + 1))
  }

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.target instanceof HTMLSelectElement) return
      const mark = padMarks[grading].flat().find((known) => known === event.key)
      if (mark) give(mark)
      else if (event.key === 'ArrowDown') setChosen((at) => following(at + 1))
      else if (event.key === 'Escape') onClose()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  })

  return (
    <div className={css.entry}>
      <div className={css.side}>
        <h1>{lesson.entryTitle}</h1>
        {picker}
        <p className={css.lead}>{lesson.entryLead}</p>
        <div className={css.pad}>
          <p className={css.now} role="status">
            {current ? lesson.entryNow(current.name) : lesson.entryDone}
          </p>
          <MarkKeys
            grading={grading}
            current={current && markOf(current)}
            disabled={!current}
            onMark={give}
          />
          <div className={css.actions}>
            <Button disabled={!current} onClick={() => setChosen(following(chosen + 1))}>
              {lesson.skip}
            </Button>
            {current && markOf(current) !== undefined && (
              <Button look="danger" onClick={() => onMark(current.id, work, null)}>
                {lesson.remove}
              </Button>
            )}
            <Button look={current ? 'plain' : 'main'} onClick={onClose}>
              {lesson.finish}
            </Button>
          </div>
        </div>
      </div>
      <ol ref={list} className={css.list}>
        {pupils.map((pupil, index) => {
          const absent = isAbsent(pupil)
          return (
            <li key={pupil.id}>
              <button
                type="button"
                className={cx(css.row, index === chosen && css.chosen)}
                aria-current={index === chosen ? 'true' : undefined}
                disabled={absent}
                onClick={() => setChosen(index)}
              >
                <span className={css.number}>{index + 1}</span>
                <span className={css.name}>{pupil.name}</span>
                <span className={css.mark}>{absent ? lesson.absentShort : markOf(pupil)}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
