import { memo } from 'react'
import type { Presence } from '../../domain/ledger/attributes.ts'
import { cx } from '../design/cx.ts'
import { Icon } from '../design/icons.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { PresenceToggle } from './presence-toggle.tsx'
import type { AwayNote, RollPupil } from './roll.ts'
import { shownPresence } from './roll.ts'
import css from './roll-row.module.css'

export interface RollRowProps {
  number: number
  pupil: RollPupil
  roll: boolean
  lateMinutes: number | null
  /** Whether presence and marks can be written here. */
  writable: boolean
  /** Whether the journal has marks at all. */
  graded: boolean
  onPresence: (pupil: string, presence: Presence | null) => void
  /** Opens the pad: for the mark in a column, or for a new one (null). */
  onPad: (pupil: string, work: string | null, anchor: HTMLElement) => void
  onConflict: (pupil: string) => void
}

/** A pupil's row: number, name with what is known, presence, marks. */
export const RollRow = memo(function RollRow(props: RollRowProps) {
  const { number, pupil, roll, lateMinutes, writable, graded, onPresence, onPad, onConflict } = props
  const { lesson, cellTalk } = useTexts()
  const { id, name, presence, marks } = pupil
  const shown = shownPresence(presence, roll)
  const note = useNote(pupil)
  return (
    <li className={cx(css.row, shown === 'absent' && css.away)}>
      <span className={css.number} aria-hidden="true">
        {number}
      </span>
      <span className={css.who}>
        <span className={css.name}>{name}</span>
        {note && <span className={css.note}>{note}</span>}
        {pupil.conflict && (
          <button type="button" className={css.conflict} onClick={() => onConflict(id)}>
            {lesson.conflict}
          </button>
        )}
        {pupil.asked && (
          <button type="button" className={css.conflict} onClick={() => onConflict(id)}>
            {cellTalk.rowAsked}
          </button>
        )}
        {pupil.behaviour && (
          <button
            type="button"
            className={css.remark}
            aria-label={cellTalk.behaviourMark(name)}
            onClick={() => onConflict(id)}
          >
            <Icon name="note" />
          </button>
        )}
      </span>
      {pupil.waiting && (
        <span className={css.waiting}>
          <span className={css.unseen}>{lesson.waiting}</span>
        </span>
      )}
      <PresenceToggle
        pupil={id}
        name={name}
        shown={shown}
        lateMinutes={lateMinutes}
        disabled={!writable}
        onPresence={onPresence}
      />
      <span className={css.marks}>
        {marks.map(({ work, mark }) => (
          <button
            key={work}
            type="button"
            className={css.mark}
            aria-label={lesson.markOf(mark, name)}
            aria-haspopup="dialog"
            disabled={!writable}
            onClick={(event) => onPad(id, work, event.currentTarget)}
          >
            {mark === '.' ? '•' : mark}
          </button>
        ))}
        {graded && writable && shown !== 'absent' && (
          <button
            type="button"
            className={css.add}
            aria-label={lesson.markFor(name)}
            aria-haspopup="dialog"
            onClick={(event) => onPad(id, null, event.currentTarget)}
          >
            <Icon name="plus" />
          </button>
        )}
      </span>
    </li>
  )
})

function useNote({ presence, reason, away, exempt }: RollPupil): string | undefined {
  const { lesson, places } = useTexts()
  const format = useFormat()
  if (presence !== undefined && typeof presence !== 'string')
    return presence.late === null ? lesson.lateNote : lesson.lateBy(presence.late)
  if (away) return awayText(away)
  if (presence === 'absent' && reason === 'Б') return lesson.ill
  if (presence === 'absent' && reason === 'У') return lesson.excused
  if (exempt) {
    const until = exempt.until === undefined ? places.exempt : places.exemptUntil(format.short(exempt.until))
    return exempt.group === undefined ? until : places.medicalGroup(exempt.group)
  }
  return undefined

  function awayText({ kind, until, paper }: AwayNote): string {
    const day = until === undefined ? undefined : format.short(until)
    if (kind === 'excused') return day === undefined ? lesson.excused : lesson.excusedUntil(day)
    if (day !== undefined) return lesson.illUntil(day)
    return paper ? lesson.ill : lesson.illNoPaper
  }
}
