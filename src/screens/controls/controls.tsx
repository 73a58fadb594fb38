import { Chip } from '../design/chip.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './controls.module.css'

/** A day on which the class has something to do. */
export interface ControlDay {
  /** ISO */
  date: string
  works: { id: string; subject: string; kind: string; own: boolean }[]
  /** Subjects that have set homework. */
  homework: number
}

export interface ControlsProps {
  /** «7А» */
  title: string
  days: readonly ControlDay[]
  /** Control works that the school allows a class in a day. */
  limit: number
  /** The app's time of the relay's answer; undefined while there was none. */
  at: number | undefined
  stale: boolean
}

/** Control works of a class in the coming weeks, with the homework around them. */
export function Controls({ title, days, limit, at, stale }: ControlsProps) {
  const { controls, homework } = useTexts()
  const format = useFormat()
  return (
    <div className={css.page}>
      <h1>{controls.title(title)}</h1>
      <p className={css.quiet}>{controls.lead}</p>
      {at === undefined && <Notice icon="noLine">{homework.loadUnknown}</Notice>}
      {at !== undefined && stale && <p className={css.quiet}>{homework.asOf(format.moment(at))}</p>}
      {days.every(({ works }) => works.length === 0) && (
        <Notice tone="empty" icon="note" title={controls.empty}>
          {controls.howTo}
        </Notice>
      )}
      {days.length > 0 && (
        <ol className={css.days}>
          {days.map(({ date, works, homework: set }) => (
            <li key={date}>
              <h2>{format.weekday(date)}</h2>
              {works.length > 0 && (
                <ul>
                  {works.map(({ id, subject, kind, own }) => (
                    <li key={id}>
                      {subject}: {kind} {own && <Chip tone="now">{controls.own}</Chip>}
                    </li>
                  ))}
                </ul>
              )}
              <p className={css.quiet}>
                {set > 0 && controls.homework(set)}{' '}
                {works.length > limit && <Chip tone="late">{controls.over}</Chip>}
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
