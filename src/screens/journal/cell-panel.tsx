import type { ReactNode } from 'react'
import type { Mark, Presence, Reason } from '../../domain/ledger/attributes.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Choice } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { shownPresence } from '../lesson/roll.ts'
import type { CellChange } from './cell-changes.ts'
import type { CellDetails } from './cell-details.ts'
import { CellMarks } from './cell-marks.tsx'
import { CellNote } from './cell-note.tsx'
import css from './cell-panel.module.css'
import { CellTalk } from './cell-talk.tsx'
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
  /** Everything else that is done in a cell: retakes, comments, remarks, questions, proposals. */
  onChange: (at: CellAt, change: CellChange) => void
  /** Keeps one of the values of a conflict. */
  onSettle: (at: CellAt, conflict: string, value: string) => void
  /** Hands the tablet to the pupil with his own page. */
  onShow: (pupil: string) => void
  /** What the server states about the cell, for who may ask. */
  evidence?: ReactNode
  onClose: () => void
}

/** A cell close up: marks, presence, reason, what disagrees, and its history. */
export function CellPanel(props: CellPanelProps) {
  const { cell, takeFocus, onChange, onSettle, onClose } = props
  const { cell: texts, lesson, today, cellTalk, show } = useTexts()
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
      evidence={props.evidence}
      onSettle={(conflict, value) => onSettle(cell.at, conflict, value)}
      onClose={onClose}
    >
      {cell.exempt && (
        <p className={css.exempt}>
          {cell.exempt.to === undefined ? cellTalk.exemptOpen : cellTalk.exempt(format.day(cell.exempt.to))}
        </p>
      )}
      <CellTalk key={`talk ${place}`} cell={cell} onChange={(change) => onChange(cell.at, change)} />
      {cell.lockedPeriod !== undefined ? (
        <Notice icon="lock">{lesson.locked(cell.lockedPeriod)}</Notice>
      ) : (
        <Writing key={place} {...props} />
      )}
      <CellNote
        key={`behaviour ${place}`}
        label={cellTalk.behaviour}
        hint={cellTalk.behaviourHelp}
        add={cellTalk.behaviourAdd}
        text={cell.behaviour}
        writable={cell.allowed.presence && cell.lockedPeriod === undefined}
        onText={(text) => onChange(cell.at, { kind: 'behaviour', text })}
      />
      {cell.topic && (
        <p className={css.when}>
          {lesson.topic}: {cell.topic}
        </p>
      )}
      <ButtonLink href={cell.lessonHref} icon="note">
        {texts.toLesson}
      </ButtonLink>
      <Button icon="person" title={show.hint} onClick={() => props.onShow(cell.at.pupil)}>
        {show.toPupil}
      </Button>
    </PanelFrame>
  )
}

function Writing(props: CellPanelProps) {
  const { cell, onMark, onAnotherMark, onPresence, onReason, onChange } = props
  const { cell: texts, lesson, office } = useTexts()
  const { at, presence, reason, allowed } = cell
  const shown = shownPresence(presence, cell.roll)
  const none = 'none'
  return (
    <>
      {allowed.marks && cell.grading !== 'none' && (
        <CellMarks
          cell={cell}
          onMark={(work, mark) => onMark(at, work, mark)}
          onAnotherMark={(mark) => onAnotherMark(at, mark)}
          onChange={(change) => onChange(at, change)}
        />
      )}
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
