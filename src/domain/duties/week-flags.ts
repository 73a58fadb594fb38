import { journalPlaces } from '../journal/journal-places.ts'
import type { JournalView } from '../journal/journal-view.ts'
import { type LessonKey, lessonOf, readJournalName } from '../ledger/documents.ts'
import { addDays } from '../policy/policy.ts'
import { type HeldLesson, heldLessons } from '../reports/held-lessons.ts'
import type { ReportSource } from '../reports/report-source.ts'
import { type AbsenceSpan, type ClassView, spanOn } from '../school/class-view.ts'
import { withFollowing } from '../school/following.ts'
import { by } from '../school/school-view.ts'

/** What the class teacher looks at when a week is reconciled (clause 5.2.3, rules.md, Attendance). */
export type WeekFlagKind =
  /** Absent, and neither the lesson nor a span says why. */
  | 'noReason'
  /** Absent between lessons at which the pupil was. */
  | 'midDay'
  /** At the lesson while a note says ill or excused. */
  | 'presentUnderSpan'
  /** A mark for a lesson at which the pupil was not. */
  | 'markWhileAbsent'
  /** Held, but nobody said who was there. */
  | 'noRoll'
  | 'noTopic'
  /** In the timetable before today, and not opened. */
  | 'unopened'
  /** People say different things. */
  | 'conflict'
  /** Back after an illness without the paper. */
  | 'noPaper'

/** One thing to look at; it leads to a lesson of a journal, a pupil, or a cell. */
export interface WeekFlag {
  kind: WeekFlagKind
  /** Stable from one look to the next. */
  id: string
  date: string
  /** Name of the journal; absent for a paper that is missing. */
  journal?: string
  lesson?: LessonKey
  bell?: number
  pupil?: string
  /** The span that a flag hangs on. */
  span?: AbsenceSpan
}

/** A week by its Monday, and the school's date: days after it are not looked at. */
export interface Week {
  monday: string
  today: string
}

/**
 * Flags of a week of a class, by date, bell and pupil. Each goes when what it names is put right; a flag answered by an
 * explicit reason goes too, since the class teacher has looked at it.
 */
export function weekFlags(source: ReportSource, classId: string, { monday, today }: Week): WeekFlag[] {
  const view = withFollowing(source.classes, classId)
  if (!view) return []
  const sunday = addDays(monday, 6)
  const to = sunday < today ? sunday : today
  const held = heldLessons(source, classId, view, monday, to)
  const flags = [
    ...held.flatMap((one) => lessonFlags(one)),
    ...held.flatMap((one) => absenceFlags(one, held, view)),
    ...markFlags(source, held),
    ...unopened(source, classId, monday, to, today),
    ...conflicts(source, classId, monday, to),
    ...papers(view, held, monday, to),
  ]
  return flags.sort(
    by(({ date, bell, id }) => `${date},${bell === undefined ? '' : String(bell).padStart(2, '0')},${id}`),
  )
}

function flag(
  kind: WeekFlagKind,
  {
    journal,
    lesson,
  }: Pick<HeldLesson, 'journal'> & { lesson: Pick<HeldLesson['lesson'], 'key' | 'date' | 'bell'> },
  pupil?: string,
  span?: AbsenceSpan,
): WeekFlag {
  return {
    kind,
    id: `${kind} ${journal} ${lesson.key} ${pupil ?? ''}`,
    date: lesson.date,
    journal,
    lesson: lesson.key,
    bell: lesson.bell,
    ...(pupil === undefined ? {} : { pupil }),
    ...(span ? { span } : {}),
  }
}

function lessonFlags(one: HeldLesson): WeekFlag[] {
  const { lesson } = one
  return [
    ...(lesson.roll ? [] : [flag('noRoll', one)]),
    ...(lesson.topic === undefined ? [flag('noTopic', one)] : []),
  ]
}

function absenceFlags(one: HeldLesson, held: readonly HeldLesson[], view: ClassView): WeekFlag[] {
  const { lesson, cells, expected } = one
  return [...expected].flatMap((pupil): WeekFlag[] => {
    const cell = cells.get(pupil)
    const span = spanOn(view, pupil, lesson.date)
    if (cell?.presence !== 'absent')
      return lesson.roll && span && cell?.reason === undefined
        ? [flag('presentUnderSpan', one, pupil, span)]
        : []
    if (cell.reason !== undefined) return []
    if (isMidDay(pupil, one, held)) return [flag('midDay', one, pupil, span)]
    return span ? [] : [flag('noReason', one, pupil)]
  })
}

/** Whether the pupil was at an earlier and at a later lesson of the day. */
function isMidDay(pupil: string, { lesson }: HeldLesson, held: readonly HeldLesson[]): boolean {
  const was = held.filter(
    (other) =>
      other.lesson.date === lesson.date &&
      other.lesson.roll &&
      other.expected.has(pupil) &&
      other.cells.get(pupil)?.presence !== 'absent',
  )
  return (
    was.some((other) => other.lesson.bell < lesson.bell) &&
    was.some((other) => other.lesson.bell > lesson.bell)
  )
}

/** Marks of the lesson's own columns; a retake is given later. */
function markFlags(source: ReportSource, held: readonly HeldLesson[]): WeekFlag[] {
  return held.flatMap((one) => {
    const { journal, lesson, cells } = one
    const retakes = new Set(lesson.works.filter(({ retakeOf }) => retakeOf !== undefined).map(({ id }) => id))
    const marked = new Set(
      source.journals
        .get(journal)!
        .marks.filter((cell) => cell.lesson === lesson.key && cell.mark !== '.' && !retakes.has(cell.work))
        .map(({ pupil }) => pupil),
    )
    return [...marked]
      .filter((pupil) => cells.get(pupil)?.presence === 'absent')
      .map((pupil) => flag('markWhileAbsent', one, pupil))
  })
}

function unopened(
  { school, journals }: ReportSource,
  classId: string,
  from: string,
  to: string,
  today: string,
): WeekFlag[] {
  return journalsOf(journals, classId).flatMap(([journal, { lessons }]) => {
    const key = readJournalName(journal)!
    return journalPlaces({ school, key, lessons, today }, from, to)
      .filter(({ state, timetabled }) => state === 'unkept' && timetabled)
      .map((place) => flag('unopened', { journal, lesson: place }))
  })
}

function conflicts({ journals }: ReportSource, classId: string, from: string, to: string): WeekFlag[] {
  return journalsOf(journals, classId).flatMap(([journal, { lessons, unsettled }]) =>
    unsettled.flatMap(({ entity, attribute }) => {
      const lesson = lessons.find(({ key }) => key === lessonOf(entity))
      if (!lesson || lesson.date < from || lesson.date > to) return []
      const parts = entity.split(',')
      const pupil = { cell: parts[4], mark: parts[5], behaviour: parts[4] }[parts[0]!]
      const found = flag('conflict', { journal, lesson }, pupil)
      return [{ ...found, id: `${found.id} ${attribute}` }]
    }),
  )
}

/** Illnesses that ended with the pupil back at a lesson of the week, and no paper so far. */
function papers(view: ClassView, held: readonly HeldLesson[], from: string, to: string): WeekFlag[] {
  return view.spans.flatMap((span): WeekFlag[] => {
    const { pupil, code, document, to: last } = span
    if (code !== 'Б' || document !== undefined || last === undefined || last >= to) return []
    const back = held.find(
      ({ lesson, expected, cells }) =>
        lesson.roll && lesson.date > last && expected.has(pupil) && cells.get(pupil)?.presence !== 'absent',
    )
    if (!back || back.lesson.date < from || addDays(last, 7) < from) return []
    return [{ kind: 'noPaper', id: `noPaper ${pupil} ${span.from}`, date: back.lesson.date, pupil, span }]
  })
}

function journalsOf(journals: ReportSource['journals'], classId: string): [string, JournalView][] {
  return [...journals].filter(([name]) => readJournalName(name)?.class === classId).sort(by(([name]) => name))
}

/** Pupils who have missed at least `days` days on end up to `today`, all lessons without a reason, with the first day. */
export function unexplainedAbsences(
  source: ReportSource,
  classId: string,
  today: string,
  days = 3,
): { pupil: string; since: string; days: number }[] {
  const view = withFollowing(source.classes, classId)
  if (!view) return []
  const held = heldLessons(source, classId, view, addDays(today, -60), today)
  return view.pupils.flatMap(({ id: pupil }) => {
    const byDay = new Map<string, boolean>()
    for (const { lesson, expected, cells } of held) {
      if (!expected.has(pupil) || !lesson.roll) continue
      const cell = cells.get(pupil)
      const unexplained =
        cell?.presence === 'absent' && (cell.reason ?? spanOn(view, pupil, lesson.date)?.code ?? 'Н') === 'Н'
      byDay.set(lesson.date, (byDay.get(lesson.date) ?? true) && unexplained)
    }
    const recent = [...byDay].sort(by(([date]) => date)).reverse()
    const end = recent.findIndex(([, missed]) => !missed)
    const run = end < 0 ? recent : recent.slice(0, end)
    return run.length >= days ? [{ pupil, since: run.at(-1)![0], days: run.length }] : []
  })
}
