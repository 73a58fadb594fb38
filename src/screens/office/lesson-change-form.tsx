import { type FormEvent, useCallback, useState } from 'react'
import { entity, journalName, lessonKey } from '../../domain/ledger/documents.ts'
import { bellsOf } from '../../domain/school/bells.ts'
import { lessonsOn, type PlannedLesson } from '../../domain/school/calendar.ts'
import { staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import { Button } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import { useJournalWriting } from '../workspace/use-journal-writing.ts'
import { useSchool } from '../workspace/workspace.ts'
import css from './substitutions.module.css'
import { WaitingForJournal } from './waiting-for-journal.tsx'

/** Longest reason, in letters. */
const longest = 300

/** Calls a lesson off with a reason, or moves it; written into its journal. `onDone`: whether anything was. */
export function LessonChangeForm({
  lesson,
  change,
  onDone,
}: {
  lesson: PlannedLesson
  change: 'cancel' | 'move'
  onDone: (written: boolean) => void
}) {
  const { substitutions: texts, frame } = useTexts()
  const written = useCallback(() => onDone(true), [onDone])
  const writing = useJournalWriting(lesson, written)
  const name = entity.lesson(lessonKey(lesson.date, lesson.bell))
  return (
    <div className={css.change}>
      {change === 'cancel' ? (
        <WordsForm
          label={texts.reason}
          hint={texts.reasonHint}
          maxLength={longest}
          save={texts.cancel}
          cancel={frame.cancel}
          onSave={(reason) =>
            writing.write([{ entity: name, attribute: 'lesson.cancelled', value: { reason } }])
          }
          onCancel={() => onDone(false)}
        />
      ) : (
        <MoveForm
          lesson={lesson}
          onMove={(place) => writing.write([{ entity: name, attribute: 'lesson.moved', value: place }])}
          onCancel={() => onDone(false)}
        />
      )}
      <WaitingForJournal writing={writing} />
    </div>
  )
}

function MoveForm({
  lesson,
  onMove,
  onCancel,
}: {
  lesson: PlannedLesson
  onMove: (place: { date: string; bell: number }) => void
  onCancel: () => void
}) {
  const school = useSchool()
  const { substitutions: texts, office, today, frame } = useTexts()
  const [date, setDate] = useState(lesson.date)
  const [bell, setBell] = useState('')
  const own = school.classes.get(lesson.class)
  const bells = own ? bellsOf(school, own, date) : school.bells
  const there = lessonsOn(school, date).filter((other) => String(other.bell) === bell)
  const clash = there.find(
    (other) =>
      journalName(other) !== journalName(lesson) &&
      (other.teachers.some((id) => lesson.teachers.includes(id)) ||
        (other.class === lesson.class && !(other.group && lesson.group))),
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    if (bell !== '' && !(date === lesson.date && Number(bell) === lesson.bell))
      onMove({ date, bell: Number(bell) })
  }

  return (
    <form className={css.give} onSubmit={submit}>
      <TextField
        label={texts.moveTo}
        type="date"
        value={date}
        onChange={(event) => event.target.value && setDate(event.target.value)}
      />
      <SelectField label={office.lesson} value={bell} onChange={(event) => setBell(event.target.value)}>
        <option value="">{office.chooseLesson}</option>
        {bells.map(({ number, starts, ends }) => (
          <option key={number} value={number}>
            {today.lesson(number)}, {starts}–{ends}
          </option>
        ))}
      </SelectField>
      {clash && (
        <Notice icon="alert">
          {texts.clash(
            subjectTitle(school, clash),
            clash.teachers.map((id) => staffTitle(school, id)).join(', '),
          )}
        </Notice>
      )}
      <div className={css.actions}>
        <Button type="submit" look="main" disabled={bell === ''}>
          {texts.move}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {frame.cancel}
        </Button>
      </div>
    </form>
  )
}
