import { entity, journalName } from '../ledger/documents.ts'
import type { Entry } from '../ledger/fact.ts'
import { sameJournal } from '../policy/policy.ts'
import { Changes, endedAt, endless, firstDay } from './from-date.ts'
import { type Assignment, covers, type Group, type SchoolView, type SchoolYear } from './school-view.ts'

type Workload = Pick<SchoolView, 'assignments' | 'classes' | 'years' | 'groups'>

/** A class and a subject: what one teacher has, or several by groups. */
export interface Pair {
  class: string
  subject: string
}

/** Hours a week that a teacher has of a pair; one part a group. */
export interface Part {
  teacher: string
  hours: number
}

/** Assignments of a year's classes that are in force on a date. */
export function assignmentsOn(
  { assignments, classes }: Pick<Workload, 'assignments' | 'classes'>,
  year: string,
  date: string,
): Assignment[] {
  return assignments.filter((own) => classes.get(own.class)?.year === year && covers(own, date))
}

/**
 * What the parts of a pair are assigned to: one alone has the class, or the group it has already; several have groups,
 * their own ones first, then those that are free in order of their names, then new ones.
 */
export function dividePair(
  school: Workload,
  pair: Pair,
  parts: readonly Part[],
  date: string,
  newId: () => string,
): { assignments: Assignment[]; groups: Group[] } {
  const current = school.assignments.filter((own) => ofPair(own, pair) && covers(own, date))
  const held = [...school.groups.values()]
    .filter((group) => ofPair(group, pair))
    .sort((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }))
  const taken = new Set<string>()
  const own = parts.map(({ teacher }) => {
    const group = current.find((a) => a.teacher === teacher && a.group && !taken.has(a.group))?.group
    if (group) taken.add(group)
    return group
  })
  const groups: Group[] = []
  const assignments = parts.map(({ teacher, hours }, index): Assignment => {
    let group = own[index]
    if (group === undefined && parts.length > 1) {
      const free = held.find(({ id }) => !taken.has(id))
      const name = `Группа ${held.length + groups.length + 1}`
      const made = free ?? { id: newId(), ...pair, name }
      if (!free) groups.push(made)
      taken.add(made.id)
      group = made.id
    }
    return { ...pair, ...(group ? { group } : {}), teacher, hoursPerWeek: hours }
  })
  return { assignments, groups }
}

/**
 * Entries that make `wanted` all that is assigned in some pairs from a date on. Who has a journal already keeps his
 * first day and the way it is marked; who has it no longer keeps it until the day before.
 */
export function changeWorkload(
  school: Workload,
  pairs: readonly Pair[],
  wanted: readonly Assignment[],
  date: string,
): Entry[] {
  const changes = new Changes()
  const places = new Set(pairs.map(pairName))
  const left = new Set(wanted)
  for (const own of school.assignments) {
    if (!places.has(pairName(own)) || !covers(own, date)) continue
    const next = [...left].find((one) => one.teacher === own.teacher && sameJournal(one, own))
    if (next) {
      left.delete(next)
      if (next.hoursPerWeek !== own.hoursPerWeek)
        changes.say(assignmentEntity(own), 'assignment', { ...own, hoursPerWeek: next.hoursPerWeek })
    } else changes.say(assignmentEntity(own), 'assignment', endedAt(own, yearOf(school, own), date))
  }
  for (const one of left) {
    const before = school.assignments.find(
      (own) => own.to === date && own.teacher === one.teacher && sameJournal(own, one),
    )
    const { from: _from, to: _to, ...content } = one
    const value = before
      ? { ...endless(before), hoursPerWeek: one.hoursPerWeek }
      : { ...content, ...firstDay(yearOf(school, one), date) }
    changes.say(assignmentEntity(value), 'assignment', value)
  }
  return changes.entries
}

/** Entries of the groups that a division has made. */
export function groupEntries(groups: readonly Group[]): Entry[] {
  const changes = new Changes()
  for (const group of groups) changes.say(entity.group(group.id), 'group', group)
  return changes.entries
}

/**
 * Entries by which another teacher has a journal from a date on: hours and the way it is marked go over to him, the
 * lessons before that day stay with the first.
 */
export function changeTeacher(
  school: Workload,
  assignment: Assignment,
  teacher: string,
  date: string,
): Entry[] {
  if (teacher === assignment.teacher) return []
  const year = yearOf(school, assignment)
  const changes = new Changes()
  changes.say(assignmentEntity(assignment), 'assignment', endedAt(assignment, year, date))
  const { from: _, ...content } = assignment
  const value = { ...content, teacher, ...firstDay(year, date) }
  changes.say(assignmentEntity(value), 'assignment', value)
  return changes.entries
}

/** Entries that set how journals are marked, or when they are attested; undefined leaves it to the rules. */
export function setMarking(
  assignments: readonly Assignment[],
  marking: Partial<Pick<Assignment, 'grading' | 'attested'>>,
): Entry[] {
  const changes = new Changes()
  for (const own of assignments) {
    const value = Object.fromEntries(
      Object.entries({ ...own, ...marking }).filter(([, content]) => content !== undefined),
    )
    changes.say(assignmentEntity(own), 'assignment', value)
  }
  return changes.entries
}

/** The entity that an assignment is the value of. */
export function assignmentEntity(assignment: Assignment): string {
  return entity.assignment(assignment, assignment.teacher, assignment.from)
}

/** `class,subject` */
export function pairName({ class: schoolClass, subject }: Pair): string {
  return journalName({ class: schoolClass, subject })
}

function ofPair(own: Pair, pair: Pair): boolean {
  return own.class === pair.class && own.subject === pair.subject
}

function yearOf({ classes, years }: Workload, { class: id }: Pair): SchoolYear | undefined {
  return years.find((year) => year.id === classes.get(id)?.year)
}
