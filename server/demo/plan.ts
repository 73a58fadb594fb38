import type { SubjectId } from './curriculum.ts'
import { methodOf, type PlannedWork, type Step } from './methods.ts'
import { topicsOf } from './topics/banks.ts'

/** One hour of a plan (КТП). */
export interface PlannedHour {
  topic: string
  homework?: string
  work?: PlannedWork
}

/** Weeks of lessons that a plan is made for. */
const WEEKS = { first: 33, other: 34 }

/** Quotes inside quotes, as they are set in Russian. */
const quoted = (text: string) => text.replaceAll('«', '„').replaceAll('»', '“')

export function hoursPerYear(grade: number, hoursPerWeek: number): number {
  return hoursPerWeek * (grade === 1 ? WEEKS.first : WEEKS.other)
}

/**
 * The plan of a subject in a grade, hour by hour: the topics in order, each with the hours that its share of the year
 * gives it: first the topic itself, then the steps by which it is practised, every few topics a work that closes them.
 */
export function plan(subject: SubjectId, grade: number, hoursPerWeek: number): PlannedHour[] {
  const topics = topicsOf(subject, grade)
  const total = hoursPerYear(grade, hoursPerWeek)
  const { steps, closing, homework } = methodOf(subject)
  const hours: PlannedHour[] = []
  let closed = 0
  for (const [index, topic] of topics.entries()) {
    const own = Math.floor((total * (index + 1)) / topics.length) - hours.length
    if (own === 0) continue
    const closes = closing !== undefined && own > 1 && (index + 1) % closing.every === 0
    if (closes) closed++
    const practised = stepsInTurn(steps, closes ? own - 2 : own - 1, index)
    for (const { text, work } of [{ text: '*' }, ...practised, ...(closes ? [closing] : [])]) {
      const task = grade === 1 ? undefined : homework?.(hours.length + 1, index + 1)
      hours.push({
        topic: text.replace('*', text.includes('«*') ? quoted(topic) : topic).replace('#', String(closed)),
        ...(task ? { homework: task } : {}),
        ...(work ? { work } : {}),
      })
    }
  }
  return hours
}

/** `count` steps in their natural order; where not all find place, each topic leaves out others. */
function stepsInTurn(steps: readonly Step[], count: number, topic: number): Step[] {
  const chosen: Step[] = []
  while (chosen.length < count) {
    const places = Array.from(
      { length: Math.min(steps.length, count - chosen.length) },
      (_, at) => (topic + at) % steps.length,
    )
    chosen.push(...places.sort((a, b) => a - b).map((place) => steps[place]!))
  }
  return chosen
}
