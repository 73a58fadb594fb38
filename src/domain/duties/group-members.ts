import type { ValueOf } from '../ledger/attributes.ts'
import { entity } from '../ledger/documents.ts'
import type { Entry, Json } from '../ledger/fact.ts'
import type { Fold } from '../ledger/fold.ts'
import { belongs, type ClassView, inGroup } from '../school/class-view.ts'
import type { Group } from '../school/school-view.ts'

/** Ids of who belongs to a group on a date, in order of names. */
export function membersOf(view: ClassView, group: string, date: string): string[] {
  return view.pupils
    .filter(({ id }) => belongs(view, id, date) && inGroup(view, group, id, date))
    .map(({ id }) => id)
}

/** A short mark of who the members are, whatever their order: their number and 32 bits of FNV-1a over their ids. */
export function membersMark(members: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const letter of [...members].sort().join(',')) {
    hash ^= letter.codePointAt(0)!
    hash = Math.imul(hash, 0x01000193)
  }
  return `${members.length}-${(hash >>> 0).toString(16).padStart(8, '0')}`
}

/** Whether the subject teacher has seen the members of the group as they are now (clause 5.2.5). */
export type SeenState =
  | { kind: 'never' }
  | { kind: 'changed'; since: string }
  | { kind: 'seen'; date: string }

/** Reads from a group's journal whether its teacher has seen these members. */
export function groupSeen(journal: Fold, members: readonly string[]): SeenState {
  const seen = journal.value(entity.groups, 'groups.seen')
  if (!seen) return { kind: 'never' }
  return seen.members === membersMark(members)
    ? { kind: 'seen', date: seen.date }
    : { kind: 'changed', since: seen.date }
}

/** The teacher has seen these members. */
export function seeGroup(date: string, members: readonly string[]): Entry {
  return {
    entity: entity.groups,
    attribute: 'groups.seen',
    value: { date, members: membersMark(members) } satisfies ValueOf<'groups.seen'>,
  }
}

/**
 * Puts a pupil into one group of a subject from a date on: in every other group of it his membership ends that day
 * (one that had not begun by then is taken back), so that he is in exactly one. From the year's first day on,
 * `from` is left out.
 */
export function moveToGroup(
  fold: Fold,
  groups: readonly Group[],
  { pupil, group, date, starts }: { pupil: string; group: string; date: string; starts: string },
): Entry[] {
  const own = [...fold.entities('member')].flatMap((name) => {
    const member = fold.value(name, 'member')
    return member?.pupil === pupil && groups.some(({ id }) => id === member.group) ? [{ name, member }] : []
  })
  const put = (name: string, value: ValueOf<'member'> | null): Entry => ({
    entity: name,
    attribute: 'member',
    value: value as unknown as Json,
  })
  const running = own.filter(({ member }) => member.to === undefined || member.to > date)
  // Who was in the group up to this very day goes on in it.
  const before = own.find(
    ({ member }) =>
      member.group === group &&
      (member.from === undefined || member.from <= date) &&
      (member.to === undefined || member.to >= date),
  )
  const ended = running
    .filter((one) => one !== before)
    .map(({ name, member }) =>
      (member.from ?? starts) < date ? put(name, { ...member, to: date }) : put(name, null),
    )
  if (before?.member.to === undefined && before) return ended
  if (before) {
    const { to: _, ...whole } = before.member
    return [...ended, put(before.name, whole)]
  }
  const from = date <= starts ? undefined : date
  const name = entity.member(group, pupil, from)
  return [
    ...ended.filter((entry) => entry.entity !== name),
    put(name, { group, pupil, ...(from === undefined ? {} : { from }) }),
  ]
}
