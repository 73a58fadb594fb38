import { type Lesson, readLesson, readLessons } from '../../domain/journal/journal-view.ts'
import type { Elsewhere } from '../../domain/journal/marks-from-elsewhere.ts'
import { type LessonKey, lessonOf } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { all } from '../../domain/school/school-view.ts'

/** What of a journal's lessons is shown. Dates inclusive. */
export interface LessonFilter {
  from: string
  to: string
  /** The lesson of now, which nobody opened yet. */
  also: LessonKey | undefined
  /** Only lessons with works of their own. */
  works: boolean
}

/** Lessons of a journal, read anew only when a change touched one of them. */
export class PageLessons {
  private fold: Fold | undefined
  private version = 0
  private everything: Lesson[] = []
  private keys = new Set<LessonKey>()
  private outside: Elsewhere = { carried: [], former: [] }
  private shown: { filter: LessonFilter; lessons: Lesson[] } | undefined

  /** All lessons of the journal; the same array while nothing changed. */
  all(fold: Fold): readonly Lesson[] {
    if (this.isStale(fold)) {
      this.everything = readLessons(fold)
      this.keys = new Set(this.everything.map(({ key }) => key))
      this.outside = { carried: all(fold, 'carried', 'carried'), former: all(fold, 'former', 'former') }
      this.shown = undefined
    }
    this.fold = fold
    this.version = fold.version
    return this.everything
  }

  /** Marks given elsewhere, as of the last look at the lessons. */
  get elsewhere(): Elsewhere {
    return this.outside
  }

  /**
   * Lessons that are columns; the same array while nothing changed. One that was called off is a column only where
   * marks were given all the same.
   */
  between(fold: Fold, filter: LessonFilter): Lesson[] {
    const lessons = this.all(fold)
    if (this.shown && same(this.shown.filter, filter)) return this.shown.lessons
    const { from, to, also, works } = filter
    const fresh = also && !this.keys.has(also) ? [readLesson(fold, also, [])] : []
    const shown = [...lessons, ...fresh]
      .filter(({ date }) => from <= date && date <= to)
      .filter((lesson) => !works || lesson.works.length > 0)
      .sort((a, b) => (a.date === b.date ? a.bell - b.bell : a.date < b.date ? -1 : 1))
    const marked = shown.some(({ cancelled }) => cancelled !== undefined) ? markedLessons(fold) : undefined
    const columns = marked ? shown.filter((l) => l.cancelled === undefined || marked.has(l.key)) : shown
    this.shown = { filter, lessons: columns }
    return columns
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

/** Entities that bear on every row: lessons, works, what was brought from elsewhere. */
function isShared(name: string): boolean {
  return /^(lesson|work|carried|former),/.test(name)
}

function same(a: LessonFilter, b: LessonFilter): boolean {
  return a.from === b.from && a.to === b.to && a.also === b.also && a.works === b.works
}

function markedLessons(fold: Fold): ReadonlySet<string> {
  const marked = new Set<string>()
  for (const name of fold.entities('mark')) {
    const lesson = lessonOf(name)
    if (lesson && fold.value(name, 'mark') !== undefined) marked.add(lesson)
  }
  return marked
}
