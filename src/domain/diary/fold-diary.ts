import { addDays } from '../policy/policy.ts'
import { type ClassView, spanOn, staysOf } from '../school/class-view.ts'
import { isHolidayFor } from '../school/grades.ts'
import { lastFirst } from '../school/names.ts'
import { by, className, covers, type SchoolClass, type SchoolView } from '../school/school-view.ts'
import { withoutUndefined } from './compact.ts'
import type { ClassWords, CourseHour, DiaryCourse, OwnCells } from './course.ts'
import type { Diary, DiaryDay, DiaryHead, DiaryLesson, DiaryMark } from './diary.ts'
import { diaryResults } from './results.ts'

/** A class of the year that the pupil is or was in, with its journals. */
export interface DiaryClass {
  id: string
  view: ClassView
  words: ClassWords
  courses: readonly DiaryCourse[]
}

/** What a diary is made from: all of it as families may see it. */
export interface DiarySource {
  school: SchoolView
  pupil: string
  /** The school year. */
  year: string
  /** Classes of that year, the one the pupil was in last at the end. */
  classes: readonly DiaryClass[]
  /** Years in which the pupil was in some class, the latest first, with that class's id. */
  years: readonly { id: string; class: string }[]
  /** The school's date. */
  today: string
}

/** How far ahead the plan of the coming days goes. */
const ahead = 14

/** Folds the diary of a pupil and a school year. */
export function foldDiary(source: DiarySource): Diary {
  return { head: headOf(source), days: daysOf(source) }
}

function headOf({ school, pupil, year: yearId, classes, years, today }: DiarySource): DiaryHead {
  const year = school.years.find(({ id }) => id === yearId)
  const last = classes.at(-1)
  const own = school.classes.get(last?.id ?? '')
  const grade = own?.grade ?? 1
  const cards = classes.flatMap(({ view }) => view.pupils.filter(({ id }) => id === pupil))
  const card = cards.at(-1)
  const title = (id: string) => className(school.classes.get(id) ?? { grade: 0, letter: id })
  const { periods, subjects, former } = diaryResults(
    school,
    { id: yearId, starts: year?.starts ?? '', ends: year?.ends ?? '' },
    grade,
    pupil,
    classes.flatMap(({ view, courses }) => courses.filter((course) => isTaught(course, view, pupil))),
  )
  const council = classes.flatMap(({ view }) => view.council.get(`${yearId},${pupil}`) ?? []).at(-1)
  return {
    pupil: { id: pupil, name: card ? lastFirst(card) : '' },
    class: own ? className(own) : '',
    year: { id: yearId, starts: year?.starts ?? '', ends: year?.ends ?? '' },
    years: years.map((it) => ({ id: it.id, class: title(it.class) })),
    today,
    periods: periods.map(({ id, kind, number, starts, ends }) => {
      const conduct = classes.flatMap(({ view }) => view.conduct.get(`${id},${pupil}`) ?? []).at(-1)
      return { id, kind, number, starts, ends, ...(conduct === undefined ? {} : { conduct }) }
    }),
    holidays: school.holidays
      .filter(
        (holiday) =>
          isHolidayFor(holiday, grade) &&
          (!year || (holiday.starts <= year.ends && year.starts <= holiday.ends)),
      )
      .map(({ name, starts, ends }) => ({ ...(name === undefined ? {} : { name }), starts, ends })),
    subjects,
    former,
    ...(council ? { council: withoutUndefined(council) } : {}),
    announcements: announcementsOf(classes, pupil, today),
  }
}

function isTaught({ key, cells }: DiaryCourse, view: ClassView, pupil: string): boolean {
  return (
    key.group === undefined ||
    cells.has(pupil) ||
    view.members.some((it) => it.group === key.group && it.pupil === pupil)
  )
}

/** What was said to a class while the pupil was in it, and still holds. */
function announcementsOf(
  classes: readonly DiaryClass[],
  pupil: string,
  today: string,
): DiaryHead['announcements'] {
  return classes
    .flatMap(({ view, words }) => {
      const stays = staysOf(view, pupil)
      return words.announcements.filter(
        ({ date, until }) =>
          (until === undefined || today <= until) && stays.some(({ to }) => to === undefined || date < to),
      )
    })
    .map(({ id, date, text }) => ({ id, date, text }))
    .sort(by(({ date, id }) => `${date},${id}`))
    .reverse()
}

function daysOf({ school, pupil, classes, today }: DiarySource): DiaryDay[] {
  const days = new Map<string, DiaryLesson[]>()
  const until = addDays(today, ahead)
  for (const { id, view, courses } of classes) {
    const stays = staysOf(view, pupil)
    const own = school.classes.get(id)
    for (const course of courses) {
      const { group, subject } = course.key
      const member = view.members.filter((it) => it.group === group && it.pupil === pupil)
      const cells = cellsByLesson(course.cells.get(pupil))
      const dueDates = new Set(course.hours.map(({ due }) => due?.date))
      for (const hour of course.hours) {
        const { date } = hour
        const expected =
          stays.some((stay) => covers(stay, date)) &&
          (group === undefined || member.some((it) => covers(it, date)))
        const cell = cells.get(hour.key)
        if (!expected && !cell) continue
        const lesson = lessonOf(hour, cell, view, pupil, today)
        if (date > until && !lesson.works && !dueDates.has(date)) continue
        const place = {
          bell: hour.bell,
          starts: hour.starts,
          ends: hour.ends,
          subject,
          group: group === undefined ? undefined : groupName(school, group, own),
          room: hour.room,
        }
        const day = days.get(date) ?? []
        day.push(withoutUndefined({ ...place, ...lesson }) as DiaryLesson)
        days.set(date, day)
      }
    }
  }
  return [...days]
    .map(([date, lessons]) => ({
      date,
      lessons: lessons.sort(
        by((it) => `${String(it.bell).padStart(2, '0')},${it.subject},${it.group ?? ''}`),
      ),
    }))
    .sort(by(({ date }) => date))
}

function groupName(school: SchoolView, group: string, own: SchoolClass | undefined): string {
  const known = school.groups.get(group)
  return known && known.class === own?.id ? known.name : ''
}

type Own = Pick<OwnCells, 'marks'> & {
  presence: OwnCells['presence'][number] | undefined
  behaviour: string | undefined
}

function cellsByLesson(cells: OwnCells | undefined): Map<string, Own> {
  const found = new Map<string, Own>()
  if (!cells) return found
  const at = (lesson: string) => {
    const known = found.get(lesson) ?? { marks: [], presence: undefined, behaviour: undefined }
    found.set(lesson, known)
    return known
  }
  for (const mark of cells.marks) at(mark.lesson).marks.push(mark)
  for (const cell of cells.presence) at(cell.lesson).presence = cell
  for (const [lesson, words] of cells.behaviour) at(lesson).behaviour = words
  return found
}

/** What is told of a lesson: what the pupil was given only once it was held, what the class is asked once its day has come. */
function lessonOf(
  { date, state, lesson, due }: CourseHour,
  own: Own | undefined,
  view: ClassView,
  pupil: string,
  today: string,
): Omit<DiaryLesson, 'bell' | 'subject'> {
  if (!lesson) return {}
  const { cancelled, topic, homework, attachments, works } = lesson
  if (state === 'cancelled') return { cancelled: cancelled ?? '' }
  const begun = date <= today
  const held = state === 'held'
  const asks = begun && ((homework ?? '') !== '' || attachments.length > 0)
  const marks = held ? (own?.marks ?? []).map((cell) => diaryMark(cell, works)) : []
  const presence = held ? own?.presence?.presence : undefined
  const told = works.map(({ kind, title }) => withoutUndefined({ kind, title }))
  return withoutUndefined({
    held: held ? (true as const) : undefined,
    topic: begun && topic !== '' ? topic : undefined,
    homework: asks
      ? withoutUndefined({
          text: homework === '' ? undefined : homework,
          due: due && withoutUndefined(due),
          attachments: attachments.length > 0 ? [...attachments] : undefined,
        })
      : undefined,
    works: !held && told.length > 0 ? told : undefined,
    marks: marks.length > 0 ? marks : undefined,
    absent:
      presence === 'absent'
        ? (own?.presence?.reason ?? spanOn(view, pupil, date)?.code ?? ('' as const))
        : undefined,
    late: typeof presence === 'object' ? (presence.late ?? 0) : undefined,
    behaviour: held ? own?.behaviour : undefined,
  })
}

function diaryMark(
  { work, mark, comment }: OwnCells['marks'][number],
  works: NonNullable<CourseHour['lesson']>['works'],
): DiaryMark {
  const given = works.find(({ id }) => id === work)
  return withoutUndefined({
    mark,
    kind: given?.kind,
    title: given?.title,
    weight: given?.weight === 1 ? undefined : given?.weight,
    retake: given?.retakeOf === undefined ? undefined : (true as const),
    comment: comment === '' ? undefined : comment,
  })
}
