import type { Lesson, MarkCell, PresenceCell } from '../../../src/domain/journal/journal-view.ts'
import { emptyJournal, unopenedLesson } from '../../../src/domain/journal/journal-view.ts'
import type { Mark, Reason } from '../../../src/domain/ledger/attributes.ts'
import { lessonKey, readJournalName } from '../../../src/domain/ledger/documents.ts'
import type { ReportSource } from '../../../src/domain/reports/report-source.ts'
import {
  type AbsenceSpan,
  emptyClass,
  type GroupMember,
  type Movement,
  movementOrder,
  type PupilMode,
} from '../../../src/domain/school/class-view.ts'
import { compareNames } from '../../../src/domain/school/names.ts'
import type { Assignment, SchoolClass } from '../../../src/domain/school/school-view.ts'
import { emptySchool } from '../../../src/domain/school/school-view.ts'

/** A lesson of a small school: who was absent (with the explicit reason, or '') and who was late. */
export interface SmallLesson {
  journal: string
  date: string
  bell?: number
  held?: boolean
  roll?: boolean
  topic?: string
  absent?: Readonly<Record<string, Reason | ''>>
  late?: readonly string[]
  present?: readonly string[]
  /** Pupil -> mark in the default column. */
  marks?: Readonly<Record<string, Mark>>
  works?: readonly SmallWork[]
}

export interface SmallWork {
  id: string
  weight?: number
  retakeOf?: string
  marks: Readonly<Record<string, Mark>>
}

export interface SmallClass {
  grade?: number
  ungradedUntil?: string
  /** Ids, which are last names too; all are enrolled on 1 September unless `movements` tells more of them. */
  pupils: readonly string[]
  movements?: readonly Movement[]
  members?: readonly GroupMember[]
  spans?: readonly AbsenceSpan[]
  modes?: readonly PupilMode[]
}

export interface SmallSchool {
  /** By id, which is grade and letter: `7а`. */
  classes: Readonly<Record<string, SmallClass>>
  lessons?: readonly SmallLesson[]
  /** Journals with their assignments. */
  assignments?: readonly Assignment[]
  /** [journal, period, pupil, mark] */
  periodMarks?: readonly (readonly [journal: string, period: string, pupil: string, mark: Mark])[]
}

/** A school of a few pupils in the year 2025-26, with its quarters and half-years, for numbers worked out by hand. */
export function smallSchool({
  classes,
  lessons = [],
  assignments = [],
  periodMarks = [],
}: SmallSchool): ReportSource {
  const names = new Set([
    ...lessons.map(({ journal }) => journal),
    ...periodMarks.map(([journal]) => journal),
  ])
  return {
    school: {
      ...emptySchool,
      profile: { id: 's', name: 'Школа' },
      years: [{ id: '2025-26', starts: '2025-09-01', ends: '2026-05-26' }],
      periods: [
        period('1', 'quarter', 1, '2025-09-01', '2025-10-24'),
        period('2', 'quarter', 2, '2025-11-05', '2025-12-30'),
        period('3', 'quarter', 3, '2026-01-12', '2026-03-27'),
        period('4', 'quarter', 4, '2026-04-06', '2026-05-26'),
        period('h1', 'half', 1, '2025-09-01', '2025-12-30'),
        period('h2', 'half', 2, '2026-01-12', '2026-05-26'),
      ],
      holidays: [],
      bells: [],
      subjects: new Map(),
      staff: new Map(),
      classes: new Map(Object.entries(classes).map(([id, spec]) => [id, schoolClass(id, spec)])),
      groups: new Map(),
      assignments: [...assignments],
      slots: [],
      substitutions: [],
      locks: new Map(),
      permissions: [],
      people: new Map(),
    },
    classes: new Map(
      Object.entries(classes).map(
        ([id, { pupils, movements = [], members = [], spans = [], modes = [] }]) => [
          id,
          {
            ...emptyClass,
            pupils: pupils.map((last) => ({ id: last, last, first: 'Имя' })).sort(compareNames),
            movements: [
              ...movements,
              ...pupils
                .filter((pupil) => !movements.some((movement) => movement.pupil === pupil))
                .map((pupil): Movement => ({ pupil, kind: 'enrolled', date: '2025-09-01' })),
            ].sort(movementOrder),
            members: [...members],
            spans: [...spans],
            modes: [...modes],
            unsettled: [],
          },
        ],
      ),
    ),
    journals: new Map(
      [...names].map((name) => [
        name,
        {
          ...emptyJournal,
          lessons: lessons.filter(({ journal }) => journal === name).map(lessonOf),
          marks: lessons.filter(({ journal }) => journal === name).flatMap(marksOf),
          presence: lessons.filter(({ journal }) => journal === name).flatMap(cellsOf),
          periodMarks: periodMarks
            .filter(([journal]) => journal === name)
            .map(([, period, pupil, mark]) => ({ period, pupil, mark, reason: undefined })),
          unsettled: [],
        },
      ]),
    ),
  }
}

/** The class of this id. */
export function classOf(source: ReportSource, id: string): SchoolClass {
  return source.school.classes.get(id)!
}

/** An assignment of a journal, with what else it says. */
export function taught(journal: string, more: Partial<Assignment> = {}): Assignment {
  return { ...readJournalName(journal)!, teacher: 't', ...more }
}

function period(id: string, kind: 'quarter' | 'half', number: number, starts: string, ends: string) {
  return { id: `2025-26/${id}`, year: '2025-26', kind, number, starts, ends }
}

function schoolClass(id: string, { grade = 7, ungradedUntil }: SmallClass): SchoolClass {
  return {
    id,
    year: '2025-26',
    grade,
    letter: id.replace(/\d/g, ''),
    ...(ungradedUntil ? { ungradedUntil } : {}),
  }
}

function lessonOf({ date, bell = 1, held = true, roll = true, topic, works = [] }: SmallLesson): Lesson {
  return {
    ...unopenedLesson(lessonKey(date, bell)),
    held,
    roll,
    topic,
    works: works.map(({ marks, ...work }) => work),
  }
}

function cellsOf({ date, bell = 1, absent = {}, late = [], present = [] }: SmallLesson): PresenceCell[] {
  const lesson = lessonKey(date, bell)
  return [
    ...Object.entries(absent).map(([pupil, reason]): PresenceCell => {
      return { lesson, pupil, presence: 'absent', reason: reason || undefined }
    }),
    ...late.map((pupil): PresenceCell => ({ lesson, pupil, presence: { late: 5 }, reason: undefined })),
    ...present.map((pupil): PresenceCell => ({ lesson, pupil, presence: 'present', reason: undefined })),
  ]
}

function marksOf({ date, bell = 1, marks = {}, works = [] }: SmallLesson): MarkCell[] {
  const lesson = lessonKey(date, bell)
  return [{ id: '', marks }, ...works].flatMap(({ id: work, marks: given }) =>
    Object.entries(given).map(
      ([pupil, mark]): MarkCell => ({ lesson, work, pupil, mark, comment: undefined }),
    ),
  )
}
