import type { Duty } from '../../domain/duties/duty.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { reportPeriod } from '../../domain/reports/report-period.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import type { Format } from '../design/texts/format.ts'
import type { Texts } from '../design/texts/ru.ts'
import type { ClassPart } from '../route.ts'

/** Where a duty is done. */
export function placeOf({ kind, term, report }: Duty): { part: ClassPart; at?: string } {
  switch (kind) {
    case 'reconcile':
      return { part: 'week', at: term }
    case 'control':
      return { part: 'control', at: term }
    case 'inform':
    case 'check':
    case 'consent':
      return { part: 'families', at: kind }
    case 'monitor':
      return { part: 'diary' }
    case 'groups':
      return { part: 'groups' }
    case 'report':
      return { part: 'reports', at: `${report} ${term}` }
    case 'paper':
      return { part: 'paper', at: term }
    case 'acquaint':
      return { part: 'instruction' }
  }
}

/** What a duty is of, in words: its week, month, period; '' where it is of the year. */
export function termOf(
  { kind, term, report }: Duty,
  school: Pick<SchoolView, 'periods' | 'years'>,
  texts: Texts['ownClass'],
  format: Format,
): string {
  const period = reportPeriod(school, term)?.title ?? term
  switch (kind) {
    case 'reconcile':
    case 'control':
      return texts.weekOf(format.day(term), format.day(addDays(term, 5)))
    case 'check':
      return format.month(`${term}-01`)
    case 'report':
      return `${texts.report[report!]}, ${/^\d{4}-\d{2}$/.test(term) ? format.month(`${term}-01`) : period}`
    case 'paper':
      return period
    default:
      return ''
  }
}
