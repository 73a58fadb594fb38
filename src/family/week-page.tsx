import { useEffect, useMemo, useState } from 'react'
import type { StoredDiary } from '../domain/diary/apply-diary.ts'
import type { DiaryDay } from '../domain/diary/diary.ts'
import { diaryNews } from '../domain/diary/diary-news.ts'
import { homeworkDue } from '../domain/diary/homework-due.ts'
import { addDays, weekdayOf } from '../domain/policy/days.ts'
import { ButtonLink } from '../screens/design/button.tsx'
import { Notice } from '../screens/design/notice.tsx'
import { DayCard } from './day-card.tsx'
import css from './family.module.css'
import { News } from './news.tsx'
import { href } from './route.ts'
import { useSpeech } from './texts/speech.tsx'

/** Дневник: a week of one child on one screen. */
export function WeekPage({
  diary,
  date,
  seen,
  pupil,
  onSeen,
  file,
}: {
  diary: StoredDiary
  /** A date of the week; the school's today where none is told. */
  date: string | undefined
  /** As the family last took note of it; undefined where nothing is told as new. */
  seen: StoredDiary | undefined
  pupil: string
  onSeen: () => void
  file: (hash: string) => Promise<Blob | undefined>
}) {
  const { texts, format } = useSpeech()
  const { head, days } = diary
  const today = head.today
  // A year that is over, or not begun, opens where it has days.
  const around = date ?? [head.year.starts, today, head.year.ends].sort()[1]!
  const monday = addDays(around, 1 - weekdayOf(around))
  // On a Sunday the coming week is what is looked for.
  const first = date === undefined && weekdayOf(around) === 7 ? addDays(monday, 7) : monday
  const due = useMemo(() => homeworkDue(days), [days])
  const news = useMemo(() => (seen ? diaryNews(seen, diary) : []), [seen, diary])
  const hasNews = news.length > 0
  const [fileFailed, setFileFailed] = useState(false)
  const shown = days.filter((day) => day.date >= first && day.date <= addDays(first, 6))
  const holiday = head.holidays.find(({ starts, ends }) => starts <= addDays(first, 5) && ends >= first)
  // The week begins above: who wants it scrolls back.
  useEffect(() => {
    if (date === undefined && !hasNews) document.getElementById('today')?.scrollIntoView()
  }, [date, hasNews])
  const to = (day: string) => href({ screen: 'diary', pupil, date: day })

  async function openFile(hash: string, name: string) {
    const blob = await file(hash)
    setFileFailed(!blob)
    if (!blob) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = name
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <>
      {hasNews && <News news={news} diary={diary} onSeen={onSeen} />}
      {head.announcements.length > 0 && (
        <section className={css.card} aria-labelledby="announcements">
          <h2 id="announcements">{texts.announcements}</h2>
          {head.announcements.map(({ id, date: day, text }) => (
            <p key={id}>
              {text} <span className={css.quiet}>{format.day(day)}</span>
            </p>
          ))}
        </section>
      )}
      <nav className={css.weeks} aria-label={texts.week.label}>
        <ButtonLink look="quiet" icon="back" href={to(addDays(first, -7))}>
          <span className={css.unseen}>{texts.week.before}</span>
        </ButtonLink>
        <h1>{texts.week.range(format.day(first), format.day(addDays(first, 5)))}</h1>
        <ButtonLink look="quiet" icon="next" href={to(addDays(first, 7))}>
          <span className={css.unseen}>{texts.week.after}</span>
        </ButtonLink>
      </nav>
      {date !== undefined && (
        <ButtonLink look="quiet" href={href({ screen: 'diary', pupil })}>
          {texts.week.now}
        </ButtonLink>
      )}
      {fileFailed && (
        <Notice tone="act" icon="noLine">
          {texts.week.fileFailed}
        </Notice>
      )}
      {holiday && (
        <Notice tone="empty" icon="today" title={holiday.name ?? texts.week.holiday}>
          {texts.week.range(format.day(holiday.starts), format.day(holiday.ends))}
        </Notice>
      )}
      {shown.length === 0 && !holiday && (
        <Notice tone="empty" icon="today">
          {texts.week.empty}
        </Notice>
      )}
      <div className={css.days}>
        {shown.map((day: DiaryDay) => (
          <DayCard
            key={day.date}
            day={day}
            today={today}
            subjects={head.subjects}
            due={due}
            onFile={(hash, name) => void openFile(hash, name)}
          />
        ))}
      </div>
    </>
  )
}
