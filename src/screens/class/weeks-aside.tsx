import { useMemo } from 'react'
import { missedByWeek } from '../../domain/duties/missed-by-week.ts'
import { unexplainedAbsences } from '../../domain/duties/week-flags.ts'
import { belongs, spanOn } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { useNow } from '../workspace/workspace.ts'
import type { ClassDesk } from './use-class.ts'
import css from './weeks-aside.module.css'

/** What the class missed week by week, who is ill today, and who has been away for days without a word. */
export function WeeksAside({ desk }: { desk: ClassDesk }) {
  const texts = useTexts().ownClass
  const format = useFormat()
  const { date } = useNow()
  const { source, schoolClass, view } = desk
  const weeks = useMemo(() => missedByWeek(source, schoolClass.id, date), [source, schoolClass, date])
  const unexplained = useMemo(
    () => unexplainedAbsences(source, schoolClass.id, date),
    [source, schoolClass, date],
  )
  const most = Math.max(1, ...weeks.map(({ total }) => total))
  const last = weeks.at(-1)
  const away = view.pupils.flatMap((pupil) => {
    const span = belongs(view, pupil.id, date) && spanOn(view, pupil.id, date)
    return span ? [{ pupil, span }] : []
  })
  const nameOf = (id: string) => {
    const pupil = view.pupils.find((one) => one.id === id)
    return pupil ? lastFirst(pupil) : id
  }
  return (
    <aside className={css.card}>
      {weeks.length > 0 && (
        <section aria-labelledby="weeks">
          <h2 id="weeks">{texts.missedByWeek}</h2>
          <ol className={css.weeks}>
            {weeks.map(({ monday, total }) => (
              <li key={monday}>
                <span>{total}</span>
                <i style={{ blockSize: `${Math.round((total / most) * 60)}px` }} aria-hidden="true" />
                <span className={css.date}>{format.short(monday)}</span>
              </li>
            ))}
          </ol>
          {last && <p className={css.note}>{texts.missedThisWeek(last)}</p>}
        </section>
      )}
      {unexplained.length > 0 && (
        <section aria-labelledby="unexplained">
          <h2 id="unexplained" className={css.act}>
            {texts.unexplained}
          </h2>
          <ul>
            {unexplained.map(({ pupil, days, since }) => (
              <li key={pupil}>{texts.unexplainedDays(nameOf(pupil), days, format.day(since))}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="away">
        <h2 id="away">{texts.awayToday}</h2>
        {away.length === 0 && <p className={css.note}>{texts.nobodyAway}</p>}
        <ul>
          {away.map(({ pupil, span }) => (
            <li key={pupil.id}>
              {lastFirst(pupil)},{' '}
              {span.to === undefined
                ? texts.awaySince(format.day(span.from))
                : texts.awayUntil(format.day(span.to))}
              {span.document === undefined && `, ${texts.noPaperYet}`}
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}
