import { readClassWords, readCourse } from '../../../src/domain/diary/course.ts'
import type { Diary } from '../../../src/domain/diary/diary.ts'
import { familyFold } from '../../../src/domain/diary/family-fold.ts'
import { type DiarySource, foldDiary } from '../../../src/domain/diary/fold-diary.ts'
import { entity, type JournalKey, journalName, lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import type { Fold } from '../../../src/domain/ledger/fold.ts'
import { readClass } from '../../../src/domain/school/class-view.ts'
import { readSchool } from '../../../src/domain/school/school-view.ts'
import { people, Writing } from '../journal/writing.ts'

/** A class of two pupils, Algebra on Tuesdays at the third bell, English in groups on Wednesdays at the first. */
export const today = '2026-11-24'
export const tomorrow = '2026-11-25'
export const lastWeek = lessonKey('2026-11-17', 3)
export const now = lessonKey(today, 3)
export const algebra = { class: '7a', subject: 'alg' } satisfies JournalKey
export const english = { class: '7a', subject: 'eng', group: 'en1' } satisfies JournalKey
export const otherGroup = { class: '7a', subject: 'eng', group: 'en2' } satisfies JournalKey

const pupil = (id: string, last: string): Entry[] => [
  { entity: entity.pupil(id), attribute: 'pupil', value: { id, last, first: 'Анна', born: '2013-02-03' } },
  {
    entity: entity.movement(id, '2026-09-01', 'enrolled'),
    attribute: 'movement',
    value: { pupil: id, kind: 'enrolled', date: '2026-09-01' },
  },
]

const schoolEntries: Entry[] = [
  { entity: 'school', attribute: 'school', value: { id: 's', name: 'Школа' } },
  {
    entity: entity.year('2026'),
    attribute: 'year',
    value: { id: '2026', starts: '2026-09-01', ends: '2027-05-26' },
  },
  {
    entity: entity.period('q2'),
    attribute: 'period',
    value: { id: 'q2', year: '2026', kind: 'quarter', number: 2, starts: '2026-11-03', ends: '2026-12-28' },
  },
  {
    entity: entity.bell(3),
    attribute: 'bell',
    value: { number: 3, starts: '10:20', ends: '11:00' },
  },
  { entity: entity.subject('alg'), attribute: 'subject', value: { id: 'alg', name: 'Алгебра' } },
  { entity: entity.subject('eng'), attribute: 'subject', value: { id: 'eng', name: 'Английский язык' } },
  {
    entity: entity.class('7a'),
    attribute: 'class',
    value: { id: '7a', year: '2026', grade: 7, letter: 'А', classTeacher: 'staff-galina' },
  },
  ...['en1', 'en2'].map(
    (id): Entry => ({
      entity: entity.group(id),
      attribute: 'group',
      value: { id, class: '7a', subject: 'eng', name: `Группа ${id}` },
    }),
  ),
  {
    entity: entity.slot(algebra, 2, 3),
    attribute: 'slot',
    value: { ...algebra, weekday: 2, bell: 3, room: '12' },
  },
  { entity: entity.slot(english, 3, 1), attribute: 'slot', value: { ...english, weekday: 3, bell: 1 } },
  { entity: entity.slot(otherGroup, 3, 1), attribute: 'slot', value: { ...otherGroup, weekday: 3, bell: 1 } },
  {
    entity: entity.staff('staff-galina'),
    attribute: 'staff',
    value: { id: 'staff-galina', last: 'Галкина', first: 'Галина', roles: ['teacher'] },
  },
  {
    entity: entity.assignment(algebra, 'staff-galina'),
    attribute: 'assignment',
    value: { ...algebra, teacher: 'staff-galina' },
  },
]

const classEntries: Entry[] = [
  ...pupil('p1', 'Белова'),
  ...pupil('other-p2', 'Чужая'),
  {
    entity: entity.member('en1', 'p1'),
    attribute: 'member',
    value: { group: 'en1', pupil: 'p1' },
  },
  {
    entity: entity.member('en2', 'other-p2'),
    attribute: 'member',
    value: { group: 'en2', pupil: 'other-p2' },
  },
]

/** Documents of the small school into which tests write. */
export class SmallDiary {
  readonly school = new Writing()
  readonly class = new Writing()
  readonly journals = new Map(
    [algebra, english, otherGroup].map((key) => [journalName(key), { key, writing: new Writing() }]),
  )

  constructor() {
    this.school.write(people.office, schoolEntries)
    this.class.write(people.office, classEntries)
  }

  in(key: JournalKey): Writing {
    return this.journals.get(journalName(key))!.writing
  }

  diary(of = 'p1'): Diary {
    return foldDiary(this.source(of))
  }

  source(of = 'p1'): DiarySource {
    const school = readSchool(familyFold(this.school.fold))
    const fold: Fold = this.class.fold
    return {
      school,
      pupil: of,
      year: '2026',
      years: [{ id: '2026', class: '7a' }],
      today,
      classes: [
        {
          id: '7a',
          view: readClass(familyFold(fold)),
          words: readClassWords(familyFold(fold)),
          courses: [...this.journals.values()].map(({ key, writing }) =>
            readCourse(familyFold(writing.fold), school, key, today),
          ),
        },
      ],
    }
  }
}
