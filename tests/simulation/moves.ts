import type { Person } from '../server/relay/school.ts'
import { type Beginning, clockErrors, day } from './beginning.ts'
import { Device, type Tab } from './device.ts'
import { entriesOf, wanted } from './entries.ts'
import { Intruder } from './intruder.ts'
import type { Met } from './met.ts'
import type { Network } from './network.ts'
import type { Promises } from './promises.ts'
import type { SchoolDatabase } from './school-database.ts'
import type { SchoolRelay } from './school-relay.ts'
import type { World } from './world.ts'

const hour = 3_600_000
/** Tablets of a school at most. */
const tabletLimit = 6

/** What happens in a school by itself or by people: one move after another, as chance has it. */
export class Moves {
  readonly devices: Device[] = []
  readonly met: Met = {}
  readonly intruder: Intruder
  private readonly backups: SchoolDatabase[]
  /** Moves that one before them has arranged. */
  private readonly arranged: (() => Promise<void>)[] = []
  private readonly profiles: { device: string; disk: IDBFactory; moment: number }[] = []

  /** `moment`: how far the run is. */
  constructor(
    private readonly world: World,
    private readonly network: Network,
    private readonly relay: SchoolRelay,
    private readonly promises: Promises,
    private readonly beginning: Beginning,
    private readonly moment: () => number,
  ) {
    this.intruder = new Intruder(world, network, relay)
    this.backups = [beginning.school]
  }

  /** Gives a person a tablet. */
  async newDevice(person: Person): Promise<void> {
    const error = this.world.chance.pick(clockErrors)
    if (Math.abs(error) >= day) this.count('skewedClocks')
    const device = this.device(person.device, person, this.beginning.profile(person, error))
    this.devices.push(device)
    await device.start()
  }

  /** Something happens. */
  async next(): Promise<void> {
    const arranged = this.arranged.shift()
    if (arranged) return arranged()
    const { chance } = this.world
    const roll = chance.next()
    if (roll < 0.47) await this.enter()
    else if (roll < 0.5) await this.worstDay()
    else if (roll < 0.62) await this.lines()
    else if (roll < 0.82) await this.tablets()
    else if (roll < 0.94) await this.server()
    else if (roll < 0.97)
      await this.world.sleep(chance.chance(0.2) ? 7 * day : chance.between(hour, 20 * hour))
    else await this.world.pass(chance.between(1_000, 70_000))
  }

  /** The relay's process ends. */
  endRelay(): void {
    this.relay.crash()
    this.count('relayCrashes')
  }

  private device(name: string, person: Person, disk: IDBFactory): Device {
    const { world, network, promises } = this
    const app = world.chance.pick(['0.1.0', '0.0.9'])
    return new Device(name, person, wanted, disk, world, network, promises, app)
  }

  private count(what: string, times = 1): void {
    this.met[what] = (this.met[what] ?? 0) + times
  }

  private sweep(): Promise<number> {
    return this.promises.sweep((document) => this.relay.fold(document))
  }

  private async enter(devices = this.devices): Promise<void> {
    const { chance } = this.world
    const ready = devices.filter(({ tabs }) => tabs.some(({ documents }) => documents.size === wanted.length))
    if (ready.length === 0) return
    const device = chance.pick(ready)
    const tab = chance.pick(device.tabs.filter(({ documents }) => documents.size === wanted.length))
    const { document, entries, fault } = entriesOf(device.person.person, chance)
    if (fault) this.count('faults')
    await device.enter(tab, document, entries)
  }

  /** Somebody enters something and loses the line, maybe before he hears of it; then the server needs its backup. */
  private async worstDay(): Promise<void> {
    const device = this.world.chance.pick(this.devices)
    this.arranged.push(
      async () => this.loseLine(device),
      async () => {
        if (this.relay.up) this.endRelay()
        await this.restore()
        await this.relay.start()
      },
    )
    await this.enter([device])
  }

  private loseLine(device: Device): void {
    const { network } = this
    device.setOnline(false)
    for (const line of network.connections) if (line.device === device.realm) network.cut(line)
  }

  private async lines(): Promise<void> {
    const { chance } = this.world
    const { network } = this
    const device = chance.pick(this.devices)
    const [connection] = chance.shuffle([...network.connections])
    const roll = chance.next()
    if (roll < 0.35) {
      if (device.online) this.loseLine(device)
      else device.setOnline(true)
    } else if (!connection) return
    else if (roll < 0.6) {
      network.cut(connection)
      this.count('cuts')
    } else if (roll < 0.75) {
      connection.halfOpen = true
      this.count('halfOpen')
    } else connection.mangles = roll < 0.9 ? 'doubles' : 'cuts'
  }

  private async tablets(): Promise<void> {
    const { chance } = this.world
    const device = chance.pick(this.devices)
    const roll = chance.next()
    if (!device.on) return roll < 0.1 ? this.destroy(device) : this.startAgain(device)
    if (roll < 0.4) {
      device.crash()
      this.count('crashes')
      if (chance.chance(0.4))
        this.profiles.push({ device: device.name, disk: device.profile(), moment: this.moment() })
      if (chance.chance(0.2)) await this.damage(device)
    } else if (roll < 0.6) {
      if (device.tabs.length < 2) {
        await device.openTab()
        this.count('tabs')
      } else await device.closeTab(device.tabs[0] as Tab)
    } else if (roll < 0.65) {
      await device.outdate()
      this.count('outdated')
    } else if (await device.failWrites()) this.count('failedWrites')
  }

  private async damage(device: Device): Promise<void> {
    if (!(await device.damage())) return
    await this.sweep()
    this.count('damages')
  }

  /** A tablet that is off never comes back: what only it held is gone, what had a receipt is not. */
  private async destroy(device: Device): Promise<void> {
    if (this.devices.length < 3) return
    this.devices.splice(this.devices.indexOf(device), 1)
    this.promises.lost(device.name)
    this.count('destroyed')
    this.count('excused', await this.sweep())
  }

  /** A tablet that was off comes back: as it was, with last week's profile, or as two. */
  private async startAgain(device: Device): Promise<void> {
    const { chance } = this.world
    const kept = this.profiles.filter((profile) => profile.device === device.name)
    if (kept.length > 0 && chance.chance(0.35)) {
      const { disk, moment } = chance.pick(kept)
      if (chance.chance(0.3) && this.devices.length < tabletLimit) {
        const clone = this.device(`${device.name}-${moment}`, device.person, disk)
        clone.rollBack(disk)
        this.promises.copied(device.name, moment, clone.name)
        this.devices.push(clone)
        this.count('clones')
        await clone.start()
      } else {
        device.rollBack(disk)
        this.promises.copied(device.name, moment, device.name)
        await this.sweep()
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
    else if (roll < 0.7) {
      relay.failAtCommit()
      this.count('failedCommits')
    } else this.backups.push(await relay.backup())
  }

  /** The server comes back: as it was, from a backup, or with a file copied back by hand. */
  private async startRelay(): Promise<void> {
    if (this.world.chance.chance(0.35)) await this.restore()
    await this.relay.start()
  }

  private async restore(): Promise<void> {
    const { chance } = this.world
    const byHand = chance.chance(0.5)
    await this.relay.restore(chance.pick(this.backups), byHand)
    // No restore is so fast that the same entry could be received twice in one millisecond.
    await this.world.pass(1)
    await this.sweep()
    this.count(byHand ? 'filesCopiedBack' : 'restores')
  }
}
