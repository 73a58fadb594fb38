import type { Mark, Presence, Reason, ValueOf } from '../ledger/attributes.ts'
import { entity, type LessonKey, lessonOf, readLessonKey } from '../ledger/documents.ts'
import type { FoldReader } from '../ledger/fold.ts'
import { all, by, type Unsettled, unsettled } from '../school/school-view.ts'

export type Attachment = ValueOf<'lesson.attachments'>[number]
export type CarriedMarks = ValueOf<'carried'>
export type FormerMark = ValueOf<'former'>
export type PlanEntry = ValueOf<'plan'>
export type Work = ValueOf<'work'> & { id: string }

/** A lesson of a journal as it stands now. */
export interface Lesson {
  key: LessonKey
  /** Where it stands in the calendar now; a moved lesson keeps its key. */
  date: string
  bell: number
  held: boolean
  /** Why it was called off; a lesson that was held after all is not. */
  cancelled: string | undefined
  /** Put there by a person, not by the timetable. */
  added: boolean
  /** The roll was taken: "all the others are present" is a statement. */
  roll: boolean
  topic: string | undefined
  homework: string | undefined
  /** The lesson for which the homework is due; undefined: the next one. */
  due: ValueOf<'lesson.due'> | undefined
  attachments: readonly Attachment[]
  /** The teacher's own note over the column. */
  note: string | undefined
  /** Staff id of who holds it; absent: the assigned teacher. */
  teacher: string | undefined
  /** Its id in the exchange folder it came from. */
  ref: string | undefined
  /** Works beyond the default column, by id. */
  works: Work[]
}

/** A mark in its place: '' is the lesson's default column. */
export interface MarkCell {
  lesson: LessonKey
  work: string
  pupil: string
  mark: Mark
  comment: string | undefined
}

export interface PresenceCell {
  lesson: LessonKey
  pupil: string
  presence: Presence | undefined
  reason: Reason | undefined
}

export interface PeriodMark {
  period: string
  pupil: string
  mark: string
  /** Why the pupil is not attested. */
  reason: string | undefined
}

/** A `journal` document as it stands. */
export interface JournalView {
  plan: PlanEntry[]
  /** By date, bell, key. */
  lessons: Lesson[]
  marks: MarkCell[]
  presence: PresenceCell[]
  periodMarks: PeriodMark[]
  /** Extracts from the journals that pupils came from. */
  carried: CarriedMarks[]
  /** Marks of former schools. */
  former: FormerMark[]
  /** Cells of which different people say different things. */
  unsettled: Unsettled[]
}

/** A journal of which nothing is known. */
export const emptyJournal: JournalView = {
  plan: [],
  lessons: [],
  marks: [],
  presence: [],
  periodMarks: [],
  carried: [],
  former: [],
  unsettled: [],
}

/** A lesson that nobody has opened yet, at its slot of birth. */
export function unopenedLesson(key: LessonKey): Lesson {
  const { date, bell } = readLessonKey(key)
  return {
    key,
    date,
    bell,
    held: false,
    cancelled: undefined,
    added: false,
    roll: false,
    topic: undefined,
    homework: undefined,
    due: undefined,
    attachments: [],
    note: undefined,
    teacher: undefined,
    ref: undefined,
    works: [],
  }
}

/** Reads a whole journal. */
export function readJournal(fold: FoldReader): JournalView {
  return {
    plan: all(fold, 'plan', 'plan').sort((a, b) => a.number - b.number),
    lessons: readLessons(fold),
    marks: marks(fold),
    presence: presence(fold),
    periodMarks: periodMarks(fold),
    carried: all(fold, 'carried', 'carried'),
    former: all(fold, 'former', 'former'),
    unsettled: unsettled(fold),
  }
}

/** Reads the lessons of a journal, by date, bell, key. */
export function readLessons(fold: FoldReader): Lesson[] {
  const works = worksByLesson(fold)
  const keys = new Set<LessonKey>()
  for (const kind of ['lesson', 'cell', 'mark', 'work']) {
    for (const name of fold.entities(kind)) {
      const key = lessonOf(name)
      if (key && !keys.has(key) && stands(fold, name)) keys.add(key)
    }
  }
  return [...keys]
    .map((key) => readLesson(fold, key, works.get(key) ?? []))
    .sort(by(({ date, bell, key }) => `${date},${String(bell).padStart(2, '0')},${key}`))
}

/**
 * The lessons of a journal of which something is told about the lesson itself (moved, cancelled, added, held), without
 * their works: cheap enough to be read anew after every entry.
 */
export function readLessonPlaces(fold: FoldReader): Lesson[] {
  const lessons: Lesson[] = []
  for (const name of fold.entities('lesson')) {
    const key = lessonOf(name)
    if (key && stands(fold, name)) lessons.push(readLesson(fold, key, []))
  }
  return lessons
}

/** Whether anything is left of an entity: not all of it retracted or void. */
function stands(fold: FoldReader, name: string): boolean {
  for (const attribute of fold.attributes(name)) {
    if ((fold.state(name, attribute)?.shown?.value ?? null) !== null) return true
  }
  return false
}

/** Reads one lesson; one that nobody opened yet reads as not held, without roll. */
export function readLesson(
  fold: FoldReader,
  key: LessonKey,
  works: Work[] = worksByLesson(fold).get(key) ?? [],
): Lesson {
  const name = entity.lesson(key)
  const birth = readLessonKey(key)
  const moved = fold.value(name, 'lesson.moved')
  const held = fold.value(name, 'lesson.held') ?? false
  return {
    key,
    date: moved?.date ?? birth.date,
    bell: moved?.bell ?? birth.bell,
    held,
    cancelled: held ? undefined : fold.value(name, 'lesson.cancelled')?.reason,
    added: fold.value(name, 'lesson.added') ?? false,
    roll: fold.value(name, 'lesson.roll') ?? false,
    topic: fold.value(name, 'lesson.topic'),
    homework: fold.value(name, 'lesson.homework'),
    due: fold.value(name, 'lesson.due'),
    attachments: fold.value(name, 'lesson.attachments') ?? [],
    note: fold.value(name, 'lesson.note'),
    teacher: fold.value(name, 'lesson.teacher'),
    ref: fold.value(name, 'lesson.ref'),
    works,
  }
}

function worksByLesson(fold: FoldReader): Map<LessonKey, Work[]> {
  const works = new Map<LessonKey, Work[]>()
  for (const name of [...fold.entities('work')].sort()) {
    const key = lessonOf(name)
    const work = fold.value(name, 'work')
    if (!key || !work) continue
    const list = works.get(key) ?? []
    list.push({ id: name.split(',')[4] ?? '', ...work })
    works.set(key, list)
  }
  return works
}

function marks(fold: FoldReader): MarkCell[] {
  const cells: MarkCell[] = []
  for (const name of [...fold.entities('mark')].sort()) {
    const [, , , , work, pupil] = name.split(',')
    const lesson = lessonOf(name)
    const mark = fold.value(name, 'mark')
    if (!lesson || !mark || work === undefined || pupil === undefined) continue
    cells.push({ lesson, work, pupil, mark, comment: fold.value(name, 'mark.comment') })
  }
  return cells
}

function presence(fold: FoldReader): PresenceCell[] {
  const cells: PresenceCell[] = []
  for (const name of [...fold.entities('cell')].sort()) {
    const pupil = name.split(',')[4]
    const lesson = lessonOf(name)
    if (!lesson || pupil === undefined) continue
    const cell = { lesson, pupil, presence: fold.value(name, 'presence'), reason: fold.value(name, 'reason') }
    if (cell.presence !== undefined || cell.reason !== undefined) cells.push(cell)
  }
  return cells
}

function periodMarks(fold: FoldReader): PeriodMark[] {
  const found: PeriodMark[] = []
  for (const name of [...fold.entities('periodmark')].sort()) {
    const [, period, pupil] = name.split(',')
    const mark = fold.value(name, 'periodmark')
    if (!mark || period === undefined || pupil === undefined) continue
    found.push({ period, pupil, mark, reason: fold.value(name, 'periodmark.reason') })
  }
  return found
}
