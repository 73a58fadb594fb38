import * as v from 'valibot'

/** Pieces of which the values of attributes are made. */

/** Text of at most so many letters. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
/** Free text without commas: ids are joined with commas in entity names. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.regex(/^[^,\n\r]+$/))
/** Lessons and works made in the app get ids of several parts in the exchange folder. */
export const exchangeId = v.pipe(v.string(), v.minLength(1), v.maxLength(400), v.regex(/^[^,\n\r]+$/))
/** `YYYY-MM-DD`, a day that exists. */
export const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((day) => isDay(day), 'no such day'),
)
/** `HH:MM` */
export const time = v.pipe(v.string(), v.regex(/^\d{2}:\d{2}$/))
/** A whole number between two, both included. */
export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
/** The parts that name a journal. */
export const journalPart = { class: id, subject: id, group: v.optional(id) }

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
