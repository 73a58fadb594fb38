import type { ValueOf } from '../ledger/attributes.ts'
import type { Fold } from '../ledger/fold.ts'

export type SignedWeek = ValueOf<'week.signed'>
export type DoneDuty = ValueOf<'duty.done'> & { accepted: ValueOf<'duty.accepted'> | undefined }

/** States of a paper copy; what is absent has not happened. */
export interface PaperCopy {
  signed: ValueOf<'paper.signed'> | undefined
  handed: ValueOf<'paper.handed'> | undefined
  accepted: ValueOf<'paper.accepted'> | undefined
}

/** What a class document records of duties carried out. */
export interface DutyRecords {
  /** Reconciled weeks by their Monday. */
  weeks: ReadonlyMap<string, SignedWeek>
  /** By clause and term, as `5.2.8/results,2025-26/1`. */
  done: ReadonlyMap<string, DoneDuty>
  /** By period id. */
  papers: ReadonlyMap<string, PaperCopy>
  /** Who is acquainted with the instruction, by year and person, as `2025-26,t7`. */
  acquainted: ReadonlyMap<string, ValueOf<'acquainted'>>
}

/** Reads the records of duties from a class document. */
export function readDuties(fold: Fold): DutyRecords {
  return {
    weeks: named(fold, 'week', (name) => fold.value(name, 'week.signed')),
    done: named(fold, 'duty', (name) => {
      const done = fold.value(name, 'duty.done')
      return done && { ...done, accepted: fold.value(name, 'duty.accepted') }
    }),
    papers: named(fold, 'paper', (name) => ({
      signed: fold.value(name, 'paper.signed'),
      handed: fold.value(name, 'paper.handed'),
      accepted: fold.value(name, 'paper.accepted'),
    })),
    acquainted: named(fold, 'acquainted', (name) => fold.value(name, 'acquainted')),
  }
}

/** Values of a kind by what follows the kind in the entity's name. */
function named<V>(fold: Fold, kind: string, read: (name: string) => V | undefined): Map<string, V> {
  const found = new Map<string, V>()
  for (const name of [...fold.entities(kind)].sort()) {
    const value = read(name)
    if (value !== undefined) found.set(name.slice(kind.length + 1), value)
  }
  return found
}
