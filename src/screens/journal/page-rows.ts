import { averageOf, hundredths, type WorkMark } from '../../domain/journal/average.ts'
import { type Lesson, readLesson, readLessons, type Work } from '../../domain/journal/journal-view.ts'
import { entity, type JournalKey, type LessonKey, lessonOf, pupilOf } from '../../domain/ledger/documents.ts'
import type { CellState, Fold } from '../../domain/ledger/fold.ts'
import type { UserId } from '../../domain/ledger/ids.ts'
import { type ClassView, inGroup, type Pupil, spanOn, staysOf } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import type { Period } from '../../domain/school/school-view.ts'
import type { Grading } from '../lesson/roll.ts'
import { openTalkOf } from '../workspace/open-talk.ts'
import { valueInWords } from './fact-words.ts'
import type { GridCell, GridRow, Letter } from './grid.ts'
import { periodCellOf } from './period-cell.ts'

/** What a page of a journal is made of. */
export interface PageSource {
  fold: Fold
  members: ClassView
  key: JournalKey
  /** The lessons shown, in order. */
  lessons: readonly Lesson[]
  /** The period whose mark stands at the right; undefined for the whole year. */
  period: Period | undefined
  grading: Grading
  user: UserId
}

/** Lessons of a journal, read anew only when a change touched one of them. */
export class PageLessons {
  private fold: Fold | undefined
  private version = 0
  private lessons: Lesson[] = []
  private keys = new Set<LessonKey>()
  private shown: { from: string; to: string; also: LessonKey | undefined; lessons: Lesson[] } | undefined

  /** Lessons within dates, with the one of now that nobody opened yet; the same array while nothing changed. */
  between(fold: Fold, from: string, to: string, also: LessonKey | undefined): Lesson[] {
    if (this.isStale(fold)) {
      this.lessons = readLessons(fold)
      this.keys = new Set(this.lessons.map(({ key }) => key))
      this.shown = undefined
    }
    this.fold = fold
    this.version = fold.version
    const { shown } = this
    if (shown && shown.from === from && shown.to === to && shown.also === also) return shown.lessons
    const fresh = also && !this.keys.has(also) ? [readLesson(fold, also, [])] : []
    const lessons = [...this.lessons, ...fresh]
      .filter(({ date }) => from <= date && date <= to)
      .sort((a, b) => (a.date === b.date ? a.bell - b.bell : a.date < b.date ? -1 : 1))
    this.shown = { from, to, also, lessons }
    return lessons
  }

  private isStale(fold: Fold): boolean {
    if (this.fold !== fold) return true
    for (const name of fold.touchedSince(this.version)) {
      const lesson = lessonOf(name)
      if (isShared(name) || (lesson && !this.keys.has(lesson))) return true
    }
    return false
  }
}

/** Pupils who belonged to the class, and the journal's group, at some time between two dates. */
export function pupilsBetween(
  members: ClassView,
  group: string | undefined,
  from: string,
  to: string,
): Pupil[] {
  return members.pupils.filter(({ id }) => {
    const stays = staysOf(members, id).filter((s) => s.from <= to && (s.to === undefined || s.to > from))
    if (stays.length === 0) return false
    if (group === undefined) return true
    return members.members.some(
      (m) =>
        m.group === group && m.pupil === id && (m.from ?? '') <= to && (m.to === undefined || m.to > from),
    )
  })
}

/**
 * Rows of a page that are made anew only where something changed: a tap in a journal of 35 pupils and 200 lessons
 * touches one row, not seven thousand cells.
 */
export class PageRows {
  private source: PageSource | undefined
  private version = 0
  private rows = new Map<string, GridRow>()

  /** Rows for the pupils, in their order; a row that did not change is the same object as before. */
  of(source: PageSource, pupils: readonly Pupil[]): GridRow[] {
    if (this.isStale(source)) this.rows = new Map()
    else for (const name of source.fold.touchedSince(this.version)) this.rows.delete(pupilOf(name) ?? '')
    this.source = source
    this.version = source.fold.version
    const said: Said = { voided: voidedCells(source.fold, source.user), asked: openTalkOf(source.fold).cells }
    return pupils.map((pupil) => {
      let row = this.rows.get(pupil.id)
      if (!row) {
        row = rowOf(source, pupil, said)
        this.rows.set(pupil.id, row)
      }
      return row
    })
  }

  private isStale(next: PageSource): boolean {
    const last = this.source
    if (!last || last.fold !== next.fold || last.members !== next.members || last.period !== next.period)
      return true
    return last.lessons !== next.lessons || last.grading !== next.grading
  }
}

/** Entities that bear on every row: lessons and works. */
function isShared(name: string): boolean {
  return name.startsWith('lesson,') || name.startsWith('work,')
}

/** Cells, as `lesson pupil`, of which more is to be said than their values. */
interface Said {
  voided: ReadonlySet<string>
  /** The class teacher waits for an answer. */
  asked: ReadonlySet<string>
}

function rowOf(source: PageSource, pupil: Pupil, said: Said): GridRow {
  const { fold, members, key, lessons, period, grading } = source
  const counted: WorkMark[] = []
  const works = new Map<string, Work>()
  const cells = lessons.map((lesson) => {
    for (const work of lesson.works) works.set(work.id, work)
    const { cell, marks } = cellOf(fold, members, lesson, pupil.id, said)
    if (lesson.held) counted.push(...marks)
    return cell
  })
  const average = averageOf(counted, works)
  const end = staysOf(members, pupil.id).at(-1)?.to
  const groupEnd =
    key.group && !inGroup(members, key.group, pupil.id, '9999-12-31') ? groupLeft(source, pupil) : undefined
  return {
    pupil: pupil.id,
    name: lastFirst(pupil),
    cells,
    average: grading === 'marks' && average.weight > 0 ? hundredths(average)! / 100 : undefined,
    periodMark: period && periodCellOf(fold, period.id, pupil.id, average, grading, said.voided),
    left: end ?? groupEnd,
  }
}

function groupLeft({ members, key }: PageSource, pupil: Pupil): string | undefined {
  return members.members.filter((m) => m.group === key.group && m.pupil === pupil.id).at(-1)?.to
}

function cellOf(
  fold: Fold,
  members: ClassView,
  lesson: Lesson,
  pupil: string,
  { voided, asked }: Said,
): { cell: GridCell | undefined; marks: WorkMark[] } {
  const states: { attribute: string; state: CellState }[] = []
  const marks: WorkMark[] = []
  for (const work of ['', ...lesson.works.map(({ id }) => id)]) {
    const state = fold.state(entity.mark(lesson.key, work, pupil), 'mark')
    if (!state) continue
    states.push({ attribute: 'mark', state })
    const mark = state.shown?.value
    if (mark !== null && mark !== undefined) marks.push({ work, mark: mark as WorkMark['mark'] })
  }
  const name = entity.cell(lesson.key, pupil)
  for (const attribute of ['presence', 'reason'] as const) {
    const state = fold.state(name, attribute)
    if (state) states.push({ attribute, state })
  }
  const place = `${lesson.key} ${pupil}`
  if (states.length === 0 && !asked.has(place)) return { cell: undefined, marks }
  const conflict = states.find(({ state }) => state.conflict)
  const other = conflict?.state.heads.find(({ value }) => value !== conflict.state.shown?.value)
  return {
    cell: {
      marks: marks.map(({ mark }) => mark),
      letter: letterOf(fold, members, lesson, pupil),
      waiting: states.some(({ state }) => state.shown && !state.shown.receipt),
      conflict: conflict && valueInWords(conflict.attribute, other?.value ?? null),
      voided: voided.has(place),
      ...(asked.has(place) ? { asked: true } : {}),
    },
    marks,
  }
}

/** Б, У or Н of an absence (explicit reason, else the span that covers it, else Н), О of a lateness. */
export function letterOf(fold: Fold, members: ClassView, lesson: Lesson, pupil: string): Letter | undefined {
  const name = entity.cell(lesson.key, pupil)
  const presence = fold.value(name, 'presence')
  if (presence === undefined || presence === 'present') return undefined
  if (presence !== 'absent') return 'О'
  return fold.value(name, 'reason') ?? spanOn(members, pupil, lesson.date)?.code ?? 'Н'
}

/**
 * Cells with an entry of this person that did not count and was not replaced since: as `lesson pupil`, a period mark
 * as its entity.
 */
function voidedCells(fold: Fold, user: UserId): ReadonlySet<string> {
  return new Set(
    fold.voided(user).map(({ entity: name }) => {
      const lesson = lessonOf(name)
      return lesson ? `${lesson} ${pupilOf(name)}` : name
    }),
  )
}
