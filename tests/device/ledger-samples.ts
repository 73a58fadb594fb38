import { journalDocument } from '../../src/domain/ledger/documents.ts'
import type { Fact, Header } from '../../src/domain/ledger/fact.ts'
import { type DeviceId, factId, type UserId, writerSuffix } from '../../src/domain/ledger/ids.ts'
import type { Receipt, Row } from '../../src/domain/ledger/receipt.ts'

export const anna = 'anna-' as UserId
export const boris = 'boris' as UserId
export const tablet = 'tab1' as DeviceId
export const header: Header = { user: anna, device: tablet, app: 'test' }
export const journal = journalDocument({ class: '2026-7a', subject: 'algebra' })
export const otherJournal = journalDocument({ class: '2026-7b', subject: 'algebra' })

let letters = 0
/** A user whose database nobody has used: each test starts with an empty disk. */
export function freshUser(): UserId {
  return `u${String(letters++).padStart(4, '0')}` as UserId
}

/** A mark as a fact of a writer, at a device time in ms. */
export function mark(client: number, time: number, value = '5', pupil = 'p1'): Fact {
  const id = factId(time, 0, writerSuffix({ user: anna, device: tablet, client }))
  return [id, `mark,2026-02-03,1,0,,${pupil}`, 'mark', value]
}

/** A row of one writer: the header first when it starts at 0, then `count` marks. */
export function row(client: number, clock: number, count: number, since = 1_000): Row {
  const first = Math.max(clock, 1)
  const facts = Array.from({ length: count }, (_, i) =>
    mark(client, since + first + i, '5', `p${client}-${first + i}`),
  )
  return { client, clock, elements: clock === 0 ? [header, ...facts] : facts }
}

/** The relay's receipt for clocks of a writer. */
export function receipt(client: number, clock: number, length: number, receivedAt = 2_000): Receipt {
  return {
    client,
    clock,
    length,
    author: anna,
    device: tablet,
    as: 'assigned',
    times: [length, receivedAt],
    verdict: 'ok',
    mac: `mac${client},${clock},${length},${receivedAt}`,
  }
}

/** The real one, whatever clock a test puts in its place later. */
const later = setTimeout

/** Resolves once `holds` does, looking again every two milliseconds; fails after a minute. */
export async function until(holds: () => boolean | Promise<boolean>, what = 'condition'): Promise<void> {
  const end = performance.now() + 60_000
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what} did not come about`)
    await new Promise((resolve) => later(resolve, 2))
  }
}
