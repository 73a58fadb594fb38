import { Dexie, type Table } from 'dexie'
import type { DeviceId, UserId } from '../domain/ledger/ids.ts'
import { countWaiting, databaseName, PersonDatabase } from './database.ts'
import { DexieStore } from './dexie-store.ts'
import { createDataKey, type DataKey, isPin, rewrapDataKey, unwrapDataKey, type WrappedKey } from './seal.ts'
import type { Waiting } from './store.ts'

/** Who is on this tablet; nothing here but the label tells anything about the person. */
export interface Person {
  user: UserId
  device: DeviceId
  /** What the choice of people shows. */
  label: string
  settings: PersonSettings
}

export interface PersonSettings {
  /** Minutes without a touch after which the person is locked out. */
  autoLock: number
}

interface PersonRecord extends Person {
  wrapped: WrappedKey
  failedAttempts: number
  /** No PIN is tried before this time, ms since 1970. */
  waitUntil: number
}

/** Wrong PINs before the first pause. */
export const freeAttempts = 5
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

export type Unlocked = { ok: true; person: Person; key: DataKey } | UnlockFault

export type Added =
  | { ok: true; person: Person; key: DataKey }
  | { ok: false; code: 'weakPin' | 'alreadyHere' }

export type Removed = { ok: true } | { ok: false; code: 'waiting'; facts: number; quarantined: number }

/** The people of this tablet: database `parta`, one record a person. */
export class People {
  private readonly database: Dexie
  private readonly table: Table<PersonRecord, UserId>

  /** `now`: the device's clock, ms since 1970. */
  constructor(private readonly now: () => number = Date.now) {
    this.database = new Dexie('parta', { chromeTransactionDurability: 'strict' })
    this.database.version(1).stores({ people: 'user' })
    this.table = this.database.table('people')
  }

  /** Everybody on this tablet, by label. */
  async people(): Promise<Person[]> {
    return (await this.table.toArray()).map(open).sort((a, b) => a.label.localeCompare(b.label, 'ru'))
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
    const record = { ...person, settings: defaultSettings, wrapped, failedAttempts: 0, waitUntil: 0 }
    await this.table.add(record)
    return { ok: true, person: open(record), key }
  }

  /** Unlocks a person's data key with the PIN. */
  async unlock(user: UserId, pin: string): Promise<Unlocked> {
    return this.attempt(user, async (record) => {
      const key = await unwrapDataKey(record.wrapped, pin)
      return key && { ok: true, person: open(record), key }
    })
  }

  /** Wraps the data key under another PIN; counts as an attempt with the old one. */
  async changePin(
    user: UserId,
    oldPin: string,
    newPin: string,
  ): Promise<{ ok: true } | UnlockFault | { ok: false; code: 'weakPin' }> {
    if (!isPin(newPin)) return { ok: false, code: 'weakPin' }
    return this.attempt(user, async (record) => {
      const wrapped = await rewrapDataKey(record.wrapped, oldPin, newPin)
      if (!wrapped) return null
      await this.table.update(user, { wrapped })
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

  /** Counts the attempt before trying, so that closing the tab in time does not make it free. */
  private async attempt<T extends { ok: true }>(
    user: UserId,
    tryPin: (record: PersonRecord) => Promise<T | null>,
  ): Promise<T | UnlockFault> {
    const record = await this.database.transaction('rw', this.table, async () => {
      const found = await this.table.get(user)
      if (!found || found.waitUntil > this.now()) return found
      const failedAttempts = found.failedAttempts + 1
      const waitUntil = failedAttempts < freeAttempts ? 0 : this.now() + pauseAfter(failedAttempts)
      await this.table.update(user, { failedAttempts, waitUntil })
      return { ...found, failedAttempts, waitUntil, counted: true }
    })
    if (!record) return { ok: false, code: 'unknownPerson' }
    if (!('counted' in record)) return { ok: false, code: 'wait', until: record.waitUntil }
    const opened = await tryPin(record)
    if (opened) {
      await this.table.update(user, { failedAttempts: 0, waitUntil: 0 })
      return opened
    }
    const left = freeAttempts - record.failedAttempts
    return left > 0
      ? { ok: false, code: 'wrongPin', left }
      : { ok: false, code: 'wait', until: record.waitUntil }
  }
}

function pauseAfter(failedAttempts: number): number {
  return Math.min(firstPause * 2 ** (failedAttempts - freeAttempts), longestPause)
}

function open({ user, device, label, settings }: PersonRecord): Person {
  return { user, device, label, settings }
}
