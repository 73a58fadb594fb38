import fc from 'fast-check'
import type { Fact } from '../../../src/domain/ledger/fact.ts'
import { Fold } from '../../../src/domain/ledger/fold.ts'
import {
  type DeviceId,
  type FactId,
  factId,
  type UserId,
  writerSuffix,
} from '../../../src/domain/ledger/ids.ts'
import type { Receipt, Row } from '../../../src/domain/ledger/receipt.ts'

/** A run that several people's tablets and a relay could have left behind: rows, and receipts for most of them. */
export interface Journal {
  rows: Row[]
  receipts: Receipt[]
}

const users = ['u1111', 'u2222', 'u3333'] as UserId[]
const start = Date.UTC(2026, 10, 24, 5)

/**
 * Histories over few cells, so that supersedes, conflicts and voids are frequent: each step is one fact of one
 * writer who saw some of the earlier facts of its cell.
 */
export const journals: fc.Arbitrary<Journal> = fc
  .array(
    fc.record({
      writer: fc.nat(2),
      cell: fc.nat(1),
      attribute: fc.constantFrom('presence', 'reason', 'mark'),
      value: fc.nat(4),
      sees: fc
        .infiniteStream(fc.boolean())
        .map((stream) => Array.from({ length: 12 }, () => stream.next().value as boolean)),
      skew: fc.constantFrom(0, 0, 0, 30 * 86_400_000),
      fate: fc.constantFrom('ok', 'ok', 'ok', 'void', 'waiting'),
      delay: fc.nat(100_000),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((steps) => {
    const rows: Row[] = []
    const receipts: Receipt[] = []
    const clocks = [0, 0, 0]
    const written = new Map<string, FactId[]>()
    steps.forEach((step, index) => {
      const client = 1000 + step.writer
      const user = users[step.writer]!
      const device = 'dev1' as DeviceId
      if (clocks[step.writer] === 0) {
        rows.push({ client, clock: 0, elements: [{ user, device, app: '1' }] })
        receipts.push(receiptOf(client, 0, user, start, 'ok', 'assigned'))
        clocks[step.writer] = 1
      }
      const entity = `cell,2026-11-24,3,0,p${step.cell}`
      const key = `${entity} ${step.attribute}`
      const earlier = written.get(key) ?? []
      const seen = earlier.filter((_, i) => step.sees[i % step.sees.length])
      const id = factId(start + index * 1000 + step.skew, 0, writerSuffix({ user, device, client }))
      written.set(key, [...earlier, id])
      const value = pickValue(step.attribute, step.value)
      const fact: Fact =
        seen.length > 0 ? [id, entity, step.attribute, value, seen] : [id, entity, step.attribute, value]
      const clock = clocks[step.writer]!
      clocks[step.writer] = clock + 1
      rows.push({ client, clock, elements: [fact] })
      if (step.fate !== 'waiting') {
        const as = step.writer === 1 ? 'substitute' : 'assigned'
        receipts.push(
          receiptOf(client, clock, user, start + index * 1000 + step.delay, step.fate as 'ok' | 'void', as),
        )
      }
    })
    return { rows, receipts }
  })

function pickValue(attribute: string, pick: number) {
  if (attribute === 'presence') return (['absent', 'present', { late: 5 }, null, 'absent'] as const)[pick]!
  if (attribute === 'reason') return (['Б', 'У', 'Н', null, 'Б'] as const)[pick]!
  return (['5', '4', '3', null, '.'] as const)[pick]!
}

function receiptOf(
  client: number,
  clock: number,
  author: UserId,
  at: number,
  verdict: 'ok' | 'void',
  as: 'assigned' | 'substitute',
): Receipt {
  return {
    client,
    clock,
    length: 1,
    author,
    device: 'dev1' as DeviceId,
    as,
    times: [1, at],
    verdict,
    mac: 'mac',
    ...(verdict === 'void' ? { reason: 'periodLocked' as const } : {}),
  }
}

/** Everything a fold shows, as plain data that can be compared. */
export function shown(fold: Fold): unknown {
  const cells: Record<string, unknown> = {}
  for (const kind of ['cell']) {
    for (const entity of [...fold.entities(kind)].sort()) {
      for (const attribute of [...fold.attributes(entity)].sort()) {
        cells[`${entity} ${attribute}`] = [fold.state(entity, attribute), fold.history(entity, attribute)]
      }
    }
  }
  const conflicts = [...fold.conflicts()].map(({ entity, attribute }) => `${entity} ${attribute}`).sort()
  return { cells, conflicts, fates: [...fold.fates()].sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** Folds a journal's parts in the given order. */
export function foldOf(parts: readonly (Row | Receipt)[]): Fold {
  const fold = new Fold()
  for (const part of parts) {
    if ('elements' in part) fold.add(part)
    else fold.receive(part)
  }
  return fold
}
