import { addDays } from '../domain/policy/days.ts'
import type { DateRange } from '../sync/account-client.ts'

/** The dates that a new phone asks for first, the week before and the one to come; `now`: ms since 1970. */
export function aroundToday(now: number): DateRange {
  const today = new Date(now).toISOString().slice(0, 10)
  return { from: addDays(today, -7), to: addDays(today, 8) }
}
