import { personKey, type SheetPerson } from './person-names.ts'

/** A person as a row of a list names him. */
export interface ListedPerson {
  /** Counted from 1. */
  row: number
  person: SheetPerson
  /** `YYYY-MM-DD`, where the list has it. */
  born?: string
}

export interface KnownPerson {
  id: string
  person: SheetPerson
  born?: string
}

/** What a person decided about a row whose name somebody else has too. */
export type Decision =
  /** Somebody of his own. */
  | { kind: 'new' }
  /** The one whom the school has already. */
  | { kind: 'known'; id: string }
  /** The same as in an earlier row: left out. */
  | { kind: 'same' }

/** By row, counted from 1. */
export type Decisions = ReadonlyMap<number, Decision>

/** A name that occurs more than once. */
export interface Namesake {
  row: number
  person: SheetPerson
  /** Earlier rows of the name. */
  rows: number[]
  /** Ids in the school of the name. */
  known: string[]
  /** Told apart by birth dates or by a decision; otherwise a decision is wanted. */
  settled: boolean
}

/** Who a row is; absent rows wait for a decision or are left out. */
export interface Identified {
  /** Ids by row: of a known person, or a fresh one. */
  ids: Map<number, string>
  /** Rows whose person the school has already. */
  recognized: Set<number>
  namesakes: Namesake[]
}

/**
 * Finds out who the people of a list are: by name (Ё is Е) and, where both sides have it, birth date. A name that one
 * known person has is that person; several of one name that nothing tells apart wait for a decision.
 */
export function identify(
  listed: readonly ListedPerson[],
  known: readonly KnownPerson[],
  decisions: Decisions,
  newId: (own: ListedPerson) => string,
): Identified {
  const found: Identified = { ids: new Map(), recognized: new Set(), namesakes: [] }
  const byName = groupBy(known, ({ person }) => personKey(person))
  const rows = groupBy(listed, ({ person }) => personKey(person))
  const taken = new Set<string>()
  for (const own of listed) {
    const { row, person } = own
    const named = byName.get(personKey(person)) ?? []
    const earlier = (rows.get(personKey(person)) ?? []).filter((other) => other.row < row)
    const maybe = named.filter((other) => maybeSame(own, other))
    const decision = decisions.get(row)
    const doubtful =
      maybe.length > 1 ||
      maybe.some(({ id }) => taken.has(id)) ||
      earlier.some((other) => maybeSame(own, other))
    if (earlier.length > 0 || named.length > 1 || (named.length === 1 && maybe.length === 0))
      found.namesakes.push({
        row,
        person,
        rows: earlier.map((other) => other.row),
        known: named.map(({ id }) => id),
        settled: !doubtful || decision !== undefined,
      })
    if (decision ? decision.kind === 'same' : doubtful) continue
    const id = decision?.kind === 'known' ? decision.id : decision ? undefined : maybe[0]?.id
    if (id !== undefined) {
      found.recognized.add(row)
      taken.add(id)
    }
    found.ids.set(row, id ?? newId(own))
  }
  return found
}

function maybeSame(a: { born?: string }, b: { born?: string }): boolean {
  return a.born === undefined || b.born === undefined || a.born === b.born
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
