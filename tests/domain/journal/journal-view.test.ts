import { describe, expect, it } from 'vitest'
import { readJournal, readLesson } from '../../../src/domain/journal/journal-view.ts'
import { entity, lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { Fold } from '../../../src/domain/ledger/fold.ts'
import {
  type DeviceId,
  type FactId,
  factId,
  type UserId,
  writerSuffix,
} from '../../../src/domain/ledger/ids.ts'

const device = 'dev1' as DeviceId
const first = 'u1111' as UserId
const second = 'u2222' as UserId
const key = lessonKey('2025-09-01', 2)
const lesson = entity.lesson(key)

/** A journal into which people write one after the other. */
class Writing {
  readonly fold = new Fold()
  private time = Date.UTC(2025, 8, 1)

  /** Writes as a person who has seen all that stands, or (`blind`) nothing of it. */
  write(user: UserId, entries: readonly Entry[], verdict: 'ok' | 'void' = 'ok', blind = false): void {
    const client = this.time++ % 1_000_000
    const suffix = writerSuffix({ user, device, client })
    const facts = entries.map(({ entity: name, attribute, value }, index) => {
      const heads: FactId[] = blind ? [] : this.fold.heads(name, attribute)
      const id = factId(this.time, index, suffix)
      return heads.length > 0
        ? ([id, name, attribute, value, heads] as const)
        : ([id, name, attribute, value] as const)
    })
    this.fold.add({ client, clock: 0, elements: [{ user, device, app: 'test' }, ...facts] })
    const length = facts.length + 1
    const times = [length, this.time]
    this.fold.receive({
      client,
      clock: 0,
      length,
      author: user,
      device,
      as: 'assigned',
      times,
      verdict,
      mac: '',
    })
  }
}

const held: Entry = { entity: lesson, attribute: 'lesson.held', value: true }

describe('a journal', () => {
  it('reads its lessons by date and bell, where they stand now, with their works', () => {
    const { fold, write } = bound(new Writing())
    const other = lessonKey('2025-09-01', 10)
    const work = (id: string) => entity.work(key, id)
    write(first, [
      { ...held, entity: entity.lesson(other) },
      held,
      { entity: lesson, attribute: 'lesson.topic', value: 'Дроби' },
      { entity: lesson, attribute: 'lesson.ref', value: 'L-1' },
      { entity: work('w2'), attribute: 'work', value: { kind: 'тест', weight: 2 } },
      { entity: work('w1'), attribute: 'work', value: { retakeOf: 'w2' } },
      { entity: work('w3'), attribute: 'work', value: {} },
    ])
    write(first, [{ entity: work('w3'), attribute: 'work', value: null }])
    const view = readJournal(fold)
    // As numbers: bell 2 goes before bell 10.
    expect(view.lessons.map(({ key: own }) => own)).toEqual([key, other])
    expect(view.lessons[0]).toMatchObject({
      held: true,
      roll: false,
      topic: 'Дроби',
      homework: undefined,
      ref: 'L-1',
      works: [
        { id: 'w1', retakeOf: 'w2' },
        { id: 'w2', kind: 'тест', weight: 2 },
      ],
    })
    write(first, [{ entity: lesson, attribute: 'lesson.moved', value: { date: '2025-09-03', bell: 1 } }])
    expect(readJournal(fold).lessons.map(({ date, bell }) => [date, bell])).toEqual([
      ['2025-09-01', 10],
      ['2025-09-03', 1],
    ])
  })

  it('reads marks, presence, reasons and period marks, and not what was taken back', () => {
    const { fold, write } = bound(new Writing())
    write(first, [
      { entity: entity.mark(key, '', 'p1'), attribute: 'mark', value: '5' },
      { entity: entity.mark(key, '', 'p1'), attribute: 'mark.comment', value: 'у доски' },
      { entity: entity.mark(key, 'w', 'p1'), attribute: 'mark', value: '4' },
      { entity: entity.mark(key, '', 'p2'), attribute: 'mark', value: '3' },
      { entity: entity.cell(key, 'p1'), attribute: 'presence', value: { late: 5 } },
      { entity: entity.cell(key, 'p2'), attribute: 'presence', value: 'absent' },
      { entity: entity.cell(key, 'p2'), attribute: 'reason', value: 'Б' },
      { entity: entity.cell(key, 'p3'), attribute: 'presence', value: 'absent' },
      { entity: entity.periodMark('2025-26/1', 'p1'), attribute: 'periodmark', value: 'зач' },
      { entity: entity.plan(2), attribute: 'plan', value: { number: 2, hours: 1, topic: 'Б' } },
      { entity: entity.plan(10), attribute: 'plan', value: { number: 10, hours: 1, topic: 'В' } },
      { entity: entity.plan(1), attribute: 'plan', value: { number: 1, hours: 1, topic: 'А' } },
    ])
    write(first, [
      { entity: entity.mark(key, '', 'p2'), attribute: 'mark', value: null },
      { entity: entity.cell(key, 'p3'), attribute: 'presence', value: null },
    ])
    const view = readJournal(fold)
    expect(view.marks).toEqual([
      { lesson: key, work: '', pupil: 'p1', mark: '5', comment: 'у доски' },
      { lesson: key, work: 'w', pupil: 'p1', mark: '4', comment: undefined },
    ])
    expect(view.presence).toEqual([
      { lesson: key, pupil: 'p1', presence: { late: 5 }, reason: undefined },
      { lesson: key, pupil: 'p2', presence: 'absent', reason: 'Б' },
    ])
    expect(view.periodMarks).toEqual([{ period: '2025-26/1', pupil: 'p1', mark: 'зач' }])
    expect(view.plan.map(({ number }) => number)).toEqual([1, 2, 10])
    // A mark alone makes a lesson that nobody opened: not held.
    expect(view.lessons).toMatchObject([{ key, held: false }])
  })

  it('has no lesson of which everything was voided or taken back', () => {
    const { fold, write } = bound(new Writing())
    write(first, [held, { entity: entity.mark(key, '', 'p1'), attribute: 'mark', value: '5' }], 'void')
    expect(readJournal(fold).lessons).toEqual([])
    write(first, [held])
    expect(readJournal(fold).lessons).toHaveLength(1)
    write(first, [{ ...held, value: null }])
    expect(readJournal(fold).lessons).toEqual([])
  })

  it('names the cells of which people say different things', () => {
    const { fold, write } = bound(new Writing())
    const cell = entity.cell(key, 'p1')
    write(first, [held, { entity: cell, attribute: 'presence', value: 'present' }])
    write(second, [held, { entity: cell, attribute: 'presence', value: 'absent' }], 'ok', true)
    expect(readJournal(fold).unsettled).toEqual([{ entity: cell, attribute: 'presence' }])
    expect(readJournal(fold).presence[0]!.presence).toBe('absent')
    write(second, [{ entity: cell, attribute: 'presence', value: 'present' }])
    expect(readJournal(fold).unsettled).toEqual([])
  })

  it('reads a lesson that nobody opened yet', () => {
    expect(readLesson(new Fold(), key)).toMatchObject({ date: '2025-09-01', bell: 2, held: false, works: [] })
  })
})

function bound(writing: Writing) {
  return { fold: writing.fold, write: writing.write.bind(writing) }
}
