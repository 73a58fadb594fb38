import { type FormEvent, useState } from 'react'
import { overlapsOf } from '../../domain/duties/absence-spans.ts'
import type { AbsenceSpan } from '../../domain/school/class-view.ts'
import { Button } from '../design/button.tsx'
import { Choice, SelectField, TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './desk.module.css'
import { spanInWords } from './span-words.ts'

/** Longest name of a document, in letters. */
const longestPaper = 200

/** Days of absence with their reason, for one pupil or several at once; or one such entry changed. */
export function SpanForm({
  pupils,
  others,
  span,
  today,
  onSave,
  onCancel,
}: {
  pupils: readonly { id: string; name: string }[]
  /** Spans that stand beside it. */
  others: readonly AbsenceSpan[]
  /** The one that is changed. */
  span?: AbsenceSpan
  today: string
  onSave: (spans: readonly AbsenceSpan[]) => void
  onCancel?: () => void
}) {
  const texts = useTexts().classReasons
  const format = useFormat()
  const [chosen, setChosen] = useState<readonly string[]>(span ? [span.pupil] : [])
  const [from, setFrom] = useState(span?.from ?? today)
  const [to, setTo] = useState(span?.to ?? (span ? '' : today))
  const [open, setOpen] = useState(span ? span.to === undefined : false)
  const [code, setCode] = useState<AbsenceSpan['code']>(span?.code ?? 'Б')
  const [paper, setPaper] = useState(span?.document ?? '')
  const nameOf = (id: string) => pupils.find((pupil) => pupil.id === id)?.name ?? id
  const backwards = !open && to !== '' && to < from
  const ready = chosen.length > 0 && from !== '' && (open || (to !== '' && !backwards))
  const document = paper.trim().toWellFormed()
  const spans = chosen.map(
    (pupil): AbsenceSpan => ({
      pupil,
      from,
      ...(open ? {} : { to }),
      code,
      ...(document ? { document } : {}),
    }),
  )
  const overlaps = ready
    ? spans.flatMap((one) => overlapsOf(one, others).map((overlap) => ({ pupil: one.pupil, ...overlap })))
    : []
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!ready) return
    onSave(spans)
    if (span) return
    setChosen([])
    setPaper('')
  }
  return (
    <form className={css.form} onSubmit={submit}>
      {!span && (
        <>
          <SelectField
            label={chosen.length === 0 ? texts.pupil : texts.addPupil}
            value=""
            onChange={({ target }) => target.value && setChosen([...chosen, target.value])}
          >
            <option value="">{texts.choose}</option>
            {pupils
              .filter(({ id }) => !chosen.includes(id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </SelectField>
          {chosen.length > 0 && (
            <div className={css.chips}>
              {chosen.map((id) => (
                <Button
                  key={id}
                  icon="close"
                  aria-label={texts.remove(nameOf(id))}
                  onClick={() => setChosen(chosen.filter((one) => one !== id))}
                >
                  {nameOf(id)}
                </Button>
              ))}
            </div>
          )}
        </>
      )}
      <div className={css.row}>
        <TextField
          type="date"
          label={texts.from}
          value={from}
          required
          onChange={({ target }) => setFrom(target.value)}
        />
        {!open && (
          <TextField
            type="date"
            label={texts.to}
            value={to}
            min={from}
            required
            problem={backwards ? texts.backwards : undefined}
            onChange={({ target }) => setTo(target.value)}
          />
        )}
        <label className={css.check}>
          <input type="checkbox" checked={open} onChange={({ target }) => setOpen(target.checked)} />
          {texts.open}
        </label>
      </div>
      <Choice
        label={texts.code}
        name="span-code"
        value={code}
        options={[
          { value: 'Б', label: texts.codes.Б },
          { value: 'У', label: texts.codes.У },
        ]}
        onChange={setCode}
      />
      <TextField
        label={texts.paper}
        hint={texts.paperHint}
        value={paper}
        maxLength={longestPaper}
        onChange={({ target }) => setPaper(target.value)}
      />
      {overlaps.map(({ pupil, other, from: first, to: last, wins }) => (
        <Notice key={`${pupil} ${other.from} ${other.code} ${other.to}`} icon="alert">
          {texts.overlap(
            nameOf(pupil),
            spanInWords(other, texts, format),
            last === undefined
              ? texts.fromOn(format.day(first))
              : first === last
                ? format.day(first)
                : `${format.day(first)} – ${format.day(last)}`,
          )}{' '}
          {lengthOf(other) === lengthOf({ from, ...(open ? {} : { to }) })
            ? texts.equal
            : wins
              ? texts.wins
              : texts.loses}
        </Notice>
      ))}
      <div className={css.actions}>
        <Button type="submit" look="main" disabled={!ready}>
          {texts.save}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {texts.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Ms; of an open span infinite. */
function lengthOf({ from, to }: Pick<AbsenceSpan, 'from' | 'to'>): number {
  return to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to) - Date.parse(from)
}
