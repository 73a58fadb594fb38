import { useRef } from 'react'
import type { Hour } from '../../domain/school/timetable-editing.ts'
import { classTitle } from '../../domain/school/titles.ts'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useKeptInView } from '../design/use-kept-in-view.ts'
import { HourLines } from './hour-lines.tsx'
import css from './timetable-grid.module.css'
import { cellOf, hourKey, type PlacedLesson, type TimetableView } from './timetable-view.ts'

export interface WeekTableProps {
  view: TimetableView
  /** «7А», «Трефилова С. О.», «каб. 12» */
  title: string
  /** The class whose hours these are; absent: lessons of several classes, each with its class. */
  ofClass?: string | undefined
  /** Lessons by `day,bell`. */
  lessons: ReadonlyMap<string, PlacedLesson[]>
  days: readonly number[]
  open: Hour | undefined
  onOpen: (hour: Hour) => void
}

/** The week of a class, a teacher or a room: rows are lessons, columns days. */
export function WeekTable({ view, title, ofClass, lessons, days, open, onOpen }: WeekTableProps) {
  const { timetable: texts } = useTexts()
  const sheet = useRef<HTMLDivElement>(null)
  useKeptInView(sheet, open !== undefined, open ? hourKey(open) : '')
  return (
    <div className={css.scroll} ref={sheet}>
      <table className={cx(css.table, css.week)} aria-label={texts.weekOf(title)}>
        <thead>
          <tr>
            <th scope="col" className={css.bell}>
              {texts.lessonColumn}
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className={css.wide}>
                {texts.weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.bells.map((bell) => (
            <tr key={bell}>
              <th scope="row" className={css.bell}>
                {bell}
              </th>
              {days.map((weekday) => {
                const own = lessons.get(`${weekday},${bell}`) ?? []
                // A teacher's lessons of one hour may be of several classes: a joint lesson, or a clash.
                const classes = ofClass ? [ofClass] : [...new Set(own.map(({ slot }) => slot.class))]
                return (
                  <td key={weekday}>
                    {classes.map((id) => (
                      <HourButton
                        key={id}
                        hour={{ class: id, weekday, bell }}
                        label={texts.cell(classTitle(view.school, id), weekday, bell)}
                        whose={ofClass ? undefined : classTitle(view.school, id)}
                        lessons={own.filter(({ slot }) => slot.class === id)}
                        pressed={open?.class === id && open.weekday === weekday && open.bell === bell}
                        onOpen={onOpen}
                      />
                    ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HourButton({
  hour,
  label,
  whose,
  lessons,
  pressed,
  onOpen,
}: {
  hour: Hour
  label: string
  whose: string | undefined
  lessons: PlacedLesson[]
  pressed: boolean
  onOpen: (hour: Hour) => void
}) {
  const { timetable: texts } = useTexts()
  const cell = cellOf(lessons)
  return (
    <button
      type="button"
      className={cx(css.cellButton, cell.clashing && css.clashing, pressed && css.active)}
      aria-expanded={pressed}
      onClick={() => onOpen(hour)}
    >
      <span className={css.unseen}>
        {label}: {lessons.length === 0 && texts.nothing}
      </span>
      <HourLines cell={cell} whose={whose} />
    </button>
  )
}
