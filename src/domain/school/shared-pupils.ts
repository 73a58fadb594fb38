import type { GroupMember } from './class-view.ts'

/** Whether two groups have a pupil in common on some day from `from` on, before `to` (ISO dates). */
export type SharePupils = (a: string, b: string, from: string, to: string) => boolean

/** Reads who is in which group, by the lists of all classes. */
export function sharePupils(members: Iterable<GroupMember>): SharePupils {
  const groups = new Map<string, Map<string, GroupMember[]>>()
  for (const member of members) {
    const group = groups.get(member.group) ?? new Map<string, GroupMember[]>()
    groups.set(member.group, group.set(member.pupil, [...(group.get(member.pupil) ?? []), member]))
  }
  return (a, b, from, to) => {
    const others = groups.get(b)
    if (!others) return false
    return [...(groups.get(a) ?? [])].some(([pupil, own]) =>
      own.some((one) => others.get(pupil)?.some((other) => overlap(from, to, one, other))),
    )
  }
}

function overlap(from: string, to: string, a: GroupMember, b: GroupMember): boolean {
  const start = [from, a.from ?? '', b.from ?? ''].sort().at(-1)!
  const end = [to, a.to ?? to, b.to ?? to].sort()[0]!
  return start < end
}
