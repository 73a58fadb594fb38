import { Chip } from '../design/chip.tsx'
import { cx } from '../design/cx.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './day-list.module.css'
import type { LessonOfDay } from './lesson-of-day.ts'

/** The lessons of the day by their bells; each row opens its lesson. */
export function DayList({ lessons }: { lessons: readonly LessonOfDay[] }) {
  const { today } = useTexts()
  return (
    <ol className={css.list} aria-label={today.lessons}>
      {lessons.map((lesson) => (
        <li key={lesson.id}>
          <a
            href={lesson.href}
            className={cx(
              css.row,
              css[lesson.state],
              (lesson.cancelled !== undefined || lesson.movedTo) && css.cancelled,
              lesson.givenTo !== undefined && css.given,
            )}
            aria-current={lesson.state === 'now' ? 'time' : undefined}
          >
            <span className={css.bell}>{lesson.bell}</span>
            <span className={css.time}>
              {lesson.starts}–{lesson.ends}
            </span>
            <span className={css.what}>
              {lesson.title} · {lesson.subject}
            </span>
            <span className={css.state}>
              <State lesson={lesson} />
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}

function State({ lesson }: { lesson: LessonOfDay }) {
  const { today, places } = useTexts()
  const format = useFormat()
  const hour = ({ date, bell }: { date: string; bell: number }) =>
    places.at(format.short(date), today.lesson(bell))
  if (lesson.movedTo) return <Chip>{places.movedTo(hour(lesson.movedTo))}</Chip>
  if (lesson.cancelled !== undefined) return <Chip>{places.cancelledFor(lesson.cancelled)}</Chip>
  if (lesson.givenTo !== undefined) return <Chip tone="late">{today.givenTo(lesson.givenTo)}</Chip>
  return (
    <>
      {lesson.substitution && <Chip tone="late">{today.substitution}</Chip>}
      {lesson.control && <Chip tone="now">{lesson.control}</Chip>}
      {lesson.movedFrom && <Chip tone="late">{places.movedFrom(hour(lesson.movedFrom))}</Chip>}
      {lesson.added && <Chip>{places.added}</Chip>}
      {lesson.state === 'now' && <Chip tone="now">{today.running}</Chip>}
      {lesson.state === 'past' &&
        lesson.loaded &&
        (lesson.missing.length === 0 ? (
          <Chip tone="ok" icon="check">
            {today.done}
          </Chip>
        ) : (
          lesson.missing.map((what) => (
            <Chip key={what} tone={what === 'roll' || what === 'topic' ? 'act' : 'plain'}>
              {today.missingShort[what]}
            </Chip>
          ))
        ))}
    </>
  )
}
