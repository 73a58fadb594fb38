import { by } from '../school/school-view.ts'
import type { WeekFlag, WeekFlagKind } from './week-flags.ts'

/** Flags that one decision settles: of a pupil's day, or of a journal's lesson. */
export interface FlagGroup {
  kind: WeekFlagKind
  id: string
  date: string
  pupil?: string
  /** At least one, by bell. */
  flags: [WeekFlag, ...WeekFlag[]]
}

/** Flags that a pupil's whole day has in common. */
const ofDay = new Set<WeekFlagKind>(['noReason', 'presentUnderSpan'])

/** Puts together what is decided together, by date, then by pupil and bell; keeps the flags' order within. */
export function groupFlags(flags: readonly WeekFlag[]): FlagGroup[] {
  const groups = new Map<string, FlagGroup>()
  for (const flag of flags) {
    const { kind, date, pupil } = flag
    const id = ofDay.has(kind) ? `${kind} ${date} ${pupil}` : flag.id
    const group = groups.get(id)
    if (group) group.flags.push(flag)
    else groups.set(id, { kind, id, date, ...(pupil === undefined ? {} : { pupil }), flags: [flag] })
  }
  return [...groups.values()].sort(
    by(
      ({ date, pupil, flags: [first] }) =>
        `${date},${pupil ?? ''},${String(first.bell ?? 99).padStart(2, '0')}`,
    ),
  )
}
