import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../design/button.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import css from './setup.module.css'

/** The whole form comes into view, not its first field alone; one that is longer than the window stays where it is. */
function intoView(form: HTMLFormElement | null): void {
  if (form && form.offsetHeight < innerHeight) form.scrollIntoView({ block: 'nearest' })
}

/**
 * A form of one record: fields in columns, «Сохранить» and the way out. `children` gets whether saving was tried, so
 * that nothing is called wrong before; `onSave` is called only while `valid`.
 */
export function RecordForm({
  title,
  valid,
  onSave,
  onCancel,
  children,
}: {
  title: string
  valid: boolean
  onSave: () => void
  onCancel: () => void
  children: (tried: boolean) => ReactNode
}) {
  const { setup } = useTexts()
  const [tried, setTried] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (valid) onSave()
  }
  return (
    <form
      className={css.form}
      ref={intoView}
      aria-label={title}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      noValidate
    >
      <h2>{title}</h2>
      <div className={css.fields}>{children(tried)}</div>
      <div className={css.buttons}>
        <Button type="submit" look="main">
          {setup.save}
        </Button>
        <Button onClick={onCancel}>{setup.dismiss}</Button>
      </div>
    </form>
  )
}
