import { entity } from '../../src/domain/ledger/documents.ts'
import type { Element } from '../../src/domain/ledger/fact.ts'
import { type FactId, factId, writerSuffix } from '../../src/domain/ledger/ids.ts'
import { type DeviceFrame, emptyChain, encodeFrame, protocolVersion } from '../../src/sync/frames.ts'
import { encodeUpdate } from '../../src/sync/update.ts'
import { lesson, type Person, people, russianJournal } from '../server/relay/school.ts'
import type { Network } from './network.ts'
import { type SchoolRelay, tokenOf } from './school-relay.ts'
import type { World } from './world.ts'

/** Somebody who reads the journal, and writes in another's name with a program of his own. */
export class Intruder {
  /** Facts that must stand nowhere. */
  readonly forged = new Set<FactId>()

  constructor(
    private readonly world: World,
    private readonly network: Network,
    private readonly relay: SchoolRelay,
  ) {}

  /** Signs in as himself and tries one way to be taken for Vera. */
  async strike(): Promise<void> {
    const last = await this.forgery()
    const realm = this.world.realm('intruder')
    const socket = new (this.network.sockets(realm))('wss://school/sync')
    const token = tokenOf(people.galina)
    const say = (channel: number, frame: DeviceFrame) =>
      socket.send(encodeFrame({ generation: 1, channel }, frame) as Uint8Array<ArrayBuffer>)
    socket.onopen = () => {
      say(0, { kind: 'hello', protocol: protocolVersion, app: '0.1.0', token, tab: 'x', incarnation: '' })
      say(1, { kind: 'open', document: russianJournal, seq: 0, chain: emptyChain })
      say(1, last)
    }
  }

  private async forgery(): Promise<DeviceFrame> {
    const { chance } = this.world
    const { vera, galina } = people
    const client = chance.between(1, 2 ** 31)
    const header = { user: vera.user, device: vera.device, app: '0.1.0' }
    const update = (writer: number, clock: number, elements: Element[]): DeviceFrame => ({
      kind: 'update',
      update: encodeUpdate([{ client: writer, clock, elements }]),
    })
    switch (chance.below(4)) {
      case 0: {
        // A run that nobody wrote, given back with a receipt that no relay made.
        const elements = [header, this.fact(vera, client)]
        const said = { author: vera.user, device: vera.device, as: 'assigned', verdict: 'ok' } as const
        const times = [2, this.world.now()]
        const receipt = { client, clock: 0, length: 2, times, ...said, mac: 'A'.repeat(22) }
        return { kind: 'return', entries: [{ receipt, elements }] }
      }
      case 1:
        return update(client, 0, [header, this.fact(vera, client)])
      case 2:
        return update(client, 0, [header, this.fact(galina, client)])
      default: {
        // Behind what Vera wrote herself.
        const hers = [...(await (await this.relay.view()).writers(russianJournal))].filter(
          ([, { user }]) => user === vera.user,
        )
        const [writer, { next }] = hers.length > 0 ? chance.pick(hers) : [client, { next: 1 }]
        return update(writer, next, [this.fact(galina, writer)])
      }
    }
  }

  /** Something that he may enter in his own name, coined by somebody. */
  private fact({ user, device }: Person, client: number): Element {
    const id = factId(this.world.now(), 0, writerSuffix({ user, device, client }))
    this.forged.add(id)
    return [id, entity.cell(lesson, 'p1'), 'reason', 'Н']
  }
}
