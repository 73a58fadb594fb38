import * as v from 'valibot'
import { HybridClock } from '../domain/ledger/clock.ts'
import { entity, schoolVoice } from '../domain/ledger/documents.ts'
import type { Fact } from '../domain/ledger/fact.ts'
import { type DeviceId, isDeviceId, isUserId, type UserId } from '../domain/ledger/ids.ts'
import { entriesAnswer, type FamilyThread, familyThread } from '../domain/thread/family-thread.ts'
import type { Child } from './family-data.ts'
import type { FamilySession } from './session.ts'
import { shownThread, unreadLetters } from './shown-thread.ts'
import { vaultNames } from './sign-in-contents.ts'
import type { Vault } from './vault.ts'

const waitingSchema = v.object({
  pupil: v.string(),
  /** Coined once, so that sending them again says nothing twice. */
  facts: v.pipe(
    v.array(v.custom<Fact>((fact) => Array.isArray(fact) && fact.length >= 4 && typeof fact[0] === 'string')),
    v.minLength(1),
  ),
  /** When it was written, ms since 1970. */
  at: v.number(),
  /** `sent`: the relay has it on disk, the thread as told does not show it yet; `refused`: it will not take it. */
  fate: v.optional(v.picklist(['sent', 'refused'])),
})
/** What was entered on this phone at once, about one pupil. */
export type Waiting = v.InferOutput<typeof waitingSchema>

export interface LettersState {
  /** By pupil, as the relay last told them. */
  threads: ReadonlyMap<string, FamilyThread>
  /** In the order in which it was written. */
  waiting: readonly Waiting[]
}

const writerSchema = v.object({
  user: v.custom<UserId>((id) => typeof id === 'string' && isUserId(id)),
  device: v.custom<DeviceId>((id) => typeof id === 'string' && isDeviceId(id)),
})
const threadName = (pupil: string) => `thread/${pupil}`
const waitingName = ({ facts }: Pick<Waiting, 'facts'>) => `${vaultNames.outbox}${facts[0]![0]}`

/**
 * The family's correspondence: what is written lies sealed on the phone, with its fact ids, before anything is sent,
 * and stays there until the relay has said that it is on its disk.
 */
export class Letters {
  state: LettersState = { threads: new Map(), waiting: [] }
  private readonly listeners = new Set<() => void>()
  private syncing: Promise<void> | undefined
  private again = false

  private constructor(
    private readonly vault: Vault,
    private readonly session: Pick<FamilySession, 'ask'>,
    /** Undefined on a phone whose sign-in did not say who writes: it reads alone. */
    readonly clock: HybridClock | undefined,
    private readonly now: () => number,
  ) {}

  /** Reads what is on an opened phone. */
  static async open(
    vault: Vault,
    session: Pick<FamilySession, 'ask'>,
    now: () => number = Date.now,
  ): Promise<Letters> {
    const writer = v.safeParse(writerSchema, await vault.read(vaultNames.writer))
    const client = crypto.getRandomValues(new Uint32Array(1))[0]!
    const clock = writer.success ? new HybridClock(now, { ...writer.output, client }) : undefined
    const letters = new Letters(vault, session, clock, now)
    await letters.load()
    return letters
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly get = (): LettersState => this.state

  /** Keeps facts about a pupil; on disk when it resolves. What is sent, and when, is `sync`'s affair. */
  async say(pupil: string, facts: Fact[]): Promise<void> {
    const item: Waiting = { pupil, facts, at: this.now() }
    await this.vault.write(waitingName(item), item)
    this.change({ waiting: [...this.state.waiting, item] })
  }

  /** Takes back what the relay refused, or did not hear of. */
  async drop(item: Waiting): Promise<void> {
    await this.vault.remove(waitingName(item))
    this.change({ waiting: this.state.waiting.filter((other) => other !== item) })
  }

  /** How many letters of the class teacher's about these children were not opened. */
  unread(children: readonly Pick<Child, 'pupil' | 'person'>[]): number {
    const { threads, waiting } = this.state
    return children.reduce((sum, child) => {
      return sum + unreadLetters(shownThread(threads.get(child.pupil), waiting, child)).length
    }, 0)
  }

  /** Whether the consultant has answered something about a child that was not read on any phone. */
  hasAnswer(pupil: string): boolean {
    const said = this.state.waiting.flatMap(({ facts }) => facts.map((fact) => fact.slice(1, 3).join(' ')))
    return (this.state.threads.get(pupil)?.advice ?? []).some(
      ({ id, answer, seen }) => answer !== undefined && !seen && !said.includes(`${id} advice.seen`),
    )
  }

  /** Sends what waits and asks for what is new; asked again meanwhile, it does so once more. */
  sync(children: readonly Pick<Child, 'pupil' | 'person'>[]): Promise<void> {
    this.again = this.syncing !== undefined
    this.syncing ??= this.syncAll(children).finally(() => {
      this.syncing = undefined
      if (this.again) void this.sync(children)
    })
    return this.syncing
  }

  private async syncAll(children: readonly Pick<Child, 'pupil' | 'person'>[]): Promise<void> {
    await this.send()
    for (const child of children) await this.ask(child)
    // That letters have come is told at once.
    await this.send()
  }

  private async send(): Promise<void> {
    for (const item of this.state.waiting) {
      if (item.fate) continue
      const { pupil, facts } = item
      const answer = await this.session.ask(
        entriesAnswer,
        `/api/family/entries/${encodeURIComponent(pupil)}`,
        { facts },
      )
      if (answer.ok) {
        const received = new Set(answer.value.receipts.map(({ id }) => id))
        if (facts.every(([id]) => received.has(id))) await this.settle(item, 'sent')
      } else if (answer.fault.code === 'noRight' || answer.fault.code === 'malformed') {
        await this.settle(item, 'refused')
      } else return
    }
  }

  private async settle(item: Waiting, fate: 'sent' | 'refused'): Promise<void> {
    const settled: Waiting = { ...item, fate }
    await this.vault.write(waitingName(item), settled)
    this.change({ waiting: this.state.waiting.map((other) => (other === item ? settled : other)) })
  }

  private async ask({ pupil, person }: Pick<Child, 'pupil' | 'person'>): Promise<void> {
    const known = this.state.threads.get(pupil)
    // What is sent while the relay answers may not be in its answer.
    const sent = this.state.waiting.filter((item) => item.pupil === pupil && item.fate === 'sent')
    const since = known ? `?since=${encodeURIComponent(known.version)}` : ''
    const path = `/api/family/thread/${encodeURIComponent(pupil)}${since}`
    const answer = await this.session.ask(v.optional(familyThread), path)
    if (!answer.ok) {
      if (answer.fault.code === 'noRight') await this.forget(pupil)
      return
    }
    const thread = answer.value
    if (thread) {
      await this.vault.write(threadName(pupil), thread)
      this.change({ threads: new Map(this.state.threads).set(pupil, thread) })
    }
    for (const item of sent) await this.drop(item)
    if (thread) await this.tellDelivered(thread, pupil, person)
  }

  private async tellDelivered({ letters }: FamilyThread, pupil: string, person: string): Promise<void> {
    const fresh = letters.filter(({ mine, delivered }) => !mine && !delivered)
    await this.mark(pupil, person, fresh, 'letter.delivered')
  }

  /** Says of letters of the class teacher's that they have come to this phone, or were opened on it. */
  async mark(
    pupil: string,
    person: string,
    letters: readonly { id: string }[],
    attribute: 'letter.delivered' | 'letter.read',
  ): Promise<void> {
    const told = new Set(
      this.state.waiting.flatMap(({ facts }) => facts.map((fact) => fact.slice(1, 3).join(' '))),
    )
    const facts: Fact[] = []
    for (const { id } of letters) {
      const name = entity.reader(person, schoolVoice, id.split(',')[2] ?? '')
      if (this.clock && !told.has(`${name} ${attribute}`))
        facts.push([this.clock.next(), name, attribute, true])
    }
    // The relay takes a hundred at once.
    for (let at = 0; at < facts.length; at += 100) await this.say(pupil, facts.slice(at, at + 100))
  }

  private async forget(pupil: string): Promise<void> {
    await this.vault.remove(threadName(pupil))
    const threads = new Map(this.state.threads)
    threads.delete(pupil)
    this.change({ threads })
  }

  private async load(): Promise<void> {
    const threads = new Map<string, FamilyThread>()
    const waiting: Waiting[] = []
    for (const name of (await this.vault.names()).sort()) {
      if (name.startsWith(threadName(''))) {
        const found = v.safeParse(familyThread, await this.vault.read(name))
        if (found.success) threads.set(name.slice(threadName('').length), found.output)
      } else if (name.startsWith(vaultNames.outbox)) {
        const found = v.safeParse(waitingSchema, await this.vault.read(name))
        if (found.success) waiting.push(found.output)
      }
    }
    this.change({ threads, waiting })
  }

  private change(part: Partial<LettersState>): void {
    this.state = { ...this.state, ...part }
    for (const listener of this.listeners) listener()
  }
}
