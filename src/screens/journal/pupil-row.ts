import { type Average, averageOf, hundredths, type WorkMark } from '../../domain/journal/average.ts'
import {
  type MarkFromElsewhere,
  type MarkTime,
  marksFromElsewhere,
  withMarks,
} from '../../domain/journal/marks-from-elsewhere.ts'
import { lessonOf } from '../../domain/ledger/documents.ts'
import { inGroup, type Pupil, staysOf } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { EndMarks } from './end-marks.ts'
import type { GridCell, GridRow, PeriodCell } from './grid.ts'
import { cellOf } from './page-cell.ts'
import type { PageIndex, PageSource } from './page-source.ts'

/** A pupil's row of the page; cells, average and the marks at the right are made when they are first looked at. */
export class PupilRow implements GridRow {
  readonly pupil: string
  readonly name: string
  readonly left: string | undefined
  readonly cells: { at: (column: number) => GridCell | undefined }
  readonly ends: { get: (place: string) => PeriodCell | undefined }
  private shownAverage: { value: number | undefined } | undefined
  private shownElsewhere: { value: string | undefined } | undefined
  private held: readonly (WorkMark & { date: string })[] | undefined

  /** `marks`: names of the entities that hold the pupil's marks. */
  constructor(
    private readonly source: PageSource,
    pupil: Pupil,
    private readonly index: PageIndex,
    private readonly marks: readonly string[],
  ) {
    this.pupil = pupil.id
    this.name = lastFirst(pupil)
    this.left = leftOn(source, pupil.id)
    const made: ({ cell: GridCell | undefined } | undefined)[] = []
    this.cells = {
      at: (column) => {
        const lesson = source.lessons[column]
        if (!lesson) return undefined
        made[column] ??= { cell: cellOf(source, lesson, pupil.id, index) }
        return made[column].cell
      },
    }
    this.ends = new EndMarks(source, pupil.id, index.voided, (time) => this.averageIn(time))
  }

  get average(): number | undefined {
    this.shownAverage ??= { value: this.roundedAverage() }
    return this.shownAverage.value
  }

  get elsewhere(): string | undefined {
    this.shownElsewhere ??= { value: inWords(this.fromElsewhere(this.source.time), this.source) }
    return this.shownElsewhere.value
  }

  private roundedAverage(): number | undefined {
    if (this.source.grading !== 'marks') return undefined
    const value = hundredths(this.averageIn(this.source.time))
    return value === undefined ? undefined : value / 100
  }

  /** Over the pupil's marks of lessons held within a time, with those given elsewhere. */
  private averageIn(time: MarkTime): Average {
    this.held ??= this.heldMarks()
    const counted = this.held.filter(({ date }) => time.starts <= date && date <= time.ends)
    const average = averageOf(counted, this.index.works, this.source.settings.retake)
    return withMarks(average, this.fromElsewhere(time))
  }

  /** The pupil's marks of lessons held, with their dates: every average of the row is made of them. */
  private heldMarks(): (WorkMark & { date: string })[] {
    return this.marks.flatMap((name) => {
      const lesson = this.index.lessons.get(lessonOf(name) ?? '')
      const mark = lesson?.held ? this.source.fold.value(name, 'mark') : undefined
      return lesson && mark !== undefined ? [{ work: name.split(',')[4] ?? '', mark, date: lesson.date }] : []
    })
  }

  private fromElsewhere(time: MarkTime): MarkFromElsewhere[] {
    return marksFromElsewhere(this.source.elsewhere, this.source.key, this.pupil, time)
  }
}

/** «5 4 (7Б); 3 (школа № 2)» */
function inWords(marks: readonly MarkFromElsewhere[], { titleOf }: PageSource): string | undefined {
  if (marks.length === 0) return undefined
  const places = new Map<string, string[]>()
  for (const { mark, from } of marks) {
    const place = 'journal' in from ? titleOf(from.journal) : from.school
    places.set(place, [...(places.get(place) ?? []), mark])
  }
  return [...places].map(([place, own]) => (place ? `${own.join(' ')} (${place})` : own.join(' '))).join('; ')
}

/** ISO date from which the pupil is not in the class, or the journal's group, any more. */
function leftOn({ members, key }: PageSource, pupil: string): string | undefined {
  const end = staysOf(members, pupil).at(-1)?.to
  if (end !== undefined || key.group === undefined) return end
  if (inGroup(members, key.group, pupil, '9999-12-31')) return undefined
  return members.members.filter((m) => m.group === key.group && m.pupil === pupil).at(-1)?.to
}
