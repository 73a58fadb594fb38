import type { JournalView, Lesson, MarkCell, PresenceCell } from '../journal/journal-view.ts'
import type { Mark } from '../ledger/attributes.ts'
import { type JournalKey, journalName, type LessonKey, lessonOf } from '../ledger/documents.ts'
import { sameJournal } from '../policy/policy.ts'
import { reasonOf } from '../reports/attendance-counts.ts'
import { isUngraded } from '../reports/counted-subjects.ts'
import { leavingBy, leavingText } from '../reports/leaving.ts'
import type { ReportPeriod } from '../reports/report-period.ts'
import { belongs, type ClassView, inGroup, isAway, type Pupil, wasIn } from '../school/class-view.ts'
import { substitutedLessons } from '../school/hours.ts'
import { lastFirst, lastInitials } from '../school/names.ts'
import type { SchoolView } from '../school/school-view.ts'
import { staffTitle, subjectTitle } from '../school/titles.ts'
import { type PaperHours, paperHours } from './paper-hours.ts'

/** A journal in a paper copy: what stands on its spreads. */
export interface PaperSection {
  /** Name of the journal. */
  journal: string
  /** «Английский язык, Группа 2», «Внеурочная деятельность: Разговоры о важном» */
  title: string
  /** Who taught it in the period, «Вяткина А. А.», who signs as «А. А. Вяткина». */
  teachers: { name: string; signs: string }[]
  /** Lessons held in the period, by date and bell. */
  lessons: PaperLesson[]
  /** Periods that end in this one, with marks. */
  finals: { period: string; title: string }[]
  /** Pupils of the class (of the group) in the period, in order of names. */
  rows: PaperRow[]
  hours: PaperHours
  /** Cells of the period of which people say different things. */
  unsettled: number
}

export interface PaperLesson {
  key: LessonKey
  /** Of the lessons held in the year. */
  number: number
  date: string
  bell: number
  /** Those that have a name, in the order of marks in a cell. */
  works: PaperWork[]
  /** False: nobody said who was there. */
  roll: boolean
  topic: string
  homework: string
  /** Who held it in somebody else's place. */
  substitute: string
}

/** A kind of work, «Контрольная работа», and what it was about; '' where nobody said. */
export interface PaperWork {
  kind: string
  title: string
}

export interface PaperRow {
  pupil: string
  name: string
  /** A cell a lesson. */
  cells: PaperMark[]
  /** A mark a final period. */
  finals: string[]
  /** «выбыл 15.10, пр. № 31-у» */
  leaving?: string
}

/** What a cell says. */
export interface PaperMark {
  /** Away or late; '' where he was there. */
  code: '' | 'Б' | 'У' | 'Н' | 'О'
  /** Of his works, in their order. */
  marks: Mark[]
  /** The pupil was not of the class (the group) on that day; `left`: and did not come back in the period. */
  outside?: 'away' | 'left'
}

/** The spreads of one journal in a period. `source`s are cut at the period's last day. */
export function paperSection(
  school: SchoolView,
  view: ClassView,
  key: JournalKey,
  journal: JournalView,
  period: ReportPeriod,
): PaperSection {
  const inPeriod = ({ date }: Pick<Lesson, 'date'>) => date >= period.starts && date <= period.ends
  const held = journal.lessons.filter((lesson) => lesson.held)
  const lessons = held.filter(inPeriod)
  const before = held.length - lessons.length
  const name = journalName(key)
  const substitutes = new Map(
    substitutedLessons(school, new Map([[name, journal]]), period.starts, period.ends).map(
      ({ date, bell, teacher }) => [`${date},${bell}`, nameOf(school, teacher)],
    ),
  )
  const extracurricular = isExtracurricular(school, key)
  const schoolClass = school.classes.get(key.class)
  const graded = !extracurricular && schoolClass !== undefined && !isUngraded(schoolClass, period)
  const finals = finalsOf(school, journal, period, graded)
  const marks = grouped(journal.marks)
  const presence = grouped(journal.presence)
  return {
    journal: name,
    title: `${extracurricular ? 'Внеурочная деятельность: ' : ''}${subjectTitle(school, key)}`,
    teachers: teachersOf(school, key, period),
    lessons: lessons.map((lesson, index) => ({
      key: lesson.key,
      number: before + index + 1,
      date: lesson.date,
      bell: lesson.bell,
      works: lesson.works
        .filter(({ kind, title }) => kind !== undefined || title !== undefined)
        .map(({ kind = '', title = '' }) => ({ kind, title })),
      roll: lesson.roll,
      topic: lesson.topic ?? '',
      homework: lesson.homework ?? '',
      substitute: substitutes.get(`${lesson.date},${lesson.bell}`) ?? '',
    })),
    finals: finals.map(({ id, title }) => ({ period: id, title })),
    rows: pupilsOf(view, key.group, period, lessons, marks, presence).map((pupil): PaperRow => {
      const leaving = leavingBy(view, pupil.id, period.starts, period.ends)
      return {
        pupil: pupil.id,
        name: lastFirst(pupil),
        cells: lessons.map((lesson): PaperMark => {
          const own = presence.get(lesson.key)?.find((cell) => cell.pupil === pupil.id)
          const cell = {
            code: own ? codeOf(own, view, lesson.date) : ('' as const),
            marks: marksOf(lesson, marks.get(lesson.key), pupil.id),
          }
          if (isOf(view, key.group, pupil.id, lesson.date)) return cell
          const left = leaving !== undefined && lesson.date >= leaving.date
          return { ...cell, outside: left ? 'left' : 'away' }
        }),
        finals: finals.map(
          ({ id }) => journal.periodMarks.find((m) => m.pupil === pupil.id && m.period === id)?.mark ?? '',
        ),
        ...(leaving ? { leaving: leavingText(pupil, leaving) } : {}),
      }
    }),
    hours: paperHours(school, key, journal, period),
    unsettled: journal.unsettled.filter(({ entity }) => {
      const lesson = lessonOf(entity)
      return lesson
        ? lessons.some(({ key: own }) => own === lesson)
        : finals.some(({ id }) => entity.startsWith(`periodmark,${id},`))
    }).length,
  }
}

/** Whether nobody gives marks in it: разговоры о важном, кружки. */
function isExtracurricular({ assignments }: SchoolView, key: JournalKey): boolean {
  const own = assignments.filter((a) => sameJournal(a, key))
  return own.length > 0 && own.every(({ grading }) => grading === 'none')
}

function teachersOf(
  school: SchoolView,
  key: JournalKey,
  { starts, ends }: ReportPeriod,
): PaperSection['teachers'] {
  const teachers = school.assignments
    .filter((a) => sameJournal(a, key))
    .filter(({ from, to }) => (from === undefined || from <= ends) && (to === undefined || to > starts))
    .map(({ teacher }) => teacher)
  return [...new Set(teachers)].map((id) => ({ name: nameOf(school, id), signs: staffTitle(school, id) }))
}

function nameOf({ staff }: SchoolView, person: string): string {
  const member = staff.get(person)
  return member ? lastInitials(member) : person
}

/** Times whose marks stand beside the lessons of a period: itself where marks are given, and what ends with it and has marks. */
function finalsOf(
  { periods }: Pick<SchoolView, 'periods'>,
  { periodMarks }: Pick<JournalView, 'periodMarks'>,
  period: ReportPeriod,
  graded: boolean,
): { id: string; title: string }[] {
  const marked = new Set(periodMarks.map((mark) => mark.period))
  const halves = periods.filter(
    ({ kind, ends }) => kind === 'half' && period.kind !== 'half' && ends === period.ends,
  )
  return [
    ...(graded ? [{ id: period.id, title: period.title }] : []),
    ...[
      ...halves.map(({ id, number }) => ({ id, title: `${number} полугодие` })),
      { id: `${period.year}/year`, title: 'Год' },
      { id: `${period.year}/exam`, title: 'Экзамен' },
      { id: `${period.year}/final`, title: 'Итог' },
    ].filter(({ id }) => marked.has(id)),
  ]
}

/** Pupils of the class, or of one of its groups, in the period, and whoever has an entry there all the same. */
function pupilsOf(
  view: ClassView,
  group: string | undefined,
  { starts, ends }: ReportPeriod,
  lessons: readonly Lesson[],
  ...entries: ReadonlyMap<LessonKey, readonly { pupil: string }[]>[]
): Pupil[] {
  const noted = new Set(
    lessons.flatMap(({ key }) => entries.flatMap((of) => of.get(key) ?? []).map(({ pupil }) => pupil)),
  )
  return view.pupils.filter(
    ({ id }) =>
      noted.has(id) ||
      (wasIn(view, id, starts, ends) &&
        (group === undefined ||
          view.members.some(
            (member) =>
              member.group === group &&
              member.pupil === id &&
              (member.from === undefined || member.from <= ends) &&
              (member.to === undefined || member.to > starts),
          ))),
  )
}

function isOf(view: ClassView, group: string | undefined, pupil: string, date: string): boolean {
  return (
    belongs(view, pupil, date) &&
    !isAway(view, pupil, date) &&
    (group === undefined || inGroup(view, group, pupil, date))
  )
}

function codeOf(cell: PresenceCell, view: ClassView, date: string): PaperMark['code'] {
  if (cell.presence === 'absent') return reasonOf(cell, view, date)
  return typeof cell.presence === 'object' ? 'О' : ''
}

/** A pupil's marks in the order of the lesson's works, the default column first. */
function marksOf({ works }: Lesson, marks: readonly MarkCell[] = [], pupil: string): Mark[] {
  const place = (work: string) => (work === '' ? -1 : works.findIndex(({ id }) => id === work))
  return marks
    .filter((cell) => cell.pupil === pupil)
    .sort((a, b) => place(a.work) - place(b.work) || (a.work < b.work ? -1 : 1))
    .map(({ mark }) => mark)
}

function grouped<T extends { lesson: LessonKey }>(cells: readonly T[]): Map<LessonKey, T[]> {
  const found = new Map<LessonKey, T[]>()
  for (const cell of cells) {
    const list = found.get(cell.lesson)
    if (list) list.push(cell)
    else found.set(cell.lesson, [cell])
  }
  return found
}
