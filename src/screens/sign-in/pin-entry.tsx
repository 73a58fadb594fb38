import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from '../design/icons.tsx'
import { useFirstTexts } from '../design/texts/first.ts'
import css from './pin-entry.module.css'

/** Shortest PIN, digits. */
export const pinMinimum = 6
/** Longest PIN, digits: more is not remembered. */
const pinMaximum = 12

/** A PIN by keypad or by the keys of a keyboard; a real form, the last key sends it. */
export function PinEntry({
  label,
  value,
  submit,
  busy = false,
  children,
  onChange,
  onSubmit,
}: {
  label: string
  value: string
  submit: string
  busy?: boolean
  /** A problem or hint between the field and the keys. */
  children?: ReactNode
  onChange: (pin: string) => void
  onSubmit: () => void
}) {
  const { signIn } = useFirstTexts()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  function take(text: string) {
    onChange(text.replace(/\D/g, '').slice(0, pinMaximum))
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (!busy) onSubmit()
  }

  const key = (digit: string) => (
    <button key={digit} type="button" className={css.key} onClick={() => take(value + digit)}>
      {digit}
    </button>
  )

  return (
    <form className={css.form} onSubmit={send}>
      <label htmlFor={id}>{label}</label>
      {/* inputMode none: our own keys are on the screen, the device's would cover them. */}
      <input
        ref={field}
        id={id}
        className={css.pin}
        type="password"
        inputMode="none"
        autoComplete="off"
        value={value}
        aria-describedby={`${id}-note`}
        onChange={(event) => take(event.target.value)}
      />
      <div id={`${id}-note`} className={css.note} aria-live="polite">
        {children}
      </div>
      <div className={css.keys}>
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(key)}
        <button
          type="button"
          className={css.key}
          aria-label={signIn.unlock.erase}
          onClick={() => onChange(value.slice(0, -1))}
        >
          <Icon name="erase" />
        </button>
        {key('0')}
        <button type="submit" className={css.enter} disabled={busy}>
          {submit}
        </button>
      </div>
    </form>
  )
}
