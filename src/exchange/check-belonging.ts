import { belongs, inGroup } from '../domain/school/class-view.ts'
import { type Checking, eachRow } from './checking.ts'

/** What is recorded of a pupil must fall into his time in the class and in the group. */
export function checkBelonging(checking: Checking): void {
  checkLessonRows(checking, 'marks')
  checkLessonRows(checking, 'attendance')
  checkPeriodMarks(checking)
  checkMembers(checking)
  checkPlaced(checking, 'absence_spans')
  checkPlaced(checking, 'pupil_modes')
}

/** Movements of this pupil, or memberships, that could not be read leave open where he belonged. */
function isOpen({ inDoubt }: Checking, pupil: string): boolean {
  return inDoubt('movements', 'pupil', pupil) || inDoubt('pupils', 'id', pupil)
}

function isKnown({ whole }: Checking, pupil: string): boolean {
  return whole.pupils.has(pupil)
}

function checkLessonRows(checking: Checking, table: 'marks' | 'attendance'): void {
  const { whole } = checking
  eachRow(checking, table, ({ lesson: id, pupil }, index) => {
    const lesson = whole.lessons.get(id)
    if (!lesson || !isKnown(checking, pupil) || isOpen(checking, pupil)) return
    const { class: classId, group, date } = lesson
    if (!belongs(whole.stay(classId, pupil), pupil, date))
      checking.problem(table, index, 'pupil', `${date} ученик «${pupil}» не числился в классе «${classId}»`)
    else if (
      group !== undefined &&
      !inGroup(whole.membership(group, pupil), group, pupil, date) &&
      !checking.inDoubt('group_members', 'pupil', pupil)
    )
      checking.problem(table, index, 'pupil', `${date} ученик «${pupil}» не входил в группу «${group}»`)
  })
}

/**
 * A period mark may be of a time before the pupil came (marks of a former school are entered as such) or given when
 * he left: it needs only that he was in the class, and in the group, at some time.
 */
function checkPeriodMarks(checking: Checking): void {
  const { whole } = checking
  const standing = new Map(
    whole.known.tables.period_marks.map((row) => [`${row.pupil},${row.subject},${row.period}`, row]),
  )
  eachRow(checking, 'period_marks', (row, index) => {
    const { pupil, class: classId, group } = row
    const there = standing.get(`${pupil},${row.subject},${row.period}`)
    if (there && (there.class !== classId || there.group !== group))
      checking.problem(
        'period_marks',
        index,
        'mark',
        `отметка ученика «${pupil}» за «${row.period}» уже есть в школе, в журнале «${there.group ?? there.class}»`,
      )
    if (!isKnown(checking, pupil) || isOpen(checking, pupil)) return
    if (whole.stay(classId, pupil).movements.length === 0)
      checking.problem('period_marks', index, 'pupil', `ученик «${pupil}» не числился в классе «${classId}»`)
    else if (
      group !== undefined &&
      whole.membership(group, pupil).members.length === 0 &&
      !checking.inDoubt('group_members', 'pupil', pupil)
    )
      checking.problem('period_marks', index, 'pupil', `ученик «${pupil}» не входил в группу «${group}»`)
  })
}

function checkMembers(checking: Checking): void {
  const { whole } = checking
  eachRow(checking, 'group_members', ({ group: id, pupil }, index) => {
    const group = whole.groups.get(id)
    if (!group || !isKnown(checking, pupil) || isOpen(checking, pupil)) return
    if (whole.stay(group.class, pupil).movements.length === 0)
      checking.problem(
        'group_members',
        index,
        'pupil',
        `ученик «${pupil}» не числился в классе «${group.class}»`,
      )
  })
}

/** Spans and modes are kept with a class. */
function checkPlaced(checking: Checking, table: 'absence_spans' | 'pupil_modes'): void {
  eachRow(checking, table, ({ pupil }, index) => {
    if (!isKnown(checking, pupil) || isOpen(checking, pupil) || checking.whole.classesOf(pupil).length > 0)
      return
    checking.problem(
      table,
      index,
      'pupil',
      `ученик «${pupil}» не числится ни в одном классе: сначала зачислите его`,
    )
  })
}
