import type { ExchangeTables, GuardianRow, PupilRow } from '../../src/exchange/tables.ts'
import { shownClass } from './classes.ts'

type Tables = Pick<ExchangeTables, 'classes' | 'movements' | 'pupils' | 'guardians'>

/** A mother through whom the family's side of the demo is shown, with her two children in school. */
export interface DemoFamily {
  /** Of 7А. */
  pupil: string
  /** One guardian record for each child, as a school's lists have them. */
  mother: readonly { pupil: string; guardian: string }[]
}

const entering: readonly string[] = ['enrolled', 'arrived', 'moved_in']

/** The guardians of the school once two pupils who could be sister and brother, one of them in 7А, have the same. */
export function withSiblings(tables: Tables): GuardianRow[] {
  const pair = siblings(tables)
  if (!pair) return tables.guardians
  const [shown, other] = pair
  const parents = tables.guardians.filter(({ pupil }) => pupil === shown.id)
  return tables.guardians.flatMap((row) => {
    if (row.pupil !== other.id) return [row]
    // In place of the other's own, once.
    if (row.id !== `g${other.id.slice(1)}1`) return []
    return parents.map((parent, index) => ({
      ...parent,
      id: `g${other.id.slice(1)}${index + 1}`,
      pupil: other.id,
    }))
  })
}

/** The family that the demo shows, found in its tables; undefined where nobody fits. */
export function demoFamily(tables: Tables): DemoFamily | undefined {
  const pair = siblings(tables)
  const mothers = (pair ?? []).flatMap(({ id }) => {
    const mother = tables.guardians.find(({ pupil, relation }) => pupil === id && relation === 'мать')
    return mother ? [{ pupil: id, guardian: mother.id }] : []
  })
  return pair && mothers.length === 2 ? { pupil: pair[0].id, mother: mothers } : undefined
}

/** The first pupil of 7А with a mother, and the first of another class with the same surname and patronymic. */
function siblings({ classes, movements, pupils, guardians }: Tables): [PupilRow, PupilRow] | undefined {
  const shown = classes.find(
    ({ grade, letter }) => grade === shownClass.grade && letter === shownClass.letter,
  )!
  const last = new Map([...movements].sort((a, b) => (a.date < b.date ? -1 : 1)).map((m) => [m.pupil, m]))
  const inSchool = pupils.filter(({ id }) => entering.includes(last.get(id)?.kind ?? ''))
  for (const one of inSchool) {
    if (last.get(one.id)?.class !== shown.id) continue
    if (!guardians.some(({ pupil, relation }) => pupil === one.id && relation === 'мать')) continue
    const other = inSchool.find((it) => last.get(it.id)?.class !== shown.id && areOfOne(one, it))
    if (other) return [one, other]
  }
  return undefined
}

function areOfOne(a: PupilRow, b: PupilRow): boolean {
  return sexless(a.last_name) === sexless(b.last_name) && stem(a.middle_name) === stem(b.middle_name)
}

/** «Вяткина» and «Вяткин» are one. */
const sexless = (last: string) => last.replace(/а$/, '').replace(/ая$/, 'ий')
/** «Олеговна» and «Олегович»: the father's name. */
const stem = (middle = '') => middle.replace(/(ович|овна|евич|евна|ич|инична|ична)$/, '')
