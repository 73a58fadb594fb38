import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readJournal } from '../../src/domain/journal/journal-view.ts'
import { journalDocument, journalName, schoolDocument } from '../../src/domain/ledger/documents.ts'
import { Fold } from '../../src/domain/ledger/fold.ts'
import { paperJournal } from '../../src/domain/paper/paper-journal.ts'
import { paperParts } from '../../src/domain/paper/paper-parts.ts'
import { reportPeriod } from '../../src/domain/reports/report-period.ts'
import type { ReportSource } from '../../src/domain/reports/report-source.ts'
import { readClass } from '../../src/domain/school/class-view.ts'
import { readSchool } from '../../src/domain/school/school-view.ts'
import { paperRevision } from '../../src/print/paper-revision.ts'
import { sampleFolder } from '../exchange/sample.ts'
import { SchoolLedger } from '../exchange/school-ledger.ts'

const math = { class: '2025-7a', subject: 'math' }
const period = '2025-26/1'

function sampleLedger(): SchoolLedger {
  const ledger = new SchoolLedger()
  ledger.import(sampleFolder())
  return ledger
}

function revisionOf(source: ReportSource): Promise<string> {
  const schoolClass = source.school.classes.get('2025-7a')!
  return paperRevision(paperParts(paperJournal(source, schoolClass, reportPeriod(source.school, period)!)))
}

/** The same facts and receipts, arriving in another order, each by itself. */
function reordered(fold: Fold, random: () => number): Fold {
  const copy = new Fold()
  const fates = [...fold.fates()].map((fate) => ({ fate, place: random() })).sort((a, b) => a.place - b.place)
  fates.forEach(({ fate: { id, entity, attribute, value, supersedes, receipt } }, clock) => {
    const row = { client: 1, clock, elements: [[id, entity, attribute, value, supersedes] as const] }
    copy.add(row)
    const { author, device, as, receivedAt, verdict } = receipt!
    copy.receive({
      client: 1,
      clock,
      length: 1,
      author,
      device,
      as,
      times: [1, receivedAt],
      verdict,
      mac: '',
    })
  })
  return copy
}

it('is short, and the same whatever the order in which facts came', async () => {
  const ledger = sampleLedger()
  const revision = await revisionOf(ledger.source())
  expect(revision).toMatch(/^[0-9a-f]{4}-[0-9a-f]{4}$/)
  const { school, classes, journals } = ledger.ledgerFolds()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      let state = seed
      const random = () => {
        state = (state * 48_271) % 2_147_483_647
        return state
      }
      const shuffled = <T>(folds: ReadonlyMap<string, Fold>, read: (fold: Fold) => T) =>
        new Map(
          [...folds]
            .map((entry) => ({ entry, place: random() }))
            .sort((a, b) => a.place - b.place)
            .map(({ entry: [id, fold] }) => [id, read(reordered(fold, random))]),
        )
      const source = {
        school: readSchool(reordered(school, random)),
        classes: shuffled(classes, readClass),
        journals: shuffled(journals, readJournal),
      }
      expect(await revisionOf(source)).toBe(revision)
    }),
    { numRuns: 5 },
  )
})

it('changes with what the copy shows, and with nothing else', async () => {
  const ledger = sampleLedger()
  const before = await revisionOf(ledger.source())
  const { lessons } = ledger.source().journals.get(journalName(math))!
  const lesson = lessons.find(({ held, date }) => held && date < '2025-10-25')!
  const document = journalDocument(math)
  ledger.append(document, [
    { entity: `lesson,${lesson.key}`, attribute: 'lesson.note', value: 'мой конспект' },
  ])
  ledger.append(schoolDocument, [{ entity: 'lock,2025-26/1', attribute: 'lock', value: { period } }])
  expect(await revisionOf(ledger.source())).toBe(before)
  ledger.append(document, [{ entity: `lesson,${lesson.key}`, attribute: 'lesson.topic', value: 'Другая' }])
  const other = await revisionOf(ledger.source())
  expect(other).not.toBe(before)
  ledger.append(document, [
    { entity: `lesson,${lesson.key}`, attribute: 'lesson.topic', value: lesson.topic ?? null },
  ])
  expect(await revisionOf(ledger.source())).toBe(before)
})
