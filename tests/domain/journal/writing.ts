import { entity, lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { Entry, Fact } from '../../../src/domain/ledger/fact.ts'
import { Fold } from '../../../src/domain/ledger/fold.ts'
import {
  type DeviceId,
  type FactId,
  factId,
  type UserId,
  writerSuffix,
} from '../../../src/domain/ledger/ids.ts'
import type { Receipt, Row } from '../../../src/domain/ledger/receipt.ts'

const device = 'dev1' as DeviceId

/** The subject teacher, the class teacher and the office of these tests. */
export const people = {
  subject: 'u1111' as UserId,
  classTeacher: 'u2222' as UserId,
  office: 'u3333' as UserId,
}
export const key = lessonKey('2026-11-24', 3)
export const cell = entity.cell(key, 'p1')

/** A journal into which people write one after the other, by tablets whose clocks may be wrong. */
export class Writing {
  readonly fold = new Fold()
  readonly rows: Row[] = []
  readonly receipts: Receipt[] = []
  private time = Date.UTC(2026, 10, 24, 5)

  /** Writes in sight of all that stands; `skew`: ms by which the tablet's clock is ahead. */
  write(
    user: UserId,
    entries: readonly Entry[],
    {
      verdict = 'ok',
      skew = 0,
      received = true,
    }: { verdict?: 'ok' | 'void'; skew?: number; received?: boolean } = {},
  ): void {
    this.time += 1000
    const client = (this.time / 1000) % 1_000_000
    const suffix = writerSuffix({ user, device, client })
    const facts = entries.map(({ entity: name, attribute, value }, index): Fact => {
      const heads: FactId[] = this.fold.heads(name, attribute)
      const id = factId(this.time + skew, index, suffix)
      return heads.length > 0 ? [id, name, attribute, value, heads] : [id, name, attribute, value]
    })
    const row: Row = { client, clock: 0, elements: [{ user, device, app: 'test' }, ...facts] }
    this.rows.push(row)
    this.fold.add(row)
    if (!received) return
    const length = facts.length + 1
    const reason = verdict === 'void' ? ({ reason: 'periodLocked' } as const) : {}
    const by = { author: user, device, as: 'assigned', verdict, mac: '', ...reason } as const
    const receipt: Receipt = { client, clock: 0, length, times: [length, this.time], ...by }
    this.receipts.push(receipt)
    this.fold.receive(receipt)
  }
}

/** The fold of the same rows and receipts, taken in another order. */
export function foldIn(order: readonly (Row | Receipt)[]): Fold {
  const fold = new Fold()
  for (const one of order) {
    if ('elements' in one) fold.add(one)
    else fold.receive(one)
  }
  return fold
}
