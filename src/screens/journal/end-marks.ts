import type { Average } from '../../domain/journal/average.ts'
import type { MarkTime } from '../../domain/journal/marks-from-elsewhere.ts'
import {
  finalMarkAdvice,
  type YearMarkAdvice,
  yearMarkAdvice,
} from '../../domain/journal/year-mark-advice.ts'
import { entity } from '../../domain/ledger/documents.ts'
import type { PeriodCell } from './grid.ts'
import type { PageSource } from './page-source.ts'
import { periodCellOf } from './period-cell.ts'
import type { EndTime } from './period-column.ts'

/** A pupil's marks at the right of the page, by the place of their column, made when they are first looked at. */
export class EndMarks {
  private readonly made = new Map<string, PeriodCell | undefined>()

  constructor(
    private readonly source: PageSource,
    private readonly pupil: string,
    private readonly voided: ReadonlySet<string>,
    private readonly averageIn: (time: MarkTime) => Average,
  ) {}

  get(place: string): PeriodCell | undefined {
    if (!this.made.has(place)) {
      const end = this.source.ends.find((one) => one.place === place)
      this.made.set(place, end && this.cellOf(end))
    }
    return this.made.get(place)
  }

  private cellOf(end: EndTime): PeriodCell | undefined {
    const { fold, grading, settings } = this.source
    const carried = this.carried(end.id)
    const average = end.fromMarks ? this.averageIn(end) : undefined
    const yearAdvice = this.yearAdvice(end)
    return periodCellOf(
      { fold, grading, settings, voided: this.voided },
      { period: end.id, pupil: this.pupil, average, yearAdvice, carried },
    )
  }

  private yearAdvice({ kind, basis, fromMarks }: EndTime): YearMarkAdvice | undefined {
    if (this.source.grading !== 'marks' || fromMarks) return undefined
    if (kind === 'year') return yearMarkAdvice(basis.map((id) => this.given(id)))
    if (kind !== 'final') return undefined
    const { earlier } = this.source
    if (earlier)
      return finalMarkAdvice({
        kind: 'secondary',
        marks: [...earlier(this.pupil), ...basis.map((id) => this.given(id))],
      })
    const [year, exam] = basis.map((id) => this.given(id))
    return finalMarkAdvice(exam === undefined ? { kind: 'year', year } : { kind: 'exam', year, exam })
  }

  /** The mark that stands for a period, given here or carried from where the pupil was. */
  private given(period: string): string | undefined {
    return this.source.fold.value(entity.periodMark(period, this.pupil), 'periodmark') ?? this.carried(period)
  }

  private carried(period: string): string | undefined {
    return this.source.elsewhere.carried
      .filter(({ pupil }) => pupil === this.pupil)
      .flatMap(({ periodMarks }) => periodMarks)
      .find((mark) => mark.period === period)?.mark
  }
}
