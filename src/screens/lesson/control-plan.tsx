import { useState } from 'react'
import { isControl } from '../../domain/journal/class-load.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './control-plan.module.css'
import type { LoadOfDay } from './homework-extras.tsx'

type WorkKind = SchoolView['markSettings']['kinds'][number]

export interface ControlPlanProps {
  /** ISO date of the lesson. */
  date: string
  /** Kinds of work the school knows; those that are control works are offered. */
  kinds: readonly WorkKind[]
  /** What is planned for this lesson, in words. */
  planned: string | undefined
  /** What other journals ask of the class that day. */
  load: LoadOfDay | undefined
  /** Control works that the school allows a class in a day. */
  limit: number
  plannerHref: string
  onPlan: (kind: WorkKind, title: string) => void
  onRemove: () => void
}

/** A control work planned for a lesson ahead; over the school's limit it warns and lets the teacher decide. */
export function ControlPlan(props: ControlPlanProps) {
  const { date, kinds, planned, load, limit, plannerHref, onPlan, onRemove } = props
  const { controls, homework } = useTexts()
  const format = useFormat()
  const offered = kinds.filter(({ name }) => isControl(name))
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState(offered[0])
  const [title, setTitle] = useState('')
  const others = load?.items.filter(({ control }) => control !== undefined) ?? []
  const over = others.length >= limit && (open || planned !== undefined)
  return (
    <section className={css.plan} aria-label={controls.plan}>
      {planned !== undefined && (
        <div className={css.line}>
          <p className={css.planned}>{controls.planned(planned)}</p>
          <Button onClick={onRemove}>{controls.remove}</Button>
        </div>
      )}
      {over && (
        <Notice tone="act" icon="alert" title={controls.warning(format.day(date), limit)}>
          <p>
            {controls.sameDay(format.day(date))}:{' '}
            {others.map(({ subject, control }) => `${subject} (${control})`).join(', ')}.
          </p>
          <p>{controls.warningAnyway}</p>
        </Notice>
      )}
      {open && planned === undefined && (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (!kind) return
            onPlan(kind, title.trim())
            setOpen(false)
            setTitle('')
          }}
        >
          <SelectField
            label={controls.kind}
            value={kind?.name}
            onChange={({ target }) => setKind(offered.find(({ name }) => name === target.value))}
          >
            {offered.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </SelectField>
          <TextField
            label={controls.name}
            maxLength={200}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
          {load?.at !== undefined && load.stale && (
            <p className={css.quiet}>{homework.asOf(format.moment(load.at))}</p>
          )}
          <div className={css.line}>
            <Button look="main" type="submit">
              {controls.save}
            </Button>
            <Button onClick={() => setOpen(false)}>{controls.cancel}</Button>
          </div>
        </form>
      )}
      {!open && (
        <div className={css.line}>
          {planned === undefined && offered.length > 0 && (
            <Button icon="plus" onClick={() => setOpen(true)}>
              {controls.plan}
            </Button>
          )}
          <ButtonLink look="quiet" href={plannerHref}>
            {controls.link}
          </ButtonLink>
        </div>
      )}
    </section>
  )
}
