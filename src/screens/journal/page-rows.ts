import type { Lesson, Work } from '../../domain/journal/journal-view.ts'
import { lessonOf, pupilOf } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import type { UserId } from '../../domain/ledger/ids.ts'
import { type ClassView, type Pupil, staysOf } from '../../domain/school/class-view.ts'
import { openTalkOf } from '../workspace/open-talk.ts'
import type { GridRow } from './grid.ts'
import type { PageIndex, PageSource } from './page-source.ts'
import { PupilRow } from './pupil-row.ts'

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
 * Rows of a page that are made anew only where something changed, and in them only what is looked at: a tap in a
 * journal of 35 pupils and 200 lessons touches one row, and opening it makes no seven thousand cells.
 */
export class PageRows {
  private source: PageSource | undefined
  private version = 0
  private rows = new Map<string, GridRow>()
  private index:
    | { all: readonly Lesson[]; lessons: Map<string, Lesson>; works: Map<string, Work> }
    | undefined
  /** Names of the marks of each pupil. */
  private marks = new Map<string, Set<string>>()

  /** Rows for the pupils, in their order; a row that did not change is the same object as before. */
  of(source: PageSource, pupils: readonly Pupil[]): GridRow[] {
    this.note(source.fold)
    if (this.isStale(source)) this.rows = new Map()
    this.source = source
    const { fold, user } = source
    const said = { voided: voidedCells(fold, user), asked: openTalkOf(fold).cells }
    const index: PageIndex = { ...this.lessonsOf(source), ...said }
    return pupils.map((pupil) => {
      let row = this.rows.get(pupil.id)
      if (!row) {
        row = new PupilRow(source, pupil, index, [...(this.marks.get(pupil.id) ?? [])])
        this.rows.set(pupil.id, row)
      }
      return row
    })
  }

  /** Takes note of what the fold has learnt since the last time. */
  private note(fold: Fold): void {
    const fresh = this.source?.fold !== fold
    if (fresh) this.marks = new Map()
    for (const name of fresh ? fold.entities('mark') : fold.touchedSince(this.version)) {
      const pupil = pupilOf(name)
      if (pupil === undefined) continue
      this.rows.delete(pupil)
      if (!name.startsWith('mark,')) continue
      const own = this.marks.get(pupil)
      if (own) own.add(name)
      else this.marks.set(pupil, new Set([name]))
    }
    this.version = fold.version
  }

  private lessonsOf({ all }: PageSource): Pick<PageIndex, 'lessons' | 'works'> {
    if (this.index?.all !== all)
      this.index = {
        all,
        lessons: new Map(all.map((lesson) => [lesson.key, lesson])),
        works: new Map(all.flatMap((lesson) => lesson.works.map((work) => [work.id, work]))),
      }
    return this.index
  }

  private isStale(next: PageSource): boolean {
    const last = this.source
    if (!last || last.fold !== next.fold || last.members !== next.members || last.all !== next.all)
      return true
    if (last.lessons !== next.lessons || last.grading !== next.grading || last.ends !== next.ends) return true
    return last.settings !== next.settings || last.time.id !== next.time.id || last.earlier !== next.earlier
  }
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
