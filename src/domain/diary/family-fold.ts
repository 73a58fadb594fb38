import { attributeSpec, isAttribute } from '../ledger/attributes.ts'
import type { CellState, Fold, FoldReader } from '../ledger/fold.ts'

/**
 * Who is in which class and group, and what the office sets for the school, decides which lessons are a pupil's at all:
 * there the chosen value stands until the conflict is settled, as it does for everybody else.
 */
const structure: ReadonlySet<string> = new Set(['pupil', 'movement', 'member'])

/**
 * What a family may ever see of a document (ledger.md, 4): attributes that the schema opens to families, live values
 * only, and none that two people say differently and nobody has settled yet.
 */
export function familyFold(fold: Fold): FoldReader {
  const state = (entity: string, attribute: string): CellState | undefined => {
    if (!isAttribute(attribute)) return undefined
    const spec = attributeSpec(attribute)
    if (!spec.family) return undefined
    const found = fold.state(entity, attribute)
    const open = found?.conflict === true && spec.document !== 'school' && !structure.has(attribute)
    return open ? undefined : found
  }
  return {
    state,
    value: (entity, attribute) => {
      const shown = state(entity, attribute)?.shown
      // The cell holds what its attribute's schema let in.
      return (shown?.value ?? undefined) as ReturnType<typeof fold.value<typeof attribute>>
    },
    entities: (kind) => fold.entities(kind),
    attributes: (entity) => fold.attributes(entity),
    conflicts: () => [],
  }
}
