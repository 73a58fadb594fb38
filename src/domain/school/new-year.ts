import { classDocument, type DocumentId, entity, schoolDocument } from '../ledger/documents.ts'
import type { Entry } from '../ledger/fact.ts'
import { addDays } from '../policy/policy.ts'
import { belongs, type ClassView, emptyClass, inGroup } from './class-view.ts'
import { Changes } from './from-date.ts'
import { type MovementOrder, moveEntries } from './moving.ts'
import { className, covers, type SchoolClass, type SchoolView, type SchoolYear } from './school-view.ts'
import { classesOfYear } from './setup-steps.ts'
import { assignmentEntity } from './workload-editing.ts'

/** What becomes of a class: it goes one grade up, its pupils leave the school, or nothing is written. */
export interface ClassPlan {
  class: string
  next: 'up' | 'left' | 'none'
  /** Division into groups goes along. */
  groups: boolean
  /** Teachers and hours go along. */
  workload: boolean
}

export interface NewYearPlan {
  from: SchoolYear
  to: SchoolYear
  classes: readonly ClassPlan[]
  /** Of the transfer to the next grade; its date is the first day of the new year. */
  order: Omit<MovementOrder, 'date'>
  /** Of those who leave. */
  leaving: MovementOrder
}

/** What is still to be written for one class. */
export interface NewYearLine {
  class: SchoolClass
  next: ClassPlan['next']
  /** «8А», where the class goes up. */
  into?: string
  /** Of how many in the class on the last day, and how many are still to be written. */
  inClass: number
  pupils: number
  groups: number
  workload: number
}

export interface NewYear {
  /** The school's document first: a class must be there before its list. */
  entries: Map<DocumentId, Entry[]>
  lines: NewYearLine[]
  totals: {
    classes: number
    firstGrades: number
    pupils: number
    leavers: number
    groups: number
    workload: number
  }
}

/** The grades after which a school is left. */
const lastGrade = 11
const basicGrade = 9
/** After it other teachers come. */
const primaryGrade = 4

/** What schools mostly do: grade 11 leaves, grade 9 too where there is no grade 10, all others go up. */
export function commonPlans(school: SchoolView, from: SchoolYear): ClassPlan[] {
  const classes = classesOfYear(school, from.id)
  const hasSenior = classes.some(({ grade }) => grade > basicGrade)
  return classes.map(({ id, grade }) => ({
    class: id,
    next: grade >= lastGrade || (grade === basicGrade && !hasSenior) ? 'left' : 'up',
    groups: true,
    workload: grade !== primaryGrade,
  }))
}

/**
 * The roll-over into a new year: classes a grade up with their teachers, empty first grades, pupils enrolled from the
 * first day, leavers' exits. Ids follow from year and name, and what stands is left alone, so that made again it
 * completes what was broken off and changes nothing else. `classes`: the class documents of both years; `newId` makes
 * an id from a table and a key.
 */
export function newYear(
  school: SchoolView,
  classes: ReadonlyMap<string, ClassView>,
  plan: NewYearPlan,
  newId: (table: 'classes' | 'groups', key: string) => string,
): NewYear {
  const { from, to } = plan
  const changes = new Changes()
  const lists = new Map<DocumentId, Entry[]>()
  const totals = { classes: 0, firstGrades: 0, pupils: 0, leavers: 0, groups: 0, workload: 0 }
  const standing = classesOfYear(school, to.id)
  const placed = new Set(
    standing.flatMap(({ id }) => classes.get(id)?.movements.map(({ pupil }) => pupil) ?? []),
  )

  const classIn = (value: Omit<SchoolClass, 'id' | 'year'>): { id: string; made: boolean } => {
    const held = standing.find((own) => className(own) === className(value))
    if (held) return { id: held.id, made: false }
    const id = newId('classes', `${to.id}|${className(value)}`)
    changes.say(entity.class(id), 'class', { ...value, id, year: to.id })
    totals.classes++
    return { id, made: true }
  }

  const lines = classesOfYear(school, from.id).flatMap((own): NewYearLine[] => {
    const chosen = plan.classes.find((one) => one.class === own.id)
    if (!chosen) return []
    const view = classes.get(own.id) ?? emptyClass
    const line = { class: own, next: chosen.next, inClass: 0, pupils: 0, groups: 0, workload: 0 }
    const last = view.pupils.filter(({ id }) => belongs(view, id, from.ends))
    line.inClass = last.length
    if (chosen.next === 'left') {
      const day = addDays(plan.leaving.date, -1)
      const pupils = last.filter(
        ({ id }) => belongs(view, id, day) && !placed.has(id) && !leftLater(view, id, day),
      )
      line.pupils = pupils.length
      totals.leavers += pupils.length
      const order = moveEntries(classes, plan.leaving, { kind: 'left', from: own.id, pupils })
      for (const [id, entries] of order) if (entries.length > 0) lists.set(id, entries)
    }
    if (chosen.next !== 'up') return [line]
    const { id: _, year: __, ungradedUntil: ___, classTeacher, ...rest } = own
    const next = { ...rest, grade: own.grade + 1, ...(works(classTeacher) ? { classTeacher } : {}) }
    const { id } = classIn(next)
    const groups = chosen.groups ? groupsInto(own.id, id) : new Map<string, string>()
    // Who left in summer, when the old year was over, does not come in autumn.
    const pupils = last.filter(
      (pupil) => !placed.has(pupil.id) && belongs(view, pupil.id, addDays(to.starts, -1)),
    )
    const entries = new Changes()
    for (const pupil of pupils) {
      const { orderNo, orderDate } = plan.order
      entries.say(entity.pupil(pupil.id), 'pupil', pupil)
      entries.say(entity.movement(pupil.id, to.starts, 'enrolled'), 'movement', {
        pupil: pupil.id,
        kind: 'enrolled',
        date: to.starts,
        ...(orderNo ? { orderNo } : {}),
        ...(orderDate ? { orderDate } : {}),
      })
      for (const [old, group] of groups)
        if (inGroup(view, old, pupil.id, from.ends))
          entries.say(entity.member(group, pupil.id), 'member', { group, pupil: pupil.id })
    }
    if (pupils.length > 0) lists.set(classDocument(id), entries.entries)
    line.pupils = pupils.length
    line.groups = [...groups.values()].filter((group) => !school.groups.has(group)).length
    line.workload = chosen.workload ? workloadInto(own.id, id, groups) : 0
    totals.pupils += line.pupils
    totals.groups += line.groups
    totals.workload += line.workload
    return [{ ...line, into: className(next) }]
  })

  for (const { grade, letter, shift } of classesOfYear(school, from.id))
    if (grade === 1 && classIn({ grade, letter, ...(shift ? { shift } : {}) }).made) totals.firstGrades++

  /** Who has left the school has no roles, and nothing goes along with him. */
  function works(person: string | undefined): person is string {
    return person !== undefined && (school.staff.get(person)?.roles.length ?? 0) > 0
  }

  /** Groups of the new class by those of the old one. */
  function groupsInto(old: string, id: string): Map<string, string> {
    const made = new Map<string, string>()
    for (const group of school.groups.values()) {
      if (group.class !== old) continue
      const { subject, name } = group
      const held = [...school.groups.values()].find(
        (one) => one.class === id && one.subject === subject && one.name === name,
      )
      const next = held?.id ?? newId('groups', `${id}|${subject}|${name}`)
      if (!held) changes.say(entity.group(next), 'group', { id: next, class: id, subject, name })
      made.set(group.id, next)
    }
    return made
  }

  /** Copies assignments of subjects for which the new class has none yet; returns how many. */
  function workloadInto(old: string, id: string, groups: ReadonlyMap<string, string>): number {
    let count = 0
    for (const own of school.assignments) {
      if (own.class !== old || !covers(own, from.ends) || !works(own.teacher)) continue
      if (school.assignments.some((one) => one.class === id && one.subject === own.subject)) continue
      const { from: _, to: __, group, grading, ...content } = own
      const next = group === undefined ? undefined : groups.get(group)
      // A group that does not go along takes its teachers with it.
      if (group !== undefined && next === undefined) continue
      const value = {
        ...content,
        class: id,
        ...(next ? { group: next } : {}),
        // Grade 1 has no marks; grade 2 does.
        ...(grading && school.classes.get(old)?.grade !== 1 ? { grading } : {}),
      }
      changes.say(assignmentEntity(value), 'assignment', value)
      count++
    }
    return count
  }

  const ofSchool = changes.entries
  return {
    entries: new Map([...(ofSchool.length > 0 ? [[schoolDocument, ofSchool] as const] : []), ...lists]),
    lines,
    totals,
  }
}

function leftLater(view: ClassView, pupil: string, day: string): boolean {
  return view.movements.some((own) => own.pupil === pupil && own.date > day)
}
