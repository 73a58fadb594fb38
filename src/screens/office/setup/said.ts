import type { AttributeName, ValueOf } from '../../../domain/ledger/attributes.ts'
import type { Entry, Json } from '../../../domain/ledger/fact.ts'

/** An entry whose value fits its attribute; fields that hold nothing are left out, null takes the value back. */
export function said<A extends AttributeName>(entity: string, attribute: A, value: ValueOf<A> | null): Entry {
  if (typeof value !== 'object' || value === null) return { entity, attribute, value: value as Json }
  const filled = Object.entries(value).filter(([, content]) => content !== undefined)
  return { entity, attribute, value: Object.fromEntries(filled) as Json }
}
