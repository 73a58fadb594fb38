import * as v from 'valibot'
import { type AttributeName, attributeSpec, isAttribute } from './attributes.ts'
import type { DocumentKind } from './documents.ts'
import { type DeviceId, type FactId, isDeviceId, isFactId, isUserId, type UserId } from './ids.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** `[id, entity, attribute, value, supersedes?]`; a null value retracts. */
export type Fact = readonly [
  id: FactId,
  entity: string,
  attribute: string,
  value: Json,
  supersedes?: readonly FactId[],
]

/** The first element of every writer's array: who writes, on which device, with which version of the app. */
export interface Header {
  user: UserId
  device: DeviceId
  app: string
}

/** What is left where a fact was erased: its hash, which the chain needs, and the relay's word that it did so. */
export interface Erased {
  /** SHA-256 of the fact as canonical JSON, base64url. */
  erased: string
  /** HMAC of the relay, base64url: nobody else can have a fact forgotten. */
  mac: string
}

/** What a writer's array holds: the header at clock 0, facts after it, or what is left of those. */
export type Element = Header | Fact | Erased

export function isFact(element: Element): element is Fact {
  return Array.isArray(element)
}

export function isErased(element: Element): element is Erased {
  return !Array.isArray(element) && Object.hasOwn(element, 'erased')
}

/** Longest entity name; a mark's is about 60 letters. */
const entityLimit = 600
/** More heads than this in one cell come from no honest app. */
const supersedesLimit = 64
/** Letters of a value's JSON. */
export const valueLimit = 16_000

export type Parsed<T> = { ok: true; value: T } | { ok: false; why: string }
const fault = (why: string): { ok: false; why: string } => ({ ok: false, why })

/** Parses the header a writer opens its array with. */
export function parseHeader(raw: unknown): Parsed<Header> {
  const header = v.safeParse(
    v.strictObject({ user: v.string(), device: v.string(), app: v.pipe(v.string(), v.maxLength(40)) }),
    raw,
  )
  if (!header.success) return fault('not a header')
  const { user, device, app } = header.output
  if (!isUserId(user) || !isDeviceId(device)) return fault('header names no user or device')
  return { ok: true, value: { user, device, app } }
}

/** Parses what is left of an erased fact. */
export function parseErased(raw: unknown): Parsed<Erased> {
  const erased = v.safeParse(
    v.strictObject({
      erased: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
      mac: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
    }),
    raw,
  )
  return erased.success ? { ok: true, value: erased.output } : fault('not an erased fact')
}

/** Parses a fact of a document of the given kind by the attribute schema. */
export function parseFact(raw: unknown, document: DocumentKind): Parsed<Fact> {
  const shape = parseCarriedFact(raw)
  if (!shape.ok) return shape
  const [, , attribute, value] = shape.value
  if (!isAttribute(attribute)) return fault(`unknown attribute ${attribute}`)
  const spec = attributeSpec(attribute)
  if (spec.document !== document) return fault(`${attribute} does not belong in a ${document} document`)
  if (value !== null && !v.safeParse(spec.value, value).success)
    return fault(`value of ${attribute} is malformed`)
  return shape
}

/**
 * Parses the shape of a fact without knowing its attribute: what a device reads from a relay newer than itself is
 * kept, though it can't be shown.
 */
export function parseCarriedFact(raw: unknown): Parsed<Fact> {
  if (!Array.isArray(raw) || raw.length < 4 || raw.length > 5) return fault('not a fact')
  const [id, entity, attribute, value, supersedes] = raw as unknown[]
  if (!isFactId(id)) return fault('malformed id')
  if (
    typeof entity !== 'string' ||
    entity.length === 0 ||
    entity.length > entityLimit ||
    !entity.isWellFormed()
  )
    return fault('malformed entity')
  if (typeof attribute !== 'string' || attribute.length > 60) return fault('malformed attribute')
  if (!isPlainJson(value, 4)) return fault('value is not plain JSON')
  if (JSON.stringify(value).length > valueLimit) return fault('value is too long')
  if (raw.length === 5) {
    if (!Array.isArray(supersedes) || supersedes.length === 0 || supersedes.length > supersedesLimit)
      return fault('malformed supersedes')
    if (!supersedes.every(isFactId)) return fault('malformed supersedes')
  }
  return { ok: true, value: raw as unknown as Fact }
}

/** JSON that means the same everywhere: no -0, NaN, bigint, bytes, undefined, `__proto__` or lone surrogates. */
function isPlainJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || depth === 0) return false
  if (Array.isArray(value)) return value.every((item) => isPlainJson(item, depth - 1))
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.entries(value).every(
    ([key, item]) => key !== '__proto__' && key.isWellFormed() && isPlainJson(item, depth - 1),
  )
}

/** What is entered, before it has an id: one attribute of one entity. */
export interface Entry {
  entity: string
  attribute: AttributeName
  value: Json
}

/** JSON with keys in order, so that equal values are equal texts. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) {
    // Most facts: a mark, a presence, a topic.
    const isFlat = value.every((item) => item === null || typeof item !== 'object')
    return isFlat ? JSON.stringify(value) : `[${value.map(canonical).join(',')}]`
  }
  const object = value as { readonly [key: string]: Json }
  const keys = Object.keys(object).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(object[key]!)}`).join(',')}}`
}
