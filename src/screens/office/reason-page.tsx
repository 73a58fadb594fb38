import { useMemo, useState } from 'react'
import { classDocument, entity, journalDocument } from '../../domain/ledger/documents.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { periodOn } from '../../domain/school/calendar.ts'
import { belongs, readClass } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { journals } from '../../domain/school/school-view.ts'
import { subjectTitle } from '../../domain/school/titles.ts'
import { Reading } from '../workspace/reading.tsx'
import { useDocuments } from '../workspace/use-documents.ts'
import { useNow, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { absencesOf, byDay } from './absences.ts'
import { ReasonForm, type SavedReason } from './reason-form.tsx'

/** Days looked back between periods, when there is no current one to look back to the start of. */
const lookBack = 60

/** Причина отсутствия: the class teacher gives it for a lesson or a day. */
export function ReasonPage({ pupil: given }: { pupil: string | undefined }) {
  const { session } = useWorkspace()
  const school = useSchool()
  const now = useNow()
  const { person } = session.profile
  const led = [...school.classes.values()].find(({ classTeacher }) => classTeacher === person)
  const keys = useMemo(() => journals(school).filter((key) => key.class === led?.id), [school, led?.id])
  const ids = useMemo(() => (led ? [classDocument(led.id), ...keys.map(journalDocument)] : []), [led, keys])
  const open = useDocuments(ids)
  const [pupil, setPupil] = useState(given ?? '')
  const [chosenDate, setDate] = useState<string>()
  const [saved, setSaved] = useState<SavedReason>()
  const classFold = led && open.get(classDocument(led.id))?.fold
  // Until all journals of the class are read nobody may be told that there is nothing to give a reason for.
  if (!led || !classFold || classFold.version === 0 || open.size < ids.length)
    return <Reading loaded={false} />
  const members = viewOf(classFold, readClass)
  const from = periodOn(school, led.grade, now.date)?.starts ?? addDays(now.date, -lookBack)
  const absences = keys.flatMap((key) => {
    const fold = open.get(journalDocument(key))?.fold
    return fold ? absencesOf(fold, key, members, from) : []
  })
  const lacking = new Set(absences.filter(({ reason }) => reason === undefined).map((one) => one.pupil))
  const pupils = members.pupils
    .filter(({ id }) => belongs(members, id, now.date) || lacking.has(id))
    .map((one) => ({ id: one.id, name: lastFirst(one), lacks: lacking.has(one.id) }))
  const days = byDay(absences.filter((one) => one.pupil === pupil))
  const day =
    days.find(({ date }) => date === chosenDate) ??
    days.find(({ lessons }) => lessons.some(({ reason }) => reason === undefined)) ??
    days[0]
  return (
    <ReasonForm
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
        for (const { id, key, lesson } of day?.lessons ?? [])
          if (chosen.includes(id))
            void open
              .get(journalDocument(key))
              ?.assert([{ entity: entity.cell(lesson, pupil), attribute: 'reason', value: reason }])
        setDate(day?.date)
        setSaved({ name: pupils.find(({ id }) => id === pupil)?.name ?? '', date: day?.date ?? '', reason })
      }}
      saved={saved}
    />
  )
}
