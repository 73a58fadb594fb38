import * as v from 'valibot'
import { type ClassDuties, dutyKinds, type ListedDuty } from '../domain/duties/class-standing.ts'
import type { Duty } from '../domain/duties/duty.ts'
import { reportKeys } from '../domain/reports/report-keys.ts'

const whole = v.pipe(v.number(), v.safeInteger())
const states = ['ahead', 'open', 'overdue', 'done'] as const satisfies readonly Duty['state'][]

/** A class would be half a hundred lines of names: kind, clause, term, report, due, state, done on, left, of, changed. */
const packedDuty = v.tuple([
  v.picklist(dutyKinds),
  v.string(),
  v.string(),
  v.picklist([...reportKeys, '']),
  v.string(),
  v.picklist(states),
  v.string(),
  whole,
  whole,
  v.picklist([0, 1]),
])
const packedClass = v.object({ class: v.string(), teacher: v.string(), duties: v.array(packedDuty) })
export type PackedClass = v.InferOutput<typeof packedClass>

/** The duties of classes that changed after a version. */
export const dutiesAnswer = v.object({
  version: whole,
  /** All classes: whatever was known before is to be dropped. */
  full: v.boolean(),
  classes: v.array(packedClass),
})
export type DutiesAnswer = v.InferOutput<typeof dutiesAnswer>

export function packClass({ duties, ...rest }: ClassDuties): PackedClass {
  return {
    ...rest,
    duties: duties.map(({ kind, clause, term, report, due, state, doneOn, left, of, changed }) => [
      kind,
      clause,
      term,
      report ?? '',
      due,
      state,
      doneOn ?? '',
      left,
      of,
      changed ? 1 : 0,
    ]),
  }
}

export function unpackClass({ duties, ...rest }: PackedClass): ClassDuties {
  return {
    ...rest,
    duties: duties.map(
      ([kind, clause, term, report, due, state, doneOn, left, of, changed]): ListedDuty => ({
        kind,
        clause,
        term,
        ...(report === '' ? {} : { report }),
        due,
        state,
        ...(doneOn === '' ? {} : { doneOn }),
        left,
        of,
        ...(changed ? { changed: true } : {}),
      }),
    ),
  }
}
