import { classDocument, type DocumentId, entity } from '../ledger/documents.ts'
import type { Entry } from '../ledger/fact.ts'
import { addDays } from '../policy/policy.ts'
import {
  belongs,
  type ClassView,
  emptyClass,
  type GroupMember,
  isEntry,
  type Movement,
  type Pupil,
} from './class-view.ts'
import { Changes } from './from-date.ts'

/** An order about pupils, with the day from which it holds. */
export interface MovementOrder {
  /** Of an entry the first day inside, of an exit the first day outside. */
  date: string
  orderNo?: string | undefined
  orderDate?: string | undefined
  /** Where from, or where to. */
  place?: string | undefined
}

/** What an order does; `groups`: ids of the new class's groups by pupil. */
export type Move =
  | { kind: 'enrolled' | 'arrived'; to: string; pupils: readonly Pupil[]; groups: GroupsOf }
  | { kind: 'moved'; from: string; to: string; pupils: readonly Pupil[]; groups: GroupsOf }
  | { kind: 'left' | 'expelled'; from: string; pupils: readonly Pupil[] }
export type GroupsOf = ReadonlyMap<string, readonly string[]>

/** Why an order can't be written as it stands, with the pupil it fails for. */
export interface MoveFault {
  pupil: string
  /** `outside`: not in the class the day before; `inside`: in a class already; `later`: moved again after that day. */
  fault: 'outside' | 'inside' | 'later'
}

type Classes = ReadonlyMap<string, ClassView>

/** What speaks against an order; `classes`: the class documents of the year, by id. */
export function moveFaults(classes: Classes, { date }: MovementOrder, move: Move): MoveFault[] {
  return move.pupils.flatMap(({ id: pupil }): MoveFault[] => {
    const inside = (classId: string, day: string) => belongs(classes.get(classId) ?? emptyClass, pupil, day)
    const movedLater = (classId: string) =>
      classes.get(classId)?.movements.some((own) => own.pupil === pupil && own.date > date) ?? false
    if ('from' in move && !inside(move.from, addDays(date, -1))) return [{ pupil, fault: 'outside' }]
    const others = [...classes.keys()].filter((id) => !('from' in move) || id !== move.from)
    if (others.some((id) => inside(id, date))) return [{ pupil, fault: 'inside' }]
    return [...classes.keys()].some(movedLater) ? [{ pupil, fault: 'later' }] : []
  })
}

/**
 * Entries by document of all that belongs to an order: the exit and the end of groups in the class that is left, card,
 * entry and groups in the one that is entered. A transfer is an exit and an entry on one day.
 */
export function moveEntries(classes: Classes, order: MovementOrder, move: Move): Map<DocumentId, Entry[]> {
  const entries = new Map<DocumentId, Entry[]>()
  if ('from' in move) {
    const changes = new Changes()
    for (const { id } of move.pupils) {
      say(changes, order, id, move.kind === 'moved' ? 'moved_out' : move.kind)
      for (const member of classes.get(move.from)?.members ?? [])
        if (member.pupil === id) endMember(changes, member, order.date)
    }
    entries.set(classDocument(move.from), changes.entries)
  }
  if ('to' in move) {
    const changes = new Changes()
    for (const pupil of move.pupils) {
      changes.say(entity.pupil(pupil.id), 'pupil', pupil)
      say(changes, order, pupil.id, move.kind === 'moved' ? 'moved_in' : move.kind)
      for (const group of move.groups.get(pupil.id) ?? [])
        changes.say(entity.member(group, pupil.id, order.date), 'member', {
          group,
          pupil: pupil.id,
          from: order.date,
        })
    }
    entries.set(classDocument(move.to), changes.entries)
  }
  return entries
}

/** A line of the register: one pupil, one order; a transfer is told once. */
export interface RegisterLine {
  pupil: string
  kind: Movement['kind'] | 'moved'
  date: string
  /** Class that is left or entered; of a transfer both. */
  from?: string
  to?: string
  order: Omit<MovementOrder, 'date'>
}

/** The orders of a year's classes, the latest first. */
export function movementRegister(classes: Classes): RegisterLine[] {
  const lines: RegisterLine[] = []
  const entered = new Map<string, RegisterLine>()
  const all = [...classes].flatMap(([id, view]) => view.movements.map((movement) => ({ id, movement })))
  for (const { id, movement } of all) {
    if (!isEntry(movement)) continue
    const line = { ...lineOf(movement), to: id }
    lines.push(line)
    if (movement.kind === 'moved_in') entered.set(`${movement.pupil},${movement.date}`, line)
  }
  for (const { id, movement } of all) {
    if (isEntry(movement)) continue
    const pair = movement.kind === 'moved_out' ? entered.get(`${movement.pupil},${movement.date}`) : undefined
    if (pair) Object.assign(pair, { kind: 'moved', from: id })
    else lines.push({ ...lineOf(movement), from: id })
  }
  return lines.sort((a, b) => (a.date === b.date ? (a.pupil < b.pupil ? -1 : 1) : a.date < b.date ? 1 : -1))
}

/** Entries that take an order back for one pupil: its movements, the groups it began, the ends it gave to others. */
export function cancelEntries(classes: Classes, line: RegisterLine): Map<DocumentId, Entry[]> {
  const { pupil, date, kind, from, to } = line
  const entries = new Map<DocumentId, Entry[]>()
  if (from !== undefined) {
    const changes = new Changes()
    const exit = kind === 'moved' ? 'moved_out' : kind
    changes.say(entity.movement(pupil, date, exit), 'movement', null)
    for (const member of classes.get(from)?.members ?? []) {
      if (member.pupil !== pupil || member.to !== date) continue
      const { to: _, ...open } = member
      changes.say(memberEntity(member), 'member', open)
    }
    entries.set(classDocument(from), changes.entries)
  }
  if (to !== undefined) {
    const changes = new Changes()
    const entry = kind === 'moved' ? 'moved_in' : kind
    const view = classes.get(to) ?? emptyClass
    changes.say(entity.movement(pupil, date, entry), 'movement', null)
    for (const member of view.members)
      if (member.pupil === pupil && (member.from ?? '') >= date)
        changes.say(memberEntity(member), 'member', null)
    // Who never was in the class otherwise is not on its list either.
    if (view.movements.filter((own) => own.pupil === pupil).length === 1)
      changes.say(entity.pupil(pupil), 'pupil', null)
    entries.set(classDocument(to), changes.entries)
  }
  return entries
}

/**
 * Entries that correct what an order says of itself (number, its own date, place), in both classes of a transfer. Another
 * day or another class is another order: the wrong one is cancelled.
 */
export function amendEntries(
  line: RegisterLine,
  order: Omit<MovementOrder, 'date'>,
): Map<DocumentId, Entry[]> {
  const { pupil, date, kind, from, to } = line
  const entries = new Map<DocumentId, Entry[]>()
  const amend = (classId: string | undefined, own: Movement['kind']) => {
    if (classId === undefined) return
    const changes = new Changes()
    say(changes, { date, ...order }, pupil, own)
    entries.set(classDocument(classId), changes.entries)
  }
  amend(from, kind === 'moved' ? 'moved_out' : kind)
  amend(to, kind === 'moved' ? 'moved_in' : kind)
  return entries
}

function say(changes: Changes, order: MovementOrder, pupil: string, kind: Movement['kind']): void {
  const { date, orderNo, orderDate, place } = order
  changes.say(entity.movement(pupil, date, kind), 'movement', {
    pupil,
    kind,
    date,
    ...(orderNo ? { orderNo } : {}),
    ...(orderDate ? { orderDate } : {}),
    ...(place ? { place } : {}),
  })
}

/** Ends a membership on a date; one that would begin later has never been. */
function endMember(changes: Changes, member: GroupMember, date: string): void {
  if (member.to !== undefined && member.to <= date) return
  const value = (member.from ?? '') >= date ? null : { ...member, to: date }
  changes.say(memberEntity(member), 'member', value)
}

function memberEntity({ group, pupil, from }: GroupMember): string {
  return entity.member(group, pupil, from)
}

function lineOf({ pupil, kind, date, orderNo, orderDate, place }: Movement): RegisterLine {
  return { pupil, kind, date, order: { orderNo, orderDate, place } }
}
