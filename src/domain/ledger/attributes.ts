import { adviceAttributes } from './advice-attributes.ts'
import type { AttributeSpec } from './attribute-spec.ts'
import { classAttributes } from './class-attributes.ts'
import { journalAttributes } from './journal-attributes.ts'
import { schoolAttributes } from './school-attributes.ts'
import { threadAttributes } from './thread-attributes.ts'

export type { AttributeSpec, Capacity } from './attribute-spec.ts'
export type { Presence, Reason } from './journal-attributes.ts'
export { type Mark, markValues } from './mark-values.ts'

/**
 * The attribute schema: the ONE table that validation, permission, history and the diary read. An attribute names
 * what a fact says; its row tells the value's shape, the kind of document it lives in, who may assert it, whether
 * families may see it, and how history words it.
 */
export const attributes = {
  ...schoolAttributes,
  ...classAttributes,
  ...journalAttributes,
  ...threadAttributes,
  ...adviceAttributes,
} as const

export type AttributeName = keyof typeof attributes
export type ValueOf<A extends AttributeName> =
  (typeof attributes)[A] extends AttributeSpec<infer V> ? V : never

/** Whether a text is the name of a known attribute. */
export function isAttribute(name: string): name is AttributeName {
  return Object.hasOwn(attributes, name)
}

/** The schema row of an attribute. */
export function attributeSpec(name: AttributeName): AttributeSpec {
  return attributes[name] as AttributeSpec
}
