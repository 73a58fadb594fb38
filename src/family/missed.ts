import type { DiaryDay } from '../domain/diary/diary.ts'

/**
 * Lessons held that the pupil missed, and days of which all held lessons were missed (as the reports count,
 * lateness apart).
 */
export function missedIn(days: readonly DiaryDay[]): { lessons: number; days: number } {
  let lessons = 0
  let whole = 0
  for (const day of days) {
    const held = day.lessons.filter((lesson) => lesson.held)
    const missed = held.filter(({ absent }) => absent !== undefined).length
    lessons += missed
    if (missed > 0 && missed === held.length) whole++
  }
  return { lessons, days: whole }
}
