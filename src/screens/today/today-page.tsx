import { useMemo, useSyncExternalStore } from 'react'
import { classDocument, journalDocument } from '../../domain/ledger/documents.ts'
import { addDays, sameJournal } from '../../domain/policy/policy.ts'
import { lessonsOn, type PlannedLesson, periodOn, weekOfPeriod } from '../../domain/school/calendar.ts'
import { readClass } from '../../domain/school/class-view.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useAttention } from '../workspace/attention.tsx'
import { FirstLoad } from '../workspace/reading.tsx'
import { useDocuments } from '../workspace/use-documents.ts'
import { useNow, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { currentLesson, lessonOfDay } from './day-view.ts'
import { Today } from './today.tsx'

/** Days looked ahead for the next one with lessons: over the longest holidays but summer. */
const lookAhead = 30

/** Сегодня: the person's lessons of the day by the school's clock. */
export function TodayPage() {
  const { session, sync } = useWorkspace()
  const school = useSchool()
  const { date, clock } = useNow()
  const { person } = session.profile
  const planned = useMemo(() => dayOf(school, date, person), [school, date, person])
  const ids = useMemo(
    () => [...new Set(planned.flatMap((it) => [classDocument(it.class), journalDocument(it)]))],
    [planned],
  )
  const open = useDocuments(ids)
  const attention = useAttention()
  const running = planned.find((it) => it.teachers.includes(person) && clock <= (it.ends ?? ''))
  const periodLine = usePeriodLine(school, person, date)
  const { progress } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const complete = progress.ready === progress.total
  /** A journal's fold; undefined while it is still on its way, for then nothing in it means nothing. */
  const foldOf = (it: PlannedLesson) => {
    const fold = open.get(journalDocument(it))?.fold
    return fold && (fold.version > 0 || complete) ? fold : undefined
  }
  const classFold = running && open.get(classDocument(running.class))?.fold
  // Before the school's document is whole, a day without lessons would be a false statement.
  const nothingHere = progress.ready === 0 && ![...open.values()].some(({ version }) => version > 0)
  if (school.profile === undefined || nothingHere) return <FirstLoad />
  return (
    <Today
      date={date}
      periodLine={periodLine}
      lessons={planned.map((it) => lessonOfDay(school, it, person, clock, foldOf(it)))}
      current={
        running &&
        currentLesson(
          school,
          running,
          person,
          clock,
          foldOf(running),
          classFold && viewOf(classFold, readClass),
        )
      }
      nextDay={nextDay(school, person, date)}
      waiting={attention.waiting}
      demo={Math.abs(session.now() - Date.now()) > 60_000}
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

/** The person's lessons of a day, those that somebody else holds instead included. */
function dayOf(school: SchoolView, date: string, person: string): PlannedLesson[] {
  const own = school.assignments.filter(
    (a) => a.teacher === person && (a.from ?? '') <= date && (a.to === undefined || date < a.to),
  )
  return lessonsOn(school, date).filter(
    (it) => it.teachers.includes(person) || (it.substituted && own.some((a) => sameJournal(a, it))),
  )
}

function nextDay(school: SchoolView, person: string, date: string): string | undefined {
  for (let days = 1; days <= lookAhead; days++) {
    const day = addDays(date, days)
    if (lessonsOn(school, day, { teacher: person }).length > 0) return day
  }
  return undefined
}
