import fc from 'fast-check'
import { expect, test } from 'vitest'
import { continues, joinReceipts, sliceReceipt } from '../../../server/relay/receipt-runs.ts'
import type { DeviceId, UserId } from '../../../src/domain/ledger/ids.ts'
import { elementReceipts, type Receipt } from '../../../src/domain/ledger/receipt.ts'

const receipts = fc
  .record({
    clock: fc.nat(100),
    parts: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(3)), { minLength: 1, maxLength: 6 }),
  })
  .map(
    ({ clock, parts }): Receipt => ({
      client: 7,
      clock,
      length: parts.reduce((sum, [count]) => sum + count, 0),
      author: 'vera1' as UserId,
      device: 'dev1' as DeviceId,
      as: 'assigned',
      times: parts.flat(),
      verdict: 'ok',
      mac: '',
    }),
  )

test('a receipt cut anywhere says of each element what it said, and joins again', () => {
  fc.assert(
    fc.property(receipts, fc.nat(), (receipt, seed) => {
      const cut = seed % (receipt.length + 1)
      fc.pre(cut > 0 && cut < receipt.length)
      const [head, tail] = [sliceReceipt(receipt, 0, cut), sliceReceipt(receipt, cut, receipt.length)]
      const said = (of: typeof head) => elementReceipts({ ...of, mac: '' })
      expect([...said(head), ...said(tail)]).toEqual(elementReceipts(receipt))
      expect(continues(head, tail)).toBe(true)
      const joined = joinReceipts(head, tail)
      expect(said(joined)).toEqual(elementReceipts(receipt))
      expect([joined.clock, joined.length]).toEqual([receipt.clock, receipt.length])
    }),
  )
})

test('runs of other writers, verdicts or places do not continue each other', () => {
  fc.assert(
    fc.property(receipts, (receipt) => {
      const next = { ...receipt, clock: receipt.clock + receipt.length }
      expect(continues(receipt, next)).toBe(true)
      for (const other of [
        { ...next, client: 8 },
        { ...next, clock: next.clock + 1 },
        { ...next, author: 'pavel' as UserId },
        { ...next, as: 'substitute' as const },
        { ...next, verdict: 'void' as const, reason: 'periodLocked' as const },
      ])
        expect(continues(receipt, other)).toBe(false)
    }),
  )
})
