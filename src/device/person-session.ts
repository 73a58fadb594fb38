import * as v from 'valibot'
import type { DocumentId } from '../domain/ledger/documents.ts'
import type { DeviceId, UserId } from '../domain/ledger/ids.ts'
import { DeviceFiles } from './device-files.ts'
import { DeviceOutbox } from './device-outbox.ts'
import { DexieStore } from './dexie-store.ts'
import { Observable } from './observable.ts'
import { OpenDocument } from './open-document.ts'
import type { Person } from './person.ts'
import { ReadingOrder } from './reading-order.ts'
import type { DataKey } from './seal.ts'
import { secretNames } from './secret-names.ts'
import { NewerDatabaseError, storageFault } from './storage-fault.ts'
import type { DeviceStore, Waiting } from './store.ts'
import type { Author } from './writing-session.ts'

const profileSchema = v.object({
  /** Staff id, or '' for an account without one. */
  person: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(['teacher', 'office'])),
  school: v.object({ id: v.string(), name: v.string() }),
})
export type Profile = v.InferOutput<typeof profileSchema>

export interface SessionOptions {
  /** Version of the app, written in headers. */
  app: string
  /** Called once when the session locks itself after minutes without a touch. */
  onAutoLock: () => void
  /** Called when the store was deleted or emptied under the session: by another tab, or by the browser. */
  onGone?: () => void
}

/** The store opens and holds nothing of the person: the browser emptied it, or what was there is broken. */
export class ProfileGoneError extends Error {
  override name = 'ProfileGoneError'
}

/** The unlocked person: his documents, what waits, and the key, until `lock`. */
export class PersonSession {
  readonly user: UserId
  readonly device: DeviceId
  /** Facts that wait for the relay, and since when. */
  readonly waiting = new Observable<Waiting>({ facts: 0, since: null })
  /** Something was entered that `waiting` does not count yet: it is on its way to the disk. */
  readonly saving = new Observable(false)
  /** Why the storage can't be read or written, in words for the person; null while all is well. */
  readonly fault = new Observable<string | null>(null)
  /** Grows whenever broken records were taken out of the store: what the relay has of them is to be asked for anew. */
  readonly mended = new Observable(0)
  /** Documents open now; the array is another one after each change. */
  readonly opened = new Observable<readonly OpenDocument[]>([])
  private readonly opening = new Map<
    DocumentId,
    { document: Promise<OpenDocument>; users: number; begin: () => void }
  >()
  private readonly order = new ReadingOrder()
  private readonly closing = new Set<Promise<void>>()
  private readonly unwatch: () => void
  private lastTouch = Date.now()
  private idleTimer: ReturnType<typeof setTimeout> | undefined
  private locked: Promise<void> | null = null
  private counting = false
  private recount = false

  private constructor(
    person: Pick<Person, 'user' | 'device'>,
    readonly store: DeviceStore,
    /** Files of homework on this tablet. */
    readonly files: DeviceFiles,
    /** What waits, sealed for whoever carries it. */
    readonly outbox: DeviceOutbox,
    readonly profile: Profile,
    private clockOffset: number,
    private autoLock: number,
    private readonly options: SessionOptions,
  ) {
    this.user = person.user
    this.device = person.device
    const unwatch = [
      store.watch(() => this.countWaiting()),
      files.changes.subscribe(() => this.countWaiting()),
    ]
    this.unwatch = () => {
      for (const stop of unwatch) stop()
    }
    this.countWaiting()
    this.watchIdle()
  }

  /** Starts the session of an unlocked person. Throws when his store can't be read. */
  static async start(
    person: Pick<Person, 'user' | 'device' | 'settings'>,
    key: DataKey,
    options: SessionOptions,
  ): Promise<PersonSession> {
    const store = new DexieStore(person.user, key)
    const profile = v.safeParse(profileSchema, await store.kept(secretNames.profile))
    if (!profile.success) {
      store.close()
      throw new ProfileGoneError(`nothing of ${person.user}`)
    }
    const offset = v.parse(v.optional(v.number(), 0), await store.kept(secretNames.clockOffset))
    const files = new DeviceFiles(store.database, key)
    const outbox = await DeviceOutbox.start(store, person)
    const { autoLock } = person.settings
    const session = new PersonSession(person, store, files, outbox, profile.output, offset, autoLock, options)
    store.onMended = () => session.mended.set(session.mended.get() + 1)
    store.database.onDeleted = () => session.gone()
    // Closed by the browser: opened again, it is as it was or empty.
    store.database.on('close', () => void store.database.reopen().then(() => session.countWaiting()))
    return session
  }

  /** The app's time, ms since 1970: the device's clock moved by the demo school's offset. */
  readonly now = (): number => Date.now() + this.clockOffset

  /** Moves the app's clock (the demo school's `clockOffset`, ms) and remembers it for starts without a line. */
  async setClockOffset(offset: number): Promise<void> {
    if (offset === this.clockOffset) return
    this.clockOffset = offset
    await this.store.keep(secretNames.clockOffset, offset)
  }

  /**
   * Opens a document, once a tab however many ask. Each `open` wants its `release`. `later`: nobody waits for it, so
   * what others ask for is read first.
   */
  open(id: DocumentId, later = false): Promise<OpenDocument> {
    if (this.locked) return Promise.reject(new Error('the session is locked'))
    const known = this.opening.get(id)
    if (known) {
      known.users++
      if (!later) known.begin()
      return known.document
    }
    const author: Author = {
      user: this.user,
      device: this.device,
      app: this.options.app,
      now: this.now,
    }
    const { result: document, begin } = this.order.read(
      () => OpenDocument.open(id, this.store, author),
      later,
    )
    this.opening.set(id, { document, users: 1, begin })
    document.then(
      (opened) => {
        opened.subscribe(() => opened.unsaved && this.saving.set(true))
        this.opened.set([...this.opened.get(), opened])
      },
      () => this.opening.delete(id),
    )
    return document
  }

  /** Gives a document back; the last one to do so closes it once all is on disk. */
  release(id: DocumentId): void {
    const known = this.opening.get(id)
    if (!known || --known.users > 0) return
    this.opening.delete(id)
    this.closeWhenOpen(known.document)
  }

  /** Documents that this device keeps something of. */
  documents(): Promise<DocumentId[]> {
    return this.store.documents()
  }

  /** A touch, a key: the person is here. After too long a silence it locks instead: timers sleep with the tablet. */
  readonly touch = (): void => {
    if (this.locked) return
    if (this.idle()) this.lockIdle()
    else this.lastTouch = Date.now()
  }

  /** Sets the minutes without a touch after which the session locks. */
  setAutoLock(minutes: number): void {
    this.autoLock = minutes
    clearTimeout(this.idleTimer)
    this.watchIdle()
  }

  /**
   * Ends the session. No document takes entries any more; the key is forgotten as soon as what was entered is on
   * disk. What waits for the relay is on disk already.
   */
  lock(): Promise<void> {
    this.locked ??= this.end()
    return this.locked
  }

  private async end(): Promise<void> {
    clearTimeout(this.idleTimer)
    const opening = [...this.opening.values()]
    this.opening.clear()
    for (const { document } of opening) this.closeWhenOpen(document)
    await Promise.all(this.closing)
    this.unwatch()
    this.store.close()
  }

  /** The store must not close before this has: a document given back may still be writing. */
  private closeWhenOpen(opening: Promise<OpenDocument>): void {
    const closed = opening
      .then(
        async (document) => {
          await document.close()
          this.opened.set(this.opened.get().filter((other) => other !== document))
        },
        () => undefined, // who asked for it has got the error
      )
      .finally(() => this.closing.delete(closed))
    this.closing.add(closed)
  }

  private gone(): void {
    if (!this.locked) this.options.onGone?.()
  }

  private idle(): boolean {
    return Date.now() - this.lastTouch >= this.autoLock * 60_000
  }

  private watchIdle(): void {
    const left = this.lastTouch + this.autoLock * 60_000 - Date.now()
    this.idleTimer = setTimeout(() => (this.idle() ? this.lockIdle() : this.watchIdle()), Math.max(left, 0))
  }

  private lockIdle(): void {
    void this.lock()
    this.options.onAutoLock()
  }

  private unsaved(): boolean {
    return this.opened.get().some(({ unsaved }) => unsaved)
  }

  /** Counts what waits; changes during a count make it count again. */
  private countWaiting(): void {
    this.recount = true
    if (this.counting) return
    this.counting = true
    void (async () => {
      while (this.recount && !this.locked) {
        this.recount = false
        try {
          const standing = await this.store.standing()
          if (standing === 'gone') {
            this.gone()
            break
          }
          const before = this.unsaved()
          const waiting = await this.store.waiting()
          const { facts, since } = this.waiting.get()
          if (facts !== waiting.facts || since !== waiting.since) this.waiting.set(waiting)
          // What reached the disk during the count may be missing in it.
          this.recount ||= before && !this.unsaved()
          this.saving.set(before || this.unsaved())
          this.fault.set(standing === 'newer' ? storageFault(new NewerDatabaseError()) : null)
        } catch (error) {
          if (!this.locked) this.fault.set(storageFault(error))
        }
      }
      this.counting = false
    })()
  }
}
