import { foldStored } from '../../server/relay/own-facts.ts'
import { type Authenticated, Relay } from '../../server/relay/relay.ts'
import { NoRoom, type RowStore } from '../../server/store/row-store.ts'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Fold } from '../../src/domain/ledger/fold.ts'
import { mayRead } from '../../src/domain/policy/access.ts'
import { isOffice } from '../../src/domain/policy/policy.ts'
import type { Person } from '../server/relay/school.ts'
import type { Network } from './network.ts'
import type { SchoolDatabase } from './school-database.ts'
import type { Realm, World } from './world.ts'

export const keys = { mac: Buffer.alloc(32, 3) }

export function silent() {
  const say = () => {}
  return { debug: say, info: say, warn: say, error: say }
}

/** A token says who holds it: signing in is not what is tried here. */
export const tokenOf = (person: Person) => JSON.stringify(person)

/** The real relay on a real database, whose process may end between any two steps, or at a commit. */
export class SchoolRelay {
  /** What the relay's process complained about. */
  readonly errors: string[] = []
  private realm: Realm | null = null
  private relay: Relay | null = null
  private dying = false
  /** How many commits the disk has no room for. */
  private full = 0
  private dead = false

  constructor(
    private readonly world: World,
    private readonly network: Network,
    private readonly database: SchoolDatabase,
  ) {}

  get up(): boolean {
    return this.relay !== null
  }

  /** Whether the process ended at a commit and nobody has noticed yet. */
  get fallen(): boolean {
    return this.dead && this.up
  }

  async start(): Promise<void> {
    const realm = this.world.realm('relay')
    this.realm = realm
    this.dying = false
    this.full = 0
    this.dead = false
    await this.world.on(realm, () => {
      void this.database
        .open({ begin: () => this.begin(), commit: (wrote) => this.commit(wrote) })
        .then(async (store) => {
          this.relay = await Relay.open({
            store,
            keys,
            now: this.world.now,
            log: { ...silent(), error: ({ err }: { err?: unknown }, text) => this.note(text, err) },
            authenticate: (token): Authenticated => ({
              ...(JSON.parse(token) as Person),
              administrator: false,
              expires: this.world.now() + 1e12,
            }),
          })
        })
    })
    this.network.shore = {
      realm,
      lives: () => !this.dead,
      accept: (socket) => this.relay?.accept(socket),
    }
  }

  /** The process will end at its next commit, just before what it wrote is on disk. */
  dieAtCommit(): void {
    this.dying = true
  }

  /** Its next commits will fail; the process lives on. */
  failAtCommit(): void {
    this.full = 3
  }

  /** The process ends; what was committed is on disk. */
  crash(): void {
    if (this.realm) this.world.kill(this.realm)
    this.realm = null
    this.relay = null
    this.network.relayGone()
  }

  /** A copy of the database as it stands. */
  backup(): Promise<SchoolDatabase> {
    return this.database.copy()
  }

  /** Puts a copy in place of the database; `byHand` without a new incarnation, as somebody copies a file. */
  restore(backup: SchoolDatabase, byHand: boolean): Promise<void> {
    return this.database.restore(backup, byHand)
  }

  /** The relay's view of its logs, also while its process is down. */
  view(): Promise<RowStore> {
    return this.database.view()
  }

  /** What a log folds to. */
  async fold(document: DocumentId): Promise<Fold> {
    return foldStored(await this.view(), document)
  }

  /** Whether a person may read a document as things stand. */
  reads({ person }: Person, document: DocumentId): boolean {
    const policy = this.running.policy()
    return mayRead(
      policy,
      { person, office: isOffice(policy.school, person) },
      document,
      this.running.today(),
    )
  }

  verify() {
    return this.running.verify()
  }

  private get running(): Relay {
    if (!this.relay) throw new Error('the relay is down')
    return this.relay
  }

  private note(text: string, err: unknown): void {
    if (!this.dead && !(err instanceof NoRoom))
      this.errors.push(`${text}: ${err instanceof Error ? err.stack : err}`)
  }

  private begin(): void {
    if (this.dead) throw new Error('the process has ended')
  }

  private commit(wrote: boolean): void {
    if (this.dying) {
      this.dead = true
      throw new Error('the process ends')
    }
    // A full disk minds only what is written.
    if (this.full > 0 && wrote) {
      this.full--
      throw Object.assign(new Error('database or disk is full'), { code: this.database.diskFull })
    }
  }
}
