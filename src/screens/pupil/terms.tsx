import { type FormEvent, type ReactNode, useState } from 'react'
import type { OpenDocument } from '../../device/open-document.ts'
import { entity } from '../../domain/ledger/documents.ts'
import { addDays } from '../../domain/policy/policy.ts'
import type { ClassView } from '../../domain/school/class-view.ts'
import { Button } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { said } from '../office/setup/said.ts'
import css from '../office/setup/setup.module.css'
import { useMessage } from '../office/setup/use-message.tsx'
import { useNow } from '../workspace/workspace.ts'

interface TermsProps {
  document: OpenDocument
  view: ClassView
  pupil: string
  /** The office enters it, teachers read it. */
  editable: boolean
}

/** Home-taught and family-taught times. The ledger holds the first day outside, people say the last day. */
export function Modes({ document, view, pupil, editable }: TermsProps) {
  const { pupil: texts } = useTexts()
  const [kind, setKind] = useState<'home' | 'family'>('home')
  const { modes } = texts
  const write = (from: string, value: ClassView['modes'][number] | null) =>
    void document.assert([said(entity.mode(pupil, from), 'mode', value)])
  return (
    <Terms
      title={modes.title}
      help={modes.help}
      none={modes.none}
      editable={editable}
      terms={view.modes
        .filter((mode) => mode.pupil === pupil)
        .map(({ mode, from, to }) => ({ what: modes[mode], from, last: to && addDays(to, -1) }))}
      onAdd={(from, last) =>
        write(from, { pupil, mode: kind, from, ...(last ? { to: addDays(last, 1) } : {}) })
      }
      onRemove={(from) => write(from, null)}
    >
      <SelectField
        label={modes.kind}
        value={kind}
        onChange={({ target }) => setKind(target.value as typeof kind)}
      >
        <option value="home">{modes.home}</option>
        <option value="family">{modes.family}</option>
      </SelectField>
    </Terms>
  )
}

/** Exemptions from physical education with the medical group and the document. */
export function Exemptions({ document, view, pupil, editable }: TermsProps) {
  const { pupil: texts } = useTexts()
  const [group, setGroup] = useState('')
  const [paper, setPaper] = useState('')
  const { exemptions } = texts
  const write = (from: string, value: ClassView['exemptions'][number] | null) =>
    void document.assert([said(entity.exemption(pupil, from), 'exemption', value)])
  return (
    <Terms
      title={exemptions.title}
      help={exemptions.help}
      none={exemptions.none}
      editable={editable}
      terms={view.exemptions
        .filter((one) => one.pupil === pupil)
        .map(({ group: own, document: held, from, to }) => ({
          what: [own ?? exemptions.full, held].filter(Boolean).join(', '),
          from,
          last: to,
        }))}
      onAdd={(from, last) =>
        write(from, {
          pupil,
          from,
          ...(last ? { to: last } : {}),
          ...(group === '' ? {} : { group }),
          ...(paper.trim() === '' ? {} : { document: paper.trim() }),
        })
      }
      onRemove={(from) => write(from, null)}
    >
      <SelectField label={exemptions.kind} value={group} onChange={({ target }) => setGroup(target.value)}>
        <option value="">{exemptions.full}</option>
        {exemptions.groups.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <TextField
        label={exemptions.document}
        value={paper}
        maxLength={200}
        onChange={({ target }) => setPaper(target.value)}
      />
    </Terms>
  )
}

/** A list of what holds from a day to a day, with a form for another one. */
function Terms({
  title,
  help,
  none,
  editable,
  terms,
  onAdd,
  onRemove,
  children,
}: {
  title: string
  help: string
  none: string
  editable: boolean
  terms: readonly { what: string; from: string; last: string | undefined }[]
  /** `last`: '' where no end is set. */
  onAdd: (from: string, last: string) => void
  onRemove: (from: string) => void
  children: ReactNode
}) {
  const { pupil: texts, setup } = useTexts()
  const format = useFormat()
  const { date } = useNow()
  const [from, setFrom] = useState(date)
  const [last, setLast] = useState('')
  const [tried, setTried] = useState(false)
  const [message, say] = useMessage()
  const backwards = last !== '' && last < from

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (from === '' || backwards) return
    onAdd(from, last)
    setTried(false)
    say(texts.said)
  }

  return (
    <section className={css.section} aria-label={title}>
      <h2>{title}</h2>
      <p className={css.quiet}>{help}</p>
      {terms.length === 0 && <p>{none}</p>}
      <ul className={terms.length > 0 ? css.records : undefined}>
        {terms.map((term) => (
          <li key={term.from}>
            <p className={css.words}>
              {[
                term.what,
                texts.since(format.date(term.from)),
                term.last && texts.until(format.date(term.last)),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            {editable && (
              <Button look="quiet" aria-label={texts.removeOf(term.what)} onClick={() => onRemove(term.from)}>
                {texts.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {message}
      {editable && (
        <form className={css.form} onSubmit={submit} noValidate aria-label={title}>
          <div className={css.fields}>
            {children}
            <TextField
              label={texts.fromDay}
              type="date"
              value={from}
              problem={tried && from === '' ? setup.wanted : undefined}
              onChange={({ target }) => setFrom(target.value)}
            />
            <TextField
              label={texts.lastDay}
              type="date"
              value={last}
              hint={texts.lastDayHint}
              problem={tried && backwards ? texts.badDates : undefined}
              onChange={({ target }) => setLast(target.value)}
            />
          </div>
          <div className={css.buttons}>
            <Button type="submit">{texts.add}</Button>
          </div>
        </form>
      )}
    </section>
  )
}
