import type { PlanEntry } from '../../domain/journal/journal-view.ts'
import { insertPlanEntries, type PlanContent } from '../../domain/journal/plan-editing.ts'
import type { LaidEntry, PlanLayout } from '../../domain/journal/plan-layout.ts'

/** An entry of the plan as its row shows it. */
export interface PlanRowView {
  /** The same while the entry moves; entries that say the same are told apart by their order. */
  id: string
  number: number
  hours: number
  topic: string
  homework: string | undefined
  state: LaidEntry['state']
  /** Hours of it that are held. */
  held: number
  /** Hours that found no place in the year. */
  missing: number
  /** ISO dates it falls on, in order, each once. */
  dates: string[]
  today: boolean
}

/** The rows of a plan that is laid over the year. */
export function planRows({ entries }: Pick<PlanLayout, 'entries'>, today: string): PlanRowView[] {
  const seen = new Map<string, number>()
  return entries.map(({ entry, places, state, missing }) => {
    const { number, hours, topic, homework } = entry
    const content = JSON.stringify([topic, hours, homework])
    const times = seen.get(content) ?? 0
    seen.set(content, times + 1)
    const dates = [...new Set(places.map(({ date }) => date))]
    return {
      id: `${content} ${times}`,
      number,
      hours,
      topic,
      homework,
      state,
      held: Math.min(hours, places.filter((place) => place.state === 'held').length),
      missing,
      dates,
      today: dates.includes(today),
    }
  })
}

/** How many entries, from the first, are held or begun: what another plan leaves as it is. */
export function keptEntries({ entries }: Pick<PlanLayout, 'entries'>): number {
  return entries.findLastIndex(({ places }) => places.some(({ state }) => state === 'held')) + 1
}

/** The plan with another one in place of everything behind its first `kept` entries. */
export function planWith(
  plan: readonly PlanEntry[],
  kept: number,
  entries: readonly PlanContent[],
): PlanEntry[] {
  return insertPlanEntries(plan.slice(0, kept), kept, entries)
}

/** Where hours stand in words of a picture: parts of the whole plan, 0 to 1. */
export function planBar({ planned, held, due }: Pick<PlanLayout, 'planned' | 'held' | 'due'>): {
  held: number
  due: number
} {
  const part = (hours: number) => (planned > 0 ? Math.min(1, hours / planned) : 0)
  return { held: part(held), due: part(due) }
}
