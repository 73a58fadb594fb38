import {
  createDataKey,
  type DataKey,
  isPin,
  seal,
  unseal,
  unwrapDataKey,
  type WrappedKey,
} from '../device/seal.ts'

/** How the phone's data key lies on it. */
type Lock =
  /** The key can be used by this browser and read by nobody. */
  { kind: 'device'; key: DataKey } | { kind: 'pin'; wrapped: WrappedKey; failed: number; waitUntil: number }

export type VaultState = 'empty' | 'locked' | 'open'

/** `left`: attempts before a pause; `until`: ms since 1970. */
export type PinOutcome = { ok: true } | { ok: false; left: number } | { ok: false; until: number }

const lockName = 'lock'
/** As on a teacher's tablet: five tries, then a pause that doubles up to a day, ms. */
const freeAttempts = 5
const firstPause = 60_000
const longestPause = 24 * 60 * 60_000

/**
 * What a family's phone keeps, one sealed blob a name, in IndexedDB with strict durability. The key is held by the
 * browser, or, where the family wants it, wrapped under a PIN.
 */
export class Vault {
  private readonly database: Promise<IDBDatabase>
  private lock: Lock | undefined
  private key: DataKey | undefined

  constructor(name = 'parta-family') {
    const opening = indexedDB.open(name, 1)
    this.database = new Promise((resolve, reject) => {
      opening.onupgradeneeded = () => opening.result.createObjectStore('blobs')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
  }

  async open(): Promise<VaultState> {
    this.lock = await this.request('readonly', (blobs) => blobs.get(lockName))
    if (this.lock?.kind === 'device') this.key = this.lock.key
    return this.state
  }

  get state(): VaultState {
    return !this.lock ? 'empty' : this.key ? 'open' : 'locked'
  }

  get hasPin(): boolean {
    return this.lock?.kind === 'pin'
  }

  /** Begins anew, forgetting everything; nothing lies on the phone readable afterwards either. */
  async create(contents: Readonly<Record<string, unknown>>): Promise<void> {
    await this.replace(contents, undefined)
  }

  /** Puts everything under a PIN, or, with none, under the browser's key alone. False for too short a PIN. */
  async setPin(pin: string | undefined): Promise<boolean> {
    if (pin !== undefined && !isPin(pin)) return false
    const contents: Record<string, unknown> = {}
    for (const name of await this.names()) contents[name] = await this.read(name)
    await this.replace(contents, pin)
    return true
  }

  /** Tries a PIN. The attempt counts before it is tried, so that closing the page in time does not make it free. */
  async unlock(pin: string, now = Date.now()): Promise<PinOutcome> {
    const lock = this.lock
    if (lock?.kind !== 'pin') return { ok: true }
    if (lock.waitUntil > now) return { ok: false, until: lock.waitUntil }
    const failed = lock.failed + 1
    const pause =
      failed < freeAttempts ? 0 : Math.min(firstPause * 2 ** (failed - freeAttempts), longestPause)
    await this.keepLock({ ...lock, failed, waitUntil: pause === 0 ? 0 : now + pause })
    const key = await unwrapDataKey(lock.wrapped, pin)
    if (!key)
      return pause === 0 ? { ok: false, left: freeAttempts - failed } : { ok: false, until: now + pause }
    this.key = key
    await this.keepLock({ ...lock, failed: 0, waitUntil: 0 })
    return { ok: true }
  }

  /** Forgets the key until the PIN is entered again. */
  close(): void {
    if (this.hasPin) this.key = undefined
  }

  /** Names of all that is kept. */
  async names(): Promise<string[]> {
    const names = await this.request('readonly', (blobs) => blobs.getAllKeys())
    return names.map(String).filter((name) => name !== lockName)
  }

  async read(name: string): Promise<unknown> {
    const blob = await this.request('readonly', (blobs) => blobs.get(name))
    return blob === undefined ? undefined : unseal(this.opened(), name, blob)
  }

  /** On disk when it resolves. */
  async write(name: string, value: unknown): Promise<void> {
    const blob = await seal(this.opened(), name, value)
    await this.request('readwrite', (blobs) => blobs.put(blob, name))
  }

  async remove(name: string): Promise<void> {
    await this.request('readwrite', (blobs) => blobs.delete(name))
  }

  async wipe(): Promise<void> {
    await this.request('readwrite', (blobs) => blobs.clear())
    this.lock = undefined
    this.key = undefined
  }

  private opened(): DataKey {
    if (!this.key) throw new Error('the vault is closed')
    return this.key
  }

  private async replace(contents: Readonly<Record<string, unknown>>, pin: string | undefined): Promise<void> {
    const { key, lock } = await freshKey(pin)
    const blobs = await Promise.all(
      Object.entries(contents).map(async ([name, value]) => [name, await seal(key, name, value)] as const),
    )
    // In one transaction: half of it under an old key would be unreadable.
    await this.request('readwrite', (store) => {
      store.clear()
      for (const [name, blob] of blobs) store.put(blob, name)
      return store.put(lock, lockName)
    })
    this.lock = lock
    this.key = key
  }

  private async keepLock(lock: Lock): Promise<void> {
    await this.request('readwrite', (blobs) => blobs.put(lock, lockName))
    this.lock = lock
  }

  /** Resolves with the request's result once its transaction is on disk. */
  private async request<T>(
    mode: IDBTransactionMode,
    ask: (blobs: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const transaction = (await this.database).transaction('blobs', mode, { durability: 'strict' })
    return new Promise<T>((resolve, reject) => {
      const request = ask(transaction.objectStore('blobs'))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? request.error)
    })
  }
}

async function freshKey(pin: string | undefined): Promise<{ key: DataKey; lock: Lock }> {
  if (pin !== undefined) {
    const { key, wrapped } = await createDataKey(pin)
    return { key, lock: { kind: 'pin', wrapped, failed: 0, waitUntil: 0 } }
  }
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return { key, lock: { kind: 'device', key } }
}
