import type { AttributeName, ValueOf } from './attributes.ts'
import { type CellState, type Head, type KnownFact, settle } from './cell.ts'
import { type Fact, type Header, isErased, isFact, type Json } from './fact.ts'
import { type ClientId, type FactId, factWriter, type UserId } from './ids.ts'
import { type ElementReceipt, elementReceipts, type Receipt, type Row } from './receipt.ts'

interface Carried {
  headers: Map<number, Header>
  facts: Map<number, FactId>
  receipts: Map<number, ElementReceipt>
}

/** A fact with its fate: waiting for the relay, kept, or kept but not counted. */
export interface Fate {
  id: FactId
  entity: string
  attribute: string
  value: Json
  supersedes: readonly FactId[]
  receipt: ElementReceipt | undefined
  /** No receipt yet: it waits on this device. */
  waiting: boolean
}

/**
 * The fold of a document: a pure function of the set of rows and receipts given to it, whatever the order and
 * however often (ledger.md, 3). It is incremental: a row touches only the cells its facts name.
 */
export class Fold {
  private readonly writers = new Map<ClientId, Carried>()
  private readonly facts = new Map<FactId, KnownFact>()
  private readonly cells = new Map<string, Map<string, KnownFact[]>>()
  private readonly settled = new Map<KnownFact[], CellState>()
  private readonly kinds = new Map<string, Set<string>>()
  /** Cells whose different heads nobody settled yet. */
  private readonly open = new Set<KnownFact[]>()
  private readonly voids = new Set<KnownFact>()
  /** Entity touched by each change, in order; '' for a header. */
  private readonly touched: string[] = []

  /** Grows with every change: cheap to compare. */
  get version(): number {
    return this.touched.length
  }

  /** Entities that changed since the fold was at `version`; a screen redraws only those. */
  touchedSince(version: number): ReadonlySet<string> {
    return new Set(this.touched.slice(version))
  }

  /** Takes a run of elements; what is already known changes nothing. */
  add(row: Row): void {
    const writer = this.writer(row.client)
    row.elements.forEach((element, index) => {
      const clock = row.clock + index
      if (isErased(element) || writer.facts.has(clock) || writer.headers.has(clock)) return
      this.touched.push(isFact(element) ? element[1] : '')
      if (!isFact(element)) writer.headers.set(clock, element)
      else this.carry(writer, row.client, clock, element)
    })
  }

  /** Takes a receipt; of several for one element the earliest counts. */
  receive(receipt: Receipt): void {
    const writer = this.writer(receipt.client)
    elementReceipts(receipt).forEach((part, index) => {
      const clock = receipt.clock + index
      const known = writer.receipts.get(clock)
      if (known && !isEarlier(part, known)) return
      writer.receipts.set(clock, part)
      const id = writer.facts.get(clock)
      const fact = id === undefined ? undefined : this.facts.get(id)
      this.touched.push(fact?.entity ?? '')
      if (fact) this.touch(fact)
    })
  }

  /** The value shown for an attribute of an entity; undefined where nothing stands or it was retracted. */
  value<A extends AttributeName>(entity: string, attribute: A): ValueOf<A> | undefined {
    const shown = this.state(entity, attribute)?.shown
    return shown === undefined || shown.value === null ? undefined : (shown.value as ValueOf<A>)
  }

  /** The whole state of a cell: what is shown, the heads, whether they conflict; undefined where nothing stands. */
  state(entity: string, attribute: string): CellState | undefined {
    const facts = this.cells.get(entity)?.get(attribute)
    return facts && this.settledState(facts, attribute)
  }

  /** Ids to name in `supersedes` when writing this cell now. */
  heads(entity: string, attribute: string): FactId[] {
    return this.state(entity, attribute)?.heads.map((head) => head.id) ?? []
  }

  /** Entities whose name begins with `kind,` (or is `kind` itself), in no particular order. */
  entities(kind: string): Iterable<string> {
    return this.kinds.get(kind) ?? []
  }

  /** Names of the attributes ever asserted of an entity. */
  attributes(entity: string): Iterable<string> {
    return this.cells.get(entity)?.keys() ?? []
  }

  /** Every fact of a cell with its fate, oldest first by the device's clock. */
  history(entity: string, attribute: string): Fate[] {
    const facts = this.cells.get(entity)?.get(attribute) ?? []
    return facts.map((fact) => this.fate(fact)).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** Cells in conflict that wait for a person, with their heads. */
  *conflicts(): Iterable<{ entity: string; attribute: string; heads: readonly Head[] }> {
    for (const facts of this.open) {
      const { entity, attribute } = facts[0]!
      yield { entity, attribute, heads: this.settledState(facts, attribute).heads }
    }
  }

  /** Every fact known, with its fate. */
  *fates(): Iterable<Fate> {
    for (const fact of this.facts.values()) yield this.fate(fact)
  }

  /** The fact of this id, with its fate. */
  fact(id: FactId): Fate | undefined {
    const known = this.facts.get(id)
    return known && this.fate(known)
  }

  /** Header of a writer, once known. */
  header(client: ClientId): Header | undefined {
    return this.writers.get(client)?.headers.get(0)
  }

  /** Facts of this author that the relay kept but did not count, and that nobody replaced since, oldest first. */
  voided(author: UserId): Fate[] {
    const own = [...this.voids].filter((fact) => fact.receipt?.author === author)
    return own
      .map((fact) => this.fate(fact))
      .filter((fate) => !this.isReplaced(fate))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** What did not count is no head, so who writes the cell again later does not name it. */
  private isReplaced(voided: Fate): boolean {
    const author = voided.receipt?.author
    return this.history(voided.entity, voided.attribute).some(
      ({ id, supersedes, receipt }) =>
        receipt?.verdict !== 'void' &&
        (supersedes.includes(voided.id) ||
          (id > voided.id && (receipt?.author ?? factWriter(id).user) === author)),
    )
  }

  private writer(client: ClientId): Carried {
    let writer = this.writers.get(client)
    if (!writer) {
      writer = { headers: new Map(), facts: new Map(), receipts: new Map() }
      this.writers.set(client, writer)
    }
    return writer
  }

  private carry(writer: Carried, client: ClientId, clock: number, fact: Fact): void {
    const [id, entity, attribute, value, supersedes] = fact
    writer.facts.set(clock, id)
    const known = this.facts.get(id)
    if (known) {
      known.carriers.push({ client, clock })
      this.touch(known)
      return
    }
    const fresh: KnownFact = {
      id,
      entity,
      attribute,
      value,
      supersedes: supersedes ?? [],
      carriers: [{ client, clock }],
      receipt: undefined,
    }
    this.facts.set(id, fresh)
    let cells = this.cells.get(entity)
    if (!cells) {
      cells = new Map()
      this.cells.set(entity, cells)
      const kind = entity.split(',', 1)[0]!
      let names = this.kinds.get(kind)
      if (!names) {
        names = new Set()
        this.kinds.set(kind, names)
      }
      names.add(entity)
    }
    const cell = cells.get(attribute)
    if (cell) cell.push(fresh)
    else cells.set(attribute, [fresh])
    this.touch(fresh)
  }

  /** Recomputes what hangs on a fact: its receipt (the earliest of its carriers') and its cell. */
  private touch(fact: KnownFact): void {
    let earliest: ElementReceipt | undefined
    for (const { client, clock } of fact.carriers) {
      const receipt = this.writers.get(client)?.receipts.get(clock)
      if (receipt && (!earliest || isEarlier(receipt, earliest))) earliest = receipt
    }
    fact.receipt = earliest
    if (earliest?.verdict === 'void') this.voids.add(fact)
    else this.voids.delete(fact)
    const cell = this.cells.get(fact.entity)!.get(fact.attribute)!
    this.settled.delete(cell)
    if (cell.length > 1 && this.settledState(cell, fact.attribute).conflict) this.open.add(cell)
    else this.open.delete(cell)
  }

  private settledState(facts: KnownFact[], attribute: string): CellState {
    let state = this.settled.get(facts)
    if (!state) {
      state = settle(facts, attribute)
      this.settled.set(facts, state)
    }
    return state
  }

  private fate({ id, entity, attribute, value, supersedes, receipt }: KnownFact): Fate {
    return { id, entity, attribute, value, supersedes, receipt, waiting: receipt === undefined }
  }
}

/** Order of receipts of one element: time first, the rest only so that every replica picks the same. */
export function isEarlier(a: ElementReceipt, b: ElementReceipt): boolean {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt
  if (a.verdict !== b.verdict) return a.verdict === 'ok'
  return `${a.author}${a.device}${a.as}` < `${b.author}${b.device}${b.as}`
}

/** What views are read from: a fold, or what may be seen of one. */
export type FoldReader = Pick<Fold, 'value' | 'state' | 'entities' | 'attributes' | 'conflicts'>

export type { CellState, Head }
