import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { HourLines } from './hour-lines.tsx'
import css from './timetable-print.module.css'
import { hourKey, type TimetableView } from './timetable-view.ts'

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
            <thead>
              <tr>
                <th className={css.narrow} aria-label={texts.day} />
                <th className={css.narrow}>{texts.lessonColumn}</th>
                {classes.map(({ id, title }) => (
                  <th key={id}>{title}</th>
                ))}
              </tr>
            </thead>
            {view.days.map((weekday) => (
              <tbody key={weekday}>
                {usedBells(view, weekday, classes).map((bell, index, bells) => (
                  <tr key={bell}>
                    {index === 0 && (
                      <th rowSpan={bells.length} className={css.narrow}>
                        {texts.shortDay(weekday)}
                      </th>
                    )}
                    <th className={css.narrow}>{bell}</th>
                    {classes.map(({ id }) => {
                      const cell = view.cells.get(hourKey({ class: id, weekday, bell }))
                      return <td key={id}>{cell && <HourLines cell={{ ...cell, clashing: false }} />}</td>
                    })}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </section>
      ))}
    </div>,
    document.body,
  )
}

/** Lessons of a day up to the last one that any of the classes has. */
function usedBells(view: TimetableView, weekday: number, classes: TimetableView['classes']): number[] {
  const last = view.bells.findLastIndex((bell) =>
    classes.some(({ id }) => view.cells.has(hourKey({ class: id, weekday, bell }))),
  )
  return view.bells.slice(0, last + 1)
}
