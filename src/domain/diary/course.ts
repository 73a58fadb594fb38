import { dueOf, standingPlaces } from '../journal/due-lesson.ts'
import { courseYear, type JournalPlace, journalPlaces } from '../journal/journal-places.ts'
import {
  emptyJournal,
  type FormerMark,
  type JournalView,
  type Lesson,
  type MarkCell,
  type PeriodMark,
  type PresenceCell,
  readJournal,
} from '../journal/journal-view.ts'
import { entity, type JournalKey, type LessonKey } from '../ledger/documents.ts'
import type { FoldReader } from '../ledger/fold.ts'
import { sameJournal } from '../policy/policy.ts'
import { bellsOf } from '../school/bells.ts'
import { timetableDay, weekParity } from '../school/calendar.ts'
import { covers, type SchoolView } from '../school/school-view.ts'

/** An hour of a journal as all its pupils see it. */
export interface CourseHour extends Pick<JournalPlace, 'date' | 'bell' | 'key' | 'state'> {
  starts: string | undefined
  ends: string | undefined
  room: string | undefined
  /** Undefined where the journal says nothing yet. */
  lesson: Lesson | undefined
  /** Where the homework given here is due. */
  due: Lesson['due']
}

/** What a journal holds of one pupil. */
export interface OwnCells {
  marks: MarkCell[]
  presence: PresenceCell[]
  behaviour: Map<LessonKey, string>
  periodMarks: PeriodMark[]
  former: FormerMark[]
}

/** A journal of a class as its families may see it: made once, shared by all the pupils. */
export interface DiaryCourse {
  key: JournalKey
  /** By date and bell, over the whole school year. */
  hours: readonly CourseHour[]
  lessons: readonly Lesson[]
  /** By pupil's id. */
  cells: ReadonlyMap<string, OwnCells>
}

/** Reads a journal for the diaries; `fold` and `school` as families may see them, `today` the school's date. */
export function readCourse(
  fold: FoldReader,
  school: SchoolView,
  key: JournalKey,
  today: string,
): DiaryCourse {
  const view = readJournal(fold)
  const byKey = new Map(view.lessons.map((lesson) => [lesson.key, lesson]))
  const year = courseYear(school, key)
  const places = year
    ? journalPlaces({ school, key, lessons: view.lessons, today }, year.starts, year.ends)
    : []
  const standing = standingPlaces(places)
  const hours = standing.concat(places.filter(({ state }) => state === 'cancelled')).map((place) => {
    const lesson = byKey.get(place.key)
    const asks = lesson?.homework !== undefined || (lesson?.attachments.length ?? 0) > 0
    return {
      date: place.date,
      bell: place.bell,
      key: place.key,
      state: place.state,
      ...whenAndWhere(school, key, place),
      lesson,
      due: lesson && asks ? dueOf(lesson, standing) : undefined,
    }
  })
  return { key, hours, lessons: view.lessons, cells: cellsOf(fold, view) }
}

/** The journal as if it held this pupil alone: what averages and debts are reckoned from. */
export function ownJournal({ lessons, cells }: DiaryCourse, pupil: string): JournalView {
  const { marks = [], presence = [], periodMarks = [], former = [] } = cells.get(pupil) ?? {}
  return { ...emptyJournal, lessons: [...lessons], marks, presence, periodMarks, former }
}

function whenAndWhere(
  school: SchoolView,
  key: JournalKey,
  { date, bell, timetabled }: JournalPlace,
): Pick<CourseHour, 'starts' | 'ends' | 'room'> {
  const own = school.classes.get(key.class)
  const year = school.years.find(({ id }) => id === own?.year)
  const bells = own ? bellsOf(school, own, date) : school.bells
  const rung = bells.find(({ number }) => number === bell)
  const slot =
    timetabled && year
      ? school.slots.find(
          (it) =>
            it.bell === bell &&
            sameJournal(it, key) &&
            it.weekday === timetableDay(school, date) &&
            covers(it, date) &&
            (it.week === undefined || it.week === weekParity(year, date)),
        )
      : undefined
  return { starts: rung?.starts, ends: rung?.ends, room: slot?.room }
}

function cellsOf(fold: FoldReader, view: JournalView): Map<string, OwnCells> {
  const cells = new Map<string, OwnCells>()
  const of = (pupil: string) => {
    const known = cells.get(pupil)
    if (known) return known
    const fresh: OwnCells = { marks: [], presence: [], behaviour: new Map(), periodMarks: [], former: [] }
    cells.set(pupil, fresh)
    return fresh
  }
  for (const cell of view.marks) of(cell.pupil).marks.push(cell)
  for (const cell of view.presence) of(cell.pupil).presence.push(cell)
  for (const mark of view.periodMarks) of(mark.pupil).periodMarks.push(mark)
  for (const mark of view.former) of(mark.pupil).former.push(mark)
  for (const name of fold.entities('behaviour')) {
    const [, date, bell, ordinal, pupil] = name.split(',')
    const words = fold.value(name, 'behaviour')
    if (words !== undefined && pupil !== undefined)
      of(pupil).behaviour.set(`${date},${bell},${ordinal}` as LessonKey, words)
  }
  return cells
}

/** What a class document says to the families of the class besides the pupils themselves. */
export interface ClassWords {
  announcements: { id: string; date: string; until?: string | undefined; text: string }[]
}

/** Reads them. */
export function readClassWords(fold: FoldReader): ClassWords {
  const announcements = [...fold.entities('announcement')].flatMap((name) => {
    const said = fold.value(name, 'announcement')
    return said ? [{ id: name.slice(entity.announcement('').length), ...said }] : []
  })
  return { announcements }
}
