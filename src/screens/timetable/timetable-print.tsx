import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { PlainRows } from './plain-grid.tsx'
import css from './timetable-print.module.css'
import type { TimetableView } from './timetable-view.ts'

export type Paper = 'A3' | 'A4'

/** Classes across a landscape sheet: more would make the type too small to read on a wall. */
const across: Record<Paper, number> = { A3: 12, A4: 6 }

/** The grid on paper, so many classes a sheet; asks the browser to print once it stands. */
export function TimetablePrint({
  view,
  paper,
  onDone,
}: {
  view: TimetableView
  paper: Paper
  onDone: () => void
}) {
  const { timetable: texts } = useTexts()
  const format = useFormat()
  useEffect(() => {
    addEventListener('afterprint', onDone)
    print()
    return () => removeEventListener('afterprint', onDone)
  }, [onDone])
  const sheets = Array.from({ length: Math.ceil(view.classes.length / across[paper]) }, (_, at) =>
    view.classes.slice(at * across[paper], (at + 1) * across[paper]),
  )
  return createPortal(
    <div className={css.sheets} data-paper={paper}>
      {sheets.map((classes) => (
        <section key={classes[0]!.id} className={css.sheet}>
          <h1>{texts.printed(format.day(view.date))}</h1>
          <table>
            <PlainRows view={view} classes={classes} />
          </table>
        </section>
      ))}
    </div>,
    document.body,
  )
}
