import type { DiaryDay, DiaryHomework } from './diary.ts'

/** Homework at the lesson for which it is to be done. */
export interface DueHomework {
  homework: DiaryHomework
  /** The date of the lesson where it was given, ISO. */
  given: string
}

/** Names a lesson within a diary. */
export function lessonPlace(date: string, bell: number, subject: string): string {
  return `${date},${bell},${subject}`
}

/**
 * Homework by the lesson for which it is due (`lessonPlace`). What names no lesson, or one that the diary does not have,
 * stays with the lesson where it was given, so that none is out of sight.
 */
export function homeworkDue(days: readonly DiaryDay[]): ReadonlyMap<string, DueHomework[]> {
  const places = new Map<string, string>()
  for (const { date, lessons } of days)
    for (const { bell, subject, cancelled } of lessons) {
      if (cancelled !== undefined) continue
      places.set(lessonPlace(date, bell, subject), lessonPlace(date, bell, subject))
      const first = `${date},${subject}`
      if (!places.has(first)) places.set(first, lessonPlace(date, bell, subject))
    }
  const due = new Map<string, DueHomework[]>()
  for (const { date, lessons } of days)
    for (const { bell, subject, homework } of lessons) {
      if (!homework) continue
      const { date: on, bell: at } = homework.due ?? {}
      const place =
        (on !== undefined && at !== undefined && places.get(lessonPlace(on, at, subject))) ||
        (on !== undefined && places.get(`${on},${subject}`)) ||
        lessonPlace(date, bell, subject)
      due.set(place, [...(due.get(place) ?? []), { homework, given: date }])
    }
  return due
}
