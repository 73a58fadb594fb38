import { type DocumentId, entity, readDocumentId, schoolDocument } from '../../src/domain/ledger/documents.ts'
import { type Element, type Fact, isFact } from '../../src/domain/ledger/fact.ts'
import { Fold } from '../../src/domain/ledger/fold.ts'
import type { Reception } from '../../src/domain/policy/judge.ts'
import { type Policy, readPolicy } from '../../src/domain/policy/policy.ts'
import { belongs, isEntry, readClass } from '../../src/domain/school/class-view.ts'
import { schoolDate } from '../../src/domain/school/school-date.ts'
import type { Awaitable, News, PolicyRecord, RowStore, RowTransaction } from '../store/row-store.ts'
import type { UnsignedReceipt } from './mac.ts'
import { sliceReceipt } from './receipt-runs.ts'

/** Attributes of the school document that say who may read or write what. */
const rightsAttributes = new Set(['staff', 'class', 'assignment', 'substitution', 'account'])

/**
 * The only thing that the relay keeps in memory of any document: folds of the facts that rights are judged by: the
 * school document, movements of pupils, moved lessons.
 */
export class PolicyIndex {
  private folds = new Map<DocumentId, Fold>()
  private cached: { policy: Policy; today: string } | undefined
  private timezone: string | undefined
  /** Whether the running transaction changed anything here. */
  private touched = false
  /** Grows when anybody's rights may have changed. */
  version = 0

  constructor(
    private readonly store: RowStore,
    private readonly now: () => number,
    records: Iterable<PolicyRecord>,
  ) {
    this.read(records)
  }

  /** Forgets what a transaction appended that was rolled back; a promise only where the database is not in this process. */
  rolledBack(): Awaitable<void> {
    if (!this.touched) return
    const records = this.store.policyRecords()
    if (!(records instanceof Promise)) return this.read(records)
    return records.then((found) => this.read(found))
  }

  /** Takes what other relays on the same database committed. */
  take({ all, records }: News['policy']): void {
    if (all) this.folds = new Map()
    if (all || records.length > 0) this.add(records)
  }

  /** Folds a document anew in the transaction that erased facts of it, which reads it whole. */
  erased(rows: RowTransaction, document: DocumentId): void {
    const relevant = relevance(document)
    if (!relevant) return
    this.touched = true
    const { seq } = rows.head(document)
    const entries = rows.entries(document, 0, seq)
    const fold = new Fold()
    const known = new Set<string>()
    for (const { receipt, elements } of entries)
      elements?.forEach((element, index) => {
        if (!isFact(element) || !relevant(element)) return
        const { client } = receipt
        const clock = receipt.clock + index
        known.add(`${client},${clock}`)
        fold.add({ client, clock, elements: [element] })
      })
    for (const { receipt } of entries)
      for (let index = 0; index < receipt.length; index++)
        if (known.has(`${receipt.client},${receipt.clock + index}`))
          fold.receive({ ...sliceReceipt(receipt, index, index + 1), mac: '' })
    this.folds.set(document, fold)
    this.changed()
  }

  committed(): void {
    this.touched = false
  }

  /** Begins anew with all records of the store. */
  private read(records: Iterable<PolicyRecord>): void {
    this.touched = false
    this.folds = new Map()
    this.add(records)
  }

  private add(records: Iterable<PolicyRecord>): void {
    for (const { document, receipt, fact } of records) {
      const fold = this.fold(document)
      if (fact) fold.add({ client: receipt.client, clock: receipt.clock, elements: [fact] })
      fold.receive(receipt)
    }
    this.changed()
  }

  /** Takes an entry in the transaction that appends it: what is about rights is folded and stored for the next start. */
  append(
    rows: RowTransaction,
    document: DocumentId,
    seq: number,
    receipt: UnsignedReceipt & { mac: string },
    elements: readonly Element[],
    carries: boolean,
  ): void {
    const relevant = relevance(document)
    if (!relevant) return
    elements.forEach((element, index) => {
      if (!isFact(element) || !relevant(element)) return
      // The signature covers the whole run; a part of it is only read here.
      const record: Omit<PolicyRecord, 'document'> = {
        receipt: { ...sliceReceipt(receipt, index, index + 1), mac: '' },
        fact: carries ? element : null,
      }
      this.touched = true
      rows.addPolicyRecord(document, seq, record)
      const fold = this.fold(document)
      if (carries) fold.add({ client: receipt.client, clock: receipt.clock + index, elements: [element] })
      fold.receive(record.receipt)
      if (document === schoolDocument || element[2] === 'movement') this.changed(element[2])
    })
  }

  /** Rights as they stand today. */
  policy(): Policy {
    const today = this.today()
    if (this.cached?.today !== today) {
      const policy = readPolicy(this.fold(schoolDocument), ...this.classesOfPupils(today))
      this.cached = { policy, today }
    }
    return this.cached!.policy
  }

  /** The school's date now. */
  today(): string {
    this.timezone ??= this.fold(schoolDocument).value('school', 'school')?.timezone
    return schoolDate(this.now(), this.timezone)
  }

  /** Where moved lessons of a journal stand. */
  movedTo(document: DocumentId): Reception['movedTo'] {
    const fold = this.folds.get(document)
    return (lesson) => fold?.value(entity.lesson(lesson), 'lesson.moved')
  }

  private changed(attribute?: string): void {
    this.cached = undefined
    if (attribute === undefined || attribute === 'school') this.timezone = undefined
    if (attribute === undefined || attribute === 'movement' || rightsAttributes.has(attribute)) this.version++
  }

  private fold(document: DocumentId): Fold {
    let fold = this.folds.get(document)
    if (!fold) {
      fold = new Fold()
      this.folds.set(document, fold)
    }
    return fold
  }

  /** Classes of pupils now, and ever. Somebody enrolled from a later day on belongs already: papers come first. */
  private classesOfPupils(today: string): [Policy['classesOf'], Policy['everIn']] {
    const now = new Map<string, Set<string>>()
    const ever = new Map<string, Set<string>>()
    for (const [document, fold] of this.folds) {
      const name = readDocumentId(document)
      if (name?.kind !== 'class') continue
      const view = readClass(fold)
      const last = new Map(view.movements.map((movement) => [movement.pupil, movement]))
      for (const [pupil, movement] of last) {
        put(ever, pupil, name.class)
        if (isEntry(movement) || belongs(view, pupil, today)) put(now, pupil, name.class)
      }
    }
    const none: ReadonlySet<string> = new Set()
    return [(pupil) => now.get(pupil) ?? none, (pupil) => ever.get(pupil) ?? none]
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}

/** Which facts of a document policy is read from; null where none is. */
function relevance(document: DocumentId): ((fact: Fact) => boolean) | null {
  const kind = readDocumentId(document)?.kind
  if (kind === 'school') return () => true
  if (kind === 'class') return ([, , attribute]) => attribute === 'movement'
  if (kind === 'journal') return ([, , attribute]) => attribute === 'lesson.moved'
  return null
}
