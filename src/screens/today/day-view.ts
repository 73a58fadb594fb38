import { controlOf } from '../../domain/journal/class-load.ts'
import type { DayLesson } from '../../domain/journal/day-lessons.ts'
import { gapsOf, offeredTopic } from '../../domain/journal/gaps.ts'
import { emptyJournal, readJournal } from '../../domain/journal/journal-view.ts'
import { journalName } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { type ClassView, rollOf, spanOn } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import { href } from '../route.ts'
import { viewOf } from '../workspace/workspace.ts'
import type { CurrentLesson, LessonOfDay, Missing } from './lesson-of-day.ts'

const order: readonly Missing[] = ['roll', 'topic', 'homework', 'marks']

/** Who looks, and when by the school's clock. */
export interface Looking {
  person: string
  date: string
  clock: string
}

/** A journal's fold; undefined while that is not at hand. */
export type FoldOf = (lesson: DayLesson) => Fold | undefined

/** «5А + 6А»: the classes of lessons held together. */
export function titleOf(school: SchoolView, lessons: readonly { class: string }[]): string {
  return distinct(lessons.map((it) => classTitle(school, it.class))).join(' + ')
}

/** «Математика», or «Окружающий мир / Математика» where each class has its own. */
export function subjectOf(
  school: SchoolView,
  lessons: readonly { subject: string; group?: string | undefined }[],
): string {
  return distinct(lessons.map((it) => subjectTitle(school, it))).join(' / ')
}

/** A lesson of the day as the list shows it; `piece` are the lessons of one hour that are held together. */
export function lessonOfDay(
  school: SchoolView,
  piece: readonly DayLesson[],
  { person, date, clock }: Looking,
  foldOf: FoldOf,
): LessonOfDay {
  const first = piece[0]!
  const { standing, lesson } = first
  const starts = first.starts ?? ''
  const ends = first.ends ?? ''
  const state = stateOf(first.date, starts, ends, date, clock)
  const loaded = piece.every((it) => foldOf(it) !== undefined)
  const givenAway = !first.teachers.includes(person)
  const complete = state === 'ahead' || standing !== 'here' || givenAway || !loaded
  const lacking = complete ? new Set<Missing>() : missingIn(piece, foldOf)
  const { date: day, bell } = lesson
  return {
    id: `${journalName(first)} ${first.key} ${standing}`,
    href: href({ screen: 'lesson', journal: journalName(first), lesson: first.key }),
    bell: first.bell,
    starts,
    ends,
    title: titleOf(school, piece),
    subject: subjectOf(school, piece),
    room: first.room,
    state,
    loaded,
    // Marks are never demanded of a lesson that is over.
    missing: order.filter((gap) => lacking.has(gap) && (gap !== 'marks' || state === 'now')),
    substitution: first.substituted && !givenAway,
    givenTo: givenAway ? first.teachers.map((id) => staffTitle(school, id)).join(', ') : undefined,
    cancelled: standing === 'cancelled' ? lesson.cancelled : undefined,
    added: standing === 'here' && lesson.added,
    movedTo: standing === 'away' ? { date: day, bell } : undefined,
    movedFrom: first.movedFrom,
    control: piece.map((it) => controlAt(it, foldOf)).find((kind) => kind !== undefined),
  }
}

/** The lesson shown large, with what is known of it; `membersOf` gives a class, undefined while it is not at hand. */
export function currentLesson(
  school: SchoolView,
  piece: readonly DayLesson[],
  looking: Looking,
  foldOf: FoldOf,
  membersOf: (classId: string) => ClassView | undefined,
): CurrentLesson {
  const first = piece[0]!
  const shown = lessonOfDay(school, piece, looking, foldOf)
  const views = piece.map((it) => ({ ...it, view: journalOf(foldOf(it)) }))
  const inWords = (texts: readonly (string | undefined)[]) =>
    distinct(texts.filter((text) => text !== undefined)).join(' / ') || undefined
  return {
    ...shown,
    minutes: minutesBetween(looking.clock, shown.state === 'now' ? shown.ends : shown.starts),
    topic: inWords(views.map(({ lesson }) => lesson.topic)),
    planTopic: inWords(views.map(({ view, lesson }) => offeredTopic(view, lesson)?.topic)),
    homework: inWords(views.map(({ lesson }) => lesson.homework)),
    marks: views.reduce((sum, { view, key }) => sum + view.marks.filter((it) => it.lesson === key).length, 0),
    away: piece.flatMap((it) => awayAt(it, membersOf(it.class))),
    journalHref: href({ screen: 'journal', journal: journalName(first) }),
  }
}

function awayAt({ group, date }: DayLesson, members: ClassView | undefined): CurrentLesson['away'] {
  if (!members) return []
  return rollOf(members, group, date).flatMap((pupil) => {
    const span = spanOn(members, pupil.id, date)
    return span ? [{ name: lastFirst(pupil), until: span.to, paper: span.document !== undefined }] : []
  })
}

function missingIn(piece: readonly DayLesson[], foldOf: FoldOf): Set<Missing> {
  const gaps = piece.map((it) => gapsOf(journalOf(foldOf(it)), it.lesson))
  return new Set(order.filter((gap) => gaps.some((one) => one[gap])))
}

function controlAt(it: DayLesson, foldOf: FoldOf): string | undefined {
  const lesson = journalOf(foldOf(it)).lessons.find(({ key }) => key === it.key)
  return lesson && controlOf(lesson)?.kind
}

const journalOf = (fold: Fold | undefined) => (fold ? viewOf(fold, readJournal) : emptyJournal)

function stateOf(date: string, starts: string, ends: string, today: string, clock: string) {
  if (date !== today) return date < today ? 'past' : 'ahead'
  return clock < starts ? 'ahead' : clock <= ends ? 'now' : 'past'
}

const distinct = (texts: readonly string[]) => [...new Set(texts)]

/** Whole minutes from one time of day (`HH:MM`) to another. */
export function minutesBetween(from: string, to: string): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  return minutes(to) - minutes(from)
}
