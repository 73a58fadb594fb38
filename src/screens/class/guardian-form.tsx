import { type FormEvent, useState } from 'react'
import type { Guardian } from '../../domain/school/family-view.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './desk.module.css'

const fields = ['last', 'first', 'middle', 'relation', 'phone', 'email'] as const
type Field = (typeof fields)[number]
const longest: Record<Field, number> = {
  last: 80,
  first: 80,
  middle: 80,
  relation: 60,
  phone: 60,
  email: 200,
}
const types: Partial<Record<Field, string>> = { phone: 'tel', email: 'email' }

/** Name and contacts of a guardian; last and first name are needed. */
export function GuardianForm({
  guardian,
  onSave,
  onCancel,
}: {
  guardian: Guardian
  onSave: (guardian: Guardian) => void
  onCancel: () => void
}) {
  const texts = useTexts().families
  const [values, setValues] = useState<Guardian>(guardian)
  const ready = values.last.trim() !== '' && values.first.trim() !== ''
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!ready) return
    const { id, pupil, consentDate } = values
    const written = Object.fromEntries(
      fields.flatMap((field) => {
        const text = values[field]?.trim().toWellFormed()
        return text ? [[field, text]] : []
      }),
    )
    const { last = '', first = '', ...rest } = written
    onSave({ id, pupil, last, first, ...rest, ...(consentDate === undefined ? {} : { consentDate }) })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      {fields.map((field) => (
        <TextField
          key={field}
          label={texts.field[field]}
          type={types[field] ?? 'text'}
          maxLength={longest[field]}
          value={values[field] ?? ''}
          onChange={({ target }) => setValues({ ...values, [field]: target.value })}
        />
      ))}
      <div className={css.actions}>
        <Button type="submit" look="main" disabled={!ready}>
          {texts.save}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  )
}
