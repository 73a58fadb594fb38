import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { WorkDescription } from '../../domain/journal/keeping.ts'
import { Button } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { LessonWorks } from './lesson-works.ts'
import type { WorkColumn } from './roll.ts'
import css from './work-form.module.css'

/** Weights of a work (rules.md, Marks): 0 to 4 in steps of a half. */
const weights = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]

/** What is said of a work: kind, title, weight; and the way to take it back, asked first where it has marks. */
export function WorkForm({
  work,
  kinds,
  marks,
  onSave,
  onRemove,
  onClose,
}: {
  work: WorkColumn
  kinds: LessonWorks['workKinds']
  /** How many marks it has. */
  marks: number
  onSave: (work: WorkDescription) => void
  onRemove: () => void
  onClose: () => void
}) {
  const { works } = useTexts()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [kind, setKind] = useState(work.kind ?? '')
  const [title, setTitle] = useState(work.title ?? '')
  const [weight, setWeight] = useState(work.weight ?? 1)
  const [asking, setAsking] = useState(false)
  const names = kinds.map(({ name }) => name)
  if (work.kind !== undefined && !names.includes(work.kind)) names.push(work.kind)
  const { retakeOf } = work

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  function submit(event: FormEvent) {
    event.preventDefault()
    const name = title.trim().toWellFormed()
    onSave({
      ...(kind === '' ? {} : { kind }),
      ...(name === '' ? {} : { title: name }),
      ...(retakeOf === undefined ? { weight } : { retakeOf }),
    })
  }

  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby={id} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        <h2 id={id}>{works.editTitle}</h2>
        <SelectField
          label={works.kind}
          value={kind}
          onChange={(event) => {
            const next = event.target.value
            setKind(next)
            const known = kinds.find(({ name }) => name === next)
            if (known) setWeight(known.weight)
          }}
        >
          <option value="">{works.noKind}</option>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
        <TextField
          label={works.title}
          hint={works.titleHint}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        {retakeOf === undefined && (
          <SelectField
            label={works.weight}
            value={weight}
            onChange={(event) => setWeight(Number(event.target.value))}
          >
            {weights.map((one) => (
              <option key={one} value={one}>
                {one === 0 ? works.weightZero : works.weightOf(one)}
              </option>
            ))}
          </SelectField>
        )}
        <div className={css.actions}>
          <Button type="submit" look="main">
            {works.save}
          </Button>
          <Button onClick={onClose}>{works.cancel}</Button>
        </div>
        {asking ? (
          <div className={css.sure} role="alert">
            <p>{works.removeSure(marks)}</p>
            <div className={css.actions}>
              <Button look="danger" onClick={onRemove}>
                {works.removeYes}
              </Button>
              <Button onClick={() => setAsking(false)}>{works.removeNo}</Button>
            </div>
          </div>
        ) : (
          <Button look="danger" onClick={() => (marks > 0 ? setAsking(true) : onRemove())}>
            {works.remove}
          </Button>
        )}
      </form>
    </dialog>
  )
}
