import { addDays } from '../policy/policy.ts'
import { type BellPlan, bellPlans } from './bell-plans.ts'
import { weekdayOf } from './calendar.ts'
import { isHolidayFor } from './grades.ts'
import { publicHolidays, type TemplateHoliday, type WeekendMove, weekendMoves } from './public-holidays.ts'
import { by, type SchoolYear } from './school-view.ts'

/** A period of a template; a school of trimesters has those in place of quarters. */
export interface TemplatePeriod {
  /** `2026-27/1`, `2026-27/h1`, `2026-27/t1` */
  id: string
  year: string
  kind: 'quarter' | 'half' | 'trimester'
  number: number
  starts: string
  ends: string
}

/** A school year to start from: plain data, every date of which the office may change before it is taken. */
export interface YearTemplate {
  year: SchoolYear
  periods: TemplatePeriod[]
  /** Breaks, public holidays and moved days off, by their first day. */
  holidays: TemplateHoliday[]
  /** Saturdays and Sundays on which school is kept for a day off elsewhere. */
  moves: WeekendMove[]
  /** Days before public holidays: lessons are shorter. */
  shortDays: string[]
  /** Bells by shift, grade and short day; the first is everybody's. */
  bells: BellPlan[]
}

/** How a school divides its year and week. */
export interface YearPlan {
  division: 'quarters' | 'trimesters'
  /** School is kept on Saturdays. */
  saturdays: boolean
  /** 1 or 2. */
  shifts: number
}

export const commonYearPlan: YearPlan = { division: 'quarters', saturdays: false, shifts: 1 }

const monday = 1
const saturday = 6
const sunday = 7
/** Has no holidays of its own, as all but the first. */
const anyGrade = 11

/**
 * The school year that begins in September of `startYear`, with breaks at about the dates that regional orders name:
 * nine days around 25 October, 31 December to the Sunday after 7 January, nine days from the Saturday of the last week
 * of March, a week of February for grade 1; trimesters rest five times a year. Orders differ, so it is to be confirmed.
 */
export function yearTemplate(startYear: number, plan: YearPlan = commonYearPlan): YearTemplate {
  const spring = startYear + 1
  const id = `${startYear}-${String(spring).slice(2)}`
  const first = `${startYear}-09-01`
  const last = `${spring}-05-26`
  const within = ({ starts }: TemplateHoliday) => first <= starts && starts <= last
  const winter = { starts: `${startYear}-12-31`, ends: onOrAfter(`${spring}-01-08`, sunday) }
  const breaks = plan.division === 'quarters' ? quarterBreaks(startYear) : trimesterBreaks(startYear)
  const moves = weekendMoves.filter(({ off }) => first < off && off < last)
  const holidays: TemplateHoliday[] = [
    { name: 'Зимние каникулы', ...winter },
    ...breaks.map(({ name, starts, ends, grades }) => ({
      name,
      starts,
      ends,
      ...(grades ? { grades } : {}),
    })),
    ...[startYear, spring].flatMap(publicHolidays).filter(within),
    ...moves.map(({ off }) => ({ name: 'Перенесённый выходной', starts: off, ends: off })),
  ].sort(by(({ starts }) => starts))

  const isSchoolDay = (date: string) =>
    weekdayOf(date) <= (plan.saturdays ? saturday : saturday - 1) &&
    !holidays.some((holiday) => holds(holiday, date) && isHolidayFor(holiday, anyGrade))
  const toSchoolDay = (from: string, step: 1 | -1) => {
    let date = from
    while (!isSchoolDay(date)) date = addDays(date, step)
    return date
  }
  const period = (
    kind: TemplatePeriod['kind'],
    number: number,
    from: string,
    to: string,
  ): TemplatePeriod => ({
    id: `${id}/${{ quarter: '', half: 'h', trimester: 't' }[kind]}${number}`,
    year: id,
    kind,
    number,
    starts: toSchoolDay(from, 1),
    ends: toSchoolDay(to, -1),
  })
  const between = (kind: TemplatePeriod['kind'], dividers: readonly Span[]) =>
    [...dividers, undefined].map((divider, index) => {
      const before = dividers[index - 1]
      return period(
        kind,
        index + 1,
        before ? addDays(before.ends, 1) : first,
        divider ? addDays(divider.starts, -1) : last,
      )
    })
  const dividers = breaks.filter(({ divides }) => divides)
  const periods = [
    ...(plan.division === 'quarters'
      ? between('quarter', [...dividers, winter].sort(by(({ starts }) => starts)))
      : between('trimester', dividers)),
    ...between('half', [winter]),
  ]
  return {
    year: { id, starts: toSchoolDay(first, 1), ends: toSchoolDay(last, -1) },
    periods,
    holidays,
    moves,
    shortDays: shortDays([startYear, spring].flatMap(publicHolidays), isSchoolDay).filter(
      (date) => first <= date && date <= last,
    ),
    bells: bellPlans(plan.shifts),
  }
}

interface Span {
  starts: string
  ends: string
}

type Break = Span & { name: string; grades?: string; divides: boolean }

function quarterBreaks(startYear: number): Break[] {
  const spring = startYear + 1
  const autumnStarts = onOrAfter(`${startYear}-10-22`, saturday)
  const springStarts = onOrAfter(`${spring}-03-22`, saturday)
  const firstGrade = onOrAfter(`${spring}-02-10`, monday)
  return [
    { name: 'Осенние каникулы', starts: autumnStarts, ends: addDays(autumnStarts, 8), divides: true },
    {
      name: 'Дополнительные каникулы',
      starts: firstGrade,
      ends: addDays(firstGrade, 6),
      grades: '1',
      divides: false,
    },
    { name: 'Весенние каникулы', starts: springStarts, ends: addDays(springStarts, 8), divides: true },
  ]
}

/** A week after every five or six of lessons; the second and the fourth (winter apart) end a trimester. */
function trimesterBreaks(startYear: number): Break[] {
  const spring = startYear + 1
  const week = (name: string, from: string, divides: boolean): Break => {
    const starts = onOrAfter(from, monday)
    return { name, starts, ends: addDays(starts, 6), divides }
  }
  return [
    week('Октябрьские каникулы', `${startYear}-10-05`, false),
    week('Ноябрьские каникулы', `${startYear}-11-15`, true),
    week('Февральские каникулы', `${spring}-02-17`, true),
    week('Апрельские каникулы', `${spring}-04-04`, false),
  ]
}

/** The school days right before public holidays (Labour Code, art. 95). */
function shortDays(holidays: readonly TemplateHoliday[], isSchoolDay: (date: string) => boolean): string[] {
  return holidays.map(({ starts }) => addDays(starts, -1)).filter(isSchoolDay)
}

/** The first `weekday` on or after a date. */
function onOrAfter(date: string, weekday: number): string {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7)
}

function holds({ starts, ends }: Span, date: string): boolean {
  return starts <= date && date <= ends
}
