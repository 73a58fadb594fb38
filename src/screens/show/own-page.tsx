import type { Ref } from 'react'
import type { Diary, DiaryMark } from '../../domain/diary/diary.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './own-page.module.css'
import { ownSummary } from './own-summary.ts'

/** What a pupil may see of himself: marks and averages by subject, what he missed, homework. Nothing can be touched. */
export function OwnPage({
  diary,
  onLock,
  ref,
}: {
  /** Undefined while the disk is read. */
  diary: Diary | undefined
  onLock: () => void
  ref?: Ref<HTMLElement>
}) {
  const { show, frame } = useTexts()
  const format = useFormat()
  const summary = diary && ownSummary(diary)
  return (
    <main className={css.page} ref={ref} tabIndex={-1}>
      <header className={css.head}>
        <h1>
          {diary?.head.pupil.name} <small>{diary?.head.class}</small>
        </h1>
        <Button icon="lock" onClick={onLock}>
          {frame.lock}
        </Button>
      </header>
      {summary && (
        <>
          <p className={css.quiet}>
            {summary.period
              ? show.period(format.date(summary.period.starts), format.date(summary.period.ends))
              : show.year}{' '}
            {show.here}
          </p>
          <section aria-label={show.marks}>
            <h2>{show.marks}</h2>
            {summary.subjects.length === 0 && <Notice tone="empty" icon="journals" title={show.noMarks} />}
            <dl className={css.subjects}>
              {summary.subjects.map(({ id, name, marks, average, given }) => (
                <div key={id}>
                  <dt>{name}</dt>
                  <dd className={css.marks}>
                    {marks.map(({ date, mark }, index) => (
                      <span key={`${date} ${index.toString()}`} className={css.mark}>
                        <b>{mark.mark === '.' ? '•' : mark.mark}</b>
                        <small>
                          {format.short(date)}
                          {workOf(mark) && `, ${workOf(mark)}`}
                        </small>
                      </span>
                    ))}
                    {marks.length === 0 && <span className={css.quiet}>{show.noMarks}</span>}
                  </dd>
                  <dd className={css.average}>
                    {average !== undefined && `${show.average} ${format.average(average / 100)}`}
                    {given !== undefined && ` · ${show.given} ${given}`}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <section aria-label={show.missed}>
            <h2>{show.missed}</h2>
            <p>{show.missedCount(summary.absent.length, summary.late)}</p>
            {summary.absent.length > 0 && (
              <ul className={css.list}>
                {summary.absent.map(({ date, bell, subject, reason }) => (
                  <li key={`${date} ${bell} ${subject}`}>
                    {format.day(date)}, {subject}: {show.reasons[reason]}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section aria-label={show.homework}>
            <h2>{show.homework}</h2>
            {summary.homework.length === 0 && <p className={css.quiet}>{show.noHomework}</p>}
            <ul className={css.list}>
              {summary.homework.map(({ subject, due, text }) => (
                <li key={`${due} ${subject} ${text}`}>
                  <b>{subject}</b>, {show.due(format.day(due))}: {text}
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </main>
  )
}

function workOf({ title, kind }: DiaryMark): string | undefined {
  return title ?? kind
}
