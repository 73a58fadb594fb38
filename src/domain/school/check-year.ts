import type { YearTemplate } from './year-template.ts'

/** What an edited year cannot be taken with; the screens word it. */
export type YearFault =
  /** The end comes before the beginning. */
  | { kind: 'backwards'; what: 'year' | 'period' | 'holiday' | 'bell'; index: number }
  /** Not wholly inside the school year. */
  | { kind: 'outside'; what: 'period'; index: number }
  /** Two periods of a kind, or two bells of one plan, have time in common; `other` comes first. */
  | { kind: 'overlap'; what: 'period' | 'bell'; index: number; other: number }
  /** One id or number twice. */
  | { kind: 'twice'; what: 'period' | 'bell'; index: number; other: number }

/** A fault of a bell also tells in which bell plan it is. */
export type PlacedYearFault = YearFault & { bellPlan?: number }

/** Everything that keeps an edited template from being taken; empty when it may be. */
export function checkYear({ year, periods, holidays, bells }: YearTemplate): PlacedYearFault[] {
  const faults: PlacedYearFault[] = []
  if (year.ends < year.starts) faults.push({ kind: 'backwards', what: 'year', index: 0 })
  periods.forEach((period, index) => {
    if (period.ends < period.starts) faults.push({ kind: 'backwards', what: 'period', index })
    else if (period.starts < year.starts || period.ends > year.ends)
      faults.push({ kind: 'outside', what: 'period', index })
    periods.slice(0, index).forEach((earlier, other) => {
      if (earlier.id === period.id) faults.push({ kind: 'twice', what: 'period', index, other })
      else if (earlier.kind === period.kind && meet(earlier, period))
        faults.push({ kind: 'overlap', what: 'period', index, other })
    })
  })
  holidays.forEach(({ starts, ends }, index) => {
    if (ends < starts) faults.push({ kind: 'backwards', what: 'holiday', index })
  })
  bells.forEach((plan, bellPlan) => {
    plan.bells.forEach((bell, index) => {
      if (!inOrder(bell)) faults.push({ kind: 'backwards', what: 'bell', index, bellPlan })
      plan.bells.slice(0, index).forEach((earlier, other) => {
        if (earlier.number === bell.number)
          faults.push({ kind: 'twice', what: 'bell', index, other, bellPlan })
        else if (inOrder(bell) && earlier.starts < bell.ends && bell.starts < earlier.ends)
          faults.push({ kind: 'overlap', what: 'bell', index, other, bellPlan })
      })
    })
  })
  return faults
}

interface Span {
  starts: string
  ends: string
}

/** A lesson takes some time. */
function inOrder({ starts, ends }: Span): boolean {
  return starts < ends
}

function meet(a: Span, b: Span): boolean {
  return a.starts <= b.ends && b.starts <= a.ends
}
