import { useState } from 'react'
import type { ValueOf } from '../domain/ledger/attributes.ts'
import { entity } from '../domain/ledger/documents.ts'
import type { Json } from '../domain/ledger/fact.ts'
import type { FactId } from '../domain/ledger/ids.ts'
import { Button } from '../screens/design/button.tsx'
import { SelectField, TextField } from '../screens/design/field.tsx'
import family from './family.module.css'
import css from './letters.module.css'
import type { Voice } from './letters-page.tsx'
import type { ShownThread } from './shown-thread.ts'
import { lettersTexts } from './texts/letters.ts'
import { useSpeech } from './texts/speech.tsx'

const ways = ['letter', 'email', 'push', 'paper'] as const
type Way = (typeof ways)[number]

/** When the family was told how the child is doing; who saw it says so (clause 5.2.6). */
export function ReportsSection({
  reports,
  person,
  voice,
}: {
  reports: ShownThread['reports']
  person: string
  voice: Voice | undefined
}) {
  const { language, format } = useSpeech()
  const texts = lettersTexts[language]
  if (reports.length === 0) return null
  return (
    <section className={family.card} aria-labelledby="reports">
      <h2 id="reports">{texts.reports}</h2>
      <ul className={css.list}>
        {reports.toReversed().map(({ from, to, how, acknowledged }) => (
          <li key={`${from} ${to}`}>
            <span>{texts.report(texts.days(format.day(from), format.day(to)), texts.ways[how])}</span>
            {acknowledged !== undefined ? (
              <span className={family.quiet}>{texts.acknowledged(format.moment(acknowledged))}</span>
            ) : (
              voice && (
                <Button
                  icon="check"
                  onClick={() => voice.set(entity.acknowledged(person, from, to), 'acknowledged', true)}
                >
                  {texts.acknowledge}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What to tell the family at once, and when not to disturb it. */
export function NoticesSection({
  notices,
  person,
  noNotices,
  voice,
}: {
  notices: ShownThread['notices']
  person: string
  /** The consent to e-mail and messages was taken back. */
  noNotices: boolean
  voice: Voice | undefined
}) {
  const { language } = useSpeech()
  const texts = lettersTexts[language]
  const [absence, setAbsence] = useState(notices?.absence ?? false)
  const [report, setReport] = useState<Way | ''>(notices?.report ?? '')
  const [quiet, setQuiet] = useState(notices?.quiet !== undefined)
  const [from, setFrom] = useState(notices?.quiet?.from ?? '21:00')
  const [to, setTo] = useState(notices?.quiet?.to ?? '07:00')
  const [kept, setKept] = useState(false)
  if (!voice) return null
  const wish: ValueOf<'notices'> = {
    absence,
    ...(report === '' ? {} : { report }),
    ...(quiet ? { quiet: { from, to } } : {}),
  }
  return (
    <section className={family.card} aria-labelledby="notices">
      <h2 id="notices">{texts.notices}</h2>
      <p className={family.quiet}>{texts.noticesHint}</p>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (quiet && (from === '' || to === '')) return
          voice.set(entity.notices(person), 'notices', wish as Json, (notices?.heads ?? []) as FactId[])
          setKept(true)
        }}
        onChange={() => setKept(false)}
      >
        <label className={css.check}>
          <input type="checkbox" checked={absence} onChange={() => setAbsence(!absence)} />
          {texts.absence}
        </label>
        <SelectField
          label={texts.how}
          value={report}
          onChange={({ currentTarget }) => setReport(currentTarget.value as Way | '')}
        >
          <option value="">{texts.anyWay}</option>
          {ways
            .filter((way) => !noNotices || way === 'letter' || way === 'paper')
            .map((way) => (
              <option key={way} value={way}>
                {texts.ways[way]}
              </option>
            ))}
        </SelectField>
        <label className={css.check}>
          <input type="checkbox" checked={quiet} onChange={() => setQuiet(!quiet)} />
          {texts.quiet}
        </label>
        {quiet && (
          <div className={css.row}>
            <TextField
              type="time"
              label={texts.quietFrom}
              required
              value={from}
              onChange={({ currentTarget }) => setFrom(currentTarget.value)}
            />
            <TextField
              type="time"
              label={texts.quietTo}
              required
              value={to}
              onChange={({ currentTarget }) => setTo(currentTarget.value)}
            />
          </div>
        )}
        <Button type="submit">{texts.keep}</Button>
        <p role="status">{kept && texts.kept}</p>
      </form>
    </section>
  )
}
