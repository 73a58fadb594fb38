import { addDays } from '../../src/domain/policy/policy.ts'
import type { GroupMemberRow, MovementRow } from '../../src/exchange/tables.ts'
import type { DemoClass } from './classes.ts'
import { type DemoPupil, drawChild, drawClass, drawPupil } from './pupils.ts'
import { random } from './random.ts'

/** When a pupil belongs to a class or to a group of it: from the first day on, `to` is the first day outside. */
export interface Stay {
  pupil: DemoPupil
  from: string
  to?: string
}

/** Who learns where, and the orders that say so. */
export interface Contingent {
  pupils: DemoPupil[]
  movements: MovementRow[]
  members: GroupMemberRow[]
  /** Taught at home all year. */
  homeTaught: DemoPupil
  /** Stays by class id, and by group id. */
  stays: ReadonlyMap<string, readonly Stay[]>
}

/** What happens through a year: at a share of the school days a pupil comes, leaves or changes to a parallel class. */
const year: readonly {
  at: number
  kind: 'arrived' | 'left' | 'moved' | 'regrouped'
  class: string
  to?: string
}[] = [
  { at: 0.07, kind: 'arrived', class: '3Б' },
  { at: 0.1, kind: 'regrouped', class: '8А' },
  { at: 0.13, kind: 'left', class: '2Б' },
  { at: 0.18, kind: 'moved', class: '6А', to: '6Б' },
  { at: 0.24, kind: 'arrived', class: '9А' },
  { at: 0.27, kind: 'left', class: '7Б' },
  { at: 0.41, kind: 'arrived', class: '8Б' },
  { at: 0.47, kind: 'moved', class: '9А', to: '9Б' },
  { at: 0.58, kind: 'left', class: '10А' },
  { at: 0.7, kind: 'arrived', class: '4А' },
]
/** A class that nobody leaves in `year`. */
const HOME_TAUGHT_IN = '6Б'
const otherSchools = [
  'МБОУ «Верещагинская СОШ № 1»',
  'МАОУ «СОШ № 42», г. Пермь',
  'МБОУ «Очёрская СОШ»',
  'МАОУ «Карагайская СОШ № 2»',
]

/** Draws the pupils and moves them about until `today`; orders after it are not written yet. */
export function contingent(
  classes: readonly DemoClass[],
  days: readonly string[],
  today: string,
  seed: number,
): Contingent {
  const draw = random(seed, 'movement')
  const startYear = Number(days[0]!.slice(0, 4))
  const pupils: DemoPupil[] = []
  const movements: MovementRow[] = []
  const stays = new Map<string, Stay[]>()
  let entered = 0
  const nextId = () => `p${String(++entered).padStart(4, '0')}`
  const stay = (where: string, one: Stay) => stays.set(where, [...(stays.get(where) ?? []), one])
  let orderNo = 40
  const order = (date: string) => ({ order_no: `${orderNo++}-у`, order_date: addDays(date, -1) })

  for (const of of classes) {
    const first = order(days[0]!)
    for (const pupil of drawClass(of, startYear, nextId, random(seed, 'pupils', of.id))) {
      pupils.push(pupil)
      stay(of.id, { pupil, from: days[0]! })
      movements.push({ pupil: pupil.row.id, class: of.id, kind: 'enrolled', date: days[0]!, ...first })
    }
    for (const group of of.groups)
      for (const one of firstMembers(of, group.id, stays.get(of.id)!)) stay(group.id, one)
  }

  const named = (name: string) => classes.find((c) => `${c.grade}${c.letter}` === name)!
  const inside = (where: string) => (stays.get(where) ?? []).filter((one) => one.to === undefined)
  const enter = (of: DemoClass, pupil: DemoPupil, from: string) => {
    stay(of.id, { pupil, from })
    for (const subject of new Set(of.groups.map((group) => group.subject))) {
      const groups = of.groups.filter((group) => group.subject === subject)
      const bySex = groups[pupil.sex === 'м' ? 0 : 1]!
      const smaller = groups.reduce((a, b) => (inside(b.id).length < inside(a.id).length ? b : a))
      stay((subject === 'tech' ? bySex : smaller).id, { pupil, from })
    }
  }
  const exit = (of: DemoClass, pupil: DemoPupil, to: string) => {
    for (const where of [of.id, ...of.groups.map((group) => group.id)]) {
      for (const one of inside(where)) if (one.pupil === pupil) one.to = to
    }
  }
  for (const event of year) {
    const date = days[Math.floor(event.at * days.length)]!
    if (date > today) break
    const of = named(event.class)
    const write = (pupil: DemoPupil, where: DemoClass, kind: MovementRow['kind'], place?: string) =>
      movements.push({
        pupil: pupil.row.id,
        class: where.id,
        kind,
        date,
        ...order(date),
        ...(place ? { place } : {}),
      })
    if (event.kind === 'arrived') {
      const child = drawChild(draw.chance(0.5) ? 'м' : 'ж', draw)
      const pupil = drawPupil(
        nextId(),
        child,
        { startYear, grade: of.grade, consent: addDays(date, -1) },
        draw,
      )
      pupils.push(pupil)
      enter(of, pupil, date)
      write(pupil, of, 'arrived', draw.pick(otherSchools))
      continue
    }
    const { pupil } = draw.pick(inside(of.id).filter((one) => one.from === days[0]))
    if (event.kind === 'regrouped') {
      const groups = of.groups.filter((group) => group.subject === 'eng')
      const from = groups.find((group) => inside(group.id).some((one) => one.pupil === pupil))!
      for (const one of inside(from.id)) if (one.pupil === pupil) one.to = date
      stay(groups.find((group) => group !== from)!.id, { pupil, from: date })
      continue
    }
    exit(of, pupil, date)
    if (event.kind === 'left') {
      write(pupil, of, 'left', draw.pick(otherSchools))
      continue
    }
    const to = named(event.to!)
    write(pupil, of, 'moved_out', event.to)
    write(pupil, to, 'moved_in', event.class)
    enter(to, pupil, date)
  }
  const homeTaught = stays.get(named(HOME_TAUGHT_IN).id)![0]!.pupil
  return { pupils, movements, members: memberRows(classes, stays, days[0]!), homeTaught, stays }
}

/** Boys and girls in the workshop, else every other name of the list. */
function firstMembers(of: DemoClass, group: string, all: readonly Stay[]): Stay[] {
  const { subject } = of.groups.find(({ id }) => id === group)!
  const number = of.groups.filter((g) => g.subject === subject).findIndex(({ id }) => id === group)
  return all
    .filter(({ pupil }, at) => (subject === 'tech' ? (pupil.sex === 'м' ? 0 : 1) : at % 2) === number)
    .map((one) => ({ ...one }))
}

function memberRows(
  classes: readonly DemoClass[],
  stays: ReadonlyMap<string, readonly Stay[]>,
  firstDay: string,
): GroupMemberRow[] {
  return classes.flatMap((of) =>
    of.groups.flatMap(({ id }) =>
      stays.get(id)!.map(({ pupil, from, to }) => ({
        group: id,
        pupil: pupil.row.id,
        ...(from === firstDay ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })),
    ),
  )
}
