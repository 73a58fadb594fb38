import { type DemoClass, shownClass } from './classes.ts'
import { type SubjectId, subjects } from './curriculum.ts'

/** What a teacher is trained for: the pool that a subject's hours are shared out in. */
export type Field =
  | 'primary'
  | 'russian'
  | 'mathematics'
  | 'informatics'
  | 'english'
  | 'history'
  | 'geography'
  | 'physics'
  | 'biology'
  | 'chemistry'
  | 'music'
  | 'art'
  | 'technology'
  | 'sport'
  | 'safety'
  | 'office'

export interface StaffMember {
  id: string
  field: Field
  roles: ('teacher' | 'office')[]
}

/** One journal: a subject of a class, or of one of its groups, with its teacher. */
export interface DemoJournal {
  class: DemoClass
  subject: SubjectId
  group?: string
  teacher: StaffMember
  /** A week. */
  hours: number
}

export interface Staffing {
  staff: StaffMember[]
  journals: DemoJournal[]
  /** By class id. */
  classTeacher: ReadonlyMap<string, StaffMember>
}

/** People a field has, besides one primary teacher a class of grades 1-4: together with those, 45. */
const fieldSizes: readonly [Field, number][] = [
  ['russian', 6],
  ['mathematics', 5],
  ['informatics', 2],
  ['english', 6],
  ['history', 3],
  ['geography', 1],
  ['physics', 1],
  ['biology', 1],
  ['chemistry', 1],
  ['music', 1],
  ['art', 1],
  ['technology', 2],
  ['sport', 2],
  ['safety', 1],
  ['office', 3],
]

/** The head of a small school teaches too: one historian is deputy head, one IT teacher keeps the journal running. */
const alsoOffice: readonly Field[] = ['history', 'informatics']

const fields: Record<SubjectId, Field> = {
  rus: 'russian',
  lit: 'russian',
  read: 'primary',
  eng: 'english',
  math: 'mathematics',
  alg: 'mathematics',
  calc: 'mathematics',
  geom: 'mathematics',
  prob: 'informatics',
  inf: 'informatics',
  world: 'primary',
  hist: 'history',
  soc: 'history',
  geo: 'geography',
  bio: 'biology',
  phys: 'physics',
  chem: 'chemistry',
  ethics: 'primary',
  art: 'art',
  mus: 'music',
  tech: 'technology',
  pe: 'sport',
  safety: 'safety',
  project: 'history',
  talk: 'primary',
}
const taughtByPrimary: readonly SubjectId[] = ['rus', 'read', 'math', 'world', 'tech', 'ethics']

/** The field whose teacher takes a subject in a grade. Biology of grades 5 and 6 fills the chemist's week. */
function fieldOf(subject: SubjectId, grade: number): Field {
  if (grade <= 4 && taughtByPrimary.includes(subject)) return 'primary'
  return subject === 'bio' && grade <= 6 ? 'chemistry' : fields[subject]
}

/** Appoints the staff and shares out every hour of the curriculum; the same for every seed. */
export function staffing(classes: readonly DemoClass[]): Staffing {
  const staff: StaffMember[] = []
  const hire = (field: Field): StaffMember => {
    const first = !staff.some((member) => member.field === field)
    const roles: StaffMember['roles'] =
      field === 'office'
        ? ['office']
        : first && alsoOffice.includes(field)
          ? ['teacher', 'office']
          : ['teacher']
    const member = { id: `t${String(staff.length + 1).padStart(2, '0')}`, field, roles }
    staff.push(member)
    return member
  }
  const primary = new Map(classes.filter((c) => c.grade <= 4).map((c) => [c.id, hire('primary')]))
  for (const [field, size] of fieldSizes) for (let n = 0; n < size; n++) hire(field)

  const load = new Map(staff.map((member) => [member.id, 0]))
  const loadOf = (member: StaffMember) => load.get(member.id)!
  const journals: DemoJournal[] = []
  const give = (journal: DemoJournal) => {
    load.set(journal.teacher.id, loadOf(journal.teacher) + journal.hours)
    journals.push(journal)
  }
  const leastLoaded = (field: Field, except: readonly StaffMember[] = []) =>
    staff
      // Sport is short of two teachers' weeks, which the safety teacher fills up.
      .filter((member) => member.field === field || (field === 'sport' && member.field === 'safety'))
      .filter((member) => !except.includes(member))
      .reduce((a, b) => (loadOf(b) < loadOf(a) ? b : a))

  // A teacher takes all of his field in a class: the biggest bundles first, each to who has least.
  const bundles = classes.flatMap((schoolClass) => {
    const items = schoolClass.curriculum
      .filter(({ subject }) => subject !== 'talk')
      .map((item) => ({ ...item, field: fieldOf(item.subject, schoolClass.grade) }))
    return [...new Set(items.map(({ field }) => field))].flatMap((field) => {
      const ofField = items.filter((item) => item.field === field)
      const parts = field === 'informatics' ? ofField.map((item) => [item]) : [ofField]
      return parts.map((part) => ({
        schoolClass,
        field,
        items: part,
        hours: part.reduce((sum, item) => sum + item.hours, 0),
      }))
    })
  })
  bundles.sort((a, b) => Number(b.field === 'safety') - Number(a.field === 'safety') || b.hours - a.hours)
  for (const { schoolClass, field, items } of bundles) {
    const own = field === 'primary' ? primary.get(schoolClass.id)! : undefined
    const taken: StaffMember[] = []
    for (const item of items) {
      const { subject, hours } = item
      const base = { class: schoolClass, subject, hours }
      if (!item.split) {
        const colleague = journals.find(
          (j) => j.class === schoolClass && j.teacher.field === field && !j.group,
        )
        give({ ...base, teacher: own ?? colleague?.teacher ?? leastLoaded(field) })
        continue
      }
      for (const group of schoolClass.groups.filter((g) => g.subject === subject)) {
        const teacher = leastLoaded(field, taken)
        taken.push(teacher)
        give({ ...base, group: group.id, teacher })
      }
    }
  }

  const classTeacher = appointClassTeachers(classes, journals)
  for (const schoolClass of classes) {
    give({ class: schoolClass, subject: 'talk', hours: 1, teacher: classTeacher.get(schoolClass.id)! })
  }
  const order = new Map(subjects.map(({ id }, index) => [id, index]))
  journals.sort(
    (a, b) =>
      classes.indexOf(a.class) - classes.indexOf(b.class) || order.get(a.subject)! - order.get(b.subject)!,
  )
  return { staff, journals, classTeacher }
}

/** One class a teacher, to who teaches the whole of it most; the class that the demo shows chooses first. */
function appointClassTeachers(classes: readonly DemoClass[], journals: readonly DemoJournal[]) {
  const appointed = new Map<string, StaffMember>()
  const isShown = (c: DemoClass) => c.grade === shownClass.grade && c.letter === shownClass.letter
  for (const schoolClass of classes.toSorted((a, b) => Number(isShown(b)) - Number(isShown(a)))) {
    const hours = new Map<StaffMember, number>()
    for (const { class: of, group, teacher, hours: count } of journals) {
      const free = ![...appointed.values()].includes(teacher)
      if (of === schoolClass && !group && free && !teacher.roles.includes('office')) {
        hours.set(teacher, (hours.get(teacher) ?? 0) + count)
      }
    }
    const [best] = [...hours].reduce((a, b) => (b[1] > a[1] ? b : a))
    appointed.set(schoolClass.id, best)
  }
  return appointed
}
