import { entity } from '../../../domain/ledger/documents.ts'
import { canonical, type Entry } from '../../../domain/ledger/fact.ts'
import { weekdayOf } from '../../../domain/school/calendar.ts'
import { checkYear, type PlacedYearFault } from '../../../domain/school/check-year.ts'
import type { BellPlanEntry, SchoolView } from '../../../domain/school/school-view.ts'
import type { TemplatePeriod, YearTemplate } from '../../../domain/school/year-template.ts'
import { said } from './said.ts'

/** A row of a form, told from the others by its key. */
export type Keyed<T> = T & { key: string }

export interface HolidayDraft {
  name: string
  starts: string
  ends: string
  grades: string
}

/** A weekend day on which school is kept by the timetable of a weekday. */
export interface WorkdayDraft {
  date: string
  weekday: number
}

export interface BellDraft {
  number: number
  starts: string
  ends: string
}

/** Bells of a shift, of some grades, of short days; the first one of a draft is everybody's. */
export interface BellPlanDraft {
  /** Id in the ledger; '' for everybody's. */
  id: string
  shift: number | undefined
  grades: string
  shortDay: boolean
  from: string
  to: string
  bells: Keyed<BellDraft>[]
}

/** A school year as the form has it. */
export interface YearDraft {
  year: { id: string; starts: string; ends: string }
  periods: Keyed<TemplatePeriod>[]
  holidays: Keyed<HolidayDraft>[]
  workdays: Keyed<WorkdayDraft>[]
  shortDays: Keyed<{ date: string }>[]
  bells: Keyed<BellPlanDraft>[]
}

/** Gives rows their keys, by place. */
const keyed = <T extends object>(rows: readonly T[], name: string): Keyed<T>[] =>
  rows.map((row, index) => ({ ...row, key: `${name}${index}` }))

/** A year to start from. */
export function draftOfTemplate(template: YearTemplate): YearDraft {
  // The first day outside of December.
  const january = `${Number(template.year.starts.slice(0, 4)) + 1}-01-01`
  return {
    year: template.year,
    periods: keyed(template.periods, 'period'),
    holidays: keyed(
      template.holidays.map(({ grades = '', ...rest }) => ({ ...rest, grades })),
      'holiday',
    ),
    workdays: keyed(
      template.moves.map(({ works, off }) => ({ date: works, weekday: weekdayOf(off) })),
      'workday',
    ),
    shortDays: keyed(
      template.shortDays.map((date) => ({ date })),
      'short',
    ),
    bells: keyed(
      template.bells.map(({ shift, grades = '', shortDay, until, bells }, index) => ({
        id: index === 0 ? '' : planId(shift, grades, shortDay),
        shift: index === 0 ? undefined : shift,
        grades,
        shortDay,
        from: '',
        to: until === 'december' ? january : '',
        bells: keyed(bells, 'bell'),
      })),
      'plan',
    ),
  }
}

/** The bell plan's id says what it is for, so that one template taken twice makes one plan. */
export function planId(shift: number | undefined, grades: string, shortDay: boolean): string {
  const of = grades.replaceAll(',', ' ').trim().replace(/\s+/g, '-')
  return ['bells', shift ?? '', of, shortDay ? 'short' : ''].filter((part) => part !== '').join('-')
}

/** A year as the school has it. */
export function draftOfSchool(school: SchoolView, id: string): YearDraft | undefined {
  const year = school.years.find((one) => one.id === id)
  if (!year) return undefined
  const within = (date: string) => year.starts <= date && date <= year.ends
  const everybody = { id: '', shift: undefined, grades: '', shortDay: false, from: '', to: '' }
  return {
    year,
    periods: keyed(
      school.periods.filter((period) => period.year === id),
      'period',
    ),
    holidays: keyed(
      school.holidays
        .filter(({ starts, ends }) => starts <= year.ends && ends >= year.starts)
        .map(({ name = '', starts, ends, grades = '' }) => ({ name, starts, ends, grades })),
      'holiday',
    ),
    workdays: keyed(
      [...school.workdays.values()].filter(({ date }) => within(date)),
      'workday',
    ),
    shortDays: keyed(
      [...school.shortDays]
        .filter(within)
        .sort()
        .map((date) => ({ date })),
      'short',
    ),
    bells: keyed(
      [
        { ...everybody, bells: keyed(school.bells, 'bell') },
        ...school.bellPlans.map(({ shift, grades = '', from = '', to = '', bells, ...plan }) => ({
          ...plan,
          shift,
          grades,
          from,
          to,
          bells: keyed(bells, 'bell'),
        })),
      ],
      'plan',
    ),
  }
}

/** What keeps a draft from being saved: everything `checkYear` finds, and dates and times that are not there yet. */
export function faultsOf(draft: YearDraft): (PlacedYearFault | { kind: 'empty' })[] {
  const { year, periods, holidays, workdays, shortDays, bells } = draft
  const dates = [
    year.starts,
    year.ends,
    ...[...periods, ...holidays].flatMap(({ starts, ends }) => [starts, ends]),
    ...[...workdays, ...shortDays].map(({ date }) => date),
    ...bells.flatMap((plan) => plan.bells.flatMap(({ starts, ends }) => [starts, ends])),
  ]
  const faults = checkYear({
    year,
    periods,
    holidays,
    moves: [],
    shortDays: [],
    bells: bells.map((plan) => ({ shift: plan.shift ?? 1, shortDay: plan.shortDay, bells: plan.bells })),
  })
  return dates.includes('') ? [...faults, { kind: 'empty' }] : faults
}

/** What saving a draft writes: its rows, and null for those of the year and the bells that it has no more. */
export function yearEntries(draft: YearDraft, school: SchoolView): Entry[] {
  const after = entriesOf(draft)
  const before = draftOfSchool(school, draft.year.id)
  // Bells are the school's, not the year's: a first year replaces what bells there were as well.
  const held = before ?? {
    ...draft,
    periods: [],
    holidays: [],
    workdays: [],
    shortDays: [],
    bells: bellsOnly(school),
  }
  const kept = new Set(after.map((entry) => entry.entity))
  const gone = entriesOf(held).filter((entry) => !kept.has(entry.entity))
  const unchanged = new Map(
    before ? entriesOf(before).map((entry) => [entry.entity, canonical(entry.value)]) : [],
  )
  return [
    ...after.filter(({ entity: name, value }) => unchanged.get(name) !== canonical(value)),
    ...gone.map((entry) => ({ ...entry, value: null })),
  ]
}

function bellsOnly(school: SchoolView): YearDraft['bells'] {
  const anyYear = { id: '', starts: '', ends: '' }
  return draftOfSchool({ ...school, years: [anyYear] }, '')?.bells ?? []
}

function entriesOf({ year, periods, holidays, workdays, shortDays, bells }: YearDraft): Entry[] {
  const [everybody, ...plans] = bells
  return [
    said(entity.year(year.id), 'year', { id: year.id, starts: year.starts, ends: year.ends }),
    ...periods.map(({ key: _, ...period }) => said(entity.period(period.id), 'period', period)),
    ...holidays.map(({ name, starts, ends, grades }) =>
      said(entity.holiday(starts, ends, grades), 'holiday', {
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        starts,
        ends,
        ...(grades.trim() === '' ? {} : { grades: grades.trim() }),
      }),
    ),
    ...workdays.map(({ date, weekday }) => said(entity.workday(date), 'workday', { date, weekday })),
    ...shortDays.map(({ date }) => said(entity.shortDay(date), 'shortday', { date })),
    ...(everybody?.bells ?? []).map((bell) => said(entity.bell(bell.number), 'bell', plain(bell))),
    ...plans.map((plan) => said(entity.bellPlan(plan.id), 'bellplan', bellPlan(plan))),
  ]
}

const plain = ({ number, starts, ends }: BellDraft): BellDraft => ({ number, starts, ends })

function bellPlan({ id, shift, grades, shortDay, from, to, bells }: BellPlanDraft): BellPlanEntry {
  return {
    id,
    ...(shift === undefined ? {} : { shift }),
    ...(grades.trim() === '' ? {} : { grades: grades.trim() }),
    shortDay,
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    bells: bells.map(plain),
  }
}
