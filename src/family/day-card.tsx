import type { DiaryDay, DiaryLesson, DiarySubject } from '../domain/diary/diary.ts'
import { type DueHomework, lessonPlace } from '../domain/diary/homework-due.ts'
import { addDays } from '../domain/policy/days.ts'
import { Button } from '../screens/design/button.tsx'
import { cx } from '../screens/design/cx.ts'
import css from './family.module.css'
import { keyed } from './keyed.ts'
import { markDetails } from './mark-details.ts'
import { useSpeech } from './texts/speech.tsx'

/** A school day: lessons with what was asked, given and missed. */
export function DayCard({
  day,
  today,
  subjects,
  due,
  onFile,
}: {
  day: DiaryDay
  today: string
  subjects: readonly DiarySubject[]
  due: ReadonlyMap<string, readonly DueHomework[]>
  onFile: (hash: string, name: string) => void
}) {
  const { texts, format } = useSpeech()
  const { date } = day
  const note =
    date === today ? texts.week.today : date === addDays(today, 1) ? texts.week.tomorrow : undefined
  const nameOf = (id: string) => subjects.find((own) => own.id === id)?.name ?? id
  return (
    <section
      className={cx(css.card, note && css.near)}
      id={date === today ? 'today' : undefined}
      aria-labelledby={`day-${date}`}
    >
      <h2 id={`day-${date}`}>
        {format.weekday(date)} {note && <span className={css.chip}>{note}</span>}
      </h2>
      <ol className={css.lessons}>
        {day.lessons.map((lesson) => (
          <LessonRow
            key={`${lesson.bell} ${lesson.subject} ${lesson.group ?? ''}`}
            lesson={lesson}
            name={nameOf(lesson.subject)}
            date={date}
            homework={due.get(lessonPlace(date, lesson.bell, lesson.subject)) ?? []}
            onFile={onFile}
          />
        ))}
      </ol>
    </section>
  )
}

function LessonRow({
  lesson,
  name,
  date,
  homework,
  onFile,
}: {
  lesson: DiaryLesson
  name: string
  date: string
  homework: readonly DueHomework[]
  onFile: (hash: string, name: string) => void
}) {
  const { texts, format } = useSpeech()
  const { week } = texts
  const { bell, starts, room, topic, cancelled, works = [], marks = [], absent, late, behaviour } = lesson
  const where = [starts, room && (/^\d/.test(room) ? week.room(room) : room)].filter(Boolean).join(', ')
  return (
    <li className={css.lesson}>
      <span className={css.bell}>
        <span className={css.unseen}>{week.lesson(bell)}</span>
        <span aria-hidden="true">{bell}</span>
      </span>
      <div className={css.what}>
        <p>
          <b className={cx(cancelled !== undefined && css.struck)}>{name}</b>{' '}
          {where && <span className={css.quiet}>{where}</span>}
        </p>
        {cancelled !== undefined && (
          <p className={css.told}>{cancelled ? week.cancelledWhy(cancelled) : week.cancelled}</p>
        )}
        {topic && <p className={css.quiet}>{topic}</p>}
        {keyed(works, ({ kind, title }) => [kind, title].filter(Boolean).join(': ')).map(({ key, item }) => (
          <p key={key} className={css.told}>
            {[item.kind, item.title].filter(Boolean).join(': ')}
          </p>
        ))}
        {homework.map(({ homework: { text, attachments = [] }, given }) => (
          <div key={given} className={css.homework}>
            <p>
              <span className={css.quiet}>
                {given === date ? week.homework : week.homeworkGiven(format.day(given))}:
              </span>{' '}
              {text}
            </p>
            {attachments.map((one) =>
              'url' in one ? (
                <a key={one.url} href={one.url} target="_blank" rel="noreferrer noopener">
                  {one.title ?? week.link}
                </a>
              ) : (
                <Button key={one.file} look="quiet" icon="clip" onClick={() => onFile(one.file, one.name)}>
                  {week.file(one.name)}
                </Button>
              ),
            )}
          </div>
        ))}
        {absent !== undefined && <p className={css.told}>{week.absent[absent]}</p>}
        {late !== undefined && <p className={css.told}>{week.late(late)}</p>}
        {behaviour && (
          <p className={css.told}>
            {week.behaviour}: {behaviour}
          </p>
        )}
        {keyed(marks, ({ mark }) => mark).map(({ key, item }) => {
          const details = markDetails(item, texts)
          return details ? (
            <p key={key} className={css.quiet}>
              {item.mark}: {details}
            </p>
          ) : null
        })}
      </div>
      {marks.length > 0 && <span className={css.marks}>{marks.map(({ mark }) => mark).join('/')}</span>}
    </li>
  )
}
