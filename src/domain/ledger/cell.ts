import { attributeSpec, isAttribute } from './attributes.ts'
import { allowedDrift } from './clock.ts'
import { canonical, type Json } from './fact.ts'
import { type ClientId, type FactId, factTime, factWriter, type UserId } from './ids.ts'
import type { ElementReceipt } from './receipt.ts'

/** A fact as the fold keeps it, with every place that carries it and the receipt that counts. */
export interface KnownFact {
  readonly id: FactId
  readonly entity: string
  readonly attribute: string
  readonly value: Json
  readonly supersedes: readonly FactId[]
  readonly carriers: { client: ClientId; clock: number }[]
  receipt: ElementReceipt | undefined
}

/** A live fact that no live fact supersedes. */
export interface Head {
  id: FactId
  value: Json
  author: UserId
  /** The author's device time, ms since 1970. */
  deviceTime: number
  receipt: ElementReceipt | undefined
}

export interface CellState {
  /** The head that is shown; undefined when nothing live stands. */
  shown: Head | undefined
  heads: readonly Head[]
  /** Heads of different values by different authors: a person must settle it. */
  conflict: boolean
  /** Heads of different values by one author: the later is shown, a quiet note to him alone. */
  ownConflict: boolean
}

/**
 * Folds the facts of one (entity, attribute). A live fact supersedes everything reachable through `supersedes`,
 * void facts included; a void fact alone supersedes nothing.
 */
export function settle(facts: readonly KnownFact[], attribute: string): CellState {
  const heads = liveHeads(facts).map(head)
  if (heads.length <= 1) return { shown: heads[0], heads, conflict: false, ownConflict: false }
  const values = new Set(heads.map(({ value }) => canonical(value)))
  const authors = new Set(heads.map(({ author }) => author))
  const differ = values.size > 1
  const own = differ && authors.size === 1
  const ranked = [...heads].sort(own ? later(heads.some(isAhead)) : byRule(attribute))
  return { shown: ranked[0], heads: ranked, conflict: differ && !own, ownConflict: own }
}

function liveHeads(facts: readonly KnownFact[]): KnownFact[] {
  const live = facts.filter((fact) => fact.receipt?.verdict !== 'void')
  if (facts.length === 1) return live
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const superseded = new Set<FactId>()
  const reach = live.flatMap((fact) => fact.supersedes)
  for (let id = reach.pop(); id !== undefined; id = reach.pop()) {
    const fact = byId.get(id)
    // An id of another cell, or of a fact that has not arrived, supersedes nothing here.
    if (!fact || superseded.has(id)) continue
    superseded.add(id)
    reach.push(...fact.supersedes)
  }
  return live.filter((fact) => !superseded.has(fact.id))
}

function head({ id, value, receipt }: KnownFact): Head {
  return { id, value, author: receipt?.author ?? factWriter(id).user, deviceTime: factTime(id), receipt }
}

/** Ids minted ahead of the relay's time by a wrong clock are left out of tie-breaks. */
function isAhead({ deviceTime, receipt }: Head): boolean {
  return receipt !== undefined && deviceTime > receipt.receivedAt + allowedDrift
}

const receivedAt = ({ receipt }: Head) => receipt?.receivedAt ?? Number.POSITIVE_INFINITY

/** Of one author's values the later is shown; where a clock was wrong, later in the relay's order. */
function later(anyAhead: boolean): (a: Head, b: Head) => number {
  return (a, b) => (anyAhead ? compare(receivedAt(b), receivedAt(a)) : 0) || compare(b.id, a.id)
}

/** The attribute's own preference; the assigned teacher over a substitute; the earlier receipt; then the id. */
function byRule(attribute: string): (a: Head, b: Head) => number {
  const prefer = isAttribute(attribute) ? attributeSpec(attribute).prefer : undefined
  return (a, b) =>
    (prefer ? preferred(prefer, a.value, b.value) : 0) ||
    compare(Number(a.receipt?.as === 'substitute'), Number(b.receipt?.as === 'substitute')) ||
    compare(receivedAt(a), receivedAt(b)) ||
    compare(Number(isAhead(a)), Number(isAhead(b))) ||
    compare(a.id, b.id)
}

/** A retraction comes after every value, so that the order stays total. */
function preferred(prefer: (a: unknown, b: unknown) => number, a: Json, b: Json): number {
  if (a === null || b === null) return compare(Number(a === null), Number(b === null))
  return prefer(a, b)
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
