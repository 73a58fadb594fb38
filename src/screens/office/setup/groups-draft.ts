import { entity } from '../../../domain/ledger/documents.ts'
import type { Entry } from '../../../domain/ledger/fact.ts'
import { type ClassView, inGroup, type Pupil } from '../../../domain/school/class-view.ts'
import type { Group, SchoolYear } from '../../../domain/school/school-view.ts'
import { said } from './said.ts'

/** Which group each pupil is in; '' for none. */
export type Division = ReadonlyMap<string, string>

/** Pupils in turn: the first of the list into the first group, the second into the second, and so on. */
export function alternating(pupils: readonly string[], groups: readonly string[]): Division {
  return new Map(pupils.map((pupil, at) => [pupil, groups[at % groups.length] ?? '']))
}

/** Boys and girls where the groups are called so and the list says who is who; everybody else by turns. */
export function offeredDivision(
  pupils: readonly Pick<Pupil, 'id' | 'sex'>[],
  groups: readonly Pick<Group, 'id' | 'name'>[],
): Division {
  const named = (words: RegExp) => groups.find(({ name }) => words.test(name))?.id
  const [boys, girls] = [named(/^(мальчик|юнош)/i), named(/^(девочк|девушк)/i)]
  const turns = alternating(
    pupils.map(({ id }) => id),
    groups.map(({ id }) => id),
  )
  if (!boys || !girls) return turns
  const bySex = (sex: string | undefined) => (sex === 'м' ? boys : sex === 'ж' ? girls : undefined)
  return new Map(pupils.map(({ id, sex }) => [id, bySex(sex) ?? turns.get(id) ?? '']))
}

/** Who is in which of these groups on a date. */
export function divisionOn(
  view: ClassView,
  pupils: readonly string[],
  groups: readonly string[],
  date: string,
): Division {
  return new Map(
    pupils.map((pupil) => [pupil, groups.find((group) => inGroup(view, group, pupil, date)) ?? '']),
  )
}

/**
 * What brings the groups to a division from a day on: before the year has begun memberships are put right from their
 * beginning; later the old one ends on that day and the new one begins with it, so that past lessons keep theirs.
 */
export function divisionEntries(
  view: ClassView,
  groups: readonly string[],
  division: Division,
  year: Pick<SchoolYear, 'starts'>,
  today: string,
): Entry[] {
  const begun = today > year.starts
  const day = begun ? today : year.starts
  const entries: Entry[] = []
  for (const [pupil, wanted] of division) {
    const held = view.members.filter(
      (member) =>
        member.pupil === pupil &&
        groups.includes(member.group) &&
        (member.to === undefined || day < member.to) &&
        (member.from === undefined || member.from <= day),
    )
    if (held.some(({ group }) => group === wanted) && held.length === 1) continue
    for (const member of held) {
      if (member.group === wanted) continue
      const name = entity.member(member.group, pupil, member.from)
      const keepsPast = begun && (member.from ?? '') < day
      entries.push(said(name, 'member', keepsPast ? { ...member, to: day } : null))
    }
    if (wanted === '' || held.some(({ group }) => group === wanted)) continue
    const from = begun ? { from: day } : {}
    entries.push(said(entity.member(wanted, pupil, from.from), 'member', { group: wanted, pupil, ...from }))
  }
  return entries
}
