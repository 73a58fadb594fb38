import type { Mark, Presence } from '../ledger/attributes.ts'
import { entity, type LessonKey, readLessonKey } from '../ledger/documents.ts'
import type { Entry } from '../ledger/fact.ts'
import type { Lesson, Work } from './journal-view.ts'

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

/**
 * Moves a lesson to another hour; it keeps its key and with it all that was written at it. Back at its hour of birth
 * it is moved no more.
 */
export function moveLesson(
  lesson: Pick<Lesson, 'key'>,
  { date, bell }: { date: string; bell: number },
): Entry[] {
  const birth = readLessonKey(lesson.key)
  const back = birth.date === date && birth.bell === bell
  return [
    {
      entity: entity.lesson(lesson.key),
      attribute: 'lesson.moved',
      value: back ? null : { date, bell },
    },
  ]
}

/** Calls a lesson off; one that was held is held no longer, for otherwise it would stand over the cancelling. */
export function cancelLesson(lesson: Pick<Lesson, 'key' | 'held'>, reason: string): Entry[] {
  const name = entity.lesson(lesson.key)
  return [
    ...(lesson.held ? [{ entity: name, attribute: 'lesson.held' as const, value: false }] : []),
    { entity: name, attribute: 'lesson.cancelled', value: { reason: reason.trim() } },
  ]
}

/** Takes a cancelling back; a lesson that was held before it is held again. */
export function restoreLesson(lesson: Pick<Lesson, 'key' | 'teacher'>): Entry[] {
  const name = entity.lesson(lesson.key)
  return [
    { entity: name, attribute: 'lesson.cancelled', value: null },
    ...(lesson.teacher === undefined
      ? []
      : [{ entity: name, attribute: 'lesson.held' as const, value: true }]),
  ]
}

/** Puts a lesson where no timetable has one, or (false) takes it away again; nothing is held by that yet. */
export function addLesson(key: LessonKey, stands = true): Entry[] {
  return [{ entity: entity.lesson(key), attribute: 'lesson.added', value: stands ? true : null }]
}

/**
 * The roll of an earlier lesson of the day taken over: who was absent is absent, who came late is there by now. Pupils
 * noted at this lesson already keep their note. `earlier` holds the presence at the earlier lesson by pupil.
 */
export function takeOverRoll(
  lesson: Lesson,
  teacher: string,
  earlier: ReadonlyMap<string, Presence>,
  noted: (pupil: string) => boolean,
): Entry[] {
  const absent = [...earlier].filter(([pupil, presence]) => presence === 'absent' && !noted(pupil))
  return [
    ...takeRoll(lesson, teacher),
    ...absent.map(([pupil]) => ({
      entity: entity.cell(lesson.key, pupil),
      attribute: 'presence' as const,
      value: 'absent',
    })),
  ]
}

/** The lesson of the same journal earlier that day whose roll was taken: the first hour of a double lesson. */
export function earlierRoll(lessons: readonly Lesson[], lesson: Lesson): Lesson | undefined {
  return lessons
    .filter((it) => it.date === lesson.date && it.bell < lesson.bell && it.held && it.roll)
    .sort((a, b) => b.bell - a.bell)[0]
}

/** What is said of a work: an absent weight is 1. */
export type WorkDescription = {
  kind?: string
  title?: string
  weight?: number
  retakeOf?: string
}

/** Adds a work beside the lesson's default column, or changes its kind, title or weight. */
export function describeWork(lesson: Lesson, teacher: string, id: string, work: WorkDescription): Entry[] {
  return [
    ...openLesson(lesson, teacher),
    { entity: entity.work(lesson.key, id), attribute: 'work', value: work },
  ]
}

/** Takes a work back with the marks given for it; `pupils` are those who have one. */
export function removeWork(lesson: Lesson, work: string, pupils: readonly string[]): Entry[] {
  return [
    ...pupils.flatMap((pupil): Entry[] => [
      { entity: entity.mark(lesson.key, work, pupil), attribute: 'mark', value: null },
      { entity: entity.mark(lesson.key, work, pupil), attribute: 'mark.comment', value: null },
    ]),
    { entity: entity.work(lesson.key, work), attribute: 'work', value: null },
  ]
}

/** How a retake is called where nobody names it. */
export const retakeKind = 'пересдача'

/**
 * Gives the mark of a retake beside the first one, in a column of the same lesson that names the first work. Only a
 * work has a name, so a mark of the default column is first put into a work of its own. `marksOf` gives the pupil's
 * mark in a column of the lesson.
 */
export function retake(
  lesson: Lesson,
  teacher: string,
  work: string,
  pupil: string,
  mark: Mark,
  marksOf: (work: string) => Mark | undefined,
): Entry[] {
  const free = (one: Work) => marksOf(one.id) === undefined
  const first = work === '' ? lesson.works.find((one) => isUnnamed(one) && free(one)) : { id: work }
  const id = first?.id ?? nextWork(lesson.key, lesson.works)
  const known = first ? lesson.works : [...lesson.works, { id }]
  const again = lesson.works.find((one) => one.retakeOf === id && free(one))
  const againId = again?.id ?? nextWork(lesson.key, known)
  const old = marksOf(work)
  return [
    ...(first ? [] : describeWork(lesson, teacher, id, {})),
    ...(work === '' && old !== undefined
      ? [...giveMark(lesson, teacher, '', pupil, null), ...giveMark(lesson, teacher, id, pupil, old)]
      : []),
    ...(again ? [] : describeWork(lesson, teacher, againId, { kind: retakeKind, retakeOf: id })),
    ...giveMark(lesson, teacher, againId, pupil, mark),
  ]
}

const isUnnamed = ({ kind, title, weight, retakeOf }: Work) =>
  kind === undefined && title === undefined && weight === undefined && retakeOf === undefined

/** Id for the next work of a lesson: derived, so that two tablets adding "the second work" add one. */
export function nextWork(lesson: LessonKey, works: readonly { id: string }[]): string {
  let number = works.length + 1
  const taken = new Set(works.map(({ id }) => id))
  while (taken.has(workId(lesson, number))) number++
  return workId(lesson, number)
}

const workId = (lesson: LessonKey, number: number) => `${lesson.replaceAll(',', '|')}|${number}`
