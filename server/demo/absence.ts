import type { AbsenceSpanRow } from '../../src/exchange/tables.ts'
import { type DemoClass, shownClass } from './classes.ts'
import type { Contingent, Stay } from './movement.ts'
import type { DemoPupil } from './pupils.ts'
import { type Random, random } from './random.ts'

/** Days in a row that a pupil is away from school; `to` is the last of them and may lie ahead. */
export interface Bout {
  reason: 'Б' | 'У' | 'Н'
  from: string
  to: string
  /** What the class teacher wrote down about it, if anything. */
  span?: Omit<AbsenceSpanRow, 'pupil'>
}

/** Chances a pupil of average health falls away on a school day, and for how many school days. */
const kinds = [
  { reason: 'Б', chance: 0.0072, days: [2, 8] },
  { reason: 'У', chance: 0.0022, days: [1, 3] },
  { reason: 'Н', chance: 0.0008, days: [1, 1] },
] as const
/** Colds of November to February. */
const COLD_SEASON = { months: ['11', '12', '01', '02'], factor: 1.35 }
/** School days during which a doctor's paper is still awaited. */
const PAPER_DUE = 5
const requests = ['заявление родителей', 'заявление родителей', 'приказ о выезде на олимпиаду']

export interface Absences {
  /** The bout that keeps a pupil away on a date. */
  on(pupil: string, date: string): Bout | undefined
  spans: AbsenceSpanRow[]
}

/**
 * Who is ill, excused or truant when, up to and around `today`. In the class that the demo shows two pupils are ill
 * today: one until a known day, one with the paper still to come. `daysOf` gives the school days of a grade.
 */
export function absences(
  classes: readonly DemoClass[],
  { stays, homeTaught }: Contingent,
  daysOf: (grade: number) => readonly string[],
  today: string,
  seed: number,
): Absences {
  const bouts = new Map<string, Bout[]>()
  for (const of of classes) {
    for (const { pupil, from, to } of stays.get(of.id)!) {
      if (pupil === homeTaught) continue
      const days = daysOf(of.grade).filter((date) => from <= date && (to === undefined || date < to))
      const drawn = drawBouts(pupil, days, today, random(seed, 'absence', pupil.row.id, of.id))
      bouts.set(pupil.row.id, [...(bouts.get(pupil.row.id) ?? []), ...drawn])
    }
    if (of.grade === shownClass.grade && of.letter === shownClass.letter) {
      keepTwoIll(stays.get(of.id)!, bouts, daysOf(of.grade), today, random(seed, 'ill today'))
    }
  }
  return {
    on: (pupil, date) => bouts.get(pupil)?.find((bout) => bout.from <= date && date <= bout.to),
    spans: [...bouts].flatMap(([pupil, list]) =>
      list.flatMap(({ span }) => (span ? [{ pupil, ...span }] : [])),
    ),
  }
}

function drawBouts(pupil: DemoPupil, days: readonly string[], today: string, draw: Random): Bout[] {
  const bouts: Bout[] = []
  for (let at = 0; at < days.length && days[at]! <= today; at++) {
    const season = COLD_SEASON.months.includes(days[at]!.slice(5, 7)) ? COLD_SEASON.factor : 1
    const kind = kinds.find(({ chance }) => draw.chance(chance * pupil.frailty * season))
    if (!kind) continue
    const last = Math.min(days.length - 1, at + draw.between(kind.days[0], kind.days[1]) - 1)
    const bout: Bout = { reason: kind.reason, from: days[at]!, to: days[last]! }
    const span = writeDown(bout, days.slice(last + 1), today, draw)
    bouts.push(span ? { ...bout, span } : bout)
    // Nobody falls ill again on the day he is back.
    at = last + 1
  }
  return bouts
}

/** What stands in the journal about a bout; `after` are the school days that follow it. */
function writeDown(bout: Bout, after: readonly string[], today: string, draw: Random): Bout['span'] {
  const { reason, from, to } = bout
  if (reason === 'Н') return undefined
  const over = to < today
  if (reason === 'У') {
    return draw.chance(0.75) ? { from, to, code: 'У', document: draw.pick(requests) } : undefined
  }
  if (!draw.chance(0.87)) return undefined
  const recent = over && after.filter((date) => date < today).length < PAPER_DUE
  if (!over || recent) {
    if (draw.chance(over ? 0.35 : 0.65)) return { from, code: 'Б' }
    return { from, to, code: 'Б', document: 'справка' }
  }
  // Some come back a day before the paper lets them, some never bring one.
  const until = draw.chance(0.03) ? (after[0] ?? to) : to
  return { from, to: until, code: 'Б', ...(draw.chance(0.9) ? { document: 'справка' } : {}) }
}

function keepTwoIll(
  stays: readonly Stay[],
  bouts: Map<string, Bout[]>,
  days: readonly string[],
  today: string,
  draw: Random,
): void {
  const now = days.indexOf(today)
  const from = days[Math.max(0, now - 2)]!
  const to = days[Math.min(days.length - 1, now + 2)]!
  const healthy = stays.filter(({ pupil }) =>
    (bouts.get(pupil.row.id) ?? []).every((bout) => bout.to < from || to < bout.from),
  )
  const [first, second] = draw.shuffle(healthy)
  const known = { reason: 'Б', from, to, span: { from, to, code: 'Б', document: 'справка' } } as const
  const open = { reason: 'Б', from, to, span: { from, code: 'Б' } } as const
  bouts.get(first!.pupil.row.id)!.push(known)
  bouts.get(second!.pupil.row.id)!.push(open)
}
