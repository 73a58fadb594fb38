import * as Y from 'yjs'
import type { AttributeName } from '../domain/ledger/attributes.ts'
import { HybridClock } from '../domain/ledger/clock.ts'
import type { DocumentKind } from '../domain/ledger/documents.ts'
import {
  canonical,
  type Element,
  type Entry,
  type Fact,
  type Json,
  parseFact,
} from '../domain/ledger/fact.ts'
import type { Fold } from '../domain/ledger/fold.ts'
import type { ClientId, DeviceId, FactId, UserId } from '../domain/ledger/ids.ts'
import type { Row } from '../domain/ledger/receipt.ts'

/** Who writes, with which version of the app, and what time it is on the device (ms since 1970). */
export interface Author {
  user: UserId
  device: DeviceId
  app: string
  now: () => number
}

/**
 * One writer of one document: a `Y.Doc` with a clientID of its own and the array named by it. A clientID is never
 * stored or used again; after a rebuild a new session takes its place.
 */
export class WritingSession {
  readonly doc = new Y.Doc()
  readonly client: ClientId
  private readonly clock: HybridClock
  private length = 0

  constructor(
    private readonly author: Author,
    private readonly kind: DocumentKind,
    fold: Fold,
  ) {
    while (fold.header(this.doc.clientID)) this.doc.clientID = freshClientId()
    this.client = this.doc.clientID
    this.clock = new HybridClock(author.now, { ...author, client: this.client })
  }

  /**
   * Coins facts for entries that change something and folds them. Throws, before anything is folded, when an entry
   * does not fit the attribute schema: the screens let nothing else through.
   */
  coin(entries: readonly Entry[], fold: Fold): Fact[] {
    const valid = entries.map((entry) => this.validated(entry))
    const facts: Fact[] = []
    for (const { entity, attribute, value } of valid) {
      if (stands(fold, entity, attribute, value)) continue
      const heads = fold.heads(entity, attribute)
      const id = this.clock.next()
      const fact: Fact =
        heads.length > 0 ? [id, entity, attribute, value, heads] : [id, entity, attribute, value]
      // The fold needs a place for it at once; the same place that `push` gives it.
      const header = this.length === 0 ? 1 : 0
      fold.add({ client: this.client, clock: this.length + header + facts.length, elements: [fact] })
      facts.push(fact)
    }
    return facts
  }

  /** Puts facts at the end of the writer's array, before the first of them the header; returns the row to store. */
  push(facts: readonly Fact[]): Row {
    const { user, device, app } = this.author
    const elements: Element[] = this.length === 0 ? [{ user, device, app }, ...facts] : [...facts]
    const row = { client: this.client, clock: this.length, elements }
    this.length += elements.length
    this.doc.getArray<Element>(String(this.client)).push(elements)
    return row
  }

  /** Comes after an id seen from elsewhere, as far as `vouched` (relay's time, ms) allows. */
  receive(id: FactId, vouched: number): void {
    this.clock.receive(id, vouched)
  }

  private validated({ entity, attribute, value }: Entry): Entry {
    const entry = { entity: entity.toWellFormed(), attribute, value: plain(value) }
    const parsed = parseFact([this.clock.next(), entry.entity, attribute, entry.value], this.kind)
    if (!parsed.ok) throw new Error(`${attribute} of ${entity}: ${parsed.why}`)
    return entry
  }
}

/** A fresh clientID: 32 random bits. */
export function freshClientId(): ClientId {
  return crypto.getRandomValues(new Uint32Array(1))[0]!
}

/** Whether writing would change nothing: the value is already the only head, or nothing stands to be retracted. */
function stands(fold: Fold, entity: string, attribute: AttributeName, value: Json): boolean {
  const heads = fold.state(entity, attribute)?.heads ?? []
  if (heads.length === 0) return value === null
  return heads.length === 1 && canonical(heads[0]!.value) === canonical(value)
}

/** A value that means the same everywhere: strings well-formed, no absent keys, no -0 (ledger.md, 1). */
function plain(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'number') return value === 0 ? 0 : value
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plain)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key.toWellFormed(), plain(item)]),
  )
}
