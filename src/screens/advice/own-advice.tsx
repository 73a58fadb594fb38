import type { Format } from '../design/texts/format.ts'
import css from './advice.module.css'
import type { AdviceTexts } from './texts.ts'

/** A question of one's own; without `at` it waits on this device. */
export interface OwnQuestion {
  id: string
  at: number | undefined
  text: string
  answer: string | undefined
  refused?: boolean | undefined
}

/** What the person has asked, and the answers; nothing before the first question. */
export function OwnAdvice({
  texts,
  format,
  questions,
}: {
  texts: AdviceTexts
  format: Format
  questions: readonly OwnQuestion[]
}) {
  if (questions.length === 0) return null
  return (
    <section className={css.section} aria-labelledby="own-advice">
      <h2 id="own-advice">{texts.own}</h2>
      <ul className={css.list}>
        {questions.map(({ id, at, text, answer, refused }) => (
          <li key={id}>
            <p className={css.text}>{text}</p>
            {answer === undefined ? (
              <p className={css.quiet}>
                {refused
                  ? texts.refused
                  : at === undefined
                    ? texts.waits
                    : `${format.moment(at)}, ${texts.noAnswer}`}
              </p>
            ) : (
              <div className={css.answer}>
                <b>{texts.answer}</b>
                <p>{answer}</p>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
