import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { CurrentLessonCard } from './current-lesson.tsx'
import { DayList } from './day-list.tsx'
import type { CurrentLesson, LessonOfDay, Waiting } from './lesson-of-day.ts'
import css from './today.module.css'
import { WaitingList } from './waiting-list.tsx'

export interface TodayProps {
  /** ISO date. */
  date: string
  /** «II четверть, 4-я неделя»; «каникулы» */
  periodLine: string
  lessons: readonly LessonOfDay[]
  /** undefined: no lesson runs or comes today. */
  current: CurrentLesson | undefined
  /** ISO date of the next day with lessons, for a day without. */
  nextDay?: string | undefined
  waiting: readonly Waiting[]
  /** The demo school lives by a shifted clock. */
  demo: boolean
}

/** Home: my lessons by the clock, the current one large, and what waits for me. */
export function Today({ date, periodLine, lessons, current, nextDay, waiting, demo }: TodayProps) {
  const { today } = useTexts()
  const format = useFormat()
  const weekday = format.weekday(date)
  const next = nextDay === undefined ? undefined : today.emptyNext(format.weekday(nextDay))
  return (
    <>
      <p className={css.period}>{periodLine}</p>
      <h1 className={css.date}>{weekday}</h1>
      <div className={css.columns}>
        <div className={css.day}>
          {current && <CurrentLessonCard lesson={current} />}
          {lessons.length === 0 && (
            <Notice tone="empty" icon="today" title={today.emptyTitle}>
              {next && <p>{next}</p>}
              <p>{today.emptyHelp}</p>
            </Notice>
          )}
          {lessons.length > 0 && !current && (
            <Notice icon="check" title={today.over}>
              {next}
            </Notice>
          )}
          {lessons.length > 0 && <DayList lessons={lessons} />}
        </div>
        <WaitingList waiting={waiting} />
      </div>
      {demo && <p className={css.demo}>{today.demo}</p>}
    </>
  )
}
