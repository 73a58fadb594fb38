import { type FormEvent, useState } from 'react'
import type { Reason } from '../../domain/ledger/attributes.ts'
import { Button } from '../design/button.tsx'
import { Choice, SelectField, TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './forms.module.css'

/** A lesson the pupil missed on the chosen day. */
export interface MissedLesson {
  id: string
  bell: number
  subject: string
  reason: Reason | undefined
}

export interface ReasonFormProps {
  pupils: readonly { id: string; name: string }[]
  pupil: string
  /** ISO date. */
  date: string
  /** Last day that can be chosen, ISO. */
  today: string
  missed: readonly MissedLesson[]
  onPupil: (id: string) => void
  onDate: (date: string) => void
  /** Lessons by id; the whole day is all of the missed ones. null takes the reason back. */
  onReason: (lessons: readonly string[], reason: Reason | null) => void
  /** Just written: said until something else is chosen. */
  saved: boolean
}

/** The class teacher gives the reason of an absence: on one lesson or on the whole day. */
export function ReasonForm(props: ReasonFormProps) {
  const { pupils, pupil, date, today: latest, missed, onPupil, onDate, onReason, saved } = props
  const { office, today } = useTexts()
  const [scope, setScope] = useState('')
  const [reason, setReason] = useState<Reason>('Б')
  const [checked, setChecked] = useState(false)
  const chosen = missed.filter(({ id }) => scope === '' || id === scope)

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!pupil || !date || chosen.length === 0) return
    onReason(
      chosen.map(({ id }) => id),
      reason,
    )
    setChecked(false)
  }

  return (
    <div className={css.page}>
      <h1>{office.reason}</h1>
      <form className={css.form} onSubmit={submit} noValidate>
        <SelectField
          label={office.pupil}
          value={pupil}
          onChange={(event) => onPupil(event.target.value)}
          problem={checked && !pupil ? office.choosePupil : undefined}
        >
          <option value="">{office.choosePupil}</option>
          {pupils.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={office.day}
          type="date"
          value={date}
          max={latest}
          onChange={(event) => onDate(event.target.value)}
          problem={checked && !date ? office.fill : undefined}
        />
        {pupil && missed.length === 0 && <Notice icon="check">{office.noAbsences}</Notice>}
        {missed.length > 0 && (
          <>
            <Choice
              label={office.what}
              name="reason-scope"
              value={scope}
              options={[
                { value: '', label: office.wholeDay },
                ...missed.map(({ id, bell, subject, reason: given }) => ({
                  value: id,
                  label: `${today.lesson(bell)}, ${subject}${given ? ` (${given})` : ''}`,
                })),
              ]}
              onChange={setScope}
            />
            <Choice
              label={office.reasonIs}
              name="reason"
              value={reason}
              options={[
                { value: 'Б', label: office.reasons.Б },
                { value: 'У', label: office.reasons.У },
                { value: 'Н', label: office.reasons.Н },
              ]}
              onChange={setReason}
            />
            <Button type="submit" look="main">
              {office.save}
            </Button>
          </>
        )}
        <p role="status">{saved && office.saved}</p>
      </form>
    </div>
  )
}
