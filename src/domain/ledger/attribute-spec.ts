import type * as v from 'valibot'
import type { DocumentKind } from './documents.ts'

/** In what capacity an author asserts a fact; the relay names it in the receipt. */
export type Capacity = 'assigned' | 'substitute' | 'classTeacher' | 'office' | 'family' | 'relay' | 'import'

/** A row of the attribute schema. */
export interface AttributeSpec<V = unknown> {
  document: DocumentKind
  value: v.GenericSchema<unknown, V>
  /** Who may assert it. `import` and `relay` may assert everything and are not listed. */
  by: readonly Capacity[]
  /** Whether a family may ever be shown it (the diary is this allow-list). */
  family: boolean
  /** How history words it, in Russian. */
  words: string
  /** Speaks about the journal rather than keeping it, so that a locked period does not refuse it. */
  free?: true
  /** In a thread: said in the name of the person whom the entity names, so that nobody else says it. */
  ownName?: true
  /** Which of two conflicting values is shown: negative when `a` is. Without it the general rules decide. */
  prefer?: (a: V, b: V) => number
}

/** Writes a row so that its value's type is kept. */
export const define = <V>(spec: AttributeSpec<V>) => spec
