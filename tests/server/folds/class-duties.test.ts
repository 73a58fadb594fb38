import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandLog } from '../../../server/command-line/log.ts'
import { type OpenSchool, openSchool } from '../../../server/command-line/open-school.ts'
import { classDuties } from '../../../server/folds/class-duties.ts'
import { ClassFolds } from '../../../server/folds/class-folds.ts'
import { readJournal } from '../../../src/domain/journal/journal-view.ts'
import {
  classDocument,
  entity,
  journalDocument,
  journalName,
  schoolDocument,
} from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { readClass } from '../../../src/domain/school/class-view.ts'
import { makeReport } from '../../../src/print/made-report.ts'
import { readReportPlace } from '../../../src/print/report-place.ts'
import { revisionOf } from '../../../src/print/revision.ts'
import { type PackedClass, unpackClass } from '../../../src/sync/duties-answer.ts'
import { imported, schoolEntries } from '../http/school-server.ts'

const startedAt = 1_000_000
const math = { class: '7a', subject: 'math' }
const oneClass = (id: string, letter: string): Entry => ({
  entity: entity.class(id),
  attribute: 'class',
  value: { id, year: 'y', grade: 7, letter, classTeacher: 't1' },
})
const entries: Entry[] = [
  ...schoolEntries,
  {
    entity: entity.year('y'),
    attribute: 'year',
    value: { id: 'y', starts: '2025-09-01', ends: '2026-05-26' },
  },
  {
    entity: entity.period('y/1'),
    attribute: 'period',
    value: { id: 'y/1', year: 'y', kind: 'quarter', number: 1, starts: '2025-09-01', ends: '2025-10-24' },
  },
  oneClass('7a', 'А'),
  oneClass('7b', 'Б'),
  { entity: entity.assignment(math, 't1'), attribute: 'assignment', value: { ...math, teacher: 't1' } },
]
const pupil: Entry[] = [
  { entity: entity.pupil('p1'), attribute: 'pupil', value: { id: 'p1', last: 'Ю', first: 'Ю' } },
  {
    entity: entity.movement('p1', '2025-09-01', 'enrolled'),
    attribute: 'movement',
    value: { pupil: 'p1', kind: 'enrolled', date: '2025-09-01' },
  },
]
const mark = (value: string): Entry => ({
  entity: entity.periodMark('y/1', 'p1'),
  attribute: 'periodmark',
  value,
})

let folder: string
let school: OpenSchool
let duties: ClassFolds<PackedClass>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-duties-'))
  const opened = await openSchool(folder, commandLog)
  if (!opened) throw new Error('folder is taken')
  school = opened
  await school.relay.record(schoolDocument, [imported(entries)])
  await school.relay.record(classDocument('7a'), [imported(pupil)])
  await school.relay.record(journalDocument(math), [imported([mark('5')])])
  duties = new ClassFolds(school.relay, startedAt, classDuties)
})
afterEach(async () => {
  await duties.stop()
  await school.close()
  rmSync(folder, { recursive: true })
})

/** The digest of the results as the ledger has them, the way the class teacher's tablet hands it in. */
async function revisionNow(): Promise<string> {
  const { relay } = school
  const view = relay.policy().school
  const schoolClass = view.classes.get('7a')!
  const place = readReportPlace('results y/1', view, schoolClass)!
  const source = {
    school: view,
    classes: new Map([['7a', readClass(await relay.foldOf(classDocument('7a')))]]),
    journals: new Map([[journalName(math), readJournal(await relay.foldOf(journalDocument(math)))]]),
  }
  return revisionOf(makeReport(source, schoolClass, place.request, '2025-10-28').report)
}

async function news(since: number) {
  const answer = await duties.part(since)
  const results = answer.classes
    .map(unpackClass)
    .map(({ class: id, duties: list }) => [
      id,
      list.find(({ report, term }) => report === 'results' && term === 'y/1'),
    ])
  return { ...answer, results: Object.fromEntries(results) }
}

describe('the duties of class teachers as the office sees them', () => {
  it('are told of every class, then of the one in which something happened', async () => {
    const all = await news(0)
    expect(all).toMatchObject({
      full: true,
      results: { '7a': { state: 'overdue' }, '7b': { state: 'overdue' } },
    })
    expect(await news(all.version)).toMatchObject({ full: false, classes: [], version: all.version })

    const done = { date: '2025-10-28', revision: await revisionNow() }
    await school.relay.record(classDocument('7a'), [
      imported([{ entity: entity.duty('5.2.8/results', 'y/1'), attribute: 'duty.done', value: done }]),
    ])
    const handed = await news(all.version)
    expect(Object.keys(handed.results)).toEqual(['7a'])
    expect(handed.results['7a']).toMatchObject({ state: 'done', doneOn: '2025-10-28' })
    expect(handed.results['7a']).not.toHaveProperty('changed')
  })

  it('tell of a report that something in it changed after it was handed in, until it is handed in again', async () => {
    const handIn = async () =>
      school.relay.record(classDocument('7a'), [
        imported([
          {
            entity: entity.duty('5.2.8/results', 'y/1'),
            attribute: 'duty.done',
            value: { date: '2025-10-28', revision: await revisionNow() },
          },
        ]),
      ])
    await handIn()
    const before = await news(0)
    expect(before.results['7a']).not.toHaveProperty('changed')
    await school.relay.record(journalDocument(math), [imported([mark('4')])])
    const after = await news(before.version)
    expect(after.results['7a']).toMatchObject({ state: 'done', changed: true })
    await handIn()
    expect((await news(after.version)).results['7a']).not.toHaveProperty('changed')
  })
})
