import { lessonOf } from '../../src/domain/ledger/documents.ts'
import { yearOn } from '../../src/domain/policy/access.ts'
import { addDays } from '../../src/domain/policy/policy.ts'
import { type ClassFigures, classFigures } from '../../src/domain/reports/school-figures.ts'
import { hoursByTeacher, substitutedLessons, unattributed } from '../../src/domain/school/hours.ts'
import type { PackedClass } from '../../src/sync/duties-answer.ts'
import type { DealingsAnswer, HoursAnswer, LogAnswer } from '../../src/sync/office-answers.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Relay } from '../relay/relay.ts'
import { Board } from './board.ts'
import { classDuties } from './class-duties.ts'
import { ClassFolds } from './class-folds.ts'
import { JournalFolds } from './journal-folds.ts'
import { Keeping } from './keeping.ts'
import { type LogQuery, OfficeLog } from './office-log.ts'

/** All that the relay tells the office about journals without sending them. */
export class OfficeFolds {
  readonly journals: JournalFolds
  readonly board: Board
  readonly keeping: Keeping
  readonly duties: ClassFolds<PackedClass>
  readonly figures: ClassFolds<ClassFigures>
  private readonly officeLog: OfficeLog

  /** `startedAt`: ms since 1970, real time: versions of an earlier process are below it. */
  constructor(
    private readonly relay: Relay,
    accounts: Accounts,
    startedAt: number,
  ) {
    this.journals = new JournalFolds(relay)
    this.board = new Board(this.journals, startedAt)
    this.keeping = new Keeping(this.journals, startedAt)
    this.duties = new ClassFolds(relay, startedAt, classDuties)
    this.figures = new ClassFolds(relay, startedAt, ({ source, schoolClass, today }) =>
      classFigures(source, schoolClass, today),
    )
    this.officeLog = new OfficeLog(this.journals, accounts)
  }

  /** Remarks that stand and requests that wait, in the order of their journals. */
  async dealings(): Promise<DealingsAnswer> {
    const { school } = this.relay.policy()
    await this.journals.refresh(yearOn(school, this.relay.today()))
    const answer: DealingsAnswer = { remarks: [], requests: [] }
    const names = [...this.journals.digests.keys()].sort()
    for (const { key, remarks, requests } of names.map((name) => this.journals.digests.get(name)!)) {
      for (const { author, closed, ...remark } of remarks)
        if (closed === undefined)
          answer.remarks.push({ ...key, ...remark, by: school.people.get(author) ?? '' })
      for (const { id, author, period, text, at, answer: given } of requests)
        if (given === undefined)
          answer.requests.push({
            ...key,
            entity: id,
            period,
            text,
            lesson: lessonOf(id) ?? undefined,
            by: school.people.get(author) ?? '',
            at,
          })
    }
    return answer
  }

  /** Hours of a month (`YYYY-MM`) by teacher. */
  async hours(month: string): Promise<HoursAnswer> {
    const { school } = this.relay.policy()
    const from = `${month}-01`
    const to = lastDay(month)
    // A school year may begin or end within the month.
    const years = new Set([yearOn(school, from), yearOn(school, to)])
    for (const year of years) await this.journals.refresh(year)
    const { digests } = this.journals
    return {
      month,
      teachers: hoursByTeacher(school, digests, from, to),
      substitutions: substitutedLessons(school, digests, from, to),
      unattributed: unattributed(school, digests, from, to),
    }
  }

  /** A page of the log. */
  async log(query: LogQuery): Promise<LogAnswer> {
    await this.journals.refresh(yearOn(this.relay.policy().school, this.relay.today()))
    return this.officeLog.page(query)
  }

  /** Ends folding that is under way; the store may be closed after. */
  async stop(): Promise<void> {
    await Promise.all([this.journals, this.duties, this.figures].map((one) => one.stop()))
  }
}

/** The last day of a month: `2026-02` -> `2026-02-28`. */
function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number)
  const next = new Date(Date.UTC(year!, number!, 1)).toISOString().slice(0, 10)
  return addDays(next, -1)
}
