import { journalName } from '../domain/ledger/documents.ts'
import { isPeriodFor } from '../domain/policy/judge.ts'
import { type Checking, eachRow } from './checking.ts'
import type { ClassRow, PeriodRow } from './tables.ts'

/** Lessons, works and marks must fit together, among themselves and with what the school holds. */
export function checkLessons(checking: Checking): void {
  checkSlots(checking)
  checkDates(checking)
  checkIdentity(checking)
  checkWorks(checking)
  checkLate(checking)
}

/** Two lessons for (journal, date, bell). */
function checkSlots(checking: Checking): void {
  const { tables, whole, place } = checking
  const index = new Map(tables.lessons.map(({ id }, at) => [id, at]))
  for (const [at, other] of whole.places.taken) {
    const row = tables.lessons[at]!
    const there = index.get(other)
    const where = there === undefined ? 'он уже есть в школе' : place('lessons', there)
    checking.problem(
      'lessons',
      at,
      'bell',
      `на ${row.date}, урок ${row.bell}, в этом журнале стоит урок «${other}» (${where}): два сразу быть не могут`,
    )
  }
}

/** A lesson outside every period of its class: quarters for grades 1-9, half-years for 10-11, if the school has them. */
function checkDates(checking: Checking): void {
  const { whole } = checking
  if (checking.inDoubt('periods')) return
  const periods = whole.rows('periods')
  const byClass = new Map<string, PeriodRow[]>()
  for (const own of whole.classes.values()) byClass.set(own.id, periodsOf(own, periods))
  eachRow(checking, 'lessons', ({ date, class: id }, index) => {
    const own = byClass.get(id)
    if (!own || own.some(({ starts, ends }) => starts <= date && date <= ends)) return
    checking.problem('lessons', index, 'date', `${date} не входит ни в один учебный период класса «${id}»`)
  })
}

function periodsOf({ year, grade }: ClassRow, all: readonly PeriodRow[]): PeriodRow[] {
  const ofYear = all.filter((period) => period.year === year)
  const own = ofYear.filter(({ kind }) => isPeriodFor(grade, kind))
  return own.length > 0 ? own : ofYear
}

/** An id that the school knows must not turn up in another place: the entries behind it stay where they are. */
function checkIdentity(checking: Checking): void {
  const { whole } = checking
  const { known, places } = whole
  eachRow(checking, 'lessons', (row, index) => {
    const there = known.lessons.get(row.id)
    if (there && journalName(there.journal) !== journalName(row))
      checking.problem(
        'lessons',
        index,
        'id',
        `урок «${row.id}» уже есть в журнале «${journalName(there.journal)}»: дайте этому другой номер`,
      )
  })
  eachRow(checking, 'works', (row, index) => {
    const there = known.works.get(row.id)
    const place = places.places.get(row.lesson)
    if (!there || !place) return
    if (there.lesson !== place.key || journalName(there.journal) !== journalName(place.journal))
      checking.problem(
        'works',
        index,
        'id',
        `работа «${row.id}» уже есть на другом уроке: дайте этой другой номер`,
      )
  })
  const guardians = new Map(known.tables.guardians.map(({ id, pupil }) => [id, pupil]))
  eachRow(checking, 'guardians', ({ id, pupil }, index) => {
    const other = guardians.get(id)
    if (other !== undefined && other !== pupil)
      checking.problem(
        'guardians',
        index,
        'id',
        `номер «${id}» уже у родителя ученика «${other}»: дайте другой`,
      )
  })
}

function checkWorks(checking: Checking): void {
  const { works } = checking.whole
  eachRow(checking, 'works', ({ id, retake_of }, index) => {
    if (retake_of === id)
      checking.problem('works', index, 'retake_of', 'работа не может быть пересдачей самой себя')
  })
  eachRow(checking, 'marks', ({ work, lesson }, index) => {
    const of = work === undefined ? undefined : works.get(work)
    if (of && of.lesson !== lesson)
      checking.problem('marks', index, 'work', `работа «${of.id}» — с другого урока: «${of.lesson}»`)
  })
}

/** Minutes say how late somebody was; the ledger has no place for them at an absence. */
function checkLate(checking: Checking): void {
  eachRow(checking, 'attendance', ({ code, minutes }, index) => {
    if (code === 'Н' && minutes !== undefined)
      checking.problem('attendance', index, 'minutes', 'минуты указывают только при опоздании (О)')
  })
}
