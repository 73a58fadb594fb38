import { journalName } from '../ledger/documents.ts'
import { addDays, sameJournal } from '../policy/policy.ts'
import { type Assignment, by, type SchoolView, type Slot } from './school-view.ts'
import type { SharePupils } from './shared-pupils.ts'

/** Two slots of the timetable that cannot both be. */
export interface Clash {
  /**
   * `teacher`: one person is to be in both; `class`: the same pupils are to be in both; `room`: two lessons in one
   * room.
   */
  kind: 'teacher' | 'class' | 'room'
  /** Staff id, class id, or the room's name as the first slot writes it. */
  who: string
  slots: readonly [Slot, Slot]
  weekday: number
  bell: number
  /** The weeks in which they meet; absent: every week. */
  week?: 'odd' | 'even'
  /** The first day on which both are in force. */
  from: string
  /** The first day on which one is no longer. */
  to: string
  /** One teacher and one subject, or one teacher and one room: perhaps a joint lesson that nobody declared. */
  maybeJoint: boolean
}

/** What is allowed beyond the general rule. */
export interface ClashRules {
  /** Names the joint lesson that a slot is part of (класс-комплект, joined groups); absent: it stands alone. */
  jointLesson?: (slot: Slot) => string | undefined
  /** Who is in which group. Without it groups of one class may always meet in parallel. */
  sharePupils?: SharePupils | undefined
  /** Whether a room takes several classes at once: a gym. */
  isShared?: (room: string) => boolean
}

interface Span {
  from: string
  to: string
}

const forever = '9999-12-31'

/**
 * Clashes of a timetable: slots of one weekday and bell whose weeks and days in force overlap, and that want one
 * teacher, the same pupils or one room. Groups of a class without a common pupil are no clash, nor are parts of one joint lesson.
 * In order of weekday, bell, kind and who.
 */
export function clashes(
  school: Pick<SchoolView, 'slots' | 'assignments' | 'classes' | 'years'>,
  rules: ClashRules = {},
): Clash[] {
  const hours = new Map<string, Slot[]>()
  for (const slot of school.slots) {
    const hour = `${slot.weekday},${String(slot.bell).padStart(2, '0')}`
    hours.set(hour, [...(hours.get(hour) ?? []), slot])
  }
  const taught = new Map<string, Assignment[]>()
  for (const assignment of school.assignments) {
    const name = journalName(assignment)
    taught.set(name, [...(taught.get(name) ?? []), assignment])
  }
  const spans = new Map(school.slots.map((slot) => [slot, inForce(school, slot)]))
  const found: Clash[] = []
  for (const hour of [...hours.keys()].sort()) {
    const slots = hours.get(hour)!
    slots.forEach((a, index) => {
      for (const b of slots.slice(index + 1)) found.push(...between(spans, taught, rules, a, b))
    })
  }
  return found.sort(by((c) => `${c.weekday},${String(c.bell).padStart(2, '0')},${c.kind},${c.who}`))
}

/** Assignments by journal. */
type Taught = ReadonlyMap<string, readonly Assignment[]>

function between(
  spans: ReadonlyMap<Slot, Span>,
  taught: Taught,
  rules: ClashRules,
  a: Slot,
  b: Slot,
): Clash[] {
  if (a.week !== undefined && b.week !== undefined && a.week !== b.week) return []
  const both = common(spans.get(a)!, spans.get(b)!)
  if (!both) return []
  const clash = (kind: Clash['kind'], who: string, span: Span, maybeJoint: boolean): Clash => {
    const week = a.week ?? b.week
    return {
      kind,
      who,
      slots: [a, b],
      weekday: a.weekday,
      bell: a.bell,
      ...(week ? { week } : {}),
      ...span,
      maybeJoint,
    }
  }
  const found: Clash[] = []
  if (meet(a, b, both, rules)) found.push(clash('class', a.class, both, false))
  // One journal twice at one hour is a clash of its class, not of its teacher or room with themselves.
  if (sameJournal(a, b)) return found
  const joint = rules.jointLesson?.(a)
  if (joint !== undefined && joint === rules.jointLesson?.(b)) return found
  const sameRoom = a.room !== undefined && b.room !== undefined && roomName(a.room) === roomName(b.room)
  const teachers = sharedTeachers(taught, a, b, both)
  for (const [teacher, span] of teachers)
    found.push(clash('teacher', teacher, span, a.subject === b.subject || sameRoom))
  if (sameRoom && !rules.isShared?.(a.room!)) found.push(clash('room', a.room!, both, teachers.size > 0))
  return found
}

/** Whether the slots want the same pupils. */
function meet(a: Slot, b: Slot, { from, to }: Span, { sharePupils }: ClashRules): boolean {
  if (a.class !== b.class) return false
  if (!a.group || !b.group || a.group === b.group) return true
  return sharePupils?.(a.group, b.group, from, to) ?? false
}

/** Teachers assigned to both journals on some day of the span, with the days. */
function sharedTeachers(taught: Taught, a: Slot, b: Slot, both: Span): Map<string, Span> {
  const found = new Map<string, Span>()
  for (const own of taught.get(journalName(a)) ?? []) {
    for (const other of taught.get(journalName(b)) ?? []) {
      const span = other.teacher === own.teacher && common(both, spanOf(own), spanOf(other))
      if (span && !found.has(own.teacher)) found.set(own.teacher, span)
    }
  }
  return found
}

/** Days on which a slot is in force: its own within its class's school year. */
function inForce({ classes, years }: Pick<SchoolView, 'classes' | 'years'>, slot: Slot): Span {
  const year = years.find(({ id }) => id === classes.get(slot.class)?.year)
  const own = spanOf(slot)
  if (!year) return own
  return common(own, { from: year.starts, to: addDays(year.ends, 1) }) ?? { from: own.from, to: own.from }
}

function spanOf({ from, to }: { from?: string | undefined; to?: string | undefined }): Span {
  return { from: from ?? '', to: to ?? forever }
}

function common(...spans: Span[]): Span | undefined {
  const from = spans
    .map((span) => span.from)
    .sort()
    .at(-1)!
  const to = spans.map((span) => span.to).sort()[0]!
  return from < to ? { from, to } : undefined
}

function roomName(room: string): string {
  return room.toLowerCase().replace(/[\s.]|каб(инет)?/g, '')
}
