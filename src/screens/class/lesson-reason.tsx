import { useMemo, useState } from 'react'
import { entity, journalName } from '../../domain/ledger/documents.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { periodOn } from '../../domain/school/calendar.ts'
import { belongs } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { subjectTitle } from '../../domain/school/titles.ts'
import { useUndoAcross } from '../workspace/undo.ts'
import { useNow } from '../workspace/workspace.ts'
import { absencesOf, byDay } from './absences.ts'
import { LessonReasonForm, type SavedReason } from './lesson-reason-form.tsx'
import type { ClassDesk } from './use-class.ts'

/** Days looked back between periods, when there is no current one to look back to the start of. */
const lookBack = 60

/** The reason of an absence at a lesson or on a day that a journal records. */
export function LessonReason({ desk, pupil: given }: { desk: ClassDesk; pupil: string | undefined }) {
  const { source, schoolClass, view, journalDocument } = desk
  const { school } = source
  const { date: today } = useNow()
  const [pupil, setPupil] = useState(given ?? '')
  const [chosenDate, setDate] = useState<string>()
  const [saved, setSaved] = useState<SavedReason>()
  const { write } = useUndoAcross()
  const absences = useMemo(() => {
    const from = periodOn(school, schoolClass.grade, today)?.starts ?? addDays(today, -lookBack)
    return absencesOf(source, schoolClass.id, from)
  }, [source, school, schoolClass, today])
  const lacking = new Set(absences.filter(({ reason }) => reason === undefined).map((one) => one.pupil))
  const pupils = view.pupils
    .filter(({ id }) => belongs(view, id, today) || lacking.has(id))
    .map((one) => ({ id: one.id, name: lastFirst(one), lacks: lacking.has(one.id) }))
  const days = byDay(absences.filter((one) => one.pupil === pupil))
  const day =
    days.find(({ date }) => date === chosenDate) ??
    days.find(({ lessons }) => lessons.some(({ reason }) => reason === undefined)) ??
    days[0]
  return (
    <LessonReasonForm
      pupils={pupils}
      pupil={pupil}
      days={days.map(({ date, lessons }) => ({
        date,
        lessons: lessons.map(({ id, key, bell, reason }) => ({
          id,
          bell,
          subject: subjectTitle(school, key),
          reason,
        })),
      }))}
      date={day?.date}
      onPupil={(id) => {
        setPupil(id)
        setDate(undefined)
        setSaved(undefined)
      }}
      onDate={(date) => {
        setDate(date)
        setSaved(undefined)
      }}
      onReason={(chosen, reason) => {
        write(
          (day?.lessons ?? [])
            .filter(({ id }) => chosen.includes(id))
            .map(({ key, lesson }) => ({
              document: journalDocument(journalName(key)),
              entries: [{ entity: entity.cell(lesson, pupil), attribute: 'reason', value: reason }],
            })),
        )
        setDate(day?.date)
        setSaved({ name: pupils.find(({ id }) => id === pupil)?.name ?? '', date: day?.date ?? '', reason })
      }}
      saved={saved}
    />
  )
}
