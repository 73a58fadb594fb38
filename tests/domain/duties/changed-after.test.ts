import { describe, expect, it } from 'vitest'
import { changedAfter, withinDates } from '../../../src/domain/duties/changed-after.ts'
import { HybridClock } from '../../../src/domain/ledger/clock.ts'
import { entity, lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { Fact, Json } from '../../../src/domain/ledger/fact.ts'
import { Fold } from '../../../src/domain/ledger/fold.ts'
import type { ClientId, DeviceId, UserId } from '../../../src/domain/ledger/ids.ts'

const monday = lessonKey('2025-09-01', 1)
const cell = entity.cell(monday, 'p1')
const signer = 'class' as UserId
const all = () => true

/** A fold fed by people who write at a time, received at another (absent: not yet). */
function ledger() {
  const fold = new Fold()
  let client = 0
  const write = (
    user: string,
    at: number,
    received: number | undefined,
    attribute: string,
    value: Json,
    verdict: 'ok' | 'void' = 'ok',
    name = cell,
  ) => {
    const id = ++client as ClientId
    const author = user as UserId
    const device = 'device01' as DeviceId
    const fact: Fact = [
      new HybridClock(() => at, { user: author, device, client: id }).next(),
      name,
      attribute,
      value,
      fold.heads(name, attribute),
    ]
    fold.add({ client: id, clock: 0, elements: [fact] })
    if (received === undefined) return
    fold.receive({
      incarnation: 'i',
      document: 'journal/7a,math',
      seq: id,
      client: id,
      clock: 0,
      length: 1,
      author,
      device,
      as: 'assigned',
      verdict,
      ...(verdict === 'void' ? { reason: 'periodLocked' } : {}),
      times: [1, received],
      mac: '',
    } as never)
  }
  return { fold, write }
}

const day = (n: number) => Date.UTC(2025, 8, n)
const signed = { author: signer, deviceTime: day(5), receipt: { receivedAt: day(5) } }

describe('changes after a signature', () => {
  it('are what was received later and says something else', () => {
    const { fold, write } = ledger()
    write('teach', day(1), day(1), 'presence', 'absent')
    write('class', day(2), day(2), 'reason', 'Б')
    expect(changedAfter(fold, signed, all)).toEqual([])
    write('teach', day(6), day(6), 'presence', 'present')
    expect(changedAfter(fold, signed, all)).toMatchObject([
      {
        entity: cell,
        attribute: 'presence',
        pupil: 'p1',
        before: 'absent',
        after: 'present',
        author: 'teach',
      },
    ])
    write('teach', day(7), day(7), 'presence', 'absent')
    expect(changedAfter(fold, signed, all)).toEqual([])
  })

  it('are what an offline tablet brought later, though it was written before', () => {
    const { fold, write } = ledger()
    write('teach', day(1), day(6), 'presence', 'absent')
    expect(changedAfter(fold, signed, all)).toMatchObject([{ before: null, after: 'absent' }])
  })

  it('are entries of the signer that did not count in the end', () => {
    const { fold, write } = ledger()
    write('class', day(2), day(6), 'reason', 'Б', 'void')
    expect(changedAfter(fold, signed, all)).toMatchObject([{ attribute: 'reason', before: 'Б', after: null }])
  })

  it('are told by the signer’s own clock for what he wrote himself: the relay’s may be behind it', () => {
    const { fold, write } = ledger()
    write('class', day(4), day(3), 'reason', 'Б', 'void')
    const early = { ...signed, receipt: { receivedAt: day(3) } }
    expect(changedAfter(fold, early, all)).toMatchObject([{ before: 'Б', after: null }])
  })

  it('are looked for within dates, and among the marks of a period', () => {
    const concerns = withinDates(() => undefined, '2025-09-01', '2025-09-06', '2025-26/1')
    expect(concerns(cell)).toBe(true)
    expect(concerns(entity.cell(lessonKey('2025-09-08', 1), 'p1'))).toBe(false)
    expect(concerns(entity.periodMark('2025-26/1', 'p1'))).toBe(true)
    expect(concerns(entity.periodMark('2025-26/2', 'p1'))).toBe(false)
  })
})
