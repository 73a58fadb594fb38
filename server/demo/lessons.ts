import { weekdayOf } from '../../src/domain/school/calendar.ts'
import type { AttendanceRow, LessonRow, PeriodRow, TimetableRow, WorkRow } from '../../src/exchange/tables.ts'
import type { Absences } from './absence.ts'
import { bells } from './bells.ts'
import type { Moment } from './clock.ts'
import { isCredit, isGraded, periodKindOf, ungradedUntil } from './grading.ts'
import { type GivenMark, marking } from './marking.ts'
import type { Contingent } from './movement.ts'
import type { PlannedHour } from './plan.ts'
import { type Random, random } from './random.ts'
import { callRoll } from './roll.ts'
import type { DemoJournal, Staffing } from './staffing.ts'
import { substitutions } from './substitution.ts'

/** Of lessons held: roll taken, homework of the plan set. Of all lessons: cancelled for a reason of the day. */
const ROLL_TAKEN = 0.98
const HOMEWORK_SET = 0.88
const CANCELLED = 0.004
/** At -35 °C the young ones stay at home: one such day a winter. */
const FROST = { upToGrade: 4, from: '01-15', to: '02-20' }

/** Of today's lessons, one lacks its topic and another its roll: somebody always forgets. */
interface Forgotten {
  topic?: string | undefined
  roll?: string | undefined
}

interface School extends Staffing {
  timetable: readonly TimetableRow[]
  contingent: Contingent
  absences: Absences
  periods: readonly PeriodRow[]
  daysOf: (grade: number) => readonly string[]
  planOf: (journal: DemoJournal) => readonly PlannedHour[]
}

export interface Kept {
  lessons: LessonRow[]
  works: WorkRow[]
  marks: GivenMark[]
  attendance: AttendanceRow[]
}

/** One lesson of the timetable on a date. */
interface Due {
  id: string
  journal: DemoJournal
  date: string
  bell: number
}

/** All lessons of the year whose end has come by `now`, in order of time. */
function dueLessons({ journals, timetable, daysOf }: School, now: Moment): Due[] {
  const named = new Map(journals.map((j) => [`${j.class.id} ${j.subject} ${j.group ?? ''}`, j]))
  const slots = timetable
    .map(({ weekday, bell, class: of, subject, group }) => ({
      weekday,
      bell,
      journal: named.get(`${of} ${subject} ${group ?? ''}`)!,
    }))
    .sort((a, b) => a.bell - b.bell)
  const firstGrade = new Set(daysOf(1))
  return daysOf(11)
    .filter((date) => date <= now.date)
    .flatMap((date) => {
      const weekday = weekdayOf(date)
      return slots
        .filter((slot) => slot.weekday === weekday)
        .filter(({ bell }) => date < now.date || bells[bell - 1]!.ends <= now.time)
        .filter(({ journal }) => journal.class.grade > 1 || firstGrade.has(date))
        .map(({ journal, bell }) => ({
          id: `L-${journal.group ?? `${journal.class.id}-${journal.subject}`}-${date}-${bell}`,
          journal,
          date,
          bell,
        }))
    })
}

/** Which of today's lessons somebody forgot to fill in, first of all the teacher whom the demo shows. */
function forgetToday(due: readonly Due[], now: Moment, teacher: string): Forgotten {
  const today = due.filter(({ date, journal }) => date === now.date && journal.subject !== 'talk')
  const topic = today.find(({ journal }) => journal.teacher.id === teacher) ?? today[0]
  const roll = today.findLast(
    ({ journal }) => journal.teacher !== topic?.journal.teacher && journal.class.grade > 1,
  )
  return { topic: topic?.id, roll: roll?.id }
}

/** A school day of deep winter, not today. */
function frostDay(days: readonly string[], today: string, draw: Random): string {
  return draw.pick(
    days.filter((date) => date !== today && date.slice(5) >= FROST.from && date.slice(5) <= FROST.to),
  )
}

/** Keeps all journals from the first day up to `now`: lessons, works, marks, rolls. `teacher` forgot a topic today. */
export function keepJournals(school: School, now: Moment, teacher: string, seed: number): Kept {
  const { contingent, absences, periods, daysOf, planOf } = school
  const holderOf = substitutions(school, school.timetable, daysOf(11), now.date, seed)
  const frost = frostDay(daysOf(1), now.date, random(seed, 'frost'))
  const due = dueLessons(school, now)
  const forgotten = forgetToday(due, now, teacher)
  const books = new Map(
    school.journals.map((journal) => [
      journal,
      { held: 0, plan: planOf(journal), mark: marking(journal, isCredit(journal.subject), seed) },
    ]),
  )
  const kept: Kept = { lessons: [], works: [], marks: [], attendance: [] }
  for (const { id, journal, date, bell } of due) {
    const { class: of, subject, group } = journal
    const draw = random(seed, 'lesson', id)
    const book = books.get(journal)!
    const base = { id, class: of.id, subject, ...(group ? { group } : {}), date, bell }
    const isToday = date === now.date
    const holder = holderOf(journal, date, bell)
    const frozen = date === frost && of.grade <= FROST.upToGrade
    if (frozen || holder === 'cancelled' || (draw.chance(CANCELLED) && !isToday)) {
      kept.lessons.push({ ...base, held: false, roll_taken: false })
      continue
    }
    const hour = book.plan[book.held++] ?? book.plan.at(-1)!
    const taken = isToday ? id !== forgotten.roll : draw.chance(ROLL_TAKEN)
    const homework = hour.homework !== undefined && draw.chance(HOMEWORK_SET) ? hour.homework : undefined
    kept.lessons.push({
      ...base,
      ...(id === forgotten.topic ? {} : { topic: hour.topic, ...(homework ? { homework } : {}) }),
      held: true,
      roll_taken: taken,
      ...(holder === journal.teacher ? {} : { teacher: holder.id }),
    })
    const roster = contingent.stays
      .get(group ?? of.id)!
      .filter(({ from, to }) => from <= date && (to === undefined || date < to))
      .map(({ pupil }) => pupil)
    const roll = callRoll(
      { id, date, bell },
      roster,
      { absences, homeTaught: contingent.homeTaught, taken },
      draw,
    )
    kept.attendance.push(...roll.attendance)
    if (!isGraded(subject) || date < (ungradedUntil(of.grade, periods) ?? '')) continue
    const kind = periodKindOf(subject, of.grade)
    const period = periods.find((p) => p.kind === kind && p.starts <= date && date <= p.ends)!.id
    const { works, marks } = book.mark({ id, period, present: roll.present, work: hour.work }, draw)
    kept.works.push(...works)
    kept.marks.push(...marks)
  }
  return kept
}
