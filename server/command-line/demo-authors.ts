import type { Capacity } from '../../src/domain/ledger/attributes.ts'
import {
  type DocumentName,
  type JournalKey,
  journalName,
  lessonOf,
  readLessonKey,
} from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { addDays } from '../../src/domain/policy/policy.ts'
import type { ExchangeTables } from '../../src/exchange/tables.ts'
import { demoTime } from './demo-clock.ts'

/** Who entered something in the demo school, in what capacity and when. */
export interface Authorship {
  /** Staff id. */
  person: string
  as: Capacity
  /** ms since 1970. */
  at: number
}

/** Days before the first lesson when the office set the school up, and when plans and lists were entered. */
const setUpDays = 10
const listDays = 3
/** Class teachers enter reasons after lessons, the office works before them. */
const afterLessons = '15:30'
const beforeLessons = '07:40'
/** When class teachers sign and hand in what is to be in order. */
const evening = '18:40'

/** What class teachers record of their duties, each dated. */
const dutiesDone: ReadonlySet<string> = new Set([
  'acquainted',
  'week.signed',
  'duty.done',
  'paper.signed',
  'paper.handed',
])

/** Tells who would have entered what of a demo school, and when: lessons their teachers, at their end. */
export class DemoAuthors {
  private readonly teachers = new Map<string, string>()
  private readonly holders = new Map<string, string>()
  private readonly classTeachers = new Map<string, string>()
  private readonly classOfPupil = new Map<string, string>()
  private readonly bellEnds = new Map<number, string>()
  private readonly periodEnds = new Map<string, string>()
  private readonly times = new Map<string, number>()
  private readonly starts: string

  /** `office`: staff id of who keeps the school's data; `now`: the demo's moment, after which nothing was entered. */
  constructor(
    tables: ExchangeTables,
    private readonly office: string,
    private readonly now: number,
  ) {
    this.starts = tables.years[0]!.starts
    for (const assignment of tables.assignments)
      this.teachers.set(journalName(assignment), assignment.teacher)
    for (const lesson of tables.lessons) {
      if (lesson.teacher) this.holders.set(placeOf(lesson, lesson.date, lesson.bell), lesson.teacher)
    }
    for (const { id, class_teacher } of tables.classes) this.classTeachers.set(id, class_teacher ?? office)
    for (const { pupil, class: id } of tables.movements) this.classOfPupil.set(pupil, id)
    for (const { number, ends } of tables.bells) this.bellEnds.set(number, ends)
    for (const { id, ends } of tables.periods) this.periodEnds.set(id, ends)
  }

  /** Who entered an entry of a document. */
  of(document: DocumentName, entry: Entry): Authorship {
    switch (document.kind) {
      case 'school':
        return this.byOffice(entry)
      case 'class':
        return this.inClass(document.class, entry)
      case 'journal':
        return this.inJournal(document, entry)
      case 'family':
      case 'thread': {
        const classId = this.classOfPupil.get(document.pupil) ?? ''
        return this.aboutFamily(classId, entry)
      }
      case 'advice':
        return this.byOffice(entry)
    }
  }

  private byOffice({ entity, attribute }: Entry): Authorship {
    const date = attribute === 'substitution' ? entity.split(',')[4]! : addDays(this.starts, -setUpDays)
    return { person: this.office, as: 'office', at: this.time(date, beforeLessons) }
  }

  private aboutFamily(classId: string, { attribute, value }: Entry): Authorship {
    const { to, date } = (value ?? {}) as { to?: string; date?: string }
    if (attribute === 'informed' || attribute === 'checked')
      return this.byClassTeacher(classId, to ?? date!, evening)
    return this.byClassTeacher(classId, addDays(this.starts, -listDays))
  }

  private inClass(classId: string, { attribute, value }: Entry): Authorship {
    const { from, date } = (value ?? {}) as { from?: string; date?: string }
    if (dutiesDone.has(attribute)) return this.byClassTeacher(classId, date!, evening)
    if (attribute === 'span' || attribute === 'member')
      return this.byClassTeacher(classId, from ?? addDays(this.starts, -listDays))
    return {
      person: this.office,
      as: 'office',
      at: this.time(date ?? addDays(this.starts, -setUpDays), beforeLessons),
    }
  }

  private inJournal(key: JournalKey, { entity, attribute, value }: Entry): Authorship {
    const lesson = lessonOf(entity)
    const assigned = this.teachers.get(journalName(key))!
    if (attribute === 'groups.seen') {
      const { date } = value as { date: string }
      return { person: assigned, as: 'assigned', at: this.time(date, afterLessons) }
    }
    if (!lesson) {
      const period = entity.split(',')[1]!
      const date =
        attribute === 'periodmark'
          ? (this.periodEnds.get(period) ?? this.starts)
          : addDays(this.starts, -listDays)
      return { person: assigned, as: 'assigned', at: this.time(date, afterLessons) }
    }
    const { date, bell } = readLessonKey(lesson)
    if (attribute === 'reason') return this.byClassTeacher(key.class, date)
    const holder = this.holders.get(placeOf(key, date, bell)) ?? assigned
    const at = this.time(date, this.bellEnds.get(bell) ?? afterLessons)
    return { person: holder, as: holder === assigned ? 'assigned' : 'substitute', at }
  }

  private byClassTeacher(classId: string, date: string, time = afterLessons): Authorship {
    const person = this.classTeachers.get(classId) ?? this.office
    const as = person === this.office ? 'office' : 'classTeacher'
    return { person, as, at: this.time(date, time) }
  }

  private time(date: string, time: string): number {
    const key = `${date}T${time}`
    let at = this.times.get(key)
    if (at === undefined) {
      at = Math.min(demoTime({ date, time }), this.now)
      this.times.set(key, at)
    }
    return at
  }
}

function placeOf(key: JournalKey, date: string, bell: number): string {
  return `${journalName(key)},${date},${bell}`
}
