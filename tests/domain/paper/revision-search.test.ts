import { describe, expect, it } from 'vitest'
import { readJournal } from '../../../src/domain/journal/journal-view.ts'
import { readRemarks } from '../../../src/domain/journal/remarks.ts'
import { HybridClock } from '../../../src/domain/ledger/clock.ts'
import {
  classDocument,
  type DocumentId,
  entity,
  journalDocument,
  journalName,
  lessonKey,
  readDocumentId,
  schoolDocument,
} from '../../../src/domain/ledger/documents.ts'
import type { Element, Entry, Fact } from '../../../src/domain/ledger/fact.ts'
import { Fold } from '../../../src/domain/ledger/fold.ts'
import type { DeviceId, UserId } from '../../../src/domain/ledger/ids.ts'
import type { Receipt } from '../../../src/domain/ledger/receipt.ts'
import { paperJournal } from '../../../src/domain/paper/paper-journal.ts'
import { type PaperPart, paperParts } from '../../../src/domain/paper/paper-parts.ts'
import { PaperTracker } from '../../../src/domain/paper/paper-tracker.ts'
import { findRevision } from '../../../src/domain/paper/revision-search.ts'
import { type Logged, timeline } from '../../../src/domain/paper/timeline.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { readClass } from '../../../src/domain/school/class-view.ts'
import { readSchool } from '../../../src/domain/school/school-view.ts'

const user = 'anna1' as UserId
const device = 'tab1' as DeviceId
const seven = classDocument('7a')
const math = journalDocument({ class: '7a', subject: 'math' })
const paper = { classId: '7a', periodId: '2025-26/1' }
const lesson = (date: string) => lessonKey(date, 2)

/** Logs of documents: each `write` is one row, received a second after the one before. */
class Logs {
  readonly logs = new Map<DocumentId, Logged[]>()
  now = 0
  private client = 0

  write(
    document: DocumentId,
    ...entries: [entity: string, attribute: Entry['attribute'], value: Entry['value']][]
  ): Logged {
    this.now += 1_000
    const client = ++this.client
    const clock = new HybridClock(() => this.now, { user, device, client })
    const fold = this.fold(document)
    const facts = entries.map(([name, attribute, value]): Fact => {
      const heads = fold.heads(name, attribute)
      return heads.length > 0
        ? [clock.next(), name, attribute, value, heads]
        : [clock.next(), name, attribute, value]
    })
    const elements: Element[] = [{ user, device, app: 'test' }, ...facts]
    const entry = { receipt: this.receipt(client, elements.length), elements }
    this.log(document).push(entry)
    return entry
  }

  log(document: DocumentId): Logged[] {
    const log = this.logs.get(document) ?? []
    this.logs.set(document, log)
    return log
  }

  mark(date: string, pupil: string, value: string | null): Logged {
    return this.write(math, [entity.mark(lesson(date), '', pupil), 'mark', value])
  }

  fold(document: DocumentId): Fold {
    const fold = new Fold()
    for (const { receipt, elements } of this.log(document)) {
      if (elements) fold.add({ client: receipt.client, clock: receipt.clock, elements })
      fold.receive(receipt)
    }
    return fold
  }

  /** The copy from the whole of the documents, as it is printed. */
  parts(): PaperPart[] {
    const school = readSchool(this.fold(schoolDocument))
    const journals = [...this.logs.keys()].flatMap((document) => {
      const name = readDocumentId(document)
      return name?.kind === 'journal' ? [[journalName(name), this.fold(document)] as const] : []
    })
    const source = {
      school,
      classes: new Map([['7a', readClass(this.fold(seven))]]),
      journals: new Map(journals.map(([name, fold]) => [name, readJournal(fold)])),
    }
    const remarks = new Map(journals.map(([name, fold]) => [name, readRemarks(fold)]))
    const period = reportPeriod(school, paper.periodId)!
    return paperParts(paperJournal(source, school.classes.get('7a')!, period, remarks))
  }

  private receipt(client: number, length: number): Receipt {
    const said = { author: user, device, as: 'assigned', verdict: 'ok', mac: '' } as const
    return { client, clock: 0, length, times: [length, this.now], ...said }
  }
}

/** A class of two with three lessons of one journal in the first quarter and one after it. */
function begun(): Logs {
  const logs = new Logs()
  logs.write(
    schoolDocument,
    ['school', 'school', { id: 's', name: 'Школа' }],
    [entity.year('2025-26'), 'year', { id: '2025-26', starts: '2025-09-01', ends: '2026-05-26' }],
    ...[
      { number: 1, starts: '2025-09-01', ends: '2025-10-24' },
      { number: 2, starts: '2025-11-05', ends: '2025-12-30' },
    ].map(({ number, starts, ends }): [string, 'period', Entry['value']] => [
      entity.period(`2025-26/${number}`),
      'period',
      { id: `2025-26/${number}`, year: '2025-26', kind: 'quarter', number, starts, ends },
    ]),
    [entity.class('7a'), 'class', { id: '7a', year: '2025-26', grade: 7, letter: 'А' }],
    [entity.subject('math'), 'subject', { id: 'math', name: 'Математика' }],
    [
      entity.assignment({ class: '7a', subject: 'math' }, 't1'),
      'assignment',
      { class: '7a', subject: 'math', teacher: 't1' },
    ],
  )
  for (const [id, last] of [
    ['p1', 'Лис'],
    ['p2', 'Ёж'],
  ] as const)
    logs.write(
      seven,
      [entity.pupil(id), 'pupil', { id, last, first: 'Ян' }],
      [
        entity.movement(id, '2025-09-01', 'enrolled'),
        'movement',
        { pupil: id, kind: 'enrolled', date: '2025-09-01' },
      ],
    )
  for (const date of ['2025-09-08', '2025-09-15', '2025-09-22', '2025-11-10'])
    logs.write(
      math,
      [entity.lesson(lesson(date)), 'lesson.held', true],
      [entity.lesson(lesson(date)), 'lesson.roll', true],
    )
  return logs
}

/** Of tests: a text that is equal when the copies are. */
const digest = async (parts: readonly PaperPart[]) =>
  JSON.stringify(parts.map(({ key, cells }) => [key, cells.map((cell) => [cell.key, cell.text])]))

describe('the parts while the documents grow', () => {
  it('are those of the whole after every row, whatever it is about', () => {
    const logs = begun()
    const steps: (() => unknown)[] = [
      () => logs.mark('2025-09-08', 'p1', '4'),
      () => logs.mark('2025-11-10', 'p1', '2'),
      () => logs.write(math, [entity.cell(lesson('2025-09-08'), 'p2'), 'presence', 'absent']),
      () =>
        logs.write(seven, [
          entity.span('p2', '2025-09-08', 'Б'),
          'span',
          { pupil: 'p2', from: '2025-09-08', to: '2025-09-09', code: 'Б' },
        ]),
      () => logs.write(math, [entity.cell(lesson('2025-09-08'), 'p2'), 'reason', 'У']),
      () =>
        logs.write(math, [
          entity.lesson(lesson('2025-11-10')),
          'lesson.moved',
          { date: '2025-10-20', bell: 1 },
        ]),
      () => logs.mark('2025-11-10', 'p1', '3'),
      () => logs.write(math, [entity.lesson(lesson('2025-11-10')), 'lesson.moved', null]),
      () => logs.write(math, [entity.lesson(lesson('2025-09-15')), 'lesson.topic', 'Дроби']),
      () => logs.write(math, [entity.work(lesson('2025-09-15'), 'w'), 'work', { kind: 'Тест' }]),
      () => logs.write(math, [entity.periodMark('2025-26/1', 'p1'), 'periodmark', '4']),
      () => logs.write(math, [entity.plan(1), 'plan', { number: 1, hours: 2, topic: 'Дроби' }]),
      () => logs.write(math, [entity.remark('r'), 'remark', { date: '2025-09-30', text: 'Нет тем' }]),
      () => logs.write(schoolDocument, [entity.account(user), 'account', { person: 't1' }]),
      () =>
        logs.write(schoolDocument, [
          entity.staff('t1'),
          'staff',
          { id: 't1', last: 'Вяткина', first: 'Анна', roles: ['teacher'] },
        ]),
      () => logs.write(schoolDocument, [entity.lock('2025-26/1'), 'lock', { period: '2025-26/1' }]),
      () =>
        logs.write(schoolDocument, [
          entity.class('8a'),
          'class',
          { id: '8a', year: '2025-26', grade: 8, letter: 'А' },
        ]),
      () =>
        logs.write(seven, [
          entity.movement('p1', '2025-10-01', 'left'),
          'movement',
          { pupil: 'p1', kind: 'left', date: '2025-10-01' },
        ]),
      () =>
        logs.write(schoolDocument, [
          entity.period('2025-26/1'),
          'period',
          {
            id: '2025-26/1',
            year: '2025-26',
            kind: 'quarter',
            number: 1,
            starts: '2025-09-01',
            ends: '2025-11-14',
          },
        ]),
      () =>
        logs.write(
          math,
          [entity.lesson(lesson('2025-09-22')), 'lesson.held', null],
          [entity.lesson(lesson('2025-09-22')), 'lesson.roll', null],
        ),
    ]
    const tracker = new PaperTracker(paper.classId, paper.periodId)
    let taken = 0
    const grow = () => {
      const runs = timeline(logs.logs)
      for (const run of runs.slice(taken)) tracker.take(run)
      taken = runs.length
      return tracker.parts()
    }
    expect(grow()).toEqual(logs.parts())
    for (const step of steps) {
      step()
      expect(grow()).toEqual(logs.parts())
    }
  })
})

describe('looking for a digest', () => {
  it('finds the last time that it stood, from when until when, though it had come and gone', async () => {
    const logs = begun()
    logs.mark('2025-09-08', 'p1', '4')
    const wanted = await digest(logs.parts())
    logs.mark('2025-09-08', 'p1', '5')
    logs.mark('2025-09-08', 'p1', '4')
    const back = logs.now
    logs.mark('2025-11-10', 'p2', '2')
    logs.mark('2025-09-15', 'p2', '3')
    const gone = logs.now
    for (let count = 0; count < 80; count++) logs.mark('2025-09-22', 'p1', count % 2 === 0 ? '2' : '5')
    const found = await findRevision(timeline(logs.logs), paper, wanted, digest)
    expect(found).toMatchObject({ at: back, until: gone })
    expect(await digest(found!.parts)).toBe(wanted)
  })

  it('says that it still stands, and that it never did', async () => {
    const logs = begun()
    logs.mark('2025-09-08', 'p1', '4')
    const { now } = logs
    logs.mark('2025-11-10', 'p1', '4')
    const runs = timeline(logs.logs)
    expect(await findRevision(runs, paper, await digest(logs.parts()), digest)).toMatchObject({
      at: now,
      until: undefined,
    })
    expect(await findRevision(runs, paper, 'none', digest)).toBeUndefined()
    expect(await findRevision([], paper, 'none', digest)).toBeUndefined()
  })
})

describe('the timeline', () => {
  it('puts what devices returned after a restore where it first came, by the earliest receipt', async () => {
    const logs = begun()
    const early = logs.mark('2025-09-08', 'p1', '4')
    const late = logs.mark('2025-09-08', 'p2', '3')
    const log = logs.log(math)
    const before = timeline(logs.logs)
    // Returned in another order; the author had sent one of them again meanwhile, and it was not counted then.
    log.splice(log.indexOf(early), 2)
    const { receipt } = early
    const times = [receipt.length, logs.now + 9_000]
    log.push({ ...early, receipt: { ...receipt, times, verdict: 'void', reason: 'periodLocked' } }, late, {
      receipt,
      elements: null,
    })
    expect(timeline(logs.logs)).toEqual(before)
  })
})
