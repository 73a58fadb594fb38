import type { ClassFamilies, FamilyMember } from '../../../sync/family-access.ts'

/** One of a pupil's family, as requests name him. */
export interface FamilyPerson {
  pupil: string
  person: string
}

type PupilFamily = ClassFamilies['pupils'][number]

/** Who is shown: all, who has no code, whose code waits, who never signed in, who read nothing for a fortnight. */
export const diaryFilters = ['all', 'none', 'waiting', 'never', 'silent'] as const
export type DiaryFilter = (typeof diaryFilters)[number]

/** Reading within so many ms counts as reading: a fortnight, as the relay counts. */
const readingSpan = 14 * 86_400_000

/** Whether somebody has no way in and may be given one: never invited, or the code was not used in time. */
export function lacksCode({ state, ended }: FamilyMember): boolean {
  return !ended && (state === 'none' || state === 'expired')
}

/** Whether a filter shows somebody; `now` in ms since 1970. */
export function isShown(member: FamilyMember, filter: DiaryFilter, now: number): boolean {
  const { state, lastSignIn, ended } = member
  if (filter === 'none') return lacksCode(member)
  if (filter === 'waiting') return state === 'issued'
  if (filter === 'never') return !ended && lastSignIn === undefined
  if (filter === 'silent') return lastSignIn !== undefined && !hasRead(member, now)
  return true
}

/** Families of whom somebody has ever signed in, of whom somebody reads, and all. */
export function familyCounts(pupils: readonly PupilFamily[], now: number) {
  const some = (test: (member: FamilyMember) => boolean) =>
    pupils.filter(({ members }) => members.some(test)).length
  return {
    all: pupils.length,
    signedIn: some(({ lastSignIn }) => lastSignIn !== undefined),
    reading: some((member) => hasRead(member, now)),
  }
}

/** Guardians, or pupils themselves, who lack a code. */
export function lacking(pupils: readonly PupilFamily[], who: 'guardians' | 'pupils'): FamilyPerson[] {
  return pupils.flatMap(({ pupil, members }) =>
    members
      .filter((member) => lacksCode(member) && (member.person === pupil) === (who === 'pupils'))
      .map(({ person }) => ({ pupil, person })),
  )
}

function hasRead({ lastRead = 0 }: FamilyMember, now: number): boolean {
  return lastRead > now - readingSpan
}
