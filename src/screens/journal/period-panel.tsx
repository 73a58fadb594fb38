import type { PeriodMarkAdvice } from '../../domain/journal/period-mark-advice.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { MarkKeys } from '../lesson/mark-pad.tsx'
import type { CellConflict, HistoryEntry } from './cell-details.ts'
import css from './cell-panel.module.css'
import type { CellAt } from './grid.ts'
import { PanelFrame } from './panel-frame.tsx'
import { type PeriodColumn, type PeriodMarkValue, periodMarkKeys } from './period-column.ts'
import { oneShortInWords, reasonInWords } from './period-words.ts'

/** Everything about one pupil's mark for a period. */
export interface PeriodCellDetails {
  at: CellAt
  /** The pupil's. */
  name: string
  mark: PeriodMarkValue | undefined
  /** Absent where the journal has no averages. */
  advice: PeriodMarkAdvice | undefined
  conflicts: readonly CellConflict[]
  /** Newest first. */
  history: readonly HistoryEntry[]
}

/** A period mark close up: the average, the suggestion and why, the mark, what disagrees, and its history. */
export function PeriodPanel({
  cell,
  column,
  takeFocus,
  onSettle,
  onClose,
}: {
  cell: PeriodCellDetails
  column: PeriodColumn
  takeFocus: boolean
  onSettle: (at: CellAt, conflict: string, value: string) => void
  onClose: () => void
}) {
  const { journal, lesson } = useTexts()
  const { at, name, advice, conflicts, history } = cell
  return (
    <PanelFrame
      label={`${name}, ${column.name}`}
      name={name}
      when={column.name}
      takeFocus={takeFocus}
      conflicts={conflicts}
      history={history}
      onSettle={(conflict, value) => onSettle(at, conflict, value)}
      onClose={onClose}
    >
      {advice && <Advice advice={advice} />}
      {column.right === 'granted' && <Deciding cell={cell} column={column} />}
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

function Deciding({ cell, column }: { cell: PeriodCellDetails; column: PeriodColumn }) {
  const { journal, lesson } = useTexts()
  const { at, mark, advice } = cell
  const give = (value: PeriodMarkValue | null) => column.onMarks([{ pupil: at.pupil, mark: value }])
  const keys = periodMarkKeys[column.grading]
  return (
    <fieldset className={css.marks}>
      <legend>{journal.periodMark.title(column.name)}</legend>
      <MarkKeys
        grading={column.grading}
        keys={keys}
        current={mark}
        onMark={(given) => {
          const value = keys.flat().find((known) => known === given)
          if (value) give(value)
        }}
      />
      {advice && mark !== advice.suggested && (
        <Button look={mark === undefined ? 'main' : 'plain'} onClick={() => give(advice.suggested)}>
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
