import { useTexts } from '../design/texts/language.tsx'
import { HourLines } from './hour-lines.tsx'
import css from './plain-grid.module.css'
import { hourKey, type TimetableView } from './timetable-view.ts'

export interface PlainGridProps {
  view: TimetableView
  classes: TimetableView['classes']
}

/** The grid of some classes to look at before it is taken. */
export function PlainGrid({ view, classes }: PlainGridProps) {
  const { timetable: texts } = useTexts()
  return (
    <section className={css.scroll} aria-label={texts.grid}>
      <table>
        <PlainRows view={view} classes={classes} />
      </table>
    </section>
  )
}

/** Head and days of a grid, each day down to the last lesson that any of the classes has. */
export function PlainRows({ view, classes }: PlainGridProps) {
  const { timetable: texts } = useTexts()
  return (
    <>
      <thead>
        <tr>
          <th scope="col" className={css.narrow} aria-label={texts.day} />
          <th scope="col" className={css.narrow}>
            {texts.lessonColumn}
          </th>
          {classes.map(({ id, title }) => (
            <th key={id} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {view.days.map((weekday) => (
        <tbody key={weekday}>
          {usedBells(view, weekday, classes).map((bell, index, bells) => (
            <tr key={bell}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={bells.length} className={css.narrow}>
                  {texts.shortDay(weekday)}
                </th>
              )}
              <th scope="row" className={css.narrow}>
                {bell}
              </th>
              {classes.map(({ id }) => {
                const cell = view.cells.get(hourKey({ class: id, weekday, bell }))
                return <td key={id}>{cell && <HourLines cell={cell} />}</td>
              })}
            </tr>
          ))}
        </tbody>
      ))}
    </>
  )
}

/** Lessons of a day up to the last one that any of the classes has. */
function usedBells(view: TimetableView, weekday: number, classes: TimetableView['classes']): number[] {
  const last = view.bells.findLastIndex((bell) =>
    classes.some(({ id }) => view.cells.has(hourKey({ class: id, weekday, bell }))),
  )
  return view.bells.slice(0, last + 1)
}
