import { randomInt } from 'node:crypto'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, type Fact, isFact } from '../../src/domain/ledger/fact.ts'
import type { ClientId, DeviceId, FactId, UserId } from '../../src/domain/ledger/ids.ts'
import { chainStart, nextChain, shortChain } from './row-hash.ts'
import type { LogEntry, LogHead, NewEntry, PolicyRecord, StoredWriter, Stretch } from './row-store.ts'

/** An entry of a log in memory; `carries` false: its elements stood already. */
export interface LoadedEntry {
  entry: LogEntry
  carries: boolean
}

/** What was read of a document for the works of a transaction. */
export interface Loaded {
  /** Undefined while the document has no line of its own. */
  number: number | undefined
  seq: number
  chain: Buffer
  /** Everything was read; else what stands at `stretches`, and the facts of `ids`. */
  whole: boolean
  stretches: Stretch[]
  ids: Set<FactId>
  writers: Map<ClientId, StoredWriter>
  /** In log order. */
  entries: LoadedEntry[]
  facts: Map<FactId, Fact>
  /** Lengths of rows beyond a writer's first missing clock, by client and clock. */
  beyond: Map<ClientId, Map<number, number>>
}

/** What a transaction has to store of a document. */
export interface Written {
  entries: (LoadedEntry & { chain: Buffer })[]
  bound: Set<ClientId>
  advanced: Set<ClientId>
  replaced: Map<number, readonly Element[]>
  forgotten: { seq: number; clock: number }[]
  policy: (Omit<PolicyRecord, 'document'> & { seq: number })[]
}

/** Those that carry elements by clock, then mere receipts as they come. */
export function carryingFirst(found: readonly LoadedEntry[]): LogEntry[] {
  const entries = (of: boolean) => found.filter(({ carries }) => carries === of).map(({ entry }) => entry)
  return [...entries(true).sort((a, b) => a.receipt.clock - b.receipt.clock), ...entries(false)]
}

export function nothingLoaded(): Loaded {
  return {
    number: undefined,
    seq: 0,
    chain: chainStart,
    whole: false,
    stretches: [],
    ids: new Set(),
    writers: new Map(),
    entries: [],
    facts: new Map(),
    beyond: new Map(),
  }
}

/**
 * One document of a transaction in memory: answers from what was loaded and what was written since, and keeps what is to
 * be stored. Throws on a question whose answer was not loaded: the work did not say that it would ask.
 */
export class LoadedDocument {
  readonly written: Written = {
    entries: [],
    bound: new Set(),
    advanced: new Set(),
    replaced: new Map(),
    forgotten: [],
    policy: [],
  }
  private readonly byClient = new Map<ClientId, LoadedEntry[]>()
  /** Clients of which it is known that no writer has them. */
  private readonly fresh = new Set<ClientId>()

  constructor(
    readonly name: DocumentId,
    readonly loaded: Loaded,
  ) {
    for (const loadedEntry of loaded.entries) this.keep(loadedEntry)
  }

  get isChanged(): boolean {
    const { entries, bound, policy } = this.written
    return entries.length > 0 || bound.size > 0 || policy.length > 0
  }

  head(): LogHead {
    return { seq: this.loaded.seq, chain: shortChain(this.loaded.chain) }
  }

  entries(after: number, limit: number): LogEntry[] {
    this.check(false, 'its entries')
    return this.loaded.entries.slice(after, after + limit).map(({ entry }) => entry)
  }

  writer(client: ClientId): StoredWriter | undefined {
    const { stretches, writers } = this.loaded
    const known = writers.get(client)
    if (!known && !this.fresh.has(client))
      this.check(
        stretches.some((it) => it.client === client),
        `writer ${client}`,
      )
    return known && { ...known }
  }

  /** That none of those not loaded has it either, the table's key sees to: then the transaction fails, and is done again. */
  freshClient(): ClientId {
    for (;;) {
      const client = randomInt(1, 2 ** 32)
      if (this.loaded.writers.has(client)) continue
      this.fresh.add(client)
      return client
    }
  }

  hasElements(client: ClientId, from: number, to: number): boolean {
    this.checkClocks(client, from, to)
    return this.around(client, from, to).some(({ carries }) => carries)
  }

  entriesOf(client: ClientId, from: number, to: number): LogEntry[] {
    this.checkClocks(client, from, to)
    const found = this.around(client, from, to)
    return carryingFirst(found)
  }

  fact(id: FactId): Fact | undefined {
    const known = this.loaded.facts.get(id)
    if (!known) this.check(this.loaded.ids.has(id), `fact ${id}`)
    return known
  }

  bind(client: ClientId, { user, device }: { user: UserId; device: DeviceId }): void {
    if (this.loaded.writers.has(client)) throw new Error(`writer ${client} of ${this.name} is bound already`)
    this.loaded.writers.set(client, { user, device, next: 0 })
    this.written.bound.add(client)
  }

  append(entry: NewEntry, carries: boolean): LogEntry {
    const { receipt, elements, hash } = entry
    const { client, clock, length } = receipt
    const { loaded } = this
    const writer = loaded.writers.get(client)
    if (!writer) throw new Error(`writer ${client} of ${this.name} is not bound`)
    const end = clock + length
    if (elements && elements.length !== length) throw new Error('a receipt is longer or shorter than its row')
    this.checkClocks(client, clock, end)
    if (carries && this.around(client, clock, end).some((it) => it.carries))
      throw new Error(`rows of writer ${client} of ${this.name} overlap`)
    const chain = nextChain(loaded.chain, receipt, carries, hash)
    const appended: LogEntry = {
      ...entry,
      seq: loaded.seq + 1,
      chain: shortChain(chain),
      previousChain: shortChain(loaded.chain),
    }
    loaded.seq++
    loaded.chain = chain
    const kept = { entry: appended, carries }
    this.keep(kept)
    if (loaded.whole) loaded.entries.push(kept)
    this.written.entries.push({ ...kept, chain })
    if (elements && carries) {
      for (const element of elements)
        if (isFact(element) && !loaded.facts.has(element[0])) loaded.facts.set(element[0], element)
      if (writer.next === clock) this.advance(client, writer, end)
    }
    return appended
  }

  replace(seq: number, elements: readonly Element[], clocks: readonly number[]): void {
    this.check(false, 'an entry')
    const { entry } = this.loaded.entries[seq - 1]!
    for (const element of entry.elements ?? []) if (isFact(element)) this.loaded.facts.delete(element[0])
    for (const element of elements) if (isFact(element)) this.loaded.facts.set(element[0], element)
    entry.elements = elements
    this.written.replaced.set(seq, elements)
    for (const clock of clocks) this.written.forgotten.push({ seq, clock })
  }

  addPolicyRecord(seq: number, record: Omit<PolicyRecord, 'document'>): void {
    this.written.policy.push({ seq, ...record })
  }

  private keep(kept: LoadedEntry): void {
    const { client } = kept.entry.receipt
    const list = this.byClient.get(client)
    if (list) list.push(kept)
    else this.byClient.set(client, [kept])
  }

  /** Entries about clocks of a writer, in log order. */
  private around(client: ClientId, from: number, to: number): LoadedEntry[] {
    return (this.byClient.get(client) ?? []).filter(
      ({
        entry: {
          receipt: { clock, length },
        },
      }) => clock < to && from < clock + length,
    )
  }

  /** Moves the first missing clock past what was just stored, and past what stood beyond the hole it filled. */
  private advance(client: ClientId, writer: StoredWriter, end: number): void {
    writer.next = end
    for (let length = this.lengthAt(client, end); length > 0; length = this.lengthAt(client, writer.next))
      writer.next += length
    this.written.advanced.add(client)
  }

  private lengthAt(client: ClientId, clock: number): number {
    const here = this.byClient.get(client)?.find((it) => it.carries && it.entry.receipt.clock === clock)
    return here?.entry.receipt.length ?? this.loaded.beyond.get(client)?.get(clock) ?? 0
  }

  private checkClocks(client: ClientId, from: number, to: number): void {
    if (this.written.bound.has(client) || this.fresh.has(client)) return
    const covers = (it: Stretch) => it.client === client && it.clock <= from && to <= it.clock + it.length
    this.check(this.loaded.stretches.some(covers), `clocks ${from} to ${to} of ${client}`)
  }

  private check(isLoaded: boolean, what: string): void {
    if (!isLoaded && !this.loaded.whole) throw new Error(`not loaded: ${what} of ${this.name}`)
  }
}
