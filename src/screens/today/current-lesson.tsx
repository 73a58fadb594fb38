import { ButtonLink } from '../design/button.tsx'
import { Chip } from '../design/chip.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './current-lesson.module.css'
import type { CurrentLesson } from './lesson-of-day.ts'

/** The lesson that runs or comes next, with its one main button. */
export function CurrentLessonCard({ lesson }: { lesson: CurrentLesson }) {
  const { today, places } = useTexts()
  const format = useFormat()
  const { bell, starts, ends, title, subject, room, missing, minutes, state, away } = lesson
  const runs = state === 'now'
  const lacks = (what: (typeof missing)[number]) => missing.includes(what)
  const when = [
    runs ? today.now : today.next,
    today.lesson(bell),
    `${starts}–${ends}`,
    runs ? today.left(minutes) : today.begins(minutes),
  ].join(' · ')
  const names = away.map(({ name, until, paper }) => {
    const notes = [
      until === undefined ? undefined : today.until(format.short(until)),
      paper ? undefined : today.noPaper,
    ].filter((note) => note !== undefined)
    return notes.length > 0 ? `${name} (${notes.join(', ')})` : name
  })
  return (
    <section className={css.card} aria-label={when}>
      <p className={css.when}>{when}</p>
      <h2 className={css.what}>
        {title}{' '}
        <small>
          {subject}
          {room && ` · ${today.room(room)}`}
        </small>
      </h2>
      <div className={css.chips}>
        {lesson.substitution && <Chip tone="late">{today.substitution}</Chip>}
        {lesson.control && <Chip tone="now">{lesson.control}</Chip>}
        {lesson.movedFrom && (
          <Chip tone="late">
            {places.movedFrom(
              places.at(format.short(lesson.movedFrom.date), today.lesson(lesson.movedFrom.bell)),
            )}
          </Chip>
        )}
        {lesson.added && <Chip>{places.added}</Chip>}
        {lesson.loaded && filled()}
      </div>
      {names.length > 0 && (
        <p className={css.away}>
          {today.away}: {names.join(', ')}
        </p>
      )}
      <div className={css.actions}>
        <ButtonLink look="main" big href={lesson.href} className={css.main}>
          {runs && lacks('roll') ? today.roll : today.open}
        </ButtonLink>
        <ButtonLink big href={lesson.journalHref}>
          {today.journal}
        </ButtonLink>
      </div>
    </section>
  )

  function filled() {
    return (
      <>
        {runs && lacks('roll') && <Chip tone="act">{today.missing.roll}</Chip>}
        {runs && !lacks('roll') && (
          <Chip tone="ok" icon="check">
            {today.rollTaken}
          </Chip>
        )}
        <Chip>{topicLine()}</Chip>
        {(runs || lesson.homework) && (
          <Chip>{lesson.homework ? today.homework(lesson.homework) : today.missing.homework}</Chip>
        )}
        {runs && <Chip>{lesson.marks > 0 ? today.marks(lesson.marks) : today.missing.marks}</Chip>}
      </>
    )
  }

  function topicLine(): string {
    if (lesson.topic) return today.topic(lesson.topic)
    return lesson.planTopic ? today.topicOffered(lesson.planTopic) : today.missing.topic
  }
}
