import { addDays } from '../../src/domain/policy/policy.ts'
import type { GuardianRow, PupilRow } from '../../src/exchange/tables.ts'
import { type DemoClass, shownClass } from './classes.ts'
import {
  adultName,
  childName,
  drawAdult,
  drawFamily,
  drawFirstName,
  type Family,
  type FullName,
  longestFamily,
  longestFirstName,
  type Sex,
} from './names.ts'
import { type Random, random } from './random.ts'

/** A pupil with what the demo knows of him and the journal does not. */
export interface DemoPupil {
  row: PupilRow
  guardians: GuardianRow[]
  sex: Sex
  /** The mark he gives on an average day, 2.6 to 4.9. */
  ability: number
  /** How much oftener than others he is ill. */
  frailty: number
  /** Free of physical education for the year. */
  exempt: boolean
}

/** What pupils are like: set so that quality is about 50 % and some fail, as in real schools. */
const ABILITY = { mean: 3.95, deviation: 0.62, least: 2.7, most: 4.9 }
const EXEMPT = 0.015
const GUARDIAN = { mother: 0.93, father: 0.7, otherRelative: 0.03, byMail: 0.35 }

const withMiddle = ({ last, first, middle }: FullName) => ({
  last_name: last,
  first_name: first,
  middle_name: middle,
})

/** A number of the Perm city code, drawn like in the sample data. */
const drawPhone = (draw: Random) => `+7342${draw.between(2_100_000, 2_999_999)}`

function guardiansOf(pupil: string, family: Family, consent: string, draw: Random): GuardianRow[] {
  const people: { name: FullName; relation: string }[] = []
  if (draw.chance(GUARDIAN.mother)) {
    people.push({ name: adultName(family.surname, 'ж', draw), relation: 'мать' })
  }
  if (draw.chance(GUARDIAN.father)) {
    people.push({ name: adultName(family.surname, 'м', draw, family.father.first), relation: 'отец' })
  }
  if (people.length === 0 || (people.length === 1 && draw.chance(GUARDIAN.otherRelative))) {
    people.push({ name: drawAdult('ж', draw), relation: people.length ? 'бабушка' : 'опекун' })
  }
  return people.map(({ name, relation }, n) => ({
    id: `g${pupil.slice(1)}${n + 1}`,
    pupil,
    ...withMiddle(name),
    relation,
    phone: drawPhone(draw),
    ...(n === 0 && random(1, 'mail', pupil).chance(GUARDIAN.byMail)
      ? { email: `g${pupil.slice(1)}@example.org` }
      : {}),
    consent_date: consent,
  }))
}

/** Seven years old or about to be on 1 September of grade 1. */
function drawBirthday(startYear: number, grade: number, draw: Random): string {
  return addDays(`${startYear - grade - 7}-11-15`, draw.below(365))
}

/** Who a pupil is before he is entered anywhere. */
export interface Child {
  sex: Sex
  family: Family
  first: string
}

export function drawChild(sex: Sex, draw: Random): Child {
  return { sex, family: drawFamily(draw), first: drawFirstName(sex, draw) }
}

/** Enters one pupil; `consent` is the day his parents signed, before he came. */
export function drawPupil(
  id: string,
  { sex, family, first }: Child,
  of: { startYear: number; grade: number; consent: string },
  draw: Random,
): DemoPupil {
  const ability = ABILITY.mean + ABILITY.deviation * draw.normal()
  return {
    row: {
      id,
      ...withMiddle(childName(family, sex, first)),
      born: drawBirthday(of.startYear, of.grade, draw),
      sex,
    },
    guardians: guardiansOf(id, family, of.consent, draw),
    sex,
    ability: Math.min(ABILITY.most, Math.max(ABILITY.least, ability)),
    frailty: 0.4 + 1.4 * draw.next(),
    exempt: draw.chance(EXEMPT),
  }
}

/** The pupils of a class on the first day, in order of names: half boys, half girls, no name twice. */
export function drawClass(of: DemoClass, startYear: number, nextId: () => string, draw: Random): DemoPupil[] {
  const shown = of.grade === shownClass.grade && of.letter === shownClass.letter
  const children = new Map<string, Child>()
  if (shown) children.set('', { sex: 'ж', family: longestFamily, first: longestFirstName })
  while (children.size < of.size) {
    const child = drawChild(children.size % 2 ? 'м' : 'ж', draw)
    children.set(`${child.family.surname} ${child.first}`, child)
  }
  const collator = new Intl.Collator('ru')
  return [...children.values()]
    .sort(
      (a, b) => collator.compare(a.family.surname, b.family.surname) || collator.compare(a.first, b.first),
    )
    .map((child) =>
      drawPupil(
        nextId(),
        child,
        { startYear, grade: of.grade, consent: `${startYear}-08-${draw.between(24, 31)}` },
        draw,
      ),
    )
}
