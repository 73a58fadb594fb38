import { emptyJournal } from '../journal/journal-view.ts'
import type { Remark } from '../journal/remarks.ts'
import { type JournalKey, journalName, readJournalName } from '../ledger/documents.ts'
import { type MovementReport, movement } from '../reports/movement.ts'
import type { ReportPeriod } from '../reports/report-period.ts'
import type { ReportSource } from '../reports/report-source.ts'
import { type SummaryAttendanceReport, summaryAttendance } from '../reports/summary-attendance.ts'
import { type SummaryMarksReport, summaryMarks } from '../reports/summary-marks.ts'
import { russianDate } from '../reports/table.ts'
import { type ClassView, emptyClass, isEntry, type Movement, wasIn } from '../school/class-view.ts'
import { withFollowing } from '../school/following.ts'
import { fullName, initials } from '../school/names.ts'
import { by, className, type SchoolClass, type SchoolView, type SchoolYear } from '../school/school-view.ts'
import { staffTitle, subjectTitle } from '../school/titles.ts'
import { compareSubjects } from './curriculum-order.ts'
import { type PaperSection, paperSection } from './paper-section.ts'
import { sourceUntil } from './source-until.ts'

/** The paper copy of a class's journals for a period (clause 4), as the ledger stands: everything but its pages. */
export interface PaperJournal {
  schoolClass: SchoolClass
  period: ReportPeriod
  /** The ledger without what came after the period; forms are drawn from it. */
  source: ReportSource
  title: PaperTitle
  /** Pupils of the class in the period, in order of names. */
  pupils: PaperPupil[]
  /** In the order of the curriculum, parallel groups after each other, what is outside the curriculum last. */
  sections: PaperSection[]
  attendance: SummaryAttendanceReport
  marks: SummaryMarksReport
  movement: MovementReport
  /** Made in the period, by day. */
  remarks: PaperRemark[]
}

/** What the title page says. */
export interface PaperTitle {
  organisation: string
  /** «7А» */
  class: string
  /** «I четверть 2025/2026 учебного года» */
  time: string
  /** Full name, and «С. О. Трефилова»; undefined: the class has no class teacher. */
  classTeacher: { name: string; signs: string } | undefined
}

export interface PaperPupil {
  id: string
  name: string
  /** «12.03.2013»; '' where unknown. */
  born: string
  /** «01.09.2025, пр. № 12 от 30.08.2025»; '' where none is recorded. */
  enrolled: string
  /** «15.10.2025, пр. № 31-у, г. Пермь»; '' of those who stay. */
  left: string
}

/** A remark on how a journal is kept; dates as paper writes them, '' where it was not answered. */
export interface PaperRemark {
  id: string
  date: string
  subject: string
  text: string
  /** «Л. В. Колчанова» */
  author: string
  answer: string
  answered: string
}

/**
 * The paper copy of a class and period; what is dated after the period's last day does not enter it. `remarks`: by
 * journal name.
 */
export function paperJournal(
  whole: ReportSource,
  schoolClass: SchoolClass,
  period: ReportPeriod,
  remarks: ReadonlyMap<string, readonly Remark[]> = new Map(),
): PaperJournal {
  const source = sourceUntil(whole, period.ends)
  const { school } = source
  const view = withFollowing(source.classes, schoolClass.id) ?? emptyClass
  const year = yearOf(school, period)
  return {
    schoolClass,
    period,
    source,
    title: paperTitle(school, schoolClass, period),
    pupils: paperPupils(view, period),
    sections: paperJournalKeys(source, schoolClass, period).map((key) =>
      paperSection(school, view, key, source.journals.get(journalName(key)) ?? emptyJournal, period),
    ),
    attendance: summaryAttendance(source, schoolClass, year),
    marks: summaryMarks(source, schoolClass, year),
    movement: movement(source, schoolClass, period),
    remarks: paperRemarks(school, schoolClass.id, remarks, period),
  }
}

/** The school year of a period; throws where the school has none. */
export function yearOf({ years }: Pick<SchoolView, 'years'>, period: ReportPeriod): SchoolYear {
  const year = years.find(({ id }) => id === period.year)
  if (!year) throw new Error(`no year ${period.year}`)
  return year
}

export function paperTitle(school: SchoolView, schoolClass: SchoolClass, period: ReportPeriod): PaperTitle {
  const { starts, ends } = yearOf(school, period)
  const teacher = school.staff.get(schoolClass.classTeacher ?? '')
  return {
    organisation: school.profile?.name ?? '',
    class: className(schoolClass),
    time: `${period.title} ${starts.slice(0, 4)}/${ends.slice(0, 4)} учебного года`,
    classTeacher: teacher && { name: fullName(teacher), signs: initials(teacher) },
  }
}

export function paperPupils(view: ClassView, { starts, ends }: ReportPeriod): PaperPupil[] {
  return view.pupils
    .filter(({ id }) => wasIn(view, id, starts, ends))
    .map((pupil) => {
      const own = view.movements.filter((movement) => movement.pupil === pupil.id)
      const last = own.at(-1)
      const entry = own.filter(isEntry).at(-1)
      return {
        id: pupil.id,
        name: fullName(pupil),
        born: pupil.born === undefined ? '' : russianDate(pupil.born),
        enrolled: entry ? orderText(entry) : '',
        left: last && !isEntry(last) ? orderText(last) : '',
      }
    })
}

export function paperRemarks(
  school: SchoolView,
  classId: string,
  remarks: ReadonlyMap<string, readonly Remark[]>,
  { starts, ends }: ReportPeriod,
): PaperRemark[] {
  const own = [...remarks].flatMap(([name, made]) => {
    const key = readJournalName(name)
    return key?.class === classId
      ? made.map((remark) => ({ ...remark, subject: subjectTitle(school, key) }))
      : []
  })
  return own
    .filter(({ date }) => date >= starts && date <= ends)
    .sort(by(({ date, subject, id }) => `${date},${subject},${id}`))
    .map(({ id, date, subject, text, author, answer }) => ({
      id,
      date: russianDate(date),
      subject,
      text,
      author: staffTitle(school, school.people.get(author) ?? ''),
      answer: answer?.text ?? '',
      answered: answer ? russianDate(answer.date) : '',
    }))
}

function orderText(movement: Movement): string {
  const { date, orderNo, orderDate, place } = movement
  const dated = orderDate === undefined ? '' : ` от ${russianDate(orderDate)}`
  const order = orderNo === undefined ? [] : [`пр. № ${orderNo}${dated}`]
  const where = place === undefined ? [] : [isEntry(movement) ? `откуда: ${place}` : `куда: ${place}`]
  return [russianDate(date), ...order, ...where].join(', ')
}

/** Journals of a copy in its order: those assigned in the period, and those with lessons in it. */
export function paperJournalKeys(
  { school, journals }: ReportSource,
  { id }: SchoolClass,
  { starts, ends }: ReportPeriod,
): JournalKey[] {
  const keys = new Map<string, JournalKey & { name: string; extra: boolean }>()
  const put = ({ class: of, subject, group }: JournalKey, extra: boolean) => {
    const key = { class: of, subject, ...(group ? { group } : {}) }
    const known = keys.get(journalName(key))
    const name = school.subjects.get(subject)?.name ?? subject
    keys.set(journalName(key), { ...key, name, extra: extra && (known?.extra ?? true) })
  }
  for (const assignment of school.assignments)
    if (assignment.class === id && (assignment.to === undefined || assignment.to > starts))
      put(assignment, assignment.grading === 'none')
  for (const [name, { lessons }] of journals) {
    const key = readJournalName(name)
    if (key?.class !== id || keys.has(name)) continue
    if (lessons.some(({ date }) => date >= starts && date <= ends)) put(key, false)
  }
  const groupName = ({ group }: JournalKey) => school.groups.get(group ?? '')?.name ?? group ?? ''
  return [...keys.values()]
    .sort(
      (a, b) =>
        Number(a.extra) - Number(b.extra) ||
        compareSubjects(a.name, b.name) ||
        (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0) ||
        groupName(a).localeCompare(groupName(b), 'ru') ||
        journalName(a).localeCompare(journalName(b)),
    )
    .map(({ class: of, subject, group }) => ({ class: of, subject, ...(group ? { group } : {}) }))
}
