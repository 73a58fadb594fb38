import { defaultTimezone } from '../../src/domain/school/school-date.ts'
import { demoClock, type Moment } from '../demo/clock.ts'
import { UsageError } from './outcome.ts'

/** Writes dates as ISO 8601 does. */
const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: defaultTimezone,
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** The demo school's local date and time at a moment in ms since 1970. */
export function demoMoment(time: number): Moment {
  const [date, clock] = local.format(time).split(' ') as [string, string]
  return { date, time: clock.slice(0, 5) }
}

/** The moment (ms since 1970) of a local date and time of the demo school. */
export function demoTime({ date, time }: Moment): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  const shown = Date.parse(`${local.format(asUtc).replace(' ', 'T')}Z`)
  return asUtc - (shown - asUtc)
}

/**
 * The moment that a demo takes for the real one. `PARTA_DEMO_MOMENT` («2026-11-24 10:27», the school's time) sets it, for a
 * lesson shown or tested the same on any day.
 */
export function demoNow(realNow: number, given = process.env.PARTA_DEMO_MOMENT): number {
  if (given === undefined) return realNow
  const [, date, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(given) ?? []
  if (date === undefined || time === undefined)
    throw new UsageError('PARTA_DEMO_MOMENT: нужны дата и время, например 2026-11-24 10:27.')
  return demoTime({ date, time })
}

/**
 * ms by which the demo's clock is ahead of the real one, so that there is a lesson now: 0 in a lesson, negative at night
 * and in July. A demo made for one school year stays in it: `yearEnds` is its last day.
 */
export function demoOffset(realNow: number, yearEnds?: string): number {
  const now = demoNow(realNow)
  const real = demoMoment(now)
  const past = yearEnds !== undefined && real.date > yearEnds
  const { date, time, shifted } = demoClock(past ? { date: yearEnds, time: '23:59' } : real)
  return shifted || past ? demoTime({ date, time }) - realNow : now - realNow
}
