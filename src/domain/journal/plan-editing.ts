import { entity } from '../ledger/documents.ts'
import type { Entry } from '../ledger/fact.ts'
import type { PlanEntry } from './journal-view.ts'

/** What an entry of the plan says, without its place in the order. */
export type PlanContent = Omit<PlanEntry, 'number'>

/** The plan with the entry at `from` dragged to stand at `to` (both places from 0); those between shift by one. */
export function movePlanEntry(plan: readonly PlanEntry[], from: number, to: number): PlanEntry[] {
  const moved = plan[from]
  if (!moved) return [...plan]
  const rest = plan.filter((_, index) => index !== from)
  return numbered([...rest.slice(0, to), moved, ...rest.slice(to)])
}

/** The plan with entries put in before place `at` (from 0); everything behind shifts by their hours. */
export function insertPlanEntries(
  plan: readonly PlanEntry[],
  at: number,
  entries: readonly PlanContent[],
): PlanEntry[] {
  return numbered([...plan.slice(0, at), ...entries, ...plan.slice(at)])
}

/** The plan without the entry at a place (from 0); everything behind comes forward by its hours. */
export function removePlanEntry(plan: readonly PlanEntry[], at: number): PlanEntry[] {
  return numbered(plan.filter((_, index) => index !== at))
}

/** The plan with another content at a place (from 0): more hours shift all that follows, fewer bring it forward. */
export function changePlanEntry(plan: readonly PlanEntry[], at: number, content: PlanContent): PlanEntry[] {
  return numbered(plan.map((entry, index) => (index === at ? content : entry)))
}

/** The plan with the entry at a place (from 0) in two of half its hours each, the larger half first. */
export function splitPlanEntry(plan: readonly PlanEntry[], at: number): PlanEntry[] {
  const entry = plan[at]
  if (!entry || entry.hours <= 1) return [...plan]
  const { number: _, homework: __, ...second } = entry
  const first = Math.ceil(entry.hours / 2)
  // The homework stands once, with the part that comes first.
  const parts = [
    { ...entry, hours: first },
    { ...second, hours: entry.hours - first },
  ]
  return numbered([...plan.slice(0, at), ...parts, ...plan.slice(at + 1)])
}

function numbered(entries: readonly PlanContent[]): PlanEntry[] {
  return entries.map((entry, index) => ({ ...entry, number: index + 1 }))
}

/** What to write so that a plan becomes another: only the entries that differ; null takes a surplus one away. */
export function planChanges(before: readonly PlanEntry[], after: readonly PlanEntry[]): Entry[] {
  const held = new Map(before.map((entry) => [entry.number, entry]))
  const changes: Entry[] = []
  for (const { number, hours, topic, homework } of after) {
    const known = held.get(number)
    held.delete(number)
    if (known && known.hours === hours && known.topic === topic && known.homework === homework) continue
    const value = { number, hours, topic, ...(homework === undefined ? {} : { homework }) }
    changes.push({ entity: entity.plan(number), attribute: 'plan', value })
  }
  for (const number of held.keys())
    changes.push({ entity: entity.plan(number), attribute: 'plan', value: null })
  return changes
}
