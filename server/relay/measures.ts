import { type Element, isFact } from '../../src/domain/ledger/fact.ts'
import { factTime } from '../../src/domain/ledger/ids.ts'
import type { CarriedRun } from '../../src/sync/update.ts'

/** Hears what operators watch over: counts and times, nobody's data. */
export interface Measures {
  /** An update of these runs was answered after its fsync, `ms` after its frame came; `now`: ms since 1970. */
  answered(ms: number, runs: readonly CarriedRun[], now: number): void
  /** Rows that stand on the disk now. */
  rows(verdict: 'ok' | 'void', count: number): void
  /** An update was turned down, by its code. */
  refused(code: string): void
  /** A tablet was asked for what this relay lacks, or to begin anew. */
  resynced(): void
  /** A document was folded for a screen, a report or a diary, in so many ms. */
  folded(ms: number): void
}

const nobody = () => undefined

/** Tells all who are in a set by then. */
export function toAll(watching: ReadonlySet<Measures>): Measures {
  const tell = (say: (one: Measures) => void) => {
    for (const one of watching) say(one)
  }
  return {
    answered: (ms, runs, now) => tell((one) => one.answered(ms, runs, now)),
    rows: (verdict, count) => tell((one) => one.rows(verdict, count)),
    refused: (code) => tell((one) => one.refused(code)),
    resynced: () => tell((one) => one.resynced()),
    folded: (ms) => tell((one) => one.folded(ms)),
  }
}

/** Of who hears nothing. */
export const unmeasured: Measures = {
  answered: nobody,
  rows: nobody,
  refused: nobody,
  resynced: nobody,
  folded: nobody,
}

/** How long the facts of an update had waited on their device, ms. */
export function agesOf(runs: readonly CarriedRun[], now: number): number[] {
  return runs.flatMap(({ elements }) =>
    elements.flatMap((element) => {
      const known = element as Element
      return isFact(known) ? [now - factTime(known[0])] : []
    }),
  )
}
