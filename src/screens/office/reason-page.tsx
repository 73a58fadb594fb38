import { useMemo, useState } from 'react'
import type { OpenDocument } from '../../device/open-document.ts'
import { readLessons } from '../../domain/journal/journal-view.ts'
import {
  classDocument,
  entity,
  type JournalKey,
  journalDocument,
  journalName,
} from '../../domain/ledger/documents.ts'
import { belongs, readClass, rollOf } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { journals } from '../../domain/school/school-view.ts'
import { subjectTitle } from '../../domain/school/titles.ts'
import { Reading } from '../workspace/reading.tsx'
import { useDocuments } from '../workspace/use-documents.ts'
import { useNow, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { type MissedLesson, ReasonForm } from './reason-form.tsx'

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
  const [date, setDate] = useState(now.date)
  const [saved, setSaved] = useState(false)
  const classFold = led && open.get(classDocument(led.id))?.fold
  // Until all journals of the class are read nobody may be told that there is nothing to give a reason for.
  if (!led || !classFold || classFold.version === 0 || open.size < ids.length)
    return <Reading loaded={false} />
  const members = viewOf(classFold, readClass)
  const places = keys.flatMap((key) => {
    const document = open.get(journalDocument(key))
    return document ? missedLessons(document, key, pupil, date) : []
  })
  const missed = places.map(
    ({ key, lesson, bell, document }): MissedLesson => ({
      id: `${journalName(key)} ${lesson}`,
      bell,
      subject: subjectTitle(school, key),
      reason: document.fold.value(entity.cell(lesson, pupil), 'reason'),
    }),
  )
  const present = rollOf(members, undefined, date)
  const pupils =
    present.length > 0 ? present : members.pupils.filter(({ id }) => belongs(members, id, now.date))
  return (
    <ReasonForm
      pupils={pupils.map((one) => ({ id: one.id, name: lastFirst(one) }))}
      pupil={pupil}
      date={date}
      today={now.date}
      missed={missed.sort((a, b) => a.bell - b.bell)}
      onPupil={(id) => {
        setPupil(id)
        setSaved(false)
      }}
      onDate={(day) => {
        setDate(day)
        setSaved(false)
      }}
      onReason={(chosen, reason) => {
        for (const { key, lesson, document } of places)
          if (chosen.includes(`${journalName(key)} ${lesson}`))
            void document.assert([{ entity: entity.cell(lesson, pupil), attribute: 'reason', value: reason }])
        setSaved(true)
      }}
      saved={saved}
    />
  )
}

/** Lessons of a journal on a date that the pupil missed. */
function missedLessons(document: OpenDocument, key: JournalKey, pupil: string, date: string) {
  return viewOf(document.fold, readLessons)
    .filter(
      (lesson) =>
        lesson.date === date && document.fold.value(entity.cell(lesson.key, pupil), 'presence') === 'absent',
    )
    .map(({ key: lesson, bell }) => ({ key, lesson, bell, document }))
}
