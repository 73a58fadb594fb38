import type { ReactNode } from 'react'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { CurrentLessonCard } from './current-lesson.tsx'
import { DayBar } from './day-bar.tsx'
import { DayList } from './day-list.tsx'
import type { CurrentLesson, LessonOfDay, Waiting } from './lesson-of-day.ts'
import css from './today.module.css'
import { WaitingList } from './waiting-list.tsx'

export interface TodayProps {
  /** ISO date. */
  date: string
  isToday: boolean
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
  /** What else there is to be told of this day. */
  news?: ReactNode
  /** Opens or closes the form for a lesson that no timetable has; undefined for who keeps no journal. */
  onAdd?: (() => void) | undefined
  /** That form, while it is open. */
  adding?: ReactNode
}

/** Home: my lessons by the clock, the current one large, and what waits for me. */
export function Today(props: TodayProps) {
  const { date, isToday, periodLine, lessons, current, nextDay, waiting, demo, news, onAdd, adding } = props
  const { today, places } = useTexts()
  const format = useFormat()
  const next = nextDay === undefined ? undefined : today.emptyNext(format.weekday(nextDay))
  return (
    <>
      <p className={css.period}>{periodLine}</p>
      <DayBar date={date} isToday={isToday} />
      <div className={css.columns}>
        <div className={css.day}>
          {current && <CurrentLessonCard lesson={current} />}
          {news}
          {lessons.length === 0 && (
            <Notice tone="empty" icon="today" title={isToday ? today.emptyTitle : places.noLessons}>
              {next && <p>{next}</p>}
              {isToday && <p>{today.emptyHelp}</p>}
            </Notice>
          )}
          {isToday && lessons.length > 0 && !current && (
            <Notice icon="check" title={today.over}>
              {next}
            </Notice>
          )}
          {lessons.length > 0 && <DayList lessons={lessons} />}
          {adding}
          {onAdd && !adding && (
            <Button look="quiet" icon="plus" className={css.add} onClick={onAdd}>
              {places.addLesson}
            </Button>
          )}
        </div>
        <WaitingList waiting={waiting} />
      </div>
      {demo && <p className={css.demo}>{today.demo}</p>}
    </>
  )
}
