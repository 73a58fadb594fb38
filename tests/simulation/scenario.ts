import { people, russianJournal, tuesday } from '../server/relay/school.ts'
import type { Beginning } from './beginning.ts'
import { wanted } from './entries.ts'
import { inspect } from './inspection.ts'
import type { Met } from './met.ts'
import { Moves } from './moves.ts'
import { Network } from './network.ts'
import { Promises } from './promises.ts'
import type { SchoolDatabase } from './school-database.ts'
import { SchoolRelay } from './school-relay.ts'
import { World } from './world.ts'

export interface Outcome {
  /** Broken promises, in words; empty when all were kept. */
  broken: readonly string[]
  met: Met
  /** Hash of all that happened. */
  trace: string
}

const movesOfRun = 26
/** Rounds of a minute or so after which a school in order is quiet. */
const patience = 40

/** Runs the school of one seed until all is quiet, and says which promises were broken. */
export async function simulate(seed: number, beginning: Beginning): Promise<Outcome> {
  const world = new World(seed, tuesday)
  try {
    return await new Scenario(world, beginning, await beginning.school.copy()).run()
  } finally {
    world.end()
  }
}

class Scenario {
  private readonly network: Network
  private readonly relay: SchoolRelay
  private readonly promises: Promises
  private readonly moves: Moves
  private moment = 0

  constructor(
    private readonly world: World,
    beginning: Beginning,
    school: SchoolDatabase,
  ) {
    const moment = () => this.moment
    this.network = new Network(world)
    this.relay = new SchoolRelay(world, this.network, school)
    this.promises = new Promises(moment)
    this.moves = new Moves(world, this.network, this.relay, this.promises, beginning, moment)
  }

  async run(): Promise<Outcome> {
    const { world, relay, moves, promises } = this
    const { chance } = world
    await relay.start()
    const { vera, veraHome, pavel, galina, office } = people
    const others = chance.shuffle([veraHome, pavel, galina]).slice(0, chance.between(1, 3))
    for (const person of [vera, office, ...others]) await moves.newDevice(person)
    for (let i = 0; i < movesOfRun; i++) {
      this.moment++
      await moves.next()
      await this.progress(chance.below(chance.chance(0.2) ? 400 : 60))
    }
    const trouble = await this.settle()
    const broken = trouble ?? (await inspect(world, relay, moves.devices, promises, moves.met))
    const fold = await relay.fold(russianJournal)
    const forged = [...moves.intruder.forged].filter((id) => fold.fact(id))
    broken.push(...forged.map((id) => `${id} was never written by its author`))
    return { broken, met: { ...moves.met, ...this.network.met }, trace: world.trace() }
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
      if (relay.fallen) this.moves.endRelay()
    }
  }

  /** Everything is switched on and nothing fails any more; null once all is quiet, else what is not. */
  private async settle(): Promise<string[] | null> {
    const { world, network, relay, moves } = this
    if (relay.up) moves.endRelay()
    await relay.start()
    for (const device of moves.devices) {
      if (device.outdated) device.crash()
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
    return this.moves.devices.flatMap(({ name, realm, tabs }) =>
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
