import { lessonsAfter } from '../../domain/journal/due-lesson.ts'
import { lastHomework, offeredTopic } from '../../domain/journal/gaps.ts'
import type { JournalPlace } from '../../domain/journal/journal-places.ts'
import { type Lesson as LessonState, readJournal, readLesson } from '../../domain/journal/journal-view.ts'
import { entity, type JournalKey, type LessonKey, lessonOf } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import {
  type AbsenceSpan,
  type ClassView,
  type Pupil,
  rollOf,
  spanOn,
} from '../../domain/school/class-view.ts'
import { exemptionOn } from '../../domain/school/exemption.ts'
import { lastFirst } from '../../domain/school/names.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { openTalkOf } from '../workspace/open-talk.ts'
import { viewOf } from '../workspace/workspace.ts'
import type { AwayNote, Grading, RollPupil, WorkColumn } from './roll.ts'

/** Who is on the roll: pupils expected that day, and whoever has an entry at the lesson all the same. */
export function pupilsOf(members: ClassView, key: JournalKey, lesson: LessonState, fold: Fold): Pupil[] {
  const expected = rollOf(members, key.group, lesson.date)
  const ids = new Set(expected.map(({ id }) => id))
  const noted = members.pupils.filter(
    ({ id }) => !ids.has(id) && fold.value(entity.cell(lesson.key, id), 'presence') !== undefined,
  )
  return noted.length === 0 ? expected : members.pupils.filter((it) => ids.has(it.id) || noted.includes(it))
}

/** A pupil's row of the roll. */
export function rollPupil(
  fold: Fold,
  lesson: LessonState,
  works: readonly WorkColumn[],
  pupil: Pupil,
  members: ClassView,
  /** The subject is physical education. */
  physical: boolean,
): RollPupil {
  const cell = entity.cell(lesson.key, pupil.id)
  const presence = fold.state(cell, 'presence')
  const states = works.map(({ id }) => ({
    id,
    state: fold.state(entity.mark(lesson.key, id, pupil.id), 'mark'),
  }))
  const exemption = physical ? exemptionOn(members, pupil.id, lesson.date) : undefined
  const all = [presence, ...states.map(({ state }) => state)]
  return {
    id: pupil.id,
    name: lastFirst(pupil),
    presence: fold.value(cell, 'presence'),
    reason: fold.value(cell, 'reason'),
    away: awayNote(spanOn(members, pupil.id, lesson.date)),
    ...(exemption ? { exempt: { until: exemption.to, group: exemption.group } } : {}),
    marks: states.flatMap(({ id }) => {
      const mark = fold.value(entity.mark(lesson.key, id, pupil.id), 'mark')
      return mark === undefined ? [] : [{ work: id, mark }]
    }),
    conflict: all.some((state) => state?.conflict),
    waiting: all.some((state) => state?.shown && !state.shown.receipt),
    behaviour: fold.value(entity.behaviour(lesson.key, pupil.id), 'behaviour') !== undefined,
    asked: openTalkOf(fold).cells.has(`${lesson.key} ${pupil.id}`),
  }
}

/** Rows of the roll as they were last drawn, so that a tap draws one row anew and not the class. */
export class RollRows {
  private readonly rows = new Map<string, { text: string; row: RollPupil }>()

  /** The same object as before while nothing about the pupil changed. */
  same(row: RollPupil): RollPupil {
    const text = JSON.stringify(row)
    const known = this.rows.get(row.id)
    if (known?.text === text) return known.row
    this.rows.set(row.id, { text, row })
    return row
  }
}

function awayNote(span: AbsenceSpan | undefined): AwayNote | undefined {
  return (
    span && {
      kind: span.code === 'Б' ? 'ill' : 'excused',
      until: span.to,
      paper: span.document !== undefined,
    }
  )
}

/** Columns of marks of a lesson: the default one, then its works. */
export function columnsOf(lesson: LessonState): WorkColumn[] {
  return [
    { id: '', kind: undefined },
    ...lesson.works.map(({ id, kind, title, weight, retakeOf }) => ({ id, kind, title, weight, retakeOf })),
  ]
}

/** How a journal is graded on a date; grade 1 and classes before `ungradedUntil` have no marks. */
export function gradingOf(school: SchoolView, key: JournalKey, date: string): Grading {
  const own = school.classes.get(key.class)
  if (own?.grade === 1 || (own?.ungradedUntil !== undefined && date < own.ungradedUntil)) return 'none'
  const assignment = school.assignments.find(
    (a) => a.class === key.class && a.subject === key.subject && (a.group ?? '') === (key.group ?? ''),
  )
  return assignment?.grading ?? 'marks'
}

/** What the plan and the past offer at a lesson. */
export interface Offers {
  plan: { number: number; topic: string } | undefined
  lastHomework: string | undefined
  /** The next lesson of this journal. */
  next: JournalPlace | undefined
  /** The one behind it. */
  after: JournalPlace | undefined
}

/**
 * What the plan and the last homework offer at a lesson, worked out anew only when something beside the lesson itself
 * changed: its own roll and marks bear on none of it.
 */
export class LessonOffers {
  private fold: Fold | undefined
  private school: SchoolView | undefined
  private version = 0
  private offers: Offers | undefined

  constructor(
    private readonly key: JournalKey,
    private readonly lesson: LessonKey,
  ) {}

  at(school: SchoolView, fold: Fold): Offers {
    const stale =
      this.fold !== fold ||
      this.school !== school ||
      [...fold.touchedSince(this.version)].some((name) => lessonOf(name) !== this.lesson)
    if (stale || !this.offers) {
      const view = viewOf(fold, readJournal)
      const state = readLesson(fold, this.lesson)
      const plan = offeredTopic(view, state)
      const course = { school, key: this.key, lessons: view.lessons, today: state.date }
      const [next, after] = lessonsAfter(course, state)
      this.offers = {
        plan: plan && { number: plan.ordinal, topic: plan.topic },
        lastHomework: lastHomework(view, state),
        next,
        after,
      }
    }
    this.fold = fold
    this.school = school
    this.version = fold.version
    return this.offers
  }
}
