import { membersMark } from '../../src/domain/duties/group-members.ts'
import type { Capacity } from '../../src/domain/ledger/attribute-spec.ts'
import {
  classDocument,
  type DocumentId,
  entity,
  familyDocument,
  journalDocument,
} from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { addDays } from '../../src/domain/policy/policy.ts'
import { weekdayOf } from '../../src/domain/school/calendar.ts'
import type { ClassRow, ExchangeTables } from '../../src/exchange/tables.ts'
import { periodKindOf } from './grading.ts'
import { random } from './random.ts'

/** What somebody recorded of a duty, on a date, after lessons. */
export interface DutyFact {
  document: DocumentId
  entry: Entry
  /** Staff id. */
  person: string
  as: Capacity
  date: string
}

/** Of weeks, families and papers: carried out. Class teachers forget now and then. */
const DONE = { week: 0.92, control: 0.88, family: 0.9, check: 0.97, report: 0.85 }
/** Days between two messages to a family, and how many of them the demo remembers. */
const INFORM = { every: 14, kept: 3 }
const FRIDAY = 4
const monthly = ['attendance-month'] as const
const ofPeriod = [
  'class-teacher-preliminary',
  'class-teacher',
  'results',
  'summary-marks',
  'summary-attendance',
  'movement',
] as const

/**
 * What class teachers carried out before `today`: weeks signed and looked through, families told, data checked, reports
 * handed in; and subject teachers accepted their groups. Nothing of it is in an exchange folder.
 */
export function dutiesDone(tables: ExchangeTables, today: string, seed: number): DutyFact[] {
  return [...tables.classes.flatMap((of) => ofClass(tables, of, today, seed)), ...groupsSeen(tables, today)]
}

function ofClass(tables: ExchangeTables, of: ClassRow, today: string, seed: number): DutyFact[] {
  const person = of.class_teacher
  if (person === undefined) return []
  const draw = random(seed, 'duties', of.id)
  const [year] = tables.years
  const facts: DutyFact[] = []
  const put = (document: DocumentId, date: string, entry: Entry) => {
    if (date < today) facts.push({ document, entry, person, as: 'classTeacher', date })
  }
  const own = classDocument(of.id)
  const duty = (clause: string, term: string, date: string) =>
    put(own, date, { entity: entity.duty(clause, term), attribute: 'duty.done', value: { date } })
  const first = addDays(year!.starts, 2)
  put(own, first, {
    entity: entity.acquainted(year!.id, person),
    attribute: 'acquainted',
    value: { date: first, version: '1' },
  })
  const dates = tables.lessons.filter((lesson) => lesson.class === of.id).map(({ date }) => date)
  const mondays = new Set(dates.map((date) => addDays(date, 1 - weekdayOf(date))))
  for (const monday of mondays) {
    const date = addDays(monday, FRIDAY)
    if (draw.chance(DONE.week))
      put(own, date, {
        entity: entity.week(monday),
        attribute: 'week.signed',
        value: { date, open: 0, revision: '' },
      })
    if (draw.chance(DONE.control)) duty('5.2.4', monday, date)
  }
  for (const { month, ends } of monthsBefore(year!.starts, today)) {
    const due = addDays(ends, 3)
    for (const key of monthly) if (draw.chance(DONE.report)) duty(`5.2.8/${key}`, month, due)
  }
  const kind = periodKindOf('rus', of.grade)
  for (const period of tables.periods.filter((one) => one.kind === kind && one.ends < today))
    for (const key of ofPeriod) {
      const date = key === 'class-teacher-preliminary' ? addDays(period.ends, -7) : addDays(period.ends, 3)
      if (draw.chance(DONE.report)) duty(`5.2.8/${key}`, period.id, date)
    }
  const last = lastFriday(today)
  for (const { pupil, since } of pupilsOf(tables, of.id)) {
    const family = familyDocument(pupil)
    // Who was forgotten last time waits for the next message.
    const late = draw.chance(DONE.family) ? 0 : INFORM.every + 7
    for (let back = INFORM.kept - 1; back >= 0; back--) {
      const to = addDays(last, -late - back * INFORM.every)
      const from = addDays(to, 1 - INFORM.every)
      if (from < year!.starts || from < since) continue
      const how = draw.chance(0.8) ? 'paper' : 'talk'
      put(family, to, {
        entity: entity.informed(pupil, from, to),
        attribute: 'informed',
        value: { from, to, how },
      })
    }
    for (const { month, ends } of monthsBefore(year!.starts, today)) {
      if (ends < since || !draw.chance(DONE.check)) continue
      const date = addDays(ends, -draw.between(2, 6))
      put(family, date, { entity: entity.checked(pupil, month), attribute: 'checked', value: { date } })
    }
  }
  return facts
}

/** Teachers of groups accepted them in the second week. */
function groupsSeen({ assignments, group_members, years }: ExchangeTables, today: string): DutyFact[] {
  const date = addDays(years[0]!.starts, 9)
  if (date >= today) return []
  return assignments.flatMap(({ class: classId, subject, group, teacher }): DutyFact[] => {
    if (group === undefined) return []
    const members = group_members
      .filter((one) => one.group === group && covers(one, date))
      .map(({ pupil }) => pupil)
    return [
      {
        document: journalDocument({ class: classId, subject, group }),
        entry: {
          entity: entity.groups,
          attribute: 'groups.seen',
          value: { date, members: membersMark(members) },
        },
        person: teacher,
        as: 'assigned',
        date,
      },
    ]
  })
}

/** Who is in a class now, and since when. */
function pupilsOf({ movements }: ExchangeTables, classId: string): { pupil: string; since: string }[] {
  const last = new Map(movements.map((movement) => [movement.pupil, movement]))
  return [...last.values()]
    .filter(({ class: of, kind }) => of === classId && !['moved_out', 'left', 'expelled'].includes(kind))
    .map(({ pupil, date }) => ({ pupil, since: date }))
}

/** Months (`YYYY-MM`) that are over, with their last day. */
function monthsBefore(from: string, today: string): { month: string; ends: string }[] {
  const months: { month: string; ends: string }[] = []
  const [year, month] = from.split('-').map(Number)
  for (let index = 0; ; index++) {
    const ends = new Date(Date.UTC(year!, month! + index, 0)).toISOString().slice(0, 10)
    if (ends >= today) return months
    months.push({ month: ends.slice(0, 7), ends })
  }
}

function lastFriday(today: string): string {
  return addDays(today, -((weekdayOf(today) - FRIDAY - 1 + 7) % 7 || 7))
}

function covers({ from, to }: { from?: string; to?: string }, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date < to)
}
