import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { cx } from './cx.ts'
import css from './field.module.css'

interface FieldParts {
  label: string
  hint?: string | undefined
  /** What is wrong with the input and how to mend it; the input is kept. */
  problem?: string | undefined
}

function Frame({
  id,
  label,
  hint,
  problem,
  children,
}: FieldParts & { id: string; children: (describedBy: string | undefined) => ReactNode }) {
  const note = problem ?? hint
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {children(note === undefined ? undefined : `${id}-note`)}
      {note !== undefined && (
        <p
          id={`${id}-note`}
          className={problem ? css.problem : css.hint}
          role={problem ? 'alert' : undefined}
        >
          {note}
        </p>
      )}
    </div>
  )
}

/** One line of input with its label, hint and problem. */
export function TextField({
  label,
  hint,
  problem,
  ...input
}: FieldParts & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} problem={problem}>
      {(describedBy) => (
        <input
          // Else the browser keeps what is typed in its own profile, in the open, to restore it.
          autoComplete="off"
          {...input}
          id={id}
          className={cx(css.input, problem && css.wrong)}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy}
        />
      )}
    </Frame>
  )
}

/** Lines of input, as long as they are. */
export function TextAreaField({
  label,
  hint,
  problem,
  ...area
}: FieldParts & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} problem={problem}>
      {(describedBy) => (
        <textarea
          autoComplete="off"
          {...area}
          id={id}
          className={cx(css.input, problem && css.wrong)}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy}
        />
      )}
    </Frame>
  )
}

/** A choice from a list, by the device's own picker. */
export function SelectField({
  label,
  hint,
  problem,
  children,
  ...select
}: FieldParts & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} problem={problem}>
      {(describedBy) => (
        <select
          {...select}
          id={id}
          className={cx(css.input, problem && css.wrong)}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy}
        >
          {children}
        </select>
      )}
    </Frame>
  )
}

/** A small set of choices, all in view. */
export function Choice<V extends string>({
  label,
  name,
  value,
  options,
  onChange,
}: {
  label: string
  name: string
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
}) {
  return (
    <fieldset className={css.field}>
      <legend>{label}</legend>
      <div className={css.choice}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
