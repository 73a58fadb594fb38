import type { ReactNode } from 'react'
import type { PeriodMarkAdvice } from '../../domain/journal/period-mark-advice.ts'
import type { YearMarkAdvice } from '../../domain/journal/year-mark-advice.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { MarkKeys } from '../lesson/mark-pad.tsx'
import type { CellConflict, HistoryEntry } from './cell-details.ts'
import css from './cell-panel.module.css'
import type { CellAt, PeriodCell } from './grid.ts'
import { PanelFrame } from './panel-frame.tsx'
import { suggestedOf } from './period-cell.ts'
import { type PeriodColumn, type PeriodMarkValue, periodMarkKeys, suggestionFor } from './period-column.ts'
import { oneShortInWords, reasonInWords, yearAdviceInWords } from './period-words.ts'

/** Everything about one pupil's mark for a period. */
export interface PeriodCellDetails {
  at: CellAt
  /** The pupil's. */
  name: string
  mark: PeriodMarkValue | undefined
  /** The cell as the page shows it: the mark or the suggestion, and what it rests on. */
  cell: PeriodCell | undefined
  conflicts: readonly CellConflict[]
  /** Newest first. */
  history: readonly HistoryEntry[]
}

/** A period mark close up: the average, the suggestion and why, the mark, what disagrees, and its history. */
export function PeriodPanel({
  cell,
  column,
  takeFocus,
  evidence,
  onSettle,
  onClose,
}: {
  cell: PeriodCellDetails
  column: PeriodColumn
  takeFocus: boolean
  /** What the server states about the cell, for who may ask. */
  evidence?: ReactNode
  onSettle: (at: CellAt, conflict: string, value: string) => void
  onClose: () => void
}) {
  const { journal, journalMarks, lesson } = useTexts()
  const { at, name, mark, conflicts, history } = cell
  const reason = cell.cell?.reason
  return (
    <PanelFrame
      label={`${name}, ${column.name}`}
      name={name}
      when={column.name}
      takeFocus={takeFocus}
      conflicts={conflicts}
      history={history}
      evidence={evidence}
      onSettle={(conflict, value) => onSettle(at, conflict, value)}
      onClose={onClose}
    >
      {cell.cell?.advice && <Advice advice={cell.cell.advice} />}
      {cell.cell?.yearAdvice && <YearAdvice advice={cell.cell.yearAdvice} />}
      {cell.cell?.carried && <p className={css.when}>{journalMarks.carriedHelp}</p>}
      {column.right === 'granted' && <Deciding cell={cell} column={column} />}
      {column.right === 'granted' && mark === 'н/а' && (
        <WhyNotAttested
          key={at.pupil}
          reason={reason}
          onReason={(value) => column.onReason(at.pupil, value)}
        />
      )}
      {column.right !== 'granted' && reason !== undefined && <p>{journalMarks.reasonIs(reason)}</p>}
      {column.right === 'locked' && <Notice icon="lock">{lesson.locked(column.name)}</Notice>}
      {column.right === 'notYours' && <Notice icon="lock">{journal.denied.periodMark}</Notice>}
    </PanelFrame>
  )
}

function Advice({ advice }: { advice: PeriodMarkAdvice }) {
  const { journal } = useTexts()
  const format = useFormat()
  const { average, suggested, reason, oneShort } = advice
  const { periodMark } = journal
  return (
    <div>
      {average !== undefined && (
        <p>
          {journal.averageFull}: <b>{format.average(average / 100)}</b>
        </p>
      )}
      <p>
        {periodMark.suggestion}: <em className={css.suggested}>{suggested}</em>
      </p>
      <p className={css.when}>{reasonInWords(reason, journal, format)}</p>
      {oneShort && <p className={css.when}>{oneShortInWords(oneShort, journal)}</p>}
    </div>
  )
}

function YearAdvice({ advice }: { advice: YearMarkAdvice }) {
  const { journal, journalMarks } = useTexts()
  const format = useFormat()
  const suggested = suggestedOf(advice)
  return (
    <div>
      {suggested !== undefined && (
        <p>
          {journal.periodMark.suggestion}: <em className={css.suggested}>{suggested}</em>
        </p>
      )}
      <p className={css.when}>{yearAdviceInWords(advice, journalMarks, format)}</p>
    </div>
  )
}

/** The usual reasons as choices, and room for another. */
function WhyNotAttested({
  reason,
  onReason,
}: {
  reason: string | undefined
  onReason: (reason: string | null) => void
}) {
  const { journalMarks } = useTexts()
  const usual = journalMarks.reasons
  return (
    <fieldset className={css.marks}>
      <legend>{journalMarks.reason}</legend>
      <div className={css.chosen}>
        {usual.map((one) => (
          <button
            key={one}
            type="button"
            className={css.mark}
            aria-pressed={reason === one}
            onClick={() => onReason(reason === one ? null : one)}
          >
            {one}
          </button>
        ))}
      </div>
      <TextField
        label={journalMarks.otherReason}
        defaultValue={reason === undefined || usual.includes(reason) ? '' : reason}
        maxLength={300}
        onBlur={({ target }) => {
          const written = target.value.trim()
          if (written !== '' && written !== reason) onReason(written)
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </fieldset>
  )
}

function Deciding({ cell, column }: { cell: PeriodCellDetails; column: PeriodColumn }) {
  const { journal, journalMarks, lesson } = useTexts()
  const { at, mark } = cell
  const suggested = suggestionFor(cell.cell)
  const give = (value: PeriodMarkValue | null) => column.onMarks([{ pupil: at.pupil, mark: value }])
  const keys = periodMarkKeys[column.grading]
  return (
    <fieldset className={css.marks}>
      <legend>
        {column.kind === 'period' ? journal.periodMark.title(column.name) : journalMarks.title(column.name)}
      </legend>
      <MarkKeys
        grading={column.grading}
        keys={keys}
        current={mark}
        onMark={(given) => {
          const value = keys.flat().find((known) => known === given)
          if (value) give(value)
        }}
      />
      {suggested && mark !== suggested && (
        <Button look={mark === undefined ? 'main' : 'plain'} onClick={() => give(suggested)}>
          {journal.periodMark.giveSuggested}
        </Button>
      )}
      {mark !== undefined && (
        <button type="button" className={css.remove} onClick={() => give(null)}>
          {lesson.remove}
        </button>
      )}
    </fieldset>
  )
}
