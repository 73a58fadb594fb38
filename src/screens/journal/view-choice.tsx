import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './journal.module.css'
import { endMarksAlone, type ViewChoice, wholeYear } from './journal-view-choice.ts'

/** Chooses what of the year the page shows: a period, a month, the whole year, or the marks it ends in. */
export function ViewChoices({
  periods,
  months,
  endMarks,
  chosen,
  onChoose,
}: {
  periods: readonly { id: string; name: string }[]
  /** As `2026-11`. */
  months: readonly string[]
  /** Whether the journal has marks for its periods. */
  endMarks: boolean
  chosen: ViewChoice
  onChoose: (choice: ViewChoice) => void
}) {
  const { journal, journalView } = useTexts()
  const format = useFormat()
  return (
    <label className={css.period}>
      <span>{journal.period}</span>
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <optgroup label={journalView.periods}>
          {periods.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={wholeYear}>{journal.allPeriods}</option>
          {endMarks && <option value={endMarksAlone}>{journalView.endMarks}</option>}
        </optgroup>
        <optgroup label={journalView.months}>
          {months.map((month) => (
            <option key={month} value={month}>
              {format.month(`${month}-01`)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}
