import { type JournalView, readJournal } from '../../src/domain/journal/journal-view.ts'
import { HybridClock } from '../../src/domain/ledger/clock.ts'
import { type DocumentId, journalName, readDocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, type Entry, type Fact, parseFact } from '../../src/domain/ledger/fact.ts'
import { Fold } from '../../src/domain/ledger/fold.ts'
import { importUser, serverDevice, type UserId } from '../../src/domain/ledger/ids.ts'
import type { ReportSource } from '../../src/domain/reports/report-source.ts'
import { type ClassView, readClass } from '../../src/domain/school/class-view.ts'
import { readSchool } from '../../src/domain/school/school-view.ts'
import { assertionsOf } from '../../src/exchange/assertions.ts'
import { type Exported, exportTables, type LedgerFolds } from '../../src/exchange/export-tables.ts'
import type { Fault } from '../../src/exchange/fault.ts'
import { planImport } from '../../src/exchange/import-plan.ts'
import { readFolder } from '../../src/exchange/read-folder.ts'

/** A school's documents in memory; every append has a receipt, as after the relay. */
export class SchoolLedger {
  private readonly folds = new Map<DocumentId, Fold>()
  private client = 0
  private now = Date.parse('2025-10-01T08:00:00Z')

  foldOf = (document: DocumentId): Fold => {
    const fold = this.folds.get(document) ?? new Fold()
    this.folds.set(document, fold)
    return fold
  }

  /**
   * Appends entries as one writer, after everything before. `blind`: the writer saw nothing of what stands; `void`:
   * the relay keeps them without counting them.
   */
  append(
    document: DocumentId,
    entries: readonly Entry[],
    author: UserId = importUser,
    how?: 'blind' | 'void',
  ): void {
    this.now += 60_000
    const client = ++this.client
    const writer = { user: author, device: serverDevice, client }
    const clock = new HybridClock(() => this.now, writer)
    const fold = this.foldOf(document)
    const facts = entries.map(({ entity, attribute, value }): Fact => {
      const heads = how === 'blind' ? [] : fold.heads(entity, attribute)
      const fact: Fact =
        heads.length > 0
          ? [clock.next(), entity, attribute, value, heads]
          : [clock.next(), entity, attribute, value]
      const parsed = parseFact(fact, readDocumentId(document)!.kind)
      if (!parsed.ok) throw new Error(`${document} ${entity} ${attribute}: ${parsed.why}`)
      return fact
    })
    const elements: Element[] = [{ user: author, device: serverDevice, app: 'test' }, ...facts]
    fold.add({ client, clock: 0, elements })
    fold.receive({
      client,
      clock: 0,
      length: elements.length,
      author,
      device: serverDevice,
      as: author === importUser ? 'import' : 'assigned',
      times: [elements.length, this.now],
      verdict: how === 'void' ? 'void' : 'ok',
      mac: '',
    })
  }

  /** Imports a folder as the command line does; returns the number of entries written, or the faults. */
  import(files: ReadonlyMap<string, string | Uint8Array>): number | Fault[] {
    const known = this.export()
    const reading = readFolder(files, known)
    if (!reading.ok) return reading.faults
    let written = 0
    for (const [document, entries] of planImport(assertionsOf(reading.tables, known), this.foldOf)) {
      this.append(document, entries)
      written += entries.length
    }
    return written
  }

  export(): Exported {
    return exportTables(this.ledgerFolds())
  }

  ledgerFolds(): LedgerFolds {
    const ledger = {
      school: this.foldOf('school' as DocumentId),
      classes: new Map<string, Fold>(),
      families: new Map<string, Fold>(),
      journals: new Map<string, Fold>(),
    }
    for (const [document, fold] of this.folds) {
      const name = readDocumentId(document)
      if (name?.kind === 'class') ledger.classes.set(name.class, fold)
      if (name?.kind === 'family') ledger.families.set(name.pupil, fold)
      if (name?.kind === 'journal') ledger.journals.set(journalName(name), fold)
    }
    return ledger
  }

  source(): ReportSource {
    const { school, classes, journals } = this.ledgerFolds()
    return {
      school: readSchool(school),
      classes: new Map<string, ClassView>([...classes].map(([id, fold]) => [id, readClass(fold)])),
      journals: new Map<string, JournalView>([...journals].map(([id, fold]) => [id, readJournal(fold)])),
    }
  }
}
