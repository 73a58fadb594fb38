import { useMemo, useState } from 'react'
import type { JournalKey } from '../../domain/ledger/documents.ts'
import { isPeriodFor } from '../../domain/policy/judge.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { periodOn } from '../../domain/school/calendar.ts'
import type { Period } from '../../domain/school/school-view.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { useNow, useSchool } from '../workspace/workspace.ts'
import { endTimes } from './end-times.ts'
import type { CellAt } from './grid.ts'
import { leftPage, rememberPage } from './journal-memory.ts'
import {
  type ChosenView,
  chosenView,
  endMarksAlone,
  monthsOfYear,
  type ViewChoice,
} from './journal-view-choice.ts'
import { periodOfPlace } from './period-column.ts'

/** What of the year a journal's page shows, what else there is, and how to choose it. */
export interface YearView {
  view: ChosenView
  /** «II четверть», «ноябрь», «Весь год» */
  name: string
  periods: readonly Period[]
  months: readonly string[]
  worksOnly: boolean
  choose: (view: ViewChoice) => void
  chooseWorks: (only: boolean) => void
  showsToday: boolean
  chooseToday: () => void
}

/** The view of a journal, as it was left under the name `memory`; the open cell's own where one is open. */
export function useYearView(journal: JournalKey, at: CellAt | undefined, memory: string): YearView {
  const school = useSchool()
  const now = useNow()
  const format = useFormat()
  const { office, journal: texts, journalView } = useTexts()
  const own = school.classes.get(journal.class)
  const grade = own?.grade ?? 1
  const year = school.years.find(({ id }) => id === own?.year)
  const periods = useMemo(
    () => school.periods.filter((p) => p.year === year?.id && isPeriodFor(grade, p.kind)),
    [school, year, grade],
  )
  const attested = school.assignments.find((a) => sameJournal(a, journal))?.attested
  const marks = useMemo(
    () => endTimes(school.periods, year, grade, attested),
    [school.periods, year, grade, attested],
  )
  const current = periodOn(school, grade, now.date)?.id ?? ''
  const [chosen, setChosen] = useState(() => {
    const left = leftPage(memory)
    if (!at) return { view: left?.view ?? current, worksOnly: left?.worksOnly ?? false }
    const place = periodOfPlace(at.lesson)
    if (place === undefined)
      return { view: periodOn(school, grade, at.lesson.split(',')[0] ?? '')?.id ?? '', worksOnly: false }
    return { view: periods.some(({ id }) => id === place) ? place : endMarksAlone, worksOnly: false }
  })
  const view = useMemo(
    () => chosenView(chosen.view, periods, year, marks),
    [chosen.view, periods, year, marks],
  )
  const choose = (next: typeof chosen) => {
    rememberPage(memory, next)
    setChosen(next)
  }
  // So that where the page is left is remembered under what it shows.
  if (!leftPage(memory)) rememberPage(memory, chosen)
  const period = periods.find(({ id }) => id === view.id)
  const nameOf = () => {
    if (period) return office.period(period.kind, period.number)
    if (view.id === endMarksAlone) return journalView.endMarks
    return view.id === '' ? texts.allPeriods : format.month(view.starts)
  }
  return {
    view,
    name: nameOf(),
    periods,
    months: year ? monthsOfYear(year) : [],
    worksOnly: chosen.worksOnly,
    choose: (next) => choose({ ...chosen, view: next }),
    chooseWorks: (worksOnly) => choose({ ...chosen, worksOnly }),
    showsToday: view.lessons && !chosen.worksOnly && view.starts <= now.date && now.date <= view.ends,
    chooseToday: () => choose({ view: current, worksOnly: false }),
  }
}
