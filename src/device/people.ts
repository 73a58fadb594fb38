import { Dexie, type Table } from 'dexie'
import type { DeviceId, UserId } from '../domain/ledger/ids.ts'
import { commonForgetAfterDays } from '../domain/school/school-view.ts'
import { countWaiting, databaseName, PersonDatabase } from './database.ts'
import { DexieStore } from './dexie-store.ts'
import {
  type AskShare,
  createOnlineKey,
  type OnlineKey,
  openOnlineKey,
  provePin,
  type ShareForRelay,
} from './online-key.ts'
import type { Person, PersonRecord, PersonSettings } from './person.ts'
import {
  createDataKey,
  type DataKey,
  isPin,
  pinRounds,
  rewrapDataKey,
  unwrapDataKey,
  unwrapForWrapping,
  wrapDataKey,
} from './seal.ts'
import { isStorageFull } from './storage-fault.ts'
import type { Waiting } from './store.ts'

/** Wrong PINs before the first pause. */
export const freeAttempts = 5
/** Wrong PINs in a row after which only the relay, which counts them too, lets another be tried. */
export const localAttempts = 10
/** The first pause, ms; every further wrong PIN doubles it. */
export const firstPause = 60_000
const longestPause = 24 * 60 * 60_000
const defaultSettings: PersonSettings = { autoLock: 3 }

export type UnlockFault =
  | { ok: false; code: 'unknownPerson' }
  /** `left`: attempts before a pause. */
  | { ok: false; code: 'wrongPin'; left: number }
  /** `until`: ms since 1970. */
  | { ok: false; code: 'wait'; until: number }
  /** Opens only with the relay's share, and there is no line. */
  | { ok: false; code: 'needsLine' }
  /** The relay has destroyed its share. */
  | { ok: false; code: 'destroyed' }

export type Unlocked = { ok: true; person: Person; key: DataKey } | UnlockFault

export type Added =
  | { ok: true; person: Person; key: DataKey }
  | { ok: false; code: 'weakPin' | 'alreadyHere' }

export type Removed = { ok: true } | { ok: false; code: 'waiting'; facts: number; quarantined: number }

/** The people of this tablet: database `parta`, one record a person. */
export class People {
  private readonly database: Dexie
  private readonly table: Table<PersonRecord, UserId>
  /** Attempts in a row as far as they could not be written. */
  private readonly uncounted = new Map<UserId, number>()

  /** `now`: the device's clock, ms since 1970; `askShare`: how the relay is asked for its share of a key. */
  constructor(
    private readonly now: () => number = Date.now,
    private readonly askShare: AskShare = async () => ({ kind: 'noLine' }),
  ) {
    this.database = new Dexie('parta', { chromeTransactionDurability: 'strict' })
    this.database.version(1).stores({ people: 'user' })
    this.table = this.database.table('people')
  }

  /** Everybody on this tablet, by label. */
  async people(): Promise<Person[]> {
    return (await this.table.toArray())
      .map((record) => this.open(record))
      .sort((a, b) => a.label.localeCompare(b.label, 'ru'))
  }

  /**
   * Adds somebody who has signed in. `secrets` (profile, tokens) are sealed before the person is listed. Somebody
   * who is here already unlocks with the PIN instead: a new key would make the old data unreadable.
   */
  async addPerson(
    person: { user: UserId; device: DeviceId; label: string },
    pin: string,
    secrets: Readonly<Record<string, unknown>>,
  ): Promise<Added> {
    if (!isPin(pin)) return { ok: false, code: 'weakPin' }
    if (await this.table.get(person.user)) return { ok: false, code: 'alreadyHere' }
    const { key, wrapped } = await createDataKey(pin)
    // What may lie there is sealed under a key that nobody has: an addition that was cut short, or a removal.
    await Dexie.delete(databaseName(person.user))
    const store = new DexieStore(person.user, key)
    try {
      for (const [name, value] of Object.entries(secrets)) await store.keep(name, value)
    } finally {
      store.close()
    }
    const record = {
      ...person,
      settings: defaultSettings,
      wrapped,
      failedAttempts: 0,
      waitUntil: 0,
      lastContact: this.now(),
    }
    await this.table.add(record)
    return { ok: true, person: this.open(record), key }
  }

  /** Unlocks a person's data key with the PIN; where this device's own part is gone, with the relay's share. */
  async unlock(user: UserId, pin: string): Promise<Unlocked> {
    return this.attempt(user, async (record) => {
      if (!record.wrapped) return this.unlockOnline(record, pin)
      const key = await unwrapDataKey(record.wrapped, pin)
      return key && { ok: true, person: this.open(record), key }
    })
  }

  /**
   * Makes another way to the data key, by the PIN and a share that the relay is to keep. Null when there is one, or
   * the PIN is wrong. `keepOnline` takes it up once the relay has its share.
   */
  async prepareOnline(
    user: UserId,
    pin: string,
  ): Promise<{ online: OnlineKey; relay: ShareForRelay } | null> {
    const record = await this.table.get(user)
    if (!record?.wrapped || record.online) return null
    const key = await unwrapForWrapping(record.wrapped, pin)
    return key && createOnlineKey(key, pin, pinRounds)
  }

  /** Takes up a way to the data key whose share the relay keeps; undefined: the relay keeps none any more. */
  async keepOnline(user: UserId, online: OnlineKey | undefined): Promise<void> {
    await this.table.where({ user }).modify((record) => {
      if (online) record.online = online
      else if (record.wrapped) delete record.online
    })
  }

  /** From now on the PIN opens nothing without the relay, where it keeps a share. */
  async requireLine(user: UserId): Promise<void> {
    await this.table.where({ user }).modify((record) => {
      if (record.online) record.wrapped = null
    })
  }

  /** Notes that this device has just met the relay, and what the school says of devices that do not. */
  async contacted(user: UserId, forgetAfterDays?: number): Promise<void> {
    const lastContact = this.now()
    await this.table.update(user, { lastContact, ...(forgetAfterDays ? { forgetAfterDays } : {}) })
  }

  /** Wraps the data key under another PIN; counts as an attempt with the old one. */
  async changePin(
    user: UserId,
    oldPin: string,
    newPin: string,
  ): Promise<{ ok: true } | UnlockFault | { ok: false; code: 'weakPin' }> {
    if (!isPin(newPin)) return { ok: false, code: 'weakPin' }
    return this.attempt(user, async (record) => {
      if (!record.wrapped) return { ok: false, code: 'needsLine' }
      const wrapped = await rewrapDataKey(record.wrapped, oldPin, newPin)
      if (!wrapped) return null
      // The relay's share goes with the old PIN: another one is made for the new.
      await this.table.where({ user }).modify((found) => {
        found.wrapped = wrapped
        delete found.online
      })
      return { ok: true }
    })
  }

  /** What waits for the relay in a person's store; told without his key. */
  async waiting(user: UserId): Promise<Waiting> {
    const database = new PersonDatabase(user)
    try {
      return await countWaiting(database)
    } finally {
      database.close()
    }
  }

  /** Changes a person's settings on this tablet. */
  async changeSettings(user: UserId, settings: PersonSettings): Promise<void> {
    await this.table.update(user, { settings })
  }

  /**
   * Removes a person with everything kept for him. Refuses while anything waits for the relay or stands in
   * quarantine, unless `force` says that a person has read how much would be lost.
   */
  async removePerson(user: UserId, force = false): Promise<Removed> {
    const database = new PersonDatabase(user)
    try {
      const [{ facts }, quarantined] = await Promise.all([
        countWaiting(database),
        database.quarantine.count(),
      ])
      if (!force && facts + quarantined > 0) return { ok: false, code: 'waiting', facts, quarantined }
    } finally {
      database.close()
    }
    await Dexie.delete(databaseName(user))
    await this.table.delete(user)
    return { ok: true }
  }

  close(): void {
    this.database.close()
  }

  private async unlockOnline(record: PersonRecord, pin: string): Promise<Unlocked> {
    const { user, online } = record
    if (!online) return { ok: false, code: 'destroyed' }
    const { proof, half } = await provePin(online, pin)
    const answer = await this.askShare(online.ticket, proof)
    if (answer.kind === 'noLine') return { ok: false, code: 'needsLine' }
    if (answer.kind === 'gone') return { ok: false, code: 'destroyed' }
    if (answer.kind === 'wrong') return { ok: false, code: 'wrongPin', left: answer.left }
    // Who has the PIN and a line may work without the line again.
    const wrapped = await wrapDataKey(await openOnlineKey(online, half, answer.share), pin)
    await this.table.update(user, { wrapped, lastContact: this.now() })
    const key = await unwrapDataKey(wrapped, pin)
    if (!key) throw new Error('a data key just wrapped does not unwrap')
    return { ok: true, person: this.open(record), key }
  }

  private open(record: PersonRecord): Person {
    const { user, device, label, settings, wrapped, online } = record
    return {
      user,
      device,
      label,
      settings,
      ticket: online?.ticket ?? null,
      needsLine: wrapped === null,
      lastContact: record.lastContact ?? this.now(),
      forgetAfterDays: record.forgetAfterDays ?? commonForgetAfterDays,
    }
  }

  /** Counts an attempt; on a full disk in memory, for a full disk must not keep a teacher from the journal. */
  private async count(user: UserId): Promise<(PersonRecord & { counted?: true }) | undefined> {
    const next = (found: PersonRecord) => {
      const failedAttempts = Math.max(found.failedAttempts, this.uncounted.get(user) ?? 0) + 1
      const waitUntil = failedAttempts < freeAttempts ? 0 : this.now() + pauseAfter(failedAttempts)
      return { failedAttempts, waitUntil }
    }
    try {
      return await this.database.transaction('rw', this.table, async () => {
        const found = await this.table.get(user)
        if (!found || found.waitUntil > this.now()) return found
        const counted = next(found)
        await this.table.update(user, counted)
        return { ...found, ...counted, counted: true as const }
      })
    } catch (error) {
      if (!isStorageFull(error)) throw error
      const found = await this.table.get(user)
      if (!found || found.waitUntil > this.now()) return found
      const counted = next(found)
      this.uncounted.set(user, counted.failedAttempts)
      return { ...found, ...counted, counted: true }
    }
  }

  /** Counts the attempt before trying, so that closing the tab in time does not make it free. */
  private async attempt<T extends { ok: true }>(
    user: UserId,
    tryPin: (record: PersonRecord) => Promise<T | UnlockFault | null>,
  ): Promise<T | UnlockFault> {
    const record = await this.count(user)
    if (!record) return { ok: false, code: 'unknownPerson' }
    if (!('counted' in record)) return { ok: false, code: 'wait', until: record.waitUntil }
    const opened = await tryPin(record)
    if (opened?.ok || opened?.code === 'needsLine') {
      this.uncounted.delete(user)
      const failedAttempts = opened.ok ? 0 : record.failedAttempts - 1
      await this.table.update(user, { failedAttempts, waitUntil: 0 }).catch(() => undefined)
    }
    if (opened) return opened
    if (record.failedAttempts >= localAttempts) await this.requireLine(user)
    const left = freeAttempts - record.failedAttempts
    return left > 0
      ? { ok: false, code: 'wrongPin', left }
      : { ok: false, code: 'wait', until: record.waitUntil }
  }
}

function pauseAfter(failedAttempts: number): number {
  return Math.min(firstPause * 2 ** (failedAttempts - freeAttempts), longestPause)
}
