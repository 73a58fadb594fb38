import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
import { foldOf, journals, shown } from './ledger-arbitrary.ts'

const cell = 'cell,2026-11-24,3,0,p7'
const anna = { user: 'annaa' as UserId, device: 'tab1' as DeviceId, client: 11 }
const oleg = { user: 'olegg' as UserId, device: 'tab2' as DeviceId, client: 22 }
const nine = Date.UTC(2026, 10, 24, 4)
const minute = 60_000

/** A writer's facts in order, one a row; `at` is the device's minute after nine. */
class Pen {
  private clock = 0
  readonly rows: Row[] = []
  readonly receipts: Receipt[] = []
  constructor(
    private readonly writer: typeof anna,
    private readonly as: 'assigned' | 'substitute' | 'classTeacher' = 'assigned',
  ) {
    const { user, device } = writer
    this.rows.push({ client: writer.client, clock: this.clock++, elements: [{ user, device, app: '1' }] })
  }
  writes(at: number, value: Fact[3], supersedes: FactId[] = [], attribute = 'presence'): FactId {
    const id = factId(nine + at * minute, 0, writerSuffix(this.writer))
    const fact: Fact =
      supersedes.length > 0 ? [id, cell, attribute, value, supersedes] : [id, cell, attribute, value]
    this.rows.push({ client: this.writer.client, clock: this.clock++, elements: [fact] })
    return id
  }
  /** Receipt for the latest fact, received so many minutes after nine. */
  received(at: number, verdict: 'ok' | 'void' = 'ok', clock = this.clock - 1): void {
    const { client, user, device } = this.writer
    this.receipts.push({
      client,
      clock,
      length: 1,
      author: user,
      device,
      as: this.as,
      times: [1, nine + at * minute],
      verdict,
      mac: 'm',
      ...(verdict === 'void' ? { reason: 'periodLocked' as const } : {}),
    })
  }
}

const folded = (...pens: Pen[]) => foldOf(pens.flatMap((pen) => [...pen.rows, ...pen.receipts]))

describe('the fold of facts and receipts', () => {
  test('does not depend on the order of arrival, nor on how often something arrives', () => {
    fc.assert(
      fc.property(
        journals.chain((journal) => {
          const parts = [...journal.rows, ...journal.receipts]
          return fc.tuple(
            fc.constant(parts),
            fc.shuffledSubarray(parts, { minLength: parts.length }),
            fc.array(fc.constantFrom(...parts), { maxLength: 10 }),
          )
        }),
        ([parts, shuffled, again]) => {
          expect(shown(foldOf([...shuffled, ...again]))).toEqual(shown(foldOf(parts)))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('is the same folded at once and bit by bit with every cell looked at in between', () => {
    fc.assert(
      fc.property(journals, ({ rows, receipts }) => {
        const parts = [...rows, ...receipts]
        const watched = new Fold()
        for (const part of parts) {
          if ('elements' in part) watched.add(part)
          else watched.receive(part)
          shown(watched)
        }
        expect(shown(watched)).toEqual(shown(foldOf(parts)))
      }),
    )
  })

  test('leaves no fact without a fate: every one is a head, superseded or void, and stands in history', () => {
    fc.assert(
      fc.property(journals, ({ rows, receipts }) => {
        const fold = foldOf([...rows, ...receipts])
        const written = rows
          .flatMap((row) => row.elements)
          .filter((element): element is Fact => Array.isArray(element))
        for (const [id, entity, attribute] of written) {
          const history = fold.history(entity, attribute)
          const fate = history.find((entry) => entry.id === id)!
          const isHead = fold.state(entity, attribute)!.heads.some((head) => head.id === id)
          const isVoid = fate.receipt?.verdict === 'void'
          const isSuperseded = history.some((other) => other.supersedes.includes(id))
          expect(isHead || isVoid || isSuperseded).toBe(true)
          if (isVoid) expect(isHead).toBe(false)
        }
      }),
    )
  })

  test('a live fact supersedes what it saw; what it did not see stands beside it', () => {
    const a = new Pen(anna)
    const b = new Pen(oleg)
    const first = a.writes(0, 'absent')
    a.received(0)
    a.writes(1, { late: 7 }, [first])
    a.received(1)
    b.writes(2, 'absent', [first])
    b.received(2)
    const state = folded(a, b).state(cell, 'presence')!
    expect(state.heads.map(({ value }) => value)).toEqual(['absent', { late: 7 }])
    expect(state.conflict).toBe(true)
  })

  test('a void fact alone supersedes nothing; a live fact reaches through it', () => {
    const a = new Pen(anna)
    const first = a.writes(0, 'absent')
    a.received(0)
    const locked = a.writes(1, 'present', [first])
    a.received(1, 'void')
    expect(folded(a).value(cell, 'presence')).toBe('absent')
    a.writes(2, { late: 3 }, [locked])
    a.received(2)
    const state = folded(a).state(cell, 'presence')!
    expect(state.heads.map(({ value }) => value)).toEqual([{ late: 3 }])
  })

  test('supersedes counts only within its own cell', () => {
    const a = new Pen(anna)
    const mark = a.writes(0, '5', [], 'mark')
    a.writes(1, 'absent', [mark])
    const fold = folded(a)
    expect(fold.value(cell, 'mark')).toBe('5')
    expect(fold.value(cell, 'presence')).toBe('absent')
  })

  test("equal values of two authors are no conflict; one author's two values are a quiet note", () => {
    const a = new Pen(anna)
    const b = new Pen(oleg, 'substitute')
    a.writes(0, 'absent')
    b.writes(1, 'absent')
    expect(folded(a, b).state(cell, 'presence')).toMatchObject({ conflict: false, ownConflict: false })
    const other = new Pen({ ...anna, client: 33 })
    other.writes(5, 'present')
    const state = folded(a, other).state(cell, 'presence')!
    expect(state).toMatchObject({ conflict: false, ownConflict: true, shown: { value: 'present' } })
  })

  test('the rules of choice: absent over present, the assigned over the substitute, the earlier receipt, the id', () => {
    const a = new Pen(anna)
    const b = new Pen(oleg, 'substitute')
    a.writes(0, 'present')
    a.received(0)
    b.writes(1, 'absent')
    b.received(1)
    expect(folded(a, b).value(cell, 'presence')).toBe('absent')
    a.writes(2, '4', [], 'mark')
    a.received(9)
    b.writes(2, '5', [], 'mark')
    b.received(3)
    expect(folded(a, b).value(cell, 'mark')).toBe('4')
    const c = new Pen({ user: 'innaa' as UserId, device: 'tab3' as DeviceId, client: 44 })
    c.writes(2, '3', [], 'mark')
    c.received(8)
    expect(folded(a, b, c).value(cell, 'mark')).toBe('3')
  })

  test('one tap settles a conflict: a fact that supersedes all heads', () => {
    const a = new Pen(anna)
    const b = new Pen(oleg)
    a.writes(0, '4', [], 'mark')
    b.writes(0, '5', [], 'mark')
    const before = folded(a, b)
    expect([...before.conflicts()]).toHaveLength(1)
    a.writes(1, '5', before.heads(cell, 'mark'), 'mark')
    const after = folded(a, b)
    expect([...after.conflicts()]).toHaveLength(0)
    expect(after.value(cell, 'mark')).toBe('5')
    expect(after.history(cell, 'mark')).toHaveLength(3)
  })

  test('of several receipts of one element the earliest counts, whatever came first', () => {
    const a = new Pen(anna)
    a.writes(0, 'absent')
    a.received(5, 'void')
    a.received(1, 'ok')
    const parts = [...a.rows, ...a.receipts]
    expect(foldOf(parts).value(cell, 'presence')).toBe('absent')
    expect(foldOf(parts.reverse()).value(cell, 'presence')).toBe('absent')
  })

  test('a fact offered again by a new writer folds once, under its earliest receipt', () => {
    const a = new Pen(anna)
    const id = a.writes(0, 'absent')
    const again: Row = { client: 99, clock: 1, elements: [[id, cell, 'presence', 'absent']] }
    a.received(7, 'void')
    const { user, device } = anna
    const receipt: Receipt = {
      client: 99,
      clock: 1,
      length: 1,
      author: user,
      device,
      as: 'assigned',
      times: [1, nine + minute],
      verdict: 'ok',
      mac: 'm',
    }
    const fold = foldOf([...a.rows, ...a.receipts, again, receipt])
    expect(fold.history(cell, 'presence')).toHaveLength(1)
    expect(fold.value(cell, 'presence')).toBe('absent')
  })

  test("an id minted a month ahead loses to the relay's order among one author's values", () => {
    const a = new Pen(anna)
    const other = new Pen({ ...anna, client: 33 })
    a.writes(30 * 24 * 60, 'absent')
    a.received(0)
    other.writes(10, 'present')
    other.received(10)
    expect(folded(a, other).value(cell, 'presence')).toBe('present')
  })

  test("null retracts, and a void fact waits in its author's tray until he replaces it", () => {
    const a = new Pen(anna)
    const first = a.writes(0, 'absent')
    a.received(0)
    a.writes(1, null, [first])
    a.received(1)
    const refused = a.writes(2, 'absent')
    a.received(2, 'void')
    const fold = folded(a)
    expect(fold.value(cell, 'presence')).toBeUndefined()
    expect(fold.voided(anna.user).map(({ id }) => id)).toEqual([refused])
    a.writes(3, 'absent', [...fold.heads(cell, 'presence'), refused])
    expect(folded(a).voided(anna.user)).toEqual([])
  })
})
