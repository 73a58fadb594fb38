import { randomInt } from 'node:crypto'
import { HybridClock } from '../../../src/domain/ledger/clock.ts'
import type { Element, Entry, Fact } from '../../../src/domain/ledger/fact.ts'
import type { ClientId, DeviceId, FactId, UserId } from '../../../src/domain/ledger/ids.ts'
import { encodeUpdate } from '../../../src/sync/update.ts'
import type { Person } from './school.ts'

/** A writing session as a device has it: a fresh client, a header, facts that are only added. */
export class TestWriter {
  readonly elements: Element[]
  private readonly clock: HybridClock

  constructor(
    author: Person,
    now: () => number,
    readonly client: ClientId = randomInt(1, 2 ** 32),
    header: { user: string; device: string } = author,
    suffixUser: UserId = author.user,
  ) {
    this.elements = [{ user: header.user as UserId, device: header.device as DeviceId, app: '0.1.0' }]
    this.clock = new HybridClock(now, { user: suffixUser, device: author.device, client })
  }

  /** Adds a fact; returns the update that carries it, with the header when it is the first. */
  write(entry: Entry, supersedes: FactId[] = []): Uint8Array {
    const from = this.elements.length === 1 ? 0 : this.elements.length
    this.add(entry, supersedes)
    return this.update(from)
  }

  add({ entity, attribute, value }: Entry, supersedes: FactId[] = []): Fact {
    const id = this.clock.next()
    const fact: Fact =
      supersedes.length > 0 ? [id, entity, attribute, value, supersedes] : [id, entity, attribute, value]
    this.elements.push(fact)
    return fact
  }

  /** Offers a fact of another session again: it keeps its id. */
  reoffer(fact: Fact): void {
    this.elements.push(fact)
  }

  update(from = 0, to = this.elements.length): Uint8Array {
    return encodeUpdate([{ client: this.client, clock: from, elements: this.elements.slice(from, to) }])
  }

  ids(): FactId[] {
    return this.elements.slice(1).map((element) => (element as Fact)[0])
  }
}
