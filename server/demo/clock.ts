import { weekdayOf } from '../../src/domain/school/calendar.ts'
import { bells } from './bells.ts'
import { type SchoolYear, schoolDays, schoolYear } from './calendar.ts'
import { shownClass } from './classes.ts'
import { lessonsOnDay } from './curriculum.ts'

/** A local date and time of the school. */
export interface Moment {
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM` */
  time: string
}

export interface DemoClock extends Moment {
  year: SchoolYear
  /** Whether this is another moment than the real one. */
  shifted: boolean
}

/** Minutes into a lesson: the class has sat down, nothing is marked yet. */
const INTO_LESSON = 7
const SHOWN_BELL = 3

function intoLesson(bell: number): string {
  const [hour, minute] = bells[bell - 1]!.starts.split(':')
  return `${hour}:${String(Number(minute) + INTO_LESSON).padStart(2, '0')}`
}

/**
 * The moment at which the demo school stands: the real one when the class it shows has a lesson then; in a break, the
 * lesson before it; otherwise the latest third lesson: in the evening that of the same day, in July that of the last
 * day of May.
 */
export function demoClock(real: Moment): DemoClock {
  const calendarYear = Number(real.date.slice(0, 4))
  const startYear = real.date.slice(5) >= '09-01' ? calendarYear : calendarYear - 1
  const year = schoolYear(startYear)
  const days = schoolDays(year, shownClass.grade)
  if (days.includes(real.date)) {
    const lessons = lessonsOnDay(shownClass.grade, weekdayOf(real.date))
    const bell = bells.findLast(({ starts }) => starts <= real.time)
    if (bell && bell.number <= lessons && real.time < bell.ends) return { ...real, year, shifted: false }
    if (bell && bell.number < lessons) {
      return { date: real.date, time: intoLesson(bell.number), year, shifted: true }
    }
  }
  const time = intoLesson(SHOWN_BELL)
  const latest = (of: SchoolYear): DemoClock | undefined => {
    const date = schoolDays(of, shownClass.grade).findLast(
      (day) => day < real.date || (day === real.date && time <= real.time),
    )
    return date === undefined ? undefined : { date, time, year: of, shifted: true }
  }
  return latest(year) ?? latest(schoolYear(startYear - 1))!
}
