import type Database from 'libsql'
import { type Person, people, russianJournal, tuesday } from '../server/relay/school.ts'
import { type Beginning, clockErrors } from './beginning.ts'
import { Device, type Tab } from './device.ts'
import { entriesOf, wanted } from './entries.ts'
import { inspect } from './inspection.ts'
import { Intruder } from './intruder.ts'
import { Network } from './network.ts'
import { Promises } from './promises.ts'
import { SchoolRelay } from './school-relay.ts'
import { World } from './world.ts'

/** What a run met, by name and how often. */
export type Met = Record<string, number>

/** What the seeds of a run together must have met, else they prove little. */
export const mustMeet = [
  ...['conflicts', 'voids', 'refusals', 'quarantined', 'resyncs', 'comparisons', 'denials', 'crashes'],
  ...[
    'relayCrashes',
    'rollbacks',
    'clones',
    'restores',
    'filesCopiedBack',
    'failedWrites',
    'cuts',
    'halfOpen',
  ],
]

/** Adds what one more run met. */
export function addMet(sum: Met, more: Met): void {
  for (const [what, count] of Object.entries(more)) sum[what] = (sum[what] ?? 0) + count
}

export interface Outcome {
  /** Broken promises, in words; empty when all were kept. */
  broken: readonly string[]
  met: Met
}

const hour = 3_600_000
const moves = 26
/** Rounds of a minute or so after which a school in order is quiet. */
const patience = 40

/** Runs the school of one seed until all is quiet, and says which promises were broken. */
export async function simulate(seed: number, beginning: Beginning): Promise<Outcome> {
  const world = new World(seed, tuesday)
  try {
    const scenario = new Scenario(world, beginning)
    return await scenario.run()
  } finally {
    world.end()
  }
}

class Scenario {
  private readonly network: Network
  private readonly relay: SchoolRelay
  private readonly promises: Promises
  private readonly devices: Device[] = []
  private readonly met: Met = {}
  private readonly intruder: Intruder
  private moment = 0
  private readonly backups: { database: Database.Database; moment: number }[] = []
  private readonly profiles: { device: string; disk: IDBFactory; moment: number }[] = []

  constructor(
    private readonly world: World,
    private readonly beginning: Beginning,
  ) {
    this.network = new Network(world)
    this.relay = new SchoolRelay(world, this.network, beginning.school)
    this.intruder = new Intruder(world, this.network)
    this.promises = new Promises(() => this.moment)
  }

  async run(): Promise<Outcome> {
    const { world, relay } = this
    const { chance } = world
    await relay.start()
    this.backups.push({ database: relay.backup(), moment: 0 })
    const { vera, veraHome, pavel, galina, office } = people
    for (const person of [
      vera,
      office,
      ...chance.shuffle([veraHome, pavel, galina]).slice(0, chance.between(1, 3)),
    ])
      await this.newDevice(person)
    for (let i = 0; i < moves; i++) {
      await this.move()
      await this.progress(chance.below(chance.chance(0.2) ? 400 : 60))
    }
    const trouble = await this.settle()
    const broken = trouble ?? (await inspect(world, relay, this.devices, this.promises, this.met))
    const fold = relay.fold(russianJournal)
    const forged = [...this.intruder.forged].filter((id) => fold.fact(id))
    broken.push(...forged.map((id) => `${id} was never written by its author`))
    return { broken, met: { ...this.met, ...this.network.met } }
  }

  private async newDevice(person: Person): Promise<void> {
    const disk = this.beginning.profile(person, this.world.chance.pick(clockErrors))
    const device = new Device(person.device, person, wanted, disk, this.world, this.network, this.promises)
    this.devices.push(device)
    await device.start()
  }

  /** Lets tasks run and frames travel, in the order of chance. */
  private async progress(steps: number): Promise<void> {
    const { world, network, relay } = this
    for (let i = 0; i < steps; i++) {
      this.moment++
      const first = world.chance.chance(0.25)
      const went = first
        ? (await network.carry()) || (await world.step())
        : (await world.step()) || (await network.carry())
      if (!went) await world.pass(world.chance.between(20, 3_000))
      if (relay.fallen) this.endRelay()
    }
  }

  private count(what: string): void {
    this.met[what] = (this.met[what] ?? 0) + 1
  }

  private async move(): Promise<void> {
    const { chance } = this.world
    this.moment++
    const roll = chance.next()
    if (roll < 0.5) await this.enter()
    else if (roll < 0.62) await this.lines()
    else if (roll < 0.82) await this.tablets()
    else if (roll < 0.94) await this.server()
    else if (roll < 0.97) await this.world.sleep(chance.between(hour, 20 * hour))
    else await this.world.pass(chance.between(1_000, 70_000))
  }

  private async enter(): Promise<void> {
    const { chance } = this.world
    const ready = this.devices.filter(({ tabs }) =>
      tabs.some(({ documents }) => documents.size === wanted.length),
    )
    if (ready.length === 0) return
    const device = chance.pick(ready)
    const tab = chance.pick(device.tabs.filter(({ documents }) => documents.size === wanted.length))
    const { document, entries, fault } = entriesOf(device.person.person, chance)
    if (fault) this.count('faults')
    await device.enter(tab, document, entries)
  }

  private async lines(): Promise<void> {
    const { chance } = this.world
    const { network } = this
    const device = chance.pick(this.devices)
    const [connection] = chance.shuffle([...network.connections])
    const roll = chance.next()
    if (roll < 0.4) device.setOnline(!device.online)
    if (!connection) return
    if (roll < 0.4 && !device.online) {
      for (const line of network.connections) if (line.device === device.realm) network.cut(line)
    } else if (roll < 0.85) {
      network.cut(connection)
      this.count('cuts')
    } else {
      connection.halfOpen = true
      this.count('halfOpen')
    }
  }

  private async tablets(): Promise<void> {
    const { chance } = this.world
    const device = chance.pick(this.devices)
    const roll = chance.next()
    if (!device.on) return this.startAgain(device)
    if (roll < 0.4) {
      device.crash()
      this.count('crashes')
      if (chance.chance(0.4))
        this.profiles.push({ device: device.name, disk: device.profile(), moment: this.moment })
    } else if (roll < 0.6) {
      if (device.tabs.length < 2) await device.openTab()
      else await device.closeTab(device.tabs[0] as Tab)
    } else if (await device.failWrites()) this.count('failedWrites')
  }

  /** A tablet that was off comes back: as it was, with last week's profile, or as two. */
  private async startAgain(device: Device): Promise<void> {
    const { chance } = this.world
    const kept = this.profiles.filter((profile) => profile.device === device.name)
    if (kept.length > 0 && chance.chance(0.35)) {
      const { disk, moment } = chance.pick(kept)
      if (chance.chance(0.3) && this.devices.length < 6) {
        const clone = new Device(
          `${device.name}-${this.devices.length}`,
          device.person,
          wanted,
          disk,
          this.world,
          this.network,
          this.promises,
        )
        clone.rollBack(disk)
        this.promises.copied(device.name, moment, clone.name)
        this.devices.push(clone)
        this.count('clones')
        await clone.start()
      } else {
        device.rollBack(disk)
        this.promises.copied(device.name, moment, device.name)
        this.promises.sweep((document) => this.relay.fold(document))
        this.count('rollbacks')
      }
    }
    await device.start()
  }

  private async server(): Promise<void> {
    const { chance } = this.world
    const { relay } = this
    const roll = chance.next()
    if (!relay.up) return this.startRelay()
    if (chance.chance(0.3)) {
      this.count('intrusions')
      return this.intruder.strike()
    }
    if (roll < 0.3) this.endRelay()
    else if (roll < 0.6) relay.dieAtCommit()
    else this.backups.push({ database: relay.backup(), moment: this.moment })
  }

  private endRelay(): void {
    this.relay.crash()
    this.count('relayCrashes')
  }

  /** The server comes back: as it was, from a backup, or with a file copied back by hand. */
  private async startRelay(): Promise<void> {
    const { chance } = this.world
    if (chance.chance(0.35)) {
      const byHand = chance.chance(0.5)
      this.relay.restore(chance.pick(this.backups).database, byHand)
      this.promises.sweep((document) => this.relay.fold(document))
      this.count(byHand ? 'filesCopiedBack' : 'restores')
    }
    await this.relay.start()
  }

  /** Everything is switched on and nothing fails any more; null once all is quiet, else what is not. */
  private async settle(): Promise<string[] | null> {
    const { world, network, relay, devices } = this
    if (relay.up) this.endRelay()
    await relay.start()
    for (const device of devices) {
      device.setOnline(true)
      if (!device.on) await device.start()
    }
    let quiet = 0
    let redialled = false
    let steps = 0
    for (let round = 0; round < patience; round++) {
      while ((await network.carry()) || (await world.step()))
        if (++steps > 100_000) return ['the school never comes to rest']
      quiet = this.restless().length === 0 ? quiet + 1 : 0
      if (quiet === 2 && redialled) return null
      // Who was denied asks again with the next connection only.
      if (quiet === 1 && !redialled) {
        redialled = true
        quiet = 0
        for (const connection of network.connections) network.cut(connection)
      }
      await world.pass(world.chance.between(3_000, 20_000))
    }
    return this.restless()
  }

  private restless(): string[] {
    return this.devices.flatMap(({ name, realm, tabs }) =>
      tabs.flatMap(({ session, sync, documents, unsaved }) => {
        if (!session || !sync || documents.size < wanted.length) return [`${name} has not opened`]
        const { line, waiting, denied } = sync.status.get()
        const open = wanted.filter((id) => !sync.isComplete(id) && !denied.includes(id))
        return [
          ...(unsaved.size > 0 ? [`${name}: ${unsaved.size} entries are not on disk`] : []),
          ...(waiting.facts > 0 ? [`${name}: ${waiting.facts} facts still wait`] : []),
          ...(line !== 'online' ? [`${name}: the line is ${line}`] : []),
          // Nothing reaches it, and it can't know yet: its heartbeat has most of a minute to notice.
          ...(realm && this.network.holdsHalfOpen(realm) ? [`${name}: the line is half-open`] : []),
          ...open.map((id) => `${name}: ${id} is not complete`),
        ]
      }),
    )
  }
}
