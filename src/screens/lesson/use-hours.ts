import { useMemo } from 'react'
import type { Hour } from '../../domain/journal/day-lessons.ts'
import type { JournalKey, LessonKey } from '../../domain/ledger/documents.ts'
import { keepingRight } from '../../domain/policy/keeping-right.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useKnownLessons } from '../workspace/known-lessons.ts'
import { useActor, useNow, usePolicy, useSchool, useWorkspace } from '../workspace/workspace.ts'
import { hourOptions, isDayOff } from './hour-options.ts'

/** The hours of a date for lessons of some journals, and whether the person may put one there. */
export function useHours(journals: readonly JournalKey[], date: string) {
  const { session } = useWorkspace()
  const school = useSchool()
  const policy = usePolicy()
  const actor = useActor()
  const now = useNow()
  const { known } = useKnownLessons()
  const { places, office } = useTexts()
  const { person } = session.profile
  const options = useMemo(
    () => (isWhole(date) ? hourOptions(school, journals, date, person, known) : []),
    [school, journals, date, person, known],
  )
  /** Why a lesson of a journal can't come to an hour; undefined where it can. */
  const problemAt = (journal: JournalKey, lesson: LessonKey, hour: Hour): string | undefined => {
    const at = { today: now.date, time: now.time, movedTo: () => hour }
    const right = keepingRight(policy, journal, actor, lesson, at)
    if (right.kind === 'granted') return undefined
    if (right.kind === 'notYours') return places.notYoursThere
    const period = school.periods.find(({ id }) => id === right.period)
    return places.lockedThere(period ? office.period(period.kind, period.number) : right.period)
  }
  return { school, known, options, dayOff: isWhole(date) && isDayOff(school, journals, date), problemAt }
}

/** Whether a date is typed to the end. */
export function isWhole(date: string): boolean {
  return /^20\d\d-\d\d-\d\d$/.test(date)
}
