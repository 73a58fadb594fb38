import type { JournalView, Lesson } from './journal-view.ts'

/** What a lesson still lacks; `marks` is only said, never demanded. */
export interface Gaps {
  roll: boolean
  topic: boolean
  homework: boolean
  marks: boolean
}

/** What is missing at a lesson. */
export function gapsOf(view: JournalView, lesson: Lesson): Gaps {
  return {
    roll: !lesson.roll,
    topic: lesson.topic === undefined,
    homework: lesson.homework === undefined,
    marks: !view.marks.some((mark) => mark.lesson === lesson.key),
  }
}

/**
 * The topic the plan offers for a lesson: lessons held before it use up the plan's hours in order, so the offer is
 * the entry in which the next hour falls. Undefined when the plan is short or absent.
 */
export function offeredTopic(view: JournalView, lesson: Pick<Lesson, 'key' | 'date' | 'bell'>) {
  const before = view.lessons.filter(
    ({ key, held, date, bell }) =>
      held && key !== lesson.key && (date < lesson.date || (date === lesson.date && bell < lesson.bell)),
  ).length
  let hours = 0
  for (const entry of view.plan) {
    hours += entry.hours
    if (hours > before) return { ...entry, ordinal: before + 1 }
  }
  return undefined
}

/** Homework of the last held lesson before this one. */
export function lastHomework(view: JournalView, lesson: Pick<Lesson, 'date' | 'bell'>): string | undefined {
  const earlier = view.lessons.filter(
    ({ held, homework, date, bell }) =>
      held && homework !== undefined && (date < lesson.date || (date === lesson.date && bell < lesson.bell)),
  )
  return earlier.at(-1)?.homework
}
