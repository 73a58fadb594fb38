import { controlOf } from '../../domain/journal/class-load.ts'
import { gapsOf, offeredTopic } from '../../domain/journal/gaps.ts'
import { emptyJournal, readJournal, unopenedLesson } from '../../domain/journal/journal-view.ts'
import { journalName, type LessonKey, lessonKey } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import type { PlannedLesson } from '../../domain/school/calendar.ts'
import { type ClassView, rollOf, spanOn } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import { href } from '../route.ts'
import { viewOf } from '../workspace/workspace.ts'
import type { CurrentLesson, LessonOfDay, Missing } from './lesson-of-day.ts'

const order: readonly Missing[] = ['roll', 'topic', 'homework', 'marks']

/** A lesson of the day as the list shows it; `person` is who looks, `fold` its journal's, undefined while that is not at hand. */
export function lessonOfDay(
  school: SchoolView,
  planned: PlannedLesson,
  person: string,
  clock: string,
  fold: Fold | undefined,
): LessonOfDay {
  const key = lessonKey(planned.date, planned.bell)
  const { lesson, view } = stateOf(key, fold)
  const starts = planned.starts ?? ''
  const ends = planned.ends ?? ''
  const state = clock < starts ? 'ahead' : clock <= ends ? 'now' : 'past'
  const gaps = gapsOf(view, lesson)
  const givenAway = !planned.teachers.includes(person)
  const cancelled = lesson.cancelled !== undefined
  // Marks are never demanded of a lesson that is over.
  const missing = order.filter((gap) => gaps[gap] && (gap !== 'marks' || state === 'now'))
  return {
    id: `${journalName(planned)} ${key}`,
    href: href({ screen: 'lesson', journal: journalName(planned), lesson: key }),
    bell: planned.bell,
    starts,
    ends,
    title: classTitle(school, planned.class),
    subject: subjectTitle(school, planned),
    room: planned.room,
    state,
    loaded: fold !== undefined,
    missing: state === 'ahead' || cancelled || givenAway || !fold ? [] : missing,
    substitution: planned.substituted && !givenAway,
    givenTo: givenAway ? planned.teachers.map((id) => staffTitle(school, id)).join(', ') : undefined,
    cancelled,
    control: controlOf(lesson)?.kind,
  }
}

/** The lesson shown large, with what is known of it. */
export function currentLesson(
  school: SchoolView,
  planned: PlannedLesson,
  person: string,
  clock: string,
  fold: Fold | undefined,
  members: ClassView | undefined,
): CurrentLesson {
  const shown = lessonOfDay(school, planned, person, clock, fold)
  const key = lessonKey(planned.date, planned.bell)
  const { lesson, view } = stateOf(key, fold)
  const away = members
    ? rollOf(members, planned.group, planned.date).flatMap((pupil) => {
        const span = spanOn(members, pupil.id, planned.date)
        return span ? [{ name: lastFirst(pupil), until: span.to, paper: span.document !== undefined }] : []
      })
    : []
  return {
    ...shown,
    minutes: minutesBetween(clock, shown.state === 'now' ? shown.ends : shown.starts),
    topic: lesson.topic,
    planTopic: offeredTopic(view, lesson)?.topic,
    homework: lesson.homework,
    marks: view.marks.filter((mark) => mark.lesson === key).length,
    away,
    journalHref: href({ screen: 'journal', journal: journalName(planned) }),
  }
}

function stateOf(key: LessonKey, fold: Fold | undefined) {
  const view = fold ? viewOf(fold, readJournal) : emptyJournal
  return { lesson: view.lessons.find((one) => one.key === key) ?? unopenedLesson(key), view }
}

/** Whole minutes from one time of day (`HH:MM`) to another. */
export function minutesBetween(from: string, to: string): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  return minutes(to) - minutes(from)
}
