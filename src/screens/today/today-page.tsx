import { lazy, Suspense, useMemo, useState, useSyncExternalStore } from 'react'
import { type DayLesson, dayLessons, jointLessons } from '../../domain/journal/day-lessons.ts'
import { classDocument, journalDocument } from '../../domain/ledger/documents.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { lessonsOn, periodOn, weekOfPeriod } from '../../domain/school/calendar.ts'
import { readClass } from '../../domain/school/class-view.ts'
import { classesLedBy, type SchoolView } from '../../domain/school/school-view.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useAttention } from '../workspace/attention.tsx'
import { useKnownLessons } from '../workspace/known-lessons.ts'
import { FirstLoad } from '../workspace/reading.tsx'
import { useDocuments } from '../workspace/use-documents.ts'
import { useActor, useNow, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { currentLesson, lessonOfDay } from './day-view.ts'
import { NoSchoolYet } from './no-school-yet.tsx'
import { Today } from './today.tsx'

const AdviceNotice = lazy(async () => ({
  default: (await import('../advice/advice-notice.tsx')).AdviceNotice,
}))
const AddLesson = lazy(async () => ({ default: (await import('../lesson/add-lesson.tsx')).AddLesson }))
const FamilyLetters = lazy(async () => ({ default: (await import('./family-letters.tsx')).FamilyLetters }))

/** Days looked ahead for the next one with lessons: over the longest holidays but summer. */
const lookAhead = 30

/** Сегодня: the person's lessons of the day by the school's clock, or those of another day. */
export function TodayPage({ day }: { day?: string | undefined }) {
  const { session, sync } = useWorkspace()
  const school = useSchool()
  const now = useNow()
  const date = day ?? now.date
  const { person } = session.profile
  const { known } = useKnownLessons()
  const pieces = useMemo(
    () => jointLessons(dayLessons(school, date, person, known), person),
    [school, date, person, known],
  )
  const ids = useMemo(
    () => [...new Set(pieces.flat().flatMap((it) => [classDocument(it.class), journalDocument(it)]))],
    [pieces],
  )
  const open = useDocuments(ids)
  const attention = useAttention()
  const actor = useActor()
  const [adding, setAdding] = useState(false)
  const keeps = school.assignments.some((a) => a.teacher === person)
  const running =
    date === now.date
      ? pieces.find(
          ([it]) => it!.standing === 'here' && it!.teachers.includes(person) && now.clock <= (it!.ends ?? ''),
        )
      : undefined
  const periodLine = usePeriodLine(school, person, date)
  const next = useMemo(
    () => (running ? undefined : nextDay(school, person, date)),
    [running, school, person, date],
  )
  const { progress } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const complete = progress.ready === progress.total
  /** A journal's fold; undefined while it is still on its way, for then nothing in it means nothing. */
  const foldOf = (it: DayLesson) => {
    const fold = open.get(journalDocument(it))?.fold
    return fold && (fold.version > 0 || complete) ? fold : undefined
  }
  const membersOf = (classId: string) => {
    const fold = open.get(classDocument(classId))?.fold
    return fold && viewOf(fold, readClass)
  }
  // Before the school's document is whole, a day without lessons would be a false statement.
  const nothingHere = progress.ready === 0 && ![...open.values()].some(({ version }) => version > 0)
  if (actor.office && complete && school.profile === undefined) return <NoSchoolYet />
  if (school.profile === undefined || nothingHere) return <FirstLoad />
  const looking = { person, date: now.date, clock: now.clock }
  return (
    <Today
      date={date}
      isToday={date === now.date}
      periodLine={periodLine}
      lessons={pieces.map((piece) => lessonOfDay(school, piece, looking, foldOf))}
      current={running && currentLesson(school, running, looking, foldOf, membersOf)}
      nextDay={next}
      waiting={attention.waiting}
      demo={Math.abs(session.now() - Date.now()) > 60_000}
      news={
        date === now.date && (
          <Suspense>
            <AdviceNotice />
            {classesLedBy(school, person, date).map((led) => (
              <FamilyLetters key={led.id} schoolClass={led} />
            ))}
          </Suspense>
        )
      }
      onAdd={keeps ? () => setAdding(!adding) : undefined}
      adding={
        adding && (
          <Suspense>
            <AddLesson key={date} date={date} onClose={() => setAdding(false)} />
          </Suspense>
        )
      }
    />
  )
}

/** «II четверть, 4-я неделя», by the grades this person teaches. */
function usePeriodLine(school: SchoolView, person: string, date: string): string {
  const { today, office } = useTexts()
  const grades = school.assignments
    .filter((a) => a.teacher === person)
    .map((a) => school.classes.get(a.class)?.grade ?? 1)
  const period = periodOn(school, Math.min(9, ...grades), date)
  if (!period) return today.noPeriod
  return today.periodWeek(office.period(period.kind, period.number), weekOfPeriod(period, date))
}

function nextDay(school: SchoolView, person: string, date: string): string | undefined {
  for (let days = 1; days <= lookAhead; days++) {
    const day = addDays(date, days)
    if (lessonsOn(school, day, { teacher: person }).length > 0) return day
  }
  return undefined
}
