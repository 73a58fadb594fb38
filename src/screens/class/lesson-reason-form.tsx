import { type FormEvent, useState } from 'react'
import type { Reason } from '../../domain/ledger/attributes.ts'
import { Button } from '../design/button.tsx'
import { Choice, SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './desk.module.css'

/** A lesson the pupil missed. `reason`: the one that stands. */
export interface MissedLesson {
  id: string
  bell: number
  subject: string
  reason: Reason | undefined
}

/** A day on which the pupil missed lessons. `date`: ISO. */
export interface MissedDay {
  date: string
  lessons: readonly MissedLesson[]
}

/** What was just written. `date`: ISO. */
export interface SavedReason {
  name: string
  date: string
  reason: Reason
}

export interface LessonReasonFormProps {
  /** `lacks`: some absence of the pupil has no reason yet. */
  pupils: readonly { id: string; name: string; lacks: boolean }[]
  pupil: string
  /** The days on which the pupil missed something, the latest first. */
  days: readonly MissedDay[]
  /** The chosen one of them; undefined when there is none. */
  date: string | undefined
  onPupil: (id: string) => void
  onDate: (date: string) => void
  /** Lessons by id; the whole day is all of the missed ones. */
  onReason: (lessons: readonly string[], reason: Reason) => void
  /** Said until something else is chosen. */
  saved: SavedReason | undefined
}

/** The class teacher gives the reason of an absence: on one lesson or on the whole day. */
export function LessonReasonForm(props: LessonReasonFormProps) {
  const { pupils, pupil, days, date, onPupil, onDate, onReason, saved } = props
  const { office } = useTexts()
  const format = useFormat()
  const lacking = pupils.filter(({ lacks }) => lacks)
  const others = pupils.filter(({ lacks }) => !lacks)
  const day = days.find((one) => one.date === date)
  const options = (list: typeof pupils) =>
    list.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))
  const reasonsOf = (lessons: readonly MissedLesson[]) =>
    [...new Set(lessons.map(({ reason }) => reason ?? office.noReasonYet))].join(', ')

  return (
    <div className={css.form}>
      <SelectField label={office.pupil} value={pupil} onChange={(event) => onPupil(event.target.value)}>
        <option value="">{office.choosePupil}</option>
        {lacking.length > 0 && <optgroup label={office.withoutReason}>{options(lacking)}</optgroup>}
        {others.length > 0 && <optgroup label={office.otherPupils}>{options(others)}</optgroup>}
      </SelectField>
      {pupil && days.length === 0 && <Notice icon="check">{office.noAbsences}</Notice>}
      {day && (
        <>
          <SelectField label={office.day} value={day.date} onChange={(event) => onDate(event.target.value)}>
            {days.map((one) => (
              <option key={one.date} value={one.date}>
                {format.shortWeekday(one.date)} · {office.missedLessons(one.lessons.length)} ·{' '}
                {reasonsOf(one.lessons)}
              </option>
            ))}
          </SelectField>
          <ReasonOfDay key={`${pupil} ${day.date}`} day={day} onReason={onReason} />
        </>
      )}
      <div role="status">{saved && <Saved saved={saved} next={lacking[0]} onPupil={onPupil} />}</div>
    </div>
  )
}

function ReasonOfDay({ day, onReason }: { day: MissedDay } & Pick<LessonReasonFormProps, 'onReason'>) {
  const { office, today } = useTexts()
  const { lessons } = day
  const [scope, setScope] = useState('')
  const [reason, setReason] = useState<Reason>('Б')

  function submit(event: FormEvent) {
    event.preventDefault()
    onReason(
      lessons.filter(({ id }) => scope === '' || id === scope).map(({ id }) => id),
      reason,
    )
  }

  return (
    <form className={css.form} onSubmit={submit}>
      <Choice
        label={office.what}
        name="reason-scope"
        value={scope}
        options={[
          { value: '', label: office.wholeDay },
          ...lessons.map(({ id, bell, subject, reason: given }) => ({
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
    </form>
  )
}

/** What was written, and whose turn it is. */
function Saved({
  saved: { name, date, reason },
  next,
  onPupil,
}: {
  saved: SavedReason
  next: { id: string; name: string } | undefined
  onPupil: (id: string) => void
}) {
  const { office } = useTexts()
  const format = useFormat()
  const toNext = (id: string) => () => {
    onPupil(id)
    scrollTo(0, 0)
  }
  return (
    <Notice
      icon="check"
      title={office.saved}
      actions={next && <Button onClick={toNext(next.id)}>{office.nextPupil(next.name)}</Button>}
    >
      {office.savedOf(name, office.reasons[reason], format.day(date))} {!next && office.allGiven}
    </Notice>
  )
}
