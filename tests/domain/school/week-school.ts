import {
  emptyJournal,
  type JournalView,
  type Lesson,
  unopenedLesson,
} from '../../../src/domain/journal/journal-view.ts'
import { lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { SchoolView } from '../../../src/domain/school/school-view.ts'
import { emptySchool } from '../../../src/domain/school/school-view.ts'

/** A school of two short quarters, 7А and 7Б, with a holiday in the second week. */
export function weekSchool(over: Partial<SchoolView> = {}): SchoolView {
  const year = { id: '2025-26', starts: '2025-09-01', ends: '2025-10-10' }
  return {
    ...emptySchool,
    profile: undefined,
    years: [year],
    periods: [
      {
        id: '2025-26/1',
        year: year.id,
        kind: 'quarter',
        number: 1,
        starts: '2025-09-01',
        ends: '2025-09-19',
      },
      {
        id: '2025-26/2',
        year: year.id,
        kind: 'quarter',
        number: 2,
        starts: '2025-09-29',
        ends: '2025-10-10',
      },
    ],
    holidays: [{ name: 'Праздник', starts: '2025-09-08', ends: '2025-09-08' }],
    bells: [],
    subjects: new Map([['math', { id: 'math', name: 'Математика' }]]),
    staff: new Map(
      [
        { id: 'tref', last: 'Трефилова', first: 'Светлана', middle: 'Олеговна', roles: ['teacher' as const] },
        { id: 'ovch', last: 'Овчинников', first: 'Пётр', roles: ['teacher' as const] },
      ].map((member) => [member.id, member]),
    ),
    classes: new Map(
      ['А', 'Б'].map((letter) => [`7${letter}`, { id: `7${letter}`, year: year.id, grade: 7, letter }]),
    ),
    groups: new Map(),
    assignments: [{ class: '7А', subject: 'math', teacher: 'tref' }],
    slots: [
      { class: '7А', subject: 'math', weekday: 1, bell: 2 },
      { class: '7А', subject: 'math', weekday: 3, bell: 1 },
    ],
    substitutions: [],
    locks: new Map(),
    permissions: [],
    people: new Map(),
    ...over,
  }
}

/** A lesson at its own hour, held unless told otherwise. */
export function weekLesson(date: string, bell: number, over: Partial<Lesson> = {}): Lesson {
  return {
    ...unopenedLesson(lessonKey(date, bell)),
    held: true,
    roll: true,
    topic: 'Тема',
    homework: '№ 1',
    ...over,
  }
}

export function weekJournal(lessons: Lesson[], over: Partial<JournalView> = {}): JournalView {
  return { ...emptyJournal, lessons, ...over }
}
