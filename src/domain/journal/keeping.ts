import type { Mark, Presence } from '../ledger/attributes.ts'
import { entity, type LessonKey } from '../ledger/documents.ts'
import type { Entry } from '../ledger/fact.ts'
import type { Lesson } from './journal-view.ts'

/**
 * What a teacher does at a lesson, as entries of the ledger. The first entry of any kind opens the lesson: it is
 * held, and by whom; who only looks leaves nothing.
 */
export function openLesson(lesson: Lesson, teacher: string): Entry[] {
  if (lesson.held) return []
  const name = entity.lesson(lesson.key)
  return [
    { entity: name, attribute: 'lesson.held', value: true },
    { entity: name, attribute: 'lesson.teacher', value: teacher },
  ]
}

/** "Остальные на уроке": the roll is taken, everybody not noted absent or late is present. */
export function takeRoll(lesson: Lesson, teacher: string): Entry[] {
  return [
    ...openLesson(lesson, teacher),
    { entity: entity.lesson(lesson.key), attribute: 'lesson.roll', value: true },
  ]
}

/** Notes a pupil absent, late or (null) takes the note back. */
export function notePresence(
  lesson: Lesson,
  teacher: string,
  pupil: string,
  presence: Presence | null,
): Entry[] {
  return [
    ...openLesson(lesson, teacher),
    { entity: entity.cell(lesson.key, pupil), attribute: 'presence', value: presence },
  ]
}

/** Gives a mark in a column ('' is the default one), or (null) takes it back. */
export function giveMark(
  lesson: Lesson,
  teacher: string,
  work: string,
  pupil: string,
  mark: Mark | null,
): Entry[] {
  return [
    ...openLesson(lesson, teacher),
    { entity: entity.mark(lesson.key, work, pupil), attribute: 'mark', value: mark },
  ]
}

/** Writes the topic or the homework; an empty text takes it back. */
export function writeLesson(
  lesson: Lesson,
  teacher: string,
  attribute: 'lesson.topic' | 'lesson.homework',
  text: string,
): Entry[] {
  const value = text.trim() === '' ? null : text.trim()
  return [...openLesson(lesson, teacher), { entity: entity.lesson(lesson.key), attribute, value }]
}

/** Adds a work beside the lesson's default column, or changes its kind, title or weight. */
export function describeWork(
  lesson: Lesson,
  teacher: string,
  id: string,
  work: { kind?: string; title?: string; weight?: number; retakeOf?: string },
): Entry[] {
  return [
    ...openLesson(lesson, teacher),
    { entity: entity.work(lesson.key, id), attribute: 'work', value: work },
  ]
}

/** Id for the next work of a lesson: derived, so that two tablets adding "the second work" add one. */
export function nextWork(lesson: LessonKey, works: readonly { id: string }[]): string {
  let number = works.length + 1
  const taken = new Set(works.map(({ id }) => id))
  while (taken.has(workId(lesson, number))) number++
  return workId(lesson, number)
}

const workId = (lesson: LessonKey, number: number) => `${lesson.replaceAll(',', '|')}|${number}`
