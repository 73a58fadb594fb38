import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { GridRow } from './grid.ts'
import { type GivenPeriodMark, type PeriodColumn, suggestionsOf } from './period-column.ts'
import css from './suggested-marks.module.css'

/** Gives everybody on the page the suggested mark, where none is given yet: asked first, taken back by one tap. */
export function SuggestedMarks({ rows, column }: { rows: readonly GridRow[]; column: PeriodColumn }) {
  const { journal, journalMarks, frame, lesson } = useTexts()
  const texts = journal.periodMark
  const [asking, setAsking] = useState(false)
  const [given, setGiven] = useState<readonly GivenPeriodMark[]>([])
  const place = useRef<HTMLFieldSetElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    // The button that had the focus is gone: it goes to the answer, then to the page, where Ctrl+Z works.
    if (asking) place.current?.querySelector('button')?.focus()
    else if (asked.current) document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus()
    asked.current = asking
  }, [asking])

  // Averages of everybody: after the page stands.
  const shown = useDeferredValue<readonly GridRow[]>(rows, [])
  const open = suggestionsOf(shown, column.place)
  const standing = given.filter(({ pupil, mark }) =>
    rows.some((row) => {
      const cell = row.pupil === pupil ? row.ends.get(column.place) : undefined
      return cell?.suggested === false && cell.mark === mark
    }),
  )
  const takeBack = () => {
    column.onMarks(standing.map(({ pupil }) => ({ pupil, mark: null })))
    setGiven([])
  }
  if (asking)
    return (
      <fieldset ref={place} className={css.asking} aria-label={texts.giveAll}>
        <p>{texts.ask(open.length, column.name)}</p>
        <Button
          look="main"
          onClick={() => {
            column.onMarks(open)
            setGiven(open)
            setAsking(false)
          }}
        >
          {texts.yes}
        </Button>
        <Button onClick={() => setAsking(false)}>{frame.cancel}</Button>
      </fieldset>
    )
  return (
    <>
      {standing.length > 0 && (
        <>
          <p className={css.given} role="status">
            {texts.given(standing.length)}
          </p>
          <Button onClick={takeBack}>{lesson.undo}</Button>
        </>
      )}
      {open.length > 0 && (
        <Button onClick={() => setAsking(true)}>
          {column.kind === 'period' ? texts.giveAll : journalMarks.giveAll(column.name)}
        </Button>
      )}
    </>
  )
}
