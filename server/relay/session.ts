import { type DocumentId, readDocumentId } from '../../src/domain/ledger/documents.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import { type CloseCode, closeCodes } from '../../src/sync/close-codes.ts'
import {
  type Address,
  addressed,
  controlChannel,
  type DeviceFrame,
  decodeDeviceFrame,
  type Entry,
  encodeFrame,
  type RefusalCode,
  type RelayFrame,
} from '../../src/sync/frames.ts'
import { type CarriedRun, decodeUpdate } from '../../src/sync/update.ts'
import type { Awaitable } from '../store/row-store.ts'
import { accessOf } from './access.ts'
import type { Answer } from './answer.ts'
import type { Authenticated } from './authenticated.ts'
import { Channel, type DeviceCursor } from './channel.ts'
import { FrameQueue, versionFault } from './frame-queue.ts'
import type { Connection, Hub } from './hub.ts'
import type { Logger } from './logger.ts'
import type { Measures } from './measures.ts'
import { Outflow } from './outflow.ts'
import { Peer, type PeerSocket } from './peer.ts'
import type { RelayLog } from './relay-log.ts'
import { returnedLimit, takeReturned } from './returned.ts'
import type { SignIns } from './sign-ins.ts'
import { takeUpdate } from './take-update.ts'

type Of<Kind extends DeviceFrame['kind']> = Extract<DeviceFrame, { kind: Kind }>

/** What all connections share. */
export interface Surroundings {
  log: RelayLog
  hub: Hub
  signIns: SignIns
  logger: Logger
  /** Who watches now. */
  measures: () => Measures
  /** Whether the disk takes more rows. */
  hasRoom: () => boolean
}

const helloTimeout = 10_000
/** Documents of the largest school; more come from no honest app. */
const channelLimit = 2_000

/** One multiplexed connection of the app: sign-in, then documents on numbered channels. */
export class Session implements Connection {
  authenticated: Authenticated | undefined
  readonly frames: FrameQueue
  private readonly peer: Peer
  private readonly channels = new Map<number, Channel>()
  private readonly outflow: Outflow
  private timer: NodeJS.Timeout
  private tab = ''
  /** The relay that this device's cursors are of. */
  private knownIncarnation = ''

  constructor(
    number: number,
    socket: PeerSocket,
    private readonly around: Surroundings,
  ) {
    this.outflow = new Outflow(
      () => this.peer.hasRoom(),
      (err) => this.failed(err, 'download failed'),
    )
    this.peer = new Peer(number, socket, around.logger, {
      message: (bytes) => this.frames.take(bytes),
      room: () => this.outflow.resume(),
      closed: () => this.closed(),
    })
    this.frames = new FrameQueue(
      around.signIns,
      this.peer,
      (bytes) => this.receive(bytes),
      (err) => this.failed(err, 'sign-in failed'),
    )
    this.timer = setTimeout(() => this.close(closeCodes.helloTimeout), helloTimeout)
    around.hub.connections.add(this)
  }

  close(code: CloseCode): void {
    this.peer.close(code)
  }

  beat(): void {
    this.peer.beat()
  }

  terminate(): void {
    this.peer.terminate()
  }

  private receive(bytes: Uint8Array): void {
    let received: { address: Address; frame: DeviceFrame }
    try {
      received = decodeDeviceFrame(bytes)
    } catch {
      this.close(closeCodes.malformedFrame)
      return
    }
    const { address, frame } = received
    if (frame.kind === 'hello') this.hello(address, frame)
    else if (!this.authenticated) this.close(closeCodes.notSignedIn)
    else this.handle(address, frame, this.authenticated)
  }

  private handle(address: Address, frame: Exclude<DeviceFrame, { kind: 'hello' }>, who: Authenticated): void {
    switch (frame.kind) {
      case 'ping':
        this.send(address, { kind: 'pong', time: this.around.log.now() })
        return
      case 'renew':
        this.renew(frame.token, who)
        return
      case 'open':
        this.open(address, frame, who)
        return
    }
    const channel = this.channels.get(address.channel)
    if (!channel || channel.generation !== address.generation) return
    switch (frame.kind) {
      case 'close':
        this.drop(address.channel, channel)
        return
      case 'update':
        if (channel.mode !== 'ended') this.update(address, channel, frame.update, who)
        return
      case 'return':
        // After a refusal too: who was asked to compare may not have heard of it yet, and is not asked again.
        if (accessOf(this.around.log, who, channel.document) !== 'none')
          this.takeBack(address, channel, frame.entries)
        return
    }
  }

  private hello(address: Address, frame: Of<'hello'>): void {
    const fault = this.authenticated ? closeCodes.malformedFrame : versionFault(frame.protocol)
    const take = (who: Authenticated | null) =>
      who ? this.welcome(address, frame, who) : this.close(closeCodes.notSignedIn)
    if (fault) this.close(fault)
    else this.frames.lookUp(frame.token, take)
  }

  private welcome(address: Address, frame: Of<'hello'>, who: Authenticated): void {
    this.signIn(who)
    this.knownIncarnation = frame.incarnation
    this.tab = `${who.user}/${who.device}/${frame.tab}`
    this.around.hub.claimTab(this.tab, this, closeCodes.fenced)
    const { log, logger, signIns } = this.around
    signIns.reported(who, frame.app)
    logger.info({ connection: this.peer.number, app: frame.app, deliverOnly: !!who.deliverOnly }, 'hello')
    this.send(address, { kind: 'welcome', incarnation: log.store.incarnation, time: log.now() })
  }

  private renew(token: string, known: Authenticated): void {
    this.frames.lookUp(token, (who) => {
      if (!who || who.user !== known.user || who.device !== known.device) this.close(closeCodes.notSignedIn)
      else this.signIn(who)
    })
  }

  private signIn(who: Authenticated): void {
    this.authenticated = who
    clearTimeout(this.timer)
    // Node takes a longer pause for none at all.
    const pause = Math.min(who.expires - this.around.log.now(), 2 ** 31 - 1)
    this.timer = setTimeout(() => this.close(closeCodes.notSignedIn), pause)
    this.timer.unref()
    for (const channel of this.channels.values()) channel.review()
  }

  private open(address: Address, frame: Of<'open'>, who: Authenticated): void {
    const older = this.channels.get(address.channel)
    if (older && older.generation >= address.generation) return
    if (older) this.drop(address.channel, older)
    if (address.channel === controlChannel || this.channels.size >= channelLimit)
      this.close(closeCodes.malformedFrame)
    else if (readDocumentId(frame.document)) this.start(address, frame, who)
    else this.send(address, { kind: 'denied', code: 'unknownDocument' })
  }

  private start(address: Address, frame: Of<'open'>, who: Authenticated): void {
    const { log, hub } = this.around
    const { document, seq, chain } = frame
    const line = {
      send: (answerFrame: RelayFrame) => this.send(address, answerFrame),
      sendContent: (content: Uint8Array) => this.peer.send(addressed(address, content)),
      hasRoom: () => this.peer.hasRoom(),
      wantTurn: (it: Channel) => this.outflow.add(it),
      access: (of: DocumentId) => accessOf(log, this.authenticated ?? who, of),
    }
    const channel = new Channel(document, address.generation, line, log.store, log.keys)
    this.channels.set(address.channel, channel)
    hub.subscribe(channel)
    // A tablet that was new at sign-in has its cursors from this connection: the chain alone decides.
    const isOurs = ['', log.store.incarnation].includes(this.knownIncarnation)
    // Through the commit queue: rows that the device gave back before it reopened are in the log by then.
    const turn = log.submit(null, () => undefined)
    channel.begun = turn.then(() => this.begin(address, channel, { seq, chain, isOurs }))
    this.after(channel.begun, () => undefined)
  }

  private async begin(address: Address, channel: Channel, cursor: DeviceCursor): Promise<void> {
    const had = await channel.had(cursor)
    if (this.channels.get(address.channel) !== channel || channel.mode !== 'opening') return
    const who = this.authenticated
    const access = who ? accessOf(this.around.log, who, channel.document) : 'none'
    if (access === 'read') channel.open(cursor, had)
    else if (who && access === 'deliver') channel.openForDelivery(cursor, had, who.user)
    else {
      channel.mode = 'ended'
      this.send(address, { kind: 'denied', code: 'noRight' })
    }
  }

  private update(address: Address, channel: Channel, update: Uint8Array, who: Authenticated): void {
    const { log, measures } = this.around
    const came = performance.now()
    const decoded = decodeUpdate(update)
    if (!decoded.ok) this.refuse(address, channel, decoded.fault)
    else
      this.after(takeUpdate(this.around, channel, who, decoded.runs), (found) => {
        if (found.kind === 'accepted') measures().answered(performance.now() - came, decoded.runs, log.now())
        return this.tell(address, channel, decoded.runs, found)
      })
  }

  private takeBack(address: Address, channel: Channel, entries: readonly Entry[]): void {
    const { log, logger } = this.around
    if (entries.length > returnedLimit) this.close(closeCodes.malformedFrame)
    else
      this.after(takeReturned(log, channel.document, entries), (outcome) => {
        logger.info({ connection: this.peer.number, ...outcome }, 'rows returned')
        if (outcome.rejected > 0)
          return this.tell(address, channel, [], { kind: 'refused', code: 'foreignWriter', facts: [] })
      })
  }

  /** Answers an update, after what its opening is answered. */
  private async tell(
    address: Address,
    channel: Channel,
    runs: readonly CarriedRun[],
    found: Answer,
  ): Promise<void> {
    await channel.begun
    if (channel.mode === 'ended') return
    if (found.kind === 'refused') this.refuse(address, channel, found.code, found.facts)
    else if (found.kind === 'noRoom') this.send(address, found)
    else if (found.kind === 'resync') {
      this.around.measures().resynced()
      this.send(address, { kind: 'resync', have: found.have })
    } else if (channel.mode === 'delivering') await channel.sendReceipts(runs)
  }

  private refuse(address: Address, channel: Channel, code: RefusalCode, facts: FactId[] = []): void {
    this.around.logger.warn({ connection: this.peer.number, code, facts: facts.length }, 'refused')
    this.around.measures().refused(code)
    channel.mode = 'ended'
    this.send(address, { kind: 'refused', code, facts })
  }

  /** Goes on after a commit; when the disk refuses, nobody is answered: the device dials again and sends what has no receipt. */
  private after<T>(commit: Promise<T>, next: (result: T) => Awaitable<void>): void {
    commit.then(next).catch((err: unknown) => this.failed(err, 'commit failed'))
  }

  private failed(err: unknown, what: string): void {
    this.around.logger.error({ connection: this.peer.number, err }, what)
    this.close(closeCodes.goingAway)
  }

  private drop(number: number, channel: Channel): void {
    channel.mode = 'ended'
    this.channels.delete(number)
    this.around.hub.unsubscribe(channel)
  }

  private closed(): void {
    clearTimeout(this.timer)
    for (const [number, channel] of this.channels) this.drop(number, channel)
    this.around.hub.releaseTab(this.tab, this)
    this.around.hub.connections.delete(this)
  }

  private send(address: Address, frame: RelayFrame): void {
    this.peer.send(encodeFrame(address, frame))
  }
}
