import { type FormEvent, useState } from 'react'
import { Button } from './button.tsx'
import { TextAreaField } from './field.tsx'
import css from './words-form.module.css'

/** A few sentences that are handed over as a whole, by a button or Ctrl+Enter. */
export function WordsForm({
  label,
  hint,
  value = '',
  maxLength,
  save,
  cancel,
  onSave,
  onCancel,
}: {
  label: string
  hint?: string
  value?: string
  maxLength: number
  save: string
  cancel: string
  /** Gets the text without the space around it; never an empty one. */
  onSave: (text: string) => void
  onCancel: () => void
}) {
  const [text, setText] = useState(value)
  const written = text.trim()
  function submit(event?: FormEvent) {
    event?.preventDefault()
    if (written !== '') onSave(written.toWellFormed())
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <TextAreaField
        label={label}
        hint={hint}
        rows={3}
        maxLength={maxLength}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') onCancel()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      />
      <div className={css.actions}>
        <Button type="submit" look="main" disabled={written === ''}>
          {save}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {cancel}
        </Button>
      </div>
    </form>
  )
}
