import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import type { LineSocket, LineSocketConstructor } from '../../src/sync/line-socket.ts'
import type { Realm, World } from './world.ts'

/** What travels: a frame, the library's own ping and pong, the end. */
type Parcel = Uint8Array<ArrayBuffer> | 'dial' | 'ping' | 'pong' | { code: number }

/** The kinds of frames by their number on the wire (`frames.ts`). */
const kindsMet: Record<number, string> = {
  67: 'resyncs',
  68: 'refusals',
  69: 'denials',
  71: 'comparisons',
  72: 'fullDisks',
}

/** A device's end of a connection. */
class NearEnd implements LineSocket {
  binaryType = 'blob'
  onopen: LineSocket['onopen'] = null
  onmessage: LineSocket['onmessage'] = null
  onclose: LineSocket['onclose'] = null
  onerror: LineSocket['onerror'] = null
  connection: Connection | null = null

  send(data: Uint8Array<ArrayBuffer>): void {
    this.connection?.up.push(data.slice())
  }

  close(code = 1000): void {
    this.connection?.up.push({ code })
    this.connection = null
  }
}

/** The relay's end, as the WebSocket library has it. */
class RelayEnd {
  readonly bufferedAmount = 0
  private readonly listeners = new Map<string, ((...args: never[]) => void)[]>()

  constructor(private readonly connection: Connection) {}

  on(event: string, listener: (...args: never[]) => void): this {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener])
    return this
  }

  emit(event: string, ...args: unknown[]): void {
    for (const listener of this.listeners.get(event) ?? []) listener(...(args as never[]))
  }

  send(bytes: Uint8Array<ArrayBuffer>, _options: unknown, done: () => void): void {
    this.connection.fromRelay(bytes.slice())
    setImmediate(done)
  }

  ping(): void {
    this.connection.fromRelay('ping')
  }

  close(code: number): void {
    this.connection.fromRelay({ code })
    setImmediate(() => {
      if (this.connection.relayEnd === this) this.connection.relayEnd = null
      this.emit('close', code)
    })
  }

  terminate(): void {
    this.close(1006)
  }
}

/** One connection: parcels on their way up and down, in order; until it is cut, on one side or on both. */
export class Connection {
  readonly up: Parcel[] = ['dial']
  readonly down: Parcel[] = []
  /** Silently swallows everything: neither side hears of it. */
  halfOpen = false
  /** What becomes of the next frame that it carries, whichever way. */
  mangles: 'doubles' | 'cuts' | null = null
  relayEnd: RelayEnd | null = null

  constructor(
    readonly device: Realm,
    readonly near: NearEnd,
    private readonly relayLives: () => boolean,
  ) {
    near.connection = this
  }

  fromRelay(parcel: Parcel): void {
    if (this.relayLives()) this.down.push(parcel)
  }
}

/** Where the relay is now; null while it is down. */
export interface Shore {
  realm: Realm
  lives: () => boolean
  accept(socket: WebSocket): void
}

/** All lines between devices and the relay. */
export class Network {
  readonly met: Record<string, number> = {}
  readonly connections = new Set<Connection>()
  shore: Shore | null = null
  private readonly cutOff = new Set<Realm>()

  constructor(private readonly world: World) {}

  /** The class of sockets that a device's app dials with. */
  sockets(device: Realm): LineSocketConstructor {
    const { connections } = this
    const lives = () => this.shore?.lives() ?? false
    return class extends NearEnd {
      constructor(_url: string) {
        super()
        connections.add(new Connection(device, this, lives))
      }
    }
  }

  /** A device goes out of reach, or comes back. */
  reach(device: Realm, online: boolean): void {
    if (online) this.cutOff.delete(device)
    else this.cutOff.add(device)
  }

  /** Cuts a line, possibly in the middle of a frame: of what is on its way some arrives, both sides hear of the end. */
  cut(connection: Connection): void {
    const { chance } = this.world
    connection.up.length = chance.below(connection.up.length + 1)
    connection.down.length = chance.below(connection.down.length + 1)
    connection.up.push({ code: 1006 })
    connection.down.push({ code: 1006 })
    connection.halfOpen = false
  }

  /** Whether a device holds a half-open line, of which only its own heartbeat can tell it. */
  holdsHalfOpen(device: Realm): boolean {
    return [...this.connections].some(
      ({ device: of, halfOpen, near }) => of === device && halfOpen && near.connection !== null,
    )
  }

  /** A device is switched off: the relay hears of it, now or never. */
  gone(device: Realm): void {
    for (const connection of this.connections) if (connection.device === device) this.cut(connection)
  }

  /** The relay's process ends: what it sent still travels, or only some of it, to one further than to another. */
  relayGone(): void {
    const { chance } = this.world
    this.shore = null
    for (const connection of this.connections) {
      connection.relayEnd = null
      connection.up.length = 0
      if (chance.chance(0.5)) connection.down.length = chance.below(connection.down.length + 1)
      connection.down.push({ code: 1006 })
    }
  }

  /** Carries one parcel of one line; false when nothing is on its way. */
  async carry(): Promise<boolean> {
    const ready: [Connection, Parcel[]][] = []
    for (const connection of this.connections) {
      if (connection.up.length > 0) ready.push([connection, connection.up])
      if (connection.down.length > 0) ready.push([connection, connection.down])
    }
    if (ready.length === 0) return false
    const [connection, way] = this.world.chance.pick(ready)
    const parcel = this.mangled(connection, way, this.take(way))
    this.world.tell(parcel instanceof Uint8Array ? parcel : JSON.stringify(parcel))
    if (way === connection.up) await this.toRelay(connection, parcel)
    else await this.toDevice(connection, parcel)
    return true
  }

  /** The next parcel; now and then one of another document overtakes it. */
  private take(way: Parcel[]): Parcel {
    const [first, second] = way
    const overtakes =
      first instanceof Uint8Array &&
      second instanceof Uint8Array &&
      documentOf(first) !== 0 &&
      documentOf(second) !== 0 &&
      documentOf(first) !== documentOf(second) &&
      this.world.chance.chance(0.1)
    return way.splice(overtakes ? 1 : 0, 1)[0]!
  }

  /** What of a parcel arrives: on a bad line a frame comes twice, or a part of it. */
  private mangled(connection: Connection, way: Parcel[], parcel: Parcel): Parcel {
    const { mangles } = connection
    if (!mangles || !(parcel instanceof Uint8Array)) return parcel
    connection.mangles = null
    if (mangles === 'doubles') {
      this.count('duplicates')
      way.unshift(parcel)
      return parcel
    }
    this.count('cutFrames')
    return parcel.slice(0, this.world.chance.below(parcel.length))
  }

  private count(what: string): void {
    this.met[what] = (this.met[what] ?? 0) + 1
  }

  private async toRelay(connection: Connection, parcel: Parcel): Promise<void> {
    const { shore } = this
    if (parcel === 'dial') return this.dial(connection, shore)
    const end = connection.relayEnd
    if (end && shore && !connection.halfOpen)
      await this.world.on(shore.realm, () => {
        if (parcel === 'pong') end.emit('pong')
        else if (parcel instanceof Uint8Array) end.emit('message', parcel, true)
        else end.emit('close', (parcel as { code: number }).code)
      })
    if (typeof parcel === 'object' && 'code' in parcel) connection.relayEnd = null
    this.forget(connection)
  }

  private async dial(connection: Connection, shore: Shore | null): Promise<void> {
    if (!shore || this.cutOff.has(connection.device)) {
      connection.down.push({ code: 1006 })
      return
    }
    const end = new RelayEnd(connection)
    connection.relayEnd = end
    await this.world.on(shore.realm, () => shore.accept(end as unknown as WebSocket))
    await this.world.on(connection.device, () => connection.near.onopen?.({} as never))
  }

  private async toDevice(connection: Connection, parcel: Parcel): Promise<void> {
    const { near } = connection
    if (parcel === 'ping') connection.up.push('pong')
    else if (!connection.halfOpen && typeof parcel === 'object')
      await this.world.on(connection.device, () => {
        if ('code' in parcel) near.onclose?.({ code: parcel.code, reason: '' })
        else near.onmessage?.({ data: this.noted(parcel).buffer })
      })
    // On a half-open line the end, too, is swallowed: the device believes in it until it gives it up itself.
    if (!connection.halfOpen && typeof parcel === 'object' && 'code' in parcel) near.connection = null
    this.forget(connection)
  }

  private noted(frame: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    const decoder = decoding.createDecoder(frame)
    // Of one that was cut there may be less.
    if (frame.length < 3) return frame
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const kind = kindsMet[decoding.readUint8(decoder)]
    if (kind) this.count(kind)
    return frame
  }

  private forget(connection: Connection): void {
    const { near, relayEnd, up, down } = connection
    if (relayEnd === null && near.connection === null && up.length === 0 && down.length === 0)
      this.connections.delete(connection)
  }
}

/** The channel that a frame belongs to. */
function documentOf(frame: Uint8Array): number {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return decoding.readVarUint(decoder)
}
