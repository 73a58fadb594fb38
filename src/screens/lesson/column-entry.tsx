import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Mark } from '../../domain/ledger/attributes.ts'
import { Button } from '../design/button.tsx'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import css from './column-entry.module.css'
import type { LessonSection } from './lesson.tsx'
import { MarkKeys } from './mark-pad.tsx'
import { type Grading, padMarks, type RollPupil, shownPresence, type WorkColumn } from './roll.ts'

export interface ColumnEntryProps {
  /** Those whose marks are of one kind. */
  sections: readonly LessonSection[]
  works: readonly WorkColumn[]
  work: string
  grading: Grading
  /** The choice of the column. */
  picker: ReactNode
  /** The marks of the work that a column retakes. */
  firstMarks: (work: string) => (pupil: string) => Mark | undefined
  /** undefined: there is nothing to undo. */
  onUndo: (() => void) | undefined
  onMark: (pupil: string, work: string, mark: Mark | null) => void
  onClose: () => void
}

/**
 * Marks down a column: one tap a pupil, the next one is chosen by itself; absent ones are skipped, at a retake also
 * those whose first mark is good.
 */
export function ColumnEntry(props: ColumnEntryProps) {
  const { sections, work, grading, picker, firstMarks, onMark, onUndo, onClose } = props
  const { lesson, works } = useTexts()
  const firstMark = firstMarks(work)
  const pupils = sections.flatMap((section) => section.pupils)
  const rolls = new Map(sections.flatMap((section) => section.pupils.map(({ id }) => [id, section.roll])))
  const isAbsent = ({ id, presence }: RollPupil) =>
    shownPresence(presence, rolls.get(id) ?? false) === 'absent'
  const markOf = ({ marks }: RollPupil) => marks.find((mark) => mark.work === work)?.mark
  const isSkipped = (pupil: RollPupil) => isAbsent(pupil) || isGood(firstMark(pupil.id))
  const following = (from: number) => pupils.findIndex((pupil, index) => index >= from && !isSkipped(pupil))
  const preceding = (from: number) =>
    pupils.findLastIndex((pupil, index) => index <= from && !isSkipped(pupil))
  const first = () => pupils.findIndex((pupil) => !isSkipped(pupil) && markOf(pupil) === undefined)
  const [chosen, setChosen] = useState(first)
  const [column, setColumn] = useState(work)
  if (column !== work) {
    setColumn(work)
    setChosen(first())
  }
  const list = useRef<HTMLOListElement>(null)
  const current = chosen < 0 ? undefined : pupils[chosen]

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'center' })
  }, [chosen])

  /** At the end of the list the last one stays chosen. */
  const orStay = (next: number) => (next < 0 ? chosen : next)

  function give(mark: Mark) {
    if (!current) return
    onMark(current.id, work, mark)
    setChosen(following(chosen + 1))
  }

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const target = event.target as Element
      if (event.ctrlKey || event.metaKey || target.closest('select, dialog')) return
      // A button that has the focus is pressed by Enter; in the list Enter goes on.
      if (event.key === 'Enter' && target.closest('button') && !list.current?.contains(target)) return
      const mark = padMarks[grading].flat().find((known) => known === event.key)
      if (mark) give(mark)
      else if (event.key === 'ArrowDown' || event.key === 'Enter') setChosen(orStay(following(chosen + 1)))
      else if (event.key === 'ArrowUp') setChosen(orStay(preceding(chosen < 0 ? pupils.length : chosen - 1)))
      else if (
        (event.key === 'Delete' || event.key === 'Backspace') &&
        current &&
        markOf(current) !== undefined
      )
        onMark(current.id, work, null)
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
            <Button icon="undo" disabled={!onUndo} aria-label={lesson.undoLast} onClick={onUndo}>
              {lesson.undo}
            </Button>
            <Button look={current ? 'plain' : 'main'} onClick={onClose}>
              {lesson.finish}
            </Button>
          </div>
        </div>
      </div>
      <ol ref={list} className={css.list}>
        {pupils.map((pupil, index) => {
          const absent = isAbsent(pupil)
          const mark = markOf(pupil)
          const old = firstMark(pupil.id)
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
                <span className={css.name}>
                  {pupil.name}
                  {old !== undefined && (
                    <span className={css.first}> {works.first(old === '.' ? '•' : old)}</span>
                  )}
                </span>
                <span className={css.mark}>
                  {mark === '.' ? '•' : (mark ?? (absent ? lesson.absentShort : ''))}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** A first mark that nobody retakes. */
const isGood = (mark: Mark | undefined) => mark !== undefined && ['5', '4', '3', 'зач', 'осв'].includes(mark)
