import { type FormEvent, useState } from 'react'
import { freeLessonKey, type Hour } from '../../domain/journal/day-lessons.ts'
import type { Lesson } from '../../domain/journal/journal-view.ts'
import { addLesson, cancelLesson, moveLesson } from '../../domain/journal/keeping.ts'
import { type JournalKey, journalName, type LessonKey } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { Button, IconButton } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { HourPicker } from './hour-picker.tsx'
import css from './place-form.module.css'
import { isWhole, useHours } from './use-hours.ts'

/** A journal's lesson with the journal it belongs to. */
export interface PlacedLesson {
  journal: JournalKey
  lesson: Lesson
}

export interface LessonPanelProps {
  /** The lessons of one hour that go together; what is done is done to all. */
  lessons: readonly PlacedLesson[]
  /** Writes entries of each journal as one step. */
  onWrite: (entries: (placed: PlacedLesson) => Entry[]) => void
  /** A lesson was added: leads there. */
  onAdded: (journal: JournalKey, key: LessonKey) => void
  onClose: () => void
}

/** What a teacher writes as the reason, in the words of the record. */
const cancelReasons = ['Болезнь учителя', 'Актированный день', 'Мероприятие', 'Праздник'] as const

/** What can be done with a lesson as a whole: move it, call it off, add another one. */
export function LessonPanel(props: LessonPanelProps) {
  const { places } = useTexts()
  const [what, setWhat] = useState<'move' | 'cancel' | 'another'>()
  const choice = (kind: typeof what, label: string) => (
    <Button
      aria-pressed={what === kind}
      look={what === kind ? 'main' : 'plain'}
      onClick={() => setWhat(kind)}
    >
      {label}
    </Button>
  )
  return (
    <section className={css.form} aria-label={places.menu}>
      <div className={css.actions}>
        {choice('move', places.move)}
        {choice('cancel', places.cancel)}
        {choice('another', places.another)}
        <IconButton className={css.close} icon="close" label={places.close} onClick={props.onClose} />
      </div>
      {what === 'move' && <HourForm {...props} key="move" moves />}
      {what === 'another' && <HourForm {...props} key="another" moves={false} />}
      {what === 'cancel' && <CancelForm {...props} />}
    </section>
  )
}

function HourForm({ lessons, moves, onWrite, onAdded, onClose }: LessonPanelProps & { moves: boolean }) {
  const { places } = useTexts()
  const [{ date, bell }, setHour] = useState<{ date: string; bell: number | undefined }>({
    date: lessons[0]!.lesson.date,
    bell: undefined,
  })
  const [checked, setChecked] = useState(false)
  // Which journals these are doesn't change while the form stands.
  const [journals] = useState(() => lessons.map(({ journal }) => journal))
  const { school, known, options, dayOff, problemAt } = useHours(journals, date)
  const problem = lessons
    .map(({ journal, lesson }) =>
      isWhole(date) ? problemAt(journal, lesson.key, { date, bell: bell ?? lesson.bell }) : places.chooseDate,
    )
    .find((text) => text !== undefined)

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (problem || bell === undefined) return
    const hour: Hour = { date, bell }
    if (moves) onWrite(({ lesson }) => moveLesson(lesson, hour))
    else {
      const keyOf = (journal: JournalKey) =>
        freeLessonKey(school, journal, known.get(journalName(journal)) ?? [], hour)
      const first = lessons.find(({ journal }) => keyOf(journal) !== undefined)
      const key = first && keyOf(first.journal)
      onWrite(({ journal }) => {
        const own = keyOf(journal)
        return own === undefined ? [] : addLesson(own)
      })
      if (first && key !== undefined) onAdded(first.journal, key)
    }
    onClose()
  }

  return (
    <form className={css.fields} onSubmit={submit} noValidate>
      <HourPicker
        date={date}
        bell={bell}
        options={options}
        dayOff={dayOff}
        dateProblem={problem}
        bellProblem={checked && bell === undefined ? places.chooseBell : undefined}
        onDate={(next) => setHour({ date: next, bell: undefined })}
        onBell={(next) => setHour({ date, bell: next })}
      />
      <div>
        <Button type="submit" look="main">
          {moves ? places.moveHere : places.addHere}
        </Button>
      </div>
    </form>
  )
}

function CancelForm({ lessons, onWrite, onClose }: LessonPanelProps) {
  const { places } = useTexts()
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const cancel = (why: string) => {
    onWrite(({ lesson }) => cancelLesson(lesson, why))
    onClose()
  }
  return (
    <form
      className={css.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (reason.trim() !== '') cancel(reason)
      }}
    >
      <fieldset className={css.reasons}>
        <legend>{places.reason}</legend>
        {cancelReasons.map((why) => (
          <Button key={why} onClick={() => cancel(why)}>
            {why}
          </Button>
        ))}
      </fieldset>
      <TextField
        label={places.otherReason}
        value={reason}
        maxLength={300}
        problem={checked && reason.trim() === '' ? places.chooseReason : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      {lessons.some(({ lesson }) => lesson.held) && <p className={css.hint}>{places.cancelHeld}</p>}
      <div>
        <Button type="submit" look="danger">
          {places.cancelNow}
        </Button>
      </div>
    </form>
  )
}
