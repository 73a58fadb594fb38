import { useDeferredValue } from 'react'
import { useTexts } from '../design/texts/language.tsx'
import type { GridRow } from './grid.ts'
import { type PeriodColumn, periodLists } from './period-column.ts'
import css from './period-lists.module.css'

/** Whose mark in a column the teacher has to think of; each name leads to the pupil's row. */
export function PeriodListsOf({
  rows,
  column,
  onPupil,
}: {
  rows: readonly GridRow[]
  column: PeriodColumn
  onPupil: (pupil: string) => void
}) {
  const { journalMarks } = useTexts()
  // Averages of everybody: after the page stands.
  const shown = useDeferredValue<readonly GridRow[] | undefined>(rows, undefined)
  if (!shown) return null
  const lists = periodLists(shown, column.place)
  if (lists.open.length === 0) return null
  const parts = [
    ...(column.grading === 'marks' && column.kind === 'period'
      ? [
          { name: journalMarks.oneShort, pupils: lists.oneShort },
          { name: journalMarks.tooFew, pupils: lists.tooFew },
        ]
      : []),
    { name: column.kind === 'period' ? journalMarks.open : column.name, pupils: lists.open },
  ]
  return (
    <details className={css.lists}>
      <summary>
        {parts.map(({ name, pupils }) => (
          <span key={name}>
            {name}: <b>{pupils.length}</b>
          </span>
        ))}
      </summary>
      {parts.map(({ name, pupils }) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          {pupils.length === 0 ? (
            <p>{journalMarks.nobody}</p>
          ) : (
            <ul>
              {pupils.map((row) => (
                <li key={row.pupil}>
                  <button type="button" onClick={() => onPupil(row.pupil)}>
                    {row.name}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </details>
  )
}
