import { createHash } from 'node:crypto'
import { type Random, random } from '../../server/demo/random.ts'
import { drained, type Platform, takeOver } from './platform.ts'

/** A computer: its tasks run in order, its timers end with it. */
export interface Realm {
  name: string
  alive: boolean
  tasks: (() => void)[]
  channels: { name: string; hear: (data: unknown) => void }[]
}

interface Timer {
  at: number
  run: () => void
  every: number | null
  realm: Realm
}

/** A task that no step of the simulation began. */
const nobody: Realm = { name: 'nobody', alive: false, tasks: [], channels: [] }

/** One run: true time, computers with their tasks and timers, and the one stream of chance that orders them. */
export class World implements Platform {
  readonly chance: Random
  /** Complaints on the consoles of all computers. */
  readonly complaints: string[] = []
  private readonly platformChance: Random
  private readonly told = createHash('sha256')
  private readonly realms = new Set<Realm>()
  private readonly timers = new Set<Timer>()
  private current = nobody

  constructor(
    seed: number,
    private time: number,
  ) {
    this.chance = random(seed, 'schedule')
    this.platformChance = random(seed, 'platform')
    takeOver(this)
  }

  /** Gives the platform back. */
  end(): void {
    takeOver(null)
  }

  /** Adds something that happened to the trace. */
  tell(what: string | Uint8Array): void {
    this.told.update(what)
  }

  /** The hash of all that happened, step for step and byte for byte: equal for two runs of one seed. Ends the trace. */
  trace(): string {
    return this.told.digest('hex')
  }

  /** True time, ms since 1970. */
  readonly now = () => this.time
  readonly random32 = () => this.platformChance.below(2 ** 32)

  task(run: () => void): void {
    if (this.current.alive) this.current.tasks.push(run)
  }

  timer(ms: number, run: () => void, again: boolean): unknown {
    const timer = {
      at: this.time + Math.max(1, ms),
      run,
      every: again ? Math.max(1, ms) : null,
      realm: this.current,
    }
    if (timer.realm.alive) this.timers.add(timer)
    const handle = { timer, unref: () => handle, ref: () => handle }
    return handle
  }

  cancel(handle: unknown): void {
    if (handle) this.timers.delete((handle as { timer: Timer }).timer)
  }

  channel(name: string) {
    const realm = this.current
    const own = { name, hear: (_: unknown) => {} }
    realm.channels.push(own)
    return {
      post: (data: unknown) => {
        for (const other of realm.channels)
          if (other !== own && other.name === name) realm.tasks.push(() => other.hear(data))
      },
      close: () => {
        realm.channels = realm.channels.filter((it) => it !== own)
      },
      listen: (hear: (data: unknown) => void) => {
        own.hear = hear
      },
    }
  }

  complain(what: readonly unknown[]): void {
    this.complaints.push(`${this.current.name}: ${what.map(String).join(' ')}`)
  }

  /** Switches a computer on. */
  realm(name: string): Realm {
    const realm: Realm = { name, alive: true, tasks: [], channels: [] }
    this.realms.add(realm)
    return realm
  }

  /** Switches a computer off between two steps: nothing it had begun goes on. */
  kill(realm: Realm): void {
    realm.alive = false
    realm.tasks = []
    realm.channels = []
    this.realms.delete(realm)
    for (const timer of [...this.timers]) if (timer.realm === realm) this.timers.delete(timer)
  }

  /** Runs something on a computer, with all that follows from it at once. */
  async on(realm: Realm, run: () => void): Promise<void> {
    if (!realm.alive) return
    this.tell(`${realm.name} at ${this.time};`)
    this.current = realm
    run()
    await drained()
    this.current = nobody
  }

  /** One task of one computer; false when all are idle. */
  async step(): Promise<boolean> {
    const busy = [...this.realms].filter(({ tasks }) => tasks.length > 0)
    if (busy.length === 0) return false
    const realm = this.chance.pick(busy)
    await this.on(realm, realm.tasks.shift()!)
    return true
  }

  /** Everybody sleeps: timers that came due meanwhile run once, late. */
  async sleep(ms: number): Promise<void> {
    this.time += ms
    for (const timer of [...this.timers]) {
      if (timer.at > this.time || !this.timers.has(timer)) continue
      if (timer.every === null) this.timers.delete(timer)
      else timer.at = this.time + timer.every
      await this.on(timer.realm, timer.run)
    }
  }

  /** Lets time pass; timers that are due run in order, before any task that they cause. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms
    for (;;) {
      let next: Timer | undefined
      for (const timer of this.timers) if (timer.at <= end && (!next || timer.at < next.at)) next = timer
      if (!next) break
      this.time = Math.max(this.time, next.at)
      if (next.every === null) this.timers.delete(next)
      else next.at = this.time + next.every
      await this.on(next.realm, next.run)
    }
    this.time = end
  }
}
