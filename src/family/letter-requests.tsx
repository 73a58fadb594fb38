import { type ReactNode, useState } from 'react'
import { Button } from '../screens/design/button.tsx'
import { TextAreaField, TextField } from '../screens/design/field.tsx'
import family from './family.module.css'
import css from './letters.module.css'
import type { Voice } from './letters-page.tsx'
import type { ShownCorrection, ShownExpected } from './shown-thread.ts'
import { lettersTexts } from './texts/letters.ts'
import { useSpeech } from './texts/speech.tsx'

/** A note that the child will be absent, and what was answered to earlier ones. */
export function AbsenceSection({
  list,
  voice,
  today,
}: {
  list: readonly ShownExpected[]
  voice: Voice | undefined
  today: string
}) {
  const { language, format } = useSpeech()
  const texts = lettersTexts[language]
  const [open, setOpen] = useState(false)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [reason, setReason] = useState('')
  const said = reason.trim().toWellFormed()
  const backwards = to < from
  return (
    <section className={family.card} aria-labelledby="absence">
      <h2 id="absence">{texts.expectedTitle}</h2>
      {list.length > 0 && (
        <ul className={css.list}>
          {list.toReversed().map((one) => (
            <li key={one.id}>
              <b>{texts.days(format.day(one.from), format.day(one.to))}</b>
              <span>{one.reason}</span>
              <Answer one={one} />
            </li>
          ))}
        </ul>
      )}
      {voice && !open && (
        <Button icon="plus" onClick={() => setOpen(true)}>
          {texts.expected}
        </Button>
      )}
      {voice && open && (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (!said || backwards) return
            voice.say('expected', { from, to, reason: said })
            setReason('')
            setOpen(false)
          }}
        >
          <TextField
            type="date"
            label={texts.from}
            required
            value={from}
            onChange={({ currentTarget: { value } }) => {
              setFrom(value)
              if (to < value) setTo(value)
            }}
          />
          <TextField
            type="date"
            label={texts.until}
            required
            value={to}
            problem={backwards ? texts.backwards : undefined}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          />
          <TextAreaField
            label={texts.reason}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Buttons label={texts.tell} ready={said !== '' && !backwards} onCancel={() => setOpen(false)} />
        </form>
      )}
    </section>
  )
}

/** Asking to put the child's data right (clause 5.3.2), and what was answered. */
export function CorrectionSection({
  list,
  voice,
}: {
  list: readonly ShownCorrection[]
  voice: Voice | undefined
}) {
  const { language } = useSpeech()
  const texts = lettersTexts[language]
  const [open, setOpen] = useState(false)
  const [about, setAbout] = useState('')
  const [right, setRight] = useState('')
  const said = { about: about.trim().toWellFormed(), text: right.trim().toWellFormed() }
  const ready = said.about !== '' && said.text !== ''
  return (
    <section className={family.card} aria-labelledby="corrections">
      <h2 id="corrections">{texts.correctionTitle}</h2>
      {list.length > 0 && (
        <ul className={css.list}>
          {list.toReversed().map((one) => (
            <li key={one.id}>
              <b>{one.about}</b>
              <span>{one.text}</span>
              <Answer one={one} />
            </li>
          ))}
        </ul>
      )}
      {voice && !open && (
        <Button icon="plus" onClick={() => setOpen(true)}>
          {texts.correction}
        </Button>
      )}
      {voice && open && (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (!ready) return
            voice.say('correction', said)
            setAbout('')
            setRight('')
            setOpen(false)
          }}
        >
          <TextField
            label={texts.about}
            hint={texts.aboutHint}
            maxLength={300}
            value={about}
            onChange={({ currentTarget }) => setAbout(currentTarget.value)}
          />
          <TextAreaField
            label={texts.right}
            rows={3}
            maxLength={2000}
            value={right}
            onChange={({ currentTarget }) => setRight(currentTarget.value)}
          />
          <Buttons label={texts.ask} ready={ready} onCancel={() => setOpen(false)} />
        </form>
      )}
    </section>
  )
}

function Buttons({ label, ready, onCancel }: { label: string; ready: boolean; onCancel: () => void }) {
  const { language } = useSpeech()
  return (
    <p className={css.row}>
      <Button type="submit" look="main" disabled={!ready}>
        {label}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        {lettersTexts[language].cancel}
      </Button>
    </p>
  )
}

function Answer({ one: { answer, waiting } }: { one: ShownExpected | ShownCorrection }): ReactNode {
  const { language, format } = useSpeech()
  const texts = lettersTexts[language]
  if (!answer)
    return (
      <span className={family.quiet}>{waiting ? texts.fate[waiting.fate ?? 'waiting'] : texts.noAnswer}</span>
    )
  const word = answer.accepted ? texts.accepted : texts.declined
  return (
    <span className={css.fate}>
      {word} {format.moment(answer.at)}
      {answer.text && `: ${answer.text}`}
    </span>
  )
}
