import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entity, lessonKey, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import type { Fact } from '../../../src/domain/ledger/fact.ts'
import { type AnyRelay, startAnyRelay } from './any-relay.ts'
import {
  assign,
  day,
  imported,
  lesson,
  lock,
  mark,
  type Person,
  people,
  physicsJournal,
  russian,
  russianJournal,
  seedSchool,
  substitute,
  today,
  tuesday,
} from './school.ts'
import { TestDevice } from './test-device.ts'
import { TestWriter } from './writing.ts'

let relay: AnyRelay
const now = () => relay.clock.now
const connect = (person: Person, incarnation = '') =>
  TestDevice.connect(relay.url, relay.token(person), undefined, incarnation)

beforeEach(async () => {
  relay = await startAnyRelay()
  await seedSchool(relay.relay)
})
afterEach(() => relay.stop())

describe('accept', () => {
  test('a mark gets its receipt and reaches every reader; the sender is not sent it back', async () => {
    const vera = await (await connect(people.vera)).opened(russianJournal)
    const galina = await (await connect(people.galina)).opened(russianJournal)
    const writer = new TestWriter(people.vera, now)
    vera.update(writer.write(mark('p1', '5')))
    await vera.receipted(writer.client, 2)
    await galina.receipted(writer.client, 2)
    expect(vera.entries).toEqual([
      {
        elements: null,
        receipt: {
          client: writer.client,
          clock: 0,
          length: 2,
          author: 'vera1',
          device: 'dev1',
          as: 'assigned',
          times: [2, tuesday],
          verdict: 'ok',
          mac: expect.stringMatching(/^[-\w]{22}$/),
        },
      },
    ])
    expect(galina.fold.value(entity.mark(lesson, '', 'p1'), 'mark')).toBe('5')
    expect((await relay.relay.foldOf(russianJournal)).value(entity.mark(lesson, '', 'p1'), 'mark')).toBe('5')
    expect(await relay.relay.verify()).toMatchObject({ ok: true })
  })

  test('the same row again stores nothing new', async () => {
    const vera = await (await connect(people.vera)).opened(russianJournal)
    const writer = new TestWriter(people.vera, now)
    const update = writer.write(mark('p1', '5'))
    vera.update(update)
    vera.update(update)
    vera.update(writer.write(mark('p2', '4')))
    await vera.receipted(writer.client, 3)
    expect(vera.seq).toBe(2)
    expect([...vera.times.values()]).toEqual([1, 1, 1])
  })

  test('an id minted ahead by a wrong clock is accepted', async () => {
    const vera = await (await connect(people.vera)).opened(russianJournal)
    const writer = new TestWriter(people.vera, () => tuesday + 40 * day)
    vera.update(writer.write(mark('p1', '5')))
    await vera.receipted(writer.client, 2)
    expect(vera.receipts(writer.client)[0]).toMatchObject({ verdict: 'ok', times: [2, tuesday] })
  })

  test('facts of a lost session are offered again by a new one and fold once', async () => {
    const device = await connect(people.vera)
    const vera = await device.opened(russianJournal)
    const lost = new TestWriter(people.vera, now)
    vera.update(lost.write(mark('p1', '5')))
    await vera.receipted(lost.client, 2)
    const fresh = new TestWriter(people.veraHome, now)
    fresh.reoffer(lost.elements[1] as Fact)
    const home = await (await connect(people.veraHome)).opened(russianJournal)
    home.update(fresh.update())
    await home.receipted(fresh.client, 2)
    expect(home.fold.history(entity.mark(lesson, '', 'p1'), 'mark')).toHaveLength(1)
  })
})

describe('resync', () => {
  test('a clock gap stores nothing and closes nothing; the rest is then taken', async () => {
    const vera = await (await connect(people.vera)).opened(russianJournal)
    const writer = new TestWriter(people.vera, now)
    for (const pupil of ['p1', 'p2', 'p3']) writer.add(mark(pupil, '5'))
    vera.update(writer.update(2))
    expect(await vera.first('resync')).toEqual({ kind: 'resync', have: [[writer.client, 0]] })
    expect(await relay.relay.documents('journal/')).toEqual([])
    vera.update(writer.update(0))
    await vera.receipted(writer.client, 4)
  })

  test('rows not yet on disk count: what follows them in the same moment is no gap', async () => {
    const vera = await (await connect(people.vera)).opened(russianJournal)
    const writer = new TestWriter(people.vera, now)
    for (let i = 0; i < 50; i++) vera.update(writer.write(mark(`p${i}`, '5')))
    await vera.receipted(writer.client, 51)
    expect(vera.frames.some(({ kind }) => kind === 'resync')).toBe(false)
  })
})

describe('void', () => {
  test('a lesson of a locked period is kept but does not count; later facts of the tablet are unaffected', async () => {
    const vera = await (await connect(people.vera)).opened(russianJournal)
    await relay.relay.record(schoolDocument, [imported([lock('2026-q1')])])
    const writer = new TestWriter(people.vera, now)
    writer.add(mark('p1', '4', lessonKey('2026-10-20', 2)))
    writer.add(mark('p1', '5'))
    vera.update(writer.update())
    await vera.receipted(writer.client, 3)
    const receipts = vera.receipts(writer.client)
    expect(
      receipts.map(({ clock, length, verdict, reason }) => ({ clock, length, verdict, reason })),
    ).toEqual([
      { clock: 0, length: 1, verdict: 'ok', reason: undefined },
      { clock: 1, length: 1, verdict: 'void', reason: 'periodLocked' },
      { clock: 2, length: 1, verdict: 'ok', reason: undefined },
    ])
    vera.update(writer.write(mark('p2', '5')))
    await vera.receipted(writer.client, 4)
    const fold = await relay.relay.foldOf(russianJournal)
    expect(fold.voided(people.vera.user).map(({ id }) => id)).toEqual([writer.ids()[0]])
    expect(fold.value(entity.mark(lesson, '', 'p2'), 'mark')).toBe('5')
  })

  test('a substitute who taught on Friday is accepted on Monday, and after 14 days not any more', async () => {
    const friday = '2026-11-20'
    const taught = lessonKey(friday, 3)
    await relay.relay.record(schoolDocument, [imported([substitute(russian, friday, 3, 'semyon')])])
    relay.clock.now = Date.UTC(2026, 10, 23, 5)
    const tablet = await connect(people.semyon)
    const monday = await tablet.opened(russianJournal)
    const writer = new TestWriter(people.semyon, () => Date.UTC(2026, 10, 20, 5))
    monday.update(writer.write(mark('p1', '5', taught)))
    await monday.receipted(writer.client, 2)
    expect(monday.receipts(writer.client)[0]).toMatchObject({ verdict: 'ok', as: 'substitute' })

    relay.clock.now = Date.UTC(2026, 11, 5, 5)
    // He may not read any more, but what waits on his tablet may still be delivered.
    const late = await (await connect(people.semyon, tablet.incarnation)).opened(
      russianJournal,
      monday.cursor(),
    )
    late.update(writer.write(mark('p2', '5', taught)))
    await late.first('rows')
    expect(late.receipts(writer.client)).toMatchObject([
      { clock: 2, verdict: 'void', reason: 'substitutionEnded' },
    ])
    expect({ seq: late.seq, chain: late.chain }).toEqual({ seq: monday.seq, chain: monday.chain })
  })

  test('an assignment that ended: in time by the lesson, by the grace, and not', async () => {
    await relay.relay.record(schoolDocument, [imported([assign(russian, 'pavel', { to: '2026-11-12' })])])
    const tablet = await connect(people.pavel)
    const pavel = await tablet.opened(russianJournal)
    const writer = new TestWriter(people.pavel, now)
    writer.add(mark('p1', '5', lessonKey('2026-11-11', 2)))
    writer.add(mark('p1', '5', lessonKey('2026-11-12', 2)))
    pavel.update(writer.update())
    await pavel.receipted(writer.client, 3)
    expect(pavel.receipts(writer.client)).toMatchObject([
      { clock: 0, length: 2, verdict: 'ok' },
      { clock: 2, verdict: 'void', reason: 'notAssignedThen' },
    ])
    relay.clock.now += 10 * day
    const later = await (await connect(people.pavel, tablet.incarnation)).opened(
      russianJournal,
      pavel.cursor(),
    )
    later.update(writer.write(mark('p2', '5', lessonKey('2026-11-11', 2))))
    await later.first('rows')
    expect(later.receipts(writer.client)).toMatchObject([{ verdict: 'void', reason: 'assignmentEnded' }])
  })

  test('a move by the assigned teacher is known when the next fact is judged, and after a restart', async () => {
    const moved = lessonKey('2026-11-20', 5)
    await relay.relay.record(schoolDocument, [imported([substitute(russian, today, 6, 'semyon')])])
    await relay.relay.record(russianJournal, [
      imported([
        { entity: entity.lesson(moved), attribute: 'lesson.moved', value: { date: today, bell: 6 } },
      ]),
    ])
    relay = await relay.again()
    const semyon = await (await connect(people.semyon)).opened(russianJournal)
    const writer = new TestWriter(people.semyon, now)
    writer.add(mark('p1', '5', moved))
    writer.add(mark('p1', '5', lesson))
    semyon.update(writer.update())
    await semyon.receipted(writer.client, 3)
    expect(semyon.receipts(writer.client)).toMatchObject([
      { clock: 0, length: 2, verdict: 'ok' },
      { clock: 2, length: 1, verdict: 'void', reason: 'notAssignedThen' },
    ])
  })

  test('a substitution withdrawn while the tablet was offline voids, it does not refuse', async () => {
    await relay.relay.record(schoolDocument, [imported([substitute(russian, today, 2, 'semyon')])])
    relay.clock.now += 2 * day
    await relay.relay.record(schoolDocument, [imported([substitute(russian, today, 2, 'pavel')])])
    const semyon = await (await connect(people.semyon)).opened(russianJournal)
    const writer = new TestWriter(people.semyon, () => tuesday)
    semyon.update(writer.write(mark('p1', '5')))
    await semyon.first('rows')
    expect(semyon.receipts(writer.client)).toMatchObject([{ verdict: 'ok', as: 'substitute', length: 2 }])
    expect(await (await connect(people.semyon)).open(physicsJournal).first('denied')).toMatchObject({
      code: 'noRight',
    })
  })
})
