import type { ValueOf } from '../ledger/attributes.ts'
import type { FoldReader } from '../ledger/fold.ts'
import { compareNames } from './names.ts'
import { all, by, type Unsettled, unsettled } from './school-view.ts'

export type Pupil = ValueOf<'pupil'>
export type Movement = ValueOf<'movement'>
export type GroupMember = ValueOf<'member'>
export type AbsenceSpan = ValueOf<'span'>
export type PupilMode = ValueOf<'mode'>
export type Exemption = ValueOf<'exemption'>
export type CouncilDecision = ValueOf<'council'>

/** A `class` document as it stands. */
export interface ClassView {
  /** Everybody who was ever in the class, in order of names. */
  pupils: Pupil[]
  /** By date; on one day exits come before entries. */
  movements: Movement[]
  members: GroupMember[]
  spans: AbsenceSpan[]
  modes: PupilMode[]
  /** Exemptions from physical education. */
  exemptions: Exemption[]
  /** Conduct by period and pupil, as `2025-26/1,p7`. */
  conduct: ReadonlyMap<string, string>
  /** Decisions of the teachers' council by year and pupil, as `2025-26,p7`. */
  council: ReadonlyMap<string, CouncilDecision>
  /** Cells of which different people say different things. */
  unsettled: Unsettled[]
}

/** An unbroken time of a pupil in a class: `to` is the first day outside, absent while he is there. */
export interface Stay {
  from: string
  to?: string
}

/** A class of which nothing is known. */
export const emptyClass: ClassView = {
  pupils: [],
  movements: [],
  members: [],
  spans: [],
  modes: [],
  exemptions: [],
  conduct: new Map(),
  council: new Map(),
  unsettled: [],
}

/** Reads a `class` document. */
export function readClass(fold: FoldReader): ClassView {
  return {
    pupils: all(fold, 'pupil', 'pupil').sort(compareNames),
    movements: all(fold, 'movement', 'movement').sort(movementOrder),
    members: all(fold, 'member', 'member').sort(by((m) => `${m.group},${m.pupil},${m.from ?? ''}`)),
    spans: all(fold, 'span', 'span').sort(by((s) => `${s.from},${s.pupil},${s.code},${s.to ?? ''}`)),
    modes: all(fold, 'mode', 'mode').sort(by((m) => `${m.pupil},${m.from}`)),
    exemptions: all(fold, 'exemption', 'exemption').sort(by((e) => `${e.pupil},${e.from}`)),
    conduct: byName(fold, 'conduct'),
    council: byName(fold, 'council'),
    unsettled: unsettled(fold),
  }
}

/** Values of an attribute by what follows its name in the entity's. */
function byName<A extends 'conduct' | 'council'>(fold: FoldReader, attribute: A): Map<string, ValueOf<A>> {
  const found = new Map<string, ValueOf<A>>()
  for (const name of [...fold.entities(attribute)].sort()) {
    const value = fold.value(name, attribute)
    if (value !== undefined) found.set(name.slice(attribute.length + 1), value)
  }
  return found
}

/** By date; on one day exits come before entries. */
export const movementOrder = by((m: Movement) => `${m.date},${isEntry(m) ? 1 : 0},${m.pupil}`)

/** Whether a movement brings the pupil into the class (the date is the first day inside) or out (first day outside). */
export function isEntry({ kind }: Pick<Movement, 'kind'>): boolean {
  return kind === 'enrolled' || kind === 'arrived' || kind === 'moved_in'
}

/** Whether the pupil belongs to the class on a date: the last movement up to it is an entry. */
export function belongs(view: Pick<ClassView, 'movements'>, pupil: string, date: string): boolean {
  let inside = false
  for (const movement of view.movements) {
    if (movement.date > date) break
    if (movement.pupil === pupil) inside = isEntry(movement)
  }
  return inside
}

/** The times a pupil belonged to the class, earliest first. */
export function staysOf(view: Pick<ClassView, 'movements'>, pupil: string): Stay[] {
  const stays: Stay[] = []
  let open: Stay | undefined
  for (const movement of view.movements) {
    if (movement.pupil !== pupil) continue
    if (isEntry(movement)) {
      if (open) continue
      open = { from: movement.date }
      stays.push(open)
    } else if (open) {
      open.to = movement.date
      open = undefined
    }
  }
  return stays.filter(({ from, to }) => to === undefined || from < to)
}

/** Whether a pupil belonged to the class on some day from `from` to `to` inclusive (absent: for ever). */
export function wasIn(
  view: Pick<ClassView, 'movements'>,
  pupil: string,
  from: string,
  to: string | undefined,
): boolean {
  return staysOf(view, pupil).some(
    (stay) => (to === undefined || stay.from <= to) && (stay.to === undefined || from < stay.to),
  )
}

/** Whether the pupil belongs to the group on a date. */
export function inGroup(
  view: Pick<ClassView, 'members'>,
  group: string,
  pupil: string,
  date: string,
): boolean {
  return view.members.some(
    (member) =>
      member.group === group &&
      member.pupil === pupil &&
      (member.from === undefined || member.from <= date) &&
      (member.to === undefined || date < member.to),
  )
}

/** Whether a pupil learns at home or in the family on a date: not expected at class lessons. */
export function isAway(view: Pick<ClassView, 'modes'>, pupil: string, date: string): boolean {
  return view.modes.some((m) => m.pupil === pupil && m.from <= date && (m.to === undefined || date < m.to))
}

/** Pupils expected at a lesson of the class (or one of its groups) on a date, in order of names. */
export function rollOf(view: ClassView, group: string | undefined, date: string): Pupil[] {
  return view.pupils.filter(
    ({ id }) =>
      belongs(view, id, date) &&
      !isAway(view, id, date) &&
      (group === undefined || inGroup(view, group, id, date)),
  )
}

/**
 * The span that gives an absence its reason on a date: the shorter wins (an open one is the longest), among equals
 * Б before У.
 */
export function spanOn(view: Pick<ClassView, 'spans'>, pupil: string, date: string): AbsenceSpan | undefined {
  const length = ({ from, to }: AbsenceSpan) =>
    to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to) - Date.parse(from)
  let best: AbsenceSpan | undefined
  for (const span of view.spans) {
    if (span.pupil !== pupil || span.from > date || (span.to !== undefined && span.to < date)) continue
    if (!best || length(span) < length(best) || (length(span) === length(best) && span.code < best.code))
      best = span
  }
  return best
}
