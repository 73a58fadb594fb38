import { Dexie } from 'dexie'
import { PersonDatabase, type RowRecord, writerVersion } from '../../src/device/database.ts'
import type { OpenDocument } from '../../src/device/open-document.ts'
import { PersonSession } from '../../src/device/person-session.ts'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { type Sync, startSync } from '../../src/sync/sync.ts'
import type { Person } from '../server/relay/school.ts'
import { contents, copyDisk, cutPower, fail, loseRow, update } from './disk.ts'
import type { Network } from './network.ts'
import { simulatedKey } from './platform.ts'
import type { Promises } from './promises.ts'
import { tokenOf } from './school-relay.ts'
import type { Realm, World } from './world.ts'

/** Minutes without a touch until a session locks: longer than any run. */
const never = 1e6

/** One tab of the app. */
export class Tab {
  session: PersonSession | null = null
  sync: Sync | null = null
  readonly documents = new Map<DocumentId, OpenDocument>()
  /** Entries whose promise has not resolved. */
  readonly unsaved = new Set<readonly Entry[]>()
}

/** A person's tablet: a disk, tabs, a clock of its own. */
export class Device {
  realm: Realm | null = null
  tabs: Tab[] = []
  online = true
  /** A newer app writes, or has written, to this tablet's database. */
  outdated = false
  /** What the disk held when it had. */
  private written: string | null = null

  constructor(
    readonly name: string,
    readonly person: Person,
    readonly wanted: readonly DocumentId[],
    private disk: IDBFactory,
    private readonly world: World,
    private readonly network: Network,
    private readonly promises: Promises,
    /** Its version of the app. */
    private readonly app: string,
  ) {}

  get on(): boolean {
    return this.realm !== null
  }

  /** Switches the tablet on and opens the app, the newest there is. */
  async start(): Promise<void> {
    update(this.disk)
    this.realm = this.world.realm(this.name)
    this.network.reach(this.realm, this.online)
    await this.openTab()
  }

  /** Opens the app in one more tab. */
  async openTab(): Promise<void> {
    const { realm } = this
    if (!realm) return
    const tab = new Tab()
    this.tabs.push(tab)
    await this.world.on(realm, () => void this.boot(tab, realm))
  }

  /** Closes a tab as a person does; what it has to write, it writes. */
  async closeTab(tab: Tab): Promise<void> {
    const { session, sync } = tab
    if (!this.realm || !session) return
    this.tabs = this.tabs.filter((it) => it !== tab)
    await this.world.on(this.realm, () => {
      sync?.stop()
      void session.lock()
    })
  }

  /** The power goes between two steps: memory is gone, the disk keeps what was committed. */
  crash(): void {
    const { realm, tabs } = this
    if (!realm) return
    this.world.kill(realm)
    this.network.gone(realm)
    this.disk = cutPower(this.disk)
    if (this.written !== null && this.written !== contents(this.disk))
      this.promises.broken.push(`${this.name}: an app older than its database wrote`)
    this.outdated = false
    this.written = null
    this.realm = null
    this.tabs = []
    for (const { sync } of tabs) sync?.stop()
  }

  /** A copy of the profile of a tablet that is off. */
  profile(): IDBFactory {
    return copyDisk(this.disk)
  }

  /** Puts a copy of the profile in place of the disk. */
  rollBack(profile: IDBFactory): void {
    this.disk = copyDisk(profile)
  }

  /** The disk refuses what is being written now. */
  async failWrites(): Promise<boolean> {
    let any = false
    if (this.realm)
      await this.world.on(this.realm, () => {
        any = fail(this.disk)
      })
    return any
  }

  /** A newer app writes to the database, in a tab of its own; this one is older now. */
  async outdate(): Promise<void> {
    const { realm } = this
    if (!realm || this.outdated) return
    this.outdated = true
    await this.world.on(realm, () => {
      Dexie.dependencies.indexedDB = this.disk
      const newer = new PersonDatabase(this.person.user)
      const marker = { key: 'minWriterVersion', value: writerVersion + 1 }
      void newer.state.put(marker).then(() => {
        this.written = contents(this.disk)
        newer.end()
      })
    })
  }

  /** The disk of a tablet that is off loses a row that waits; whether there was one to lose. */
  async damage(): Promise<boolean> {
    const choose = (rows: readonly RowRecord[]) => this.world.chance.pick(rows)
    const lost = await loseRow(this.disk, choose)
    if (lost) this.promises.lost(this.name, lost.facts)
    return lost !== null
  }

  setOnline(online: boolean): void {
    this.online = online
    if (this.realm) this.network.reach(this.realm, online)
  }

  /** Enters something in a tab; resolves when it was taken, long before it is on disk. */
  async enter(tab: Tab, document: DocumentId, entries: readonly Entry[]): Promise<void> {
    const opened = tab.documents.get(document)
    if (!this.realm || !opened) return
    await this.world.on(this.realm, () => {
      tab.unsaved.add(entries)
      opened.assert(entries).then((ids) => {
        tab.unsaved.delete(entries)
        for (const id of ids) this.promises.saved(this.name, document, id)
      })
    })
  }

  private async boot(tab: Tab, realm: Realm): Promise<void> {
    Dexie.dependencies.indexedDB = this.disk
    const { user, device } = this.person
    const person = { user, device, label: '', settings: { autoLock: never } }
    const session = await PersonSession.start(person, simulatedKey, { app: this.app, onAutoLock: () => {} })
    tab.session = session
    const token = { access: tokenOf(this.person), accessExpires: Number.MAX_SAFE_INTEGER }
    tab.sync = startSync(session, {
      url: 'wss://school/sync',
      socket: this.network.sockets(realm),
      tokens: { current: async () => token, renew: async () => ({ kind: 'noLine' }) },
      app: this.app,
      documents: () => this.wanted,
      schedule: {
        now: session.now,
        after: (ms, run) => {
          const timer = this.world.timer(ms, run, false)
          return () => this.world.cancel(timer)
        },
      },
      random: () => this.world.chance.next(),
    })
    for (const id of this.wanted) {
      if (!this.tabs.includes(tab)) return
      const document = await session.open(id)
      tab.documents.set(id, document)
      const look = () => this.promises.seen(this.name, id, document.fold)
      document.subscribe(look)
      look()
    }
  }
}
