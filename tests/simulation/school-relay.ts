import Database from 'libsql'
import { foldDocument } from '../../server/relay/own-facts.ts'
import { type Authenticated, Relay } from '../../server/relay/relay.ts'
import { NoRoom } from '../../server/store/row-store.ts'
import { SqliteRowStore } from '../../server/store/sqlite-row-store.ts'
import { renewIncarnation } from '../../server/store/sqlite-schema.ts'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Fold } from '../../src/domain/ledger/fold.ts'
import { mayRead } from '../../src/domain/policy/access.ts'
import { isOffice } from '../../src/domain/policy/policy.ts'
import type { Person } from '../server/relay/school.ts'
import { declaredReads } from '../server/store/declared-reads.ts'
import type { Network } from './network.ts'
import type { Realm, World } from './world.ts'

export const keys = { mac: Buffer.alloc(32, 3) }
const tables = ['store_meta', 'document', 'row', 'writer', 'fact_index', 'policy_fact']

/** A database in memory with the content of another. */
export function copyDatabase(source: Database.Database): Database.Database {
  const copy = new Database(':memory:')
  new SqliteRowStore(copy)
  for (const table of tables) {
    const lines = source.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]
    copy.exec(`DELETE FROM ${table}`)
    for (const line of lines)
      copy
        .prepare(`INSERT INTO ${table} VALUES (${line.map(() => '?').join()})`)
        .run(...line.map((value) => (value instanceof ArrayBuffer ? Buffer.from(value) : value)))
  }
  return copy
}

export function silent() {
  const say = () => {}
  return { debug: say, info: say, warn: say, error: say }
}

/** A token says who holds it: signing in is not what is tried here. */
export const tokenOf = (person: Person) => JSON.stringify(person)

/** The disk was full for a moment, as SQLite says it. */
class DiskFull extends Error {
  readonly code = 'SQLITE_FULL'
}

/** The real relay on a real database in memory, whose process may end between any two steps, or at a commit. */
export class SchoolRelay {
  /** What the relay's process complained about. */
  readonly errors: string[] = []
  private database: Database.Database
  private realm: Realm | null = null
  private relay: Relay | null = null
  private dying = false
  /** How many commits the disk has no room for. */
  private full = 0
  private dead = false

  constructor(
    private readonly world: World,
    private readonly network: Network,
    school: Database.Database,
  ) {
    this.database = copyDatabase(school)
  }

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
    this.mayDie(this.database)
    await this.world.on(realm, () => {
      const store = declaredReads(this.view())
      this.relay = new Relay(
        {
          store,
          keys,
          now: this.world.now,
          log: { ...silent(), error: ({ err }: { err?: unknown }, text) => this.note(text, err) },
          authenticate: (token): Authenticated => ({
            ...(JSON.parse(token) as Person),
            administrator: false,
            expires: this.world.now() + 1e12,
          }),
        },
        store.policyRecords(),
      )
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
  backup(): Database.Database {
    return copyDatabase(this.database)
  }

  /** Puts a copy in place of the database; `byHand` without a new incarnation, as somebody copies a file. */
  restore(backup: Database.Database, byHand: boolean): void {
    this.database = copyDatabase(backup)
    if (!byHand) renewIncarnation(this.database)
  }

  /** The relay's view of its logs, also while its process is down. */
  view(): SqliteRowStore {
    return new SqliteRowStore(this.database)
  }

  /** What a log folds to. */
  fold(document: DocumentId): Fold {
    return foldDocument(this.view(), document)
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

  private mayDie(database: Database.Database): void {
    const exec = Database.prototype.exec
    const changes = database.prepare('SELECT total_changes() AS count')
    const count = () => (changes.get() as { count: number }).count
    let before = 0
    database.exec = (sql: string) => {
      if (this.dead && sql === 'BEGIN IMMEDIATE') throw new Error('the process has ended')
      if (this.dying && sql === 'COMMIT') {
        this.dead = true
        throw new Error('the process ends')
      }
      if (sql === 'BEGIN IMMEDIATE') before = count()
      // A full disk minds only what is written.
      if (this.full > 0 && sql === 'COMMIT' && count() > before) {
        this.full--
        throw new DiskFull('database or disk is full')
      }
      return exec.call(database, sql)
    }
  }
}
