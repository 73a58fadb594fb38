import { useState } from 'react'
import type { StoredDiary } from '../domain/diary/apply-diary.ts'
import type { DiaryMark } from '../domain/diary/diary.ts'
import { SelectField } from '../screens/design/field.tsx'
import { Notice } from '../screens/design/notice.tsx'
import css from './family.module.css'
import { keyed } from './keyed.ts'
import { markDetails } from './mark-details.ts'
import { missedIn } from './missed.ts'
import { periodName } from './period-name.ts'
import { useSpeech } from './texts/speech.tsx'

/** Отметки: a period's marks by subject with the average, then the year's results. */
export function MarksPage({ diary: { head, days } }: { diary: StoredDiary }) {
  const { texts, format } = useSpeech()
  const { marks: words } = texts
  const current = head.periods.findLast(({ starts }) => starts <= head.today) ?? head.periods[0]
  const [chosen, setChosen] = useState(current?.id ?? head.year.id)
  const span = head.periods.find(({ id }) => id === chosen) ?? head.year
  const within = days.filter(({ date }) => date >= span.starts && date <= span.ends)
  const given = new Map<string, { date: string; mark: DiaryMark }[]>()
  for (const { date, lessons } of within)
    for (const { subject, marks } of lessons)
      if (marks) given.set(subject, [...(given.get(subject) ?? []), ...marks.map((mark) => ({ date, mark }))])
  const missed = missedIn(within)
  const rows = head.subjects.filter(
    ({ id, results }) => given.has(id) || results.some(({ period }) => period === chosen),
  )
  const spans = [...head.periods.map(({ id }) => id), head.year.id]
  const extras = [`${head.year.id}/exam`, `${head.year.id}/final`].filter((id) =>
    head.subjects.some(({ results }) => results.some(({ period }) => period === id)),
  )
  const finals = [...spans, ...extras]
  const withFinals = head.subjects.filter(({ results }) => results.some(({ mark }) => mark !== undefined))
  const conduct = head.periods.filter(({ conduct: word }) => word !== undefined)

  return (
    <>
      <h1>{words.title}</h1>
      <SelectField
        label={words.period}
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      >
        {spans.map((id) => (
          <option key={id} value={id}>
            {periodName(head, id, texts)}
          </option>
        ))}
      </SelectField>
      {missed.lessons > 0 && <p>{words.missed(missed.days, missed.lessons)}</p>}
      {rows.length === 0 && (
        <Notice tone="empty" icon="journals">
          {words.empty}
        </Notice>
      )}
      {rows.map(({ id, name, results }) => {
        const result = results.find(({ period }) => period === chosen)
        const marks = given.get(id) ?? []
        return (
          <section key={id} className={css.card} aria-labelledby={`subject-${id}`}>
            <div className={css.subject}>
              <h2 id={`subject-${id}`}>{name}</h2>
              {result?.average !== undefined && (
                <span className={css.average}>
                  <span className={css.quiet}>{words.average}</span> {format.average(result.average / 100)}
                </span>
              )}
              {result?.mark !== undefined && <span className={css.result}>{result.mark}</span>}
            </div>
            {result?.reason && <p className={css.quiet}>{result.reason}</p>}
            {marks.length === 0 && <p className={css.quiet}>{words.none}</p>}
            <ul className={css.given}>
              {keyed(marks, ({ date }) => date).map(({ key, item: { date, mark } }) => (
                <li key={key}>
                  <b className={css.mark}>{mark.mark}</b>
                  <span>
                    {format.day(date)}
                    {markDetails(mark, texts) && (
                      <span className={css.quiet}>, {markDetails(mark, texts)}</span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {withFinals.length > 0 && (
        <section className={css.card} aria-labelledby="finals">
          <h2 id="finals">{words.results}</h2>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{words.subject}</th>
                {finals.map((id) => {
                  const period = head.periods.find((own) => own.id === id)
                  return (
                    <th key={id} scope="col" aria-label={periodName(head, id, texts)}>
                      {period
                        ? `${period.number} ${words.periodsShort[period.kind]}`
                        : periodName(head, id, texts)}
                    </th>
                  )
                })}
              </tr>
            </thead>
            <tbody>
              {withFinals.map(({ id, name, results }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  {finals.map((period) => (
                    <td key={period}>{results.find((own) => own.period === period)?.mark ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {conduct.length > 0 && (
        <section className={css.card} aria-labelledby="conduct">
          <h2 id="conduct">{words.conduct}</h2>
          {conduct.map(({ id, conduct: word }) => (
            <p key={id}>
              {periodName(head, id, texts)}: {word}
            </p>
          ))}
        </section>
      )}
      {head.council && (
        <section className={css.card} aria-labelledby="council">
          <h2 id="council">{words.council}</h2>
          <p>{head.council.text}</p>
        </section>
      )}
      {head.former.length > 0 && (
        <section className={css.card} aria-labelledby="former">
          <h2 id="former">{words.former}</h2>
          {keyed(head.former, ({ subject }) => subject).map(
            ({ key, item: { subject, mark, date, place } }) => (
              <p key={key}>
                {words.ofMark(
                  head.subjects.find(({ id }) => id === subject)?.name ?? subject,
                  date ? format.date(date) : (place ?? ''),
                  mark,
                )}
              </p>
            ),
          )}
        </section>
      )}
    </>
  )
}
