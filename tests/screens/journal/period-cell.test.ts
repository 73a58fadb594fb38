import { beforeEach, describe, expect, it } from 'vitest'
import { yearMarkAdvice } from '../../../src/domain/journal/year-mark-advice.ts'
import { entity } from '../../../src/domain/ledger/documents.ts'
import { Fold } from '../../../src/domain/ledger/fold.ts'
import {
  type DeviceId,
  type FactId,
  factId,
  type UserId,
  writerSuffix,
} from '../../../src/domain/ledger/ids.ts'
import { commonMarkSettings } from '../../../src/domain/school/school-view.ts'
import { historyOf } from '../../../src/screens/journal/cell-view.ts'
import { periodCellOf } from '../../../src/screens/journal/period-cell.ts'

const device = 'dev1' as DeviceId
const teacher = 'u1111' as UserId
const name = entity.periodMark('q2', 'p1')
const average = { sum: 26, weight: 6, count: 3 }
const none = new Set<string>()

let fold: Fold
let time: number
beforeEach(() => {
  fold = new Fold()
  time = Date.UTC(2026, 10, 24)
})

/** Writes the mark as a person who has seen all that stands, or (`blind`) nothing of it; received unless told. */
function write(user: UserId, value: string | null, { blind = false, received = true } = {}): void {
  const client = ++time % 1_000_000
  const id = factId(time, 0, writerSuffix({ user, device, client }))
  const seen: FactId[] = blind ? [] : fold.heads(name, 'periodmark')
  const fact =
    seen.length > 0
      ? ([id, name, 'periodmark', value, seen] as const)
      : ([id, name, 'periodmark', value] as const)
  fold.add({ client, clock: 0, elements: [{ user, device, app: 'test' }, fact] })
  if (!received) return
  const times = [2, time]
  const by = { author: user, device, as: 'assigned', verdict: 'ok', mac: '' } as const
  fold.receive({ client, clock: 0, length: 2, times, ...by })
}
const cell = (grading: 'marks' | 'credit' | 'none' = 'marks', voided: ReadonlySet<string> = none) =>
  periodCellOf(
    { fold, grading, settings: commonMarkSettings, voided },
    { period: 'q2', pupil: 'p1', average },
  )

describe("a cell of the period's column", () => {
  it('shows the suggestion until a mark is given, and again when it is taken back', () => {
    expect(cell()).toMatchObject({ mark: '4', suggested: true, waiting: false })
    write(teacher, '5', { received: false })
    expect(cell()).toMatchObject({ mark: '5', suggested: false, waiting: true })
    write(teacher, null)
    expect(cell()).toMatchObject({ mark: '4', suggested: true, waiting: false })
  })

  it('has no suggestion in a credit journal, and is none where nothing is graded', () => {
    expect(cell('credit')).toMatchObject({ mark: '', suggested: false, advice: undefined })
    write(teacher, 'зач')
    expect(cell('credit')).toMatchObject({ mark: 'зач', suggested: false })
    expect(cell('none')).toBeUndefined()
  })

  it('names the other value where two teachers disagree', () => {
    write(teacher, '5')
    write('u2222' as UserId, '4', { blind: true })
    const both = cell()!
    expect([both.mark, both.conflict].sort()).toEqual(['4', '5'])
  })

  it('is signed when an entry of this person did not count', () => {
    expect(cell('marks', new Set([name]))!.voided).toBe(true)
    expect(cell()!.voided).toBe(false)
  })

  it("goes by the school's settings", () => {
    const settings = { ...commonMarkSettings, four: 440 }
    const own = { fold, grading: 'marks', settings, voided: none } as const
    // The average is 13 of 3, 4.33.
    expect(periodCellOf(own, { period: 'q2', pupil: 'p1', average })).toMatchObject({ mark: '3' })
  })

  it('stands as given where it came with the pupil, until the teacher gives one here', () => {
    const source = { fold, grading: 'marks', settings: commonMarkSettings, voided: none } as const
    const here = () => periodCellOf(source, { period: 'q2', pupil: 'p1', average, carried: '3' })
    expect(here()).toMatchObject({ mark: '3', suggested: false, carried: true })
    write(teacher, '5')
    expect(here()).toMatchObject({ mark: '5', suggested: false })
    expect(here()).not.toHaveProperty('carried')
  })

  it('of a year is suggested from the marks of its periods, or stays empty', () => {
    const source = { fold, grading: 'marks', settings: commonMarkSettings, voided: none } as const
    const ofYear = (...marks: (string | undefined)[]) =>
      periodCellOf(source, { period: 'y', pupil: 'p1', yearAdvice: yearMarkAdvice(marks) })
    // (4 + 4 + 5 + 5) / 4 = 4.5, half up.
    expect(ofYear('4', '4', '5', '5')).toMatchObject({ mark: '5', suggested: true })
    expect(ofYear('4', undefined, '5', '5')).toMatchObject({ mark: '', suggested: false })
    expect(ofYear('4', 'н/а', '5', '5')).toMatchObject({ mark: '', suggested: false })
  })

  it('has a history, newest first', () => {
    write(teacher, '5')
    write(teacher, '4')
    const parts = [{ entity: name, attribute: 'periodmark' as const }]
    const history = historyOf(fold, parts, (user) => user, { device, name: 'этот планшет' })
    expect(history).toMatchObject([
      { what: 'отметка за период', from: '5', to: '4', author: teacher, device: 'этот планшет', fate: 'ok' },
      { from: undefined, to: '5' },
    ])
  })
})
