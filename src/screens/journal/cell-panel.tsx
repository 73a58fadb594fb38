import { useState } from 'react'
import type { Mark, Presence, Reason } from '../../domain/ledger/attributes.ts'
import { ButtonLink } from '../design/button.tsx'
import { Choice } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { MarkKeys } from '../lesson/mark-pad.tsx'
import { shownPresence } from '../lesson/roll.ts'
import type { CellDetails } from './cell-details.ts'
import css from './cell-panel.module.css'
import type { CellAt } from './grid.ts'
import { PanelFrame } from './panel-frame.tsx'

export interface CellPanelProps {
  cell: CellDetails
  /** Opened by a key: the panel takes the focus. */
  takeFocus: boolean
  onMark: (at: CellAt, work: string, mark: Mark | null) => void
  /** A further mark beside the ones that are there. */
  onAnotherMark: (at: CellAt, mark: Mark) => void
  onPresence: (at: CellAt, presence: Presence | null) => void
  onReason: (at: CellAt, reason: Reason | null) => void
  /** Keeps one of the values of a conflict. */
  onSettle: (at: CellAt, conflict: string, value: string) => void
  onClose: () => void
}

/** A cell close up: marks, presence, reason, what disagrees, and its history. */
export function CellPanel(props: CellPanelProps) {
  const { cell, takeFocus, onSettle, onClose } = props
  const { cell: texts, lesson, today } = useTexts()
  const format = useFormat()
  const place = `${cell.at.pupil} ${cell.at.lesson}`
  return (
    <PanelFrame
      label={`${cell.name}, ${format.day(cell.date)}`}
      name={cell.name}
      when={`${format.shortWeekday(cell.date)} · ${today.lesson(cell.bell)}`}
      takeFocus={takeFocus}
      conflicts={cell.conflicts}
      history={cell.history}
      onSettle={(conflict, value) => onSettle(cell.at, conflict, value)}
      onClose={onClose}
    >
      {cell.lockedPeriod !== undefined ? (
        <Notice icon="lock">{lesson.locked(cell.lockedPeriod)}</Notice>
      ) : (
        <Writing key={place} {...props} />
      )}
      {cell.topic && (
        <p className={css.when}>
          {lesson.topic}: {cell.topic}
        </p>
      )}
      <ButtonLink href={cell.lessonHref} icon="note">
        {texts.toLesson}
      </ButtonLink>
    </PanelFrame>
  )
}

function Writing(props: CellPanelProps) {
  const { cell, onPresence, onReason } = props
  const { cell: texts, lesson, office } = useTexts()
  const { at, presence, reason, allowed } = cell
  const shown = shownPresence(presence, false)
  const none = 'none'
  return (
    <>
      {allowed.marks && cell.grading !== 'none' && <Marks {...props} />}
      {allowed.presence && (
        <Choice
          label={texts.presence}
          name="cell-presence"
          value={shown ?? none}
          options={[
            { value: 'present', label: lesson.present },
            { value: 'absent', label: lesson.absent },
            { value: 'late', label: lesson.late },
          ]}
          onChange={(value) => {
            if (value !== none) onPresence(at, value === 'late' ? { late: null } : value)
          }}
        />
      )}
      {allowed.reasons && shown !== 'absent' && reason === undefined && (
        <p className={css.when}>{texts.notAbsent}</p>
      )}
      {allowed.reasons && (shown === 'absent' || reason !== undefined) && (
        <Choice
          label={texts.reason}
          name="cell-reason"
          value={reason ?? none}
          options={[
            { value: none, label: texts.noReason },
            { value: 'Б', label: office.reasons.Б },
            { value: 'У', label: office.reasons.У },
            { value: 'Н', label: office.reasons.Н },
          ]}
          onChange={(value) => onReason(at, value === none ? null : value)}
        />
      )}
    </>
  )
}

function Marks({ cell, onMark, onAnotherMark }: CellPanelProps) {
  const { cell: texts, lesson } = useTexts()
  const { at, marks, grading } = cell
  /** Which mark the keys write: a column's, or a further one (null). */
  const [chosen, setChosen] = useState<string | null>(marks[0]?.work ?? '')
  const written = marks.find(({ work }) => work === chosen)
  return (
    <fieldset className={css.marks}>
      <legend>{texts.marks}</legend>
      {marks.length > 0 && (
        <div className={css.chosen}>
          {marks.map(({ work, mark, kind }) => (
            <button
              key={work}
              type="button"
              className={css.mark}
              aria-pressed={work === chosen}
              aria-label={texts.change(mark)}
              onClick={() => setChosen(work)}
            >
              <b>{mark === '.' ? '•' : mark}</b>
              <span>{kind ?? lesson.defaultWork}</span>
            </button>
          ))}
          <button
            type="button"
            className={css.mark}
            aria-pressed={chosen === null}
            onClick={() => setChosen(null)}
          >
            {texts.another}
          </button>
        </div>
      )}
      <MarkKeys
        grading={grading}
        current={written?.mark}
        onMark={(mark) => {
          if (chosen === null) onAnotherMark(at, mark)
          else onMark(at, chosen, mark)
        }}
      />
      {written && (
        <button type="button" className={css.remove} onClick={() => onMark(at, written.work, null)}>
          {lesson.remove}
        </button>
      )}
    </fieldset>
  )
}
