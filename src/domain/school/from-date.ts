import type { AttributeName } from '../ledger/attributes.ts'
import type { Entry, Json } from '../ledger/fact.ts'
import { covers, type SchoolYear } from './school-view.ts'

/** What is in force from its `from` on until the day before its `to`. */
export interface Dated {
  from?: string | undefined
  to?: string | undefined
}

/** The day to write as the first one: none for what holds from the first day of its year on. */
export function firstDay(year: SchoolYear | undefined, date: string): { from?: string } {
  return year && date <= year.starts ? {} : { from: date }
}

/** The same without an end. */
export function endless<T extends Dated>(value: T): T {
  const { to: _, ...rest } = value
  return rest as T
}

/**
 * A value that is no longer in force from a date on: with its last day written, so that the days before it stay as they
 * were; null where it was never in force before.
 */
export function endedAt<T extends Dated>(value: T, year: SchoolYear | undefined, date: string): T | null {
  const begins = value.from ?? year?.starts ?? ''
  return begins >= date ? null : { ...value, to: date }
}

/** Whether a value is in force on a date or begins later. */
export function standsFrom(value: Dated, date: string): boolean {
  return covers(value, date) || (value.from ?? '') > date
}

/** Values to write, each entity once: what is said later of one replaces what was said before. */
export class Changes {
  private readonly values = new Map<string, Entry>()

  say(entity: string, attribute: AttributeName, value: object | null): void {
    this.values.set(entity, { entity, attribute, value: value as Json })
  }

  get entries(): Entry[] {
    return [...this.values.values()]
  }
}
