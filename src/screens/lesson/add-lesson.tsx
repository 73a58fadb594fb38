import { type FormEvent, useMemo, useState } from 'react'
import { freeLessonKey, keptJournals } from '../../domain/journal/day-lessons.ts'
import { addLesson } from '../../domain/journal/keeping.ts'
import { journalDocument, journalName, lessonKey } from '../../domain/ledger/documents.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { yearHolding } from '../../domain/school/calendar.ts'
import { covers } from '../../domain/school/school-view.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { Button } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { navigate } from '../route.ts'
import { useKnownLessons } from '../workspace/known-lessons.ts'
import { useSchool, useWorkspace } from '../workspace/workspace.ts'
import { HourPicker } from './hour-picker.tsx'
import css from './place-form.module.css'
import { isWhole, useHours } from './use-hours.ts'

/** A lesson that no timetable has: which journal, which day, which hour. */
export function AddLesson({ date: shown, onClose }: { date: string; onClose: () => void }) {
  const { session } = useWorkspace()
  const { places } = useTexts()
  const school = useSchool()
  const { open, known } = useKnownLessons()
  const [name, setName] = useState('')
  const [date, setDate] = useState(shown)
  const [bell, setBell] = useState<number>()
  const [checked, setChecked] = useState(false)
  const { person } = session.profile
  const own = useMemo(
    () =>
      keptJournals(school, person).filter(
        (key) =>
          school.classes.get(key.class)?.year === yearHolding(school, date)?.id &&
          school.assignments.some((a) => a.teacher === person && sameJournal(a, key) && covers(a, date)),
      ),
    [school, person, date],
  )
  const journal = own.find((key) => journalName(key) === name)
  const journals = useMemo(() => (journal ? [journal] : []), [journal])
  const { options, dayOff, problemAt } = useHours(journals, date)
  const problem =
    journal && isWhole(date)
      ? problemAt(journal, lessonKey(date, bell ?? 0), { date, bell: bell ?? 0 })
      : undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    const document = journal && open.get(journalDocument(journal))
    if (!document || bell === undefined || problem || !isWhole(date)) return
    const key = freeLessonKey(school, journal, known.get(name) ?? [], { date, bell })
    if (key === undefined) return
    void document.assert(addLesson(key))
    onClose()
    navigate({ screen: 'lesson', journal: name, lesson: key })
  }

  return (
    <form className={css.form} onSubmit={submit} noValidate aria-label={places.addLesson}>
      <h2>{places.addLesson}</h2>
      {own.length === 0 ? (
        <Notice tone="empty" icon="journals" title={places.noJournals} />
      ) : (
        <>
          <SelectField
            label={places.journal}
            value={name}
            problem={checked && !journal ? places.chooseJournal : undefined}
            onChange={({ target }) => {
              setName(target.value)
              setBell(undefined)
            }}
          >
            <option value="">{places.chooseJournal}</option>
            {own.map((key) => (
              <option key={journalName(key)} value={journalName(key)}>
                {classTitle(school, key.class)} · {subjectTitle(school, key)}
              </option>
            ))}
          </SelectField>
          {journal && (
            <HourPicker
              date={date}
              bell={bell}
              options={options}
              dayOff={dayOff}
              dateProblem={isWhole(date) ? problem : places.chooseDate}
              bellProblem={checked && bell === undefined ? places.chooseBell : undefined}
              onDate={(next) => {
                setDate(next)
                setBell(undefined)
              }}
              onBell={setBell}
            />
          )}
        </>
      )}
      <div className={css.actions}>
        {own.length > 0 && (
          <Button type="submit" look="main">
            {places.addHere}
          </Button>
        )}
        <Button onClick={onClose}>{places.close}</Button>
      </div>
    </form>
  )
}
