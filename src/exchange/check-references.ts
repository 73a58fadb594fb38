import { type Checking, eachRow } from './checking.ts'
import { fileOf, type RowOf, type TableName } from './layout.ts'

/** Columns that name something of another file. */
const references: readonly {
  [T in TableName]: [table: T, column: keyof RowOf<T> & string, target: Target]
}[TableName][] = [
  ['periods', 'year', 'years'],
  ['classes', 'year', 'years'],
  ['classes', 'class_teacher', 'staff'],
  ['movements', 'pupil', 'pupils'],
  ['movements', 'class', 'classes'],
  ['guardians', 'pupil', 'pupils'],
  ['groups', 'class', 'classes'],
  ['groups', 'subject', 'subjects'],
  ['group_members', 'group', 'groups'],
  ['group_members', 'pupil', 'pupils'],
  ['assignments', 'class', 'classes'],
  ['assignments', 'subject', 'subjects'],
  ['assignments', 'group', 'groups'],
  ['assignments', 'teacher', 'staff'],
  ['timetable', 'class', 'classes'],
  ['timetable', 'subject', 'subjects'],
  ['timetable', 'group', 'groups'],
  ['timetable', 'bell', 'bells'],
  ['plan', 'class', 'classes'],
  ['plan', 'subject', 'subjects'],
  ['plan', 'group', 'groups'],
  ['lessons', 'class', 'classes'],
  ['lessons', 'subject', 'subjects'],
  ['lessons', 'group', 'groups'],
  ['lessons', 'bell', 'bells'],
  ['lessons', 'teacher', 'staff'],
  ['works', 'lesson', 'lessons'],
  ['works', 'retake_of', 'works'],
  ['marks', 'lesson', 'lessons'],
  ['marks', 'work', 'works'],
  ['marks', 'pupil', 'pupils'],
  ['attendance', 'lesson', 'lessons'],
  ['attendance', 'pupil', 'pupils'],
  ['absence_spans', 'pupil', 'pupils'],
  ['pupil_modes', 'pupil', 'pupils'],
  ['period_marks', 'class', 'classes'],
  ['period_marks', 'subject', 'subjects'],
  ['period_marks', 'group', 'groups'],
  ['period_marks', 'period', 'periods'],
  ['period_marks', 'pupil', 'pupils'],
]

type Target =
  | 'years'
  | 'periods'
  | 'bells'
  | 'subjects'
  | 'staff'
  | 'classes'
  | 'pupils'
  | 'groups'
  | 'lessons'
  | 'works'

const words: { readonly [T in Target]: string } = {
  years: 'учебного года',
  periods: 'периода',
  bells: 'звонка',
  subjects: 'предмета',
  staff: 'сотрудника',
  classes: 'класса',
  pupils: 'ученика',
  groups: 'группы',
  lessons: 'урока',
  works: 'работы',
}

/** Marks stand for these besides the periods: `2025-26/year`. */
const yearMarks = ['year', 'exam', 'final']

/** Every id must be known from the folder or the school; a group must be one of its row's class and subject. */
export function checkReferences(checking: Checking): void {
  const targets = targetsOf(checking)
  for (const [table, column, target] of references) {
    const known = targets[target]
    // A school that keeps no bells has none to hold a lesson against.
    if (target === 'bells' && known.size === 0) continue
    eachRow(checking, table, (row, index) => {
      const value: unknown = row[column as keyof typeof row]
      if (value === undefined) return
      const id = String(value)
      if (known.has(id) || checking.inDoubt(target, target === 'bells' ? 'number' : 'id', id)) return
      checking.problem(
        table,
        index,
        column,
        `${words[target]} «${id}» нет ни в ${fileOf(target)}, ни в школе: исправьте номер или добавьте строку`,
      )
    })
  }
  for (const table of ['assignments', 'timetable', 'plan', 'lessons', 'period_marks'] as const)
    checkGroups(checking, table)
}

function targetsOf({ whole }: Checking): Record<Target, ReadonlySet<string>> {
  const ids = (table: 'years' | 'periods' | 'subjects' | 'staff') =>
    new Set<string>(whole.rows(table).map(({ id }) => id))
  const periods = ids('periods')
  const years = ids('years')
  for (const year of years) for (const mark of yearMarks) periods.add(`${year}/${mark}`)
  return {
    years,
    periods,
    bells: new Set(whole.rows('bells').map(({ number }) => String(number))),
    subjects: ids('subjects'),
    staff: ids('staff'),
    classes: new Set(whole.classes.keys()),
    pupils: new Set(whole.pupils.keys()),
    groups: new Set(whole.groups.keys()),
    lessons: new Set(whole.lessons.keys()),
    works: new Set(whole.works.keys()),
  }
}

function checkGroups(
  checking: Checking,
  table: 'assignments' | 'timetable' | 'plan' | 'lessons' | 'period_marks',
): void {
  eachRow(checking, table, (row, index) => {
    const group = row.group === undefined ? undefined : checking.whole.groups.get(row.group)
    if (!group || (group.class === row.class && group.subject === row.subject)) return
    checking.problem(
      table,
      index,
      'group',
      `группа «${group.id}» — класса «${group.class}» по предмету «${group.subject}», а не того, что в строке`,
    )
  })
}
