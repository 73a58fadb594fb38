import type { StaffRow } from '../../src/exchange/tables.ts'
import { drawAdult, type Sex } from './names.ts'
import { random } from './random.ts'
import type { Field, StaffMember } from './staffing.ts'

/** Men are rare in a rural school but in some rooms. */
const MEN: Partial<Record<Field, number>> = {
  sport: 0.6,
  safety: 0.9,
  technology: 0.5,
  physics: 0.5,
  primary: 0,
}
const MEN_ELSEWHERE = 0.1

/** Names for the staff; no two have the same surname. */
export function staffRows(staff: readonly StaffMember[], seed: number): StaffRow[] {
  const draw = random(seed, 'staff')
  const taken = new Set<string>()
  return staff.map(({ id, field, roles }) => {
    const sex: Sex = draw.chance(MEN[field] ?? MEN_ELSEWHERE) ? 'м' : 'ж'
    let name = drawAdult(sex, draw)
    while (taken.has(name.last)) name = drawAdult(sex, draw)
    taken.add(name.last)
    return { id, last_name: name.last, first_name: name.first, middle_name: name.middle, roles }
  })
}
