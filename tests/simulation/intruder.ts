import { entity } from '../../src/domain/ledger/documents.ts'
import { type FactId, factId, writerSuffix } from '../../src/domain/ledger/ids.ts'
import { type DeviceFrame, emptyChain, encodeFrame, protocolVersion } from '../../src/sync/frames.ts'
import { encodeUpdate } from '../../src/sync/update.ts'
import { lesson, people, russianJournal } from '../server/relay/school.ts'
import type { Network } from './network.ts'
import { tokenOf } from './school-relay.ts'
import type { World } from './world.ts'

/** Somebody who reads the journal, and writes in another's name with a program of his own. */
export class Intruder {
  /** Facts that must stand nowhere. */
  readonly forged = new Set<FactId>()

  constructor(
    private readonly world: World,
    private readonly network: Network,
  ) {}

  /** Signs in as himself; gives back a run that nobody wrote, or sends one as its author. */
  async strike(): Promise<void> {
    const { chance } = this.world
    const client = chance.between(1, 2 ** 31)
    const { user, device } = people.vera
    const id = factId(this.world.now(), 0, writerSuffix({ user, device, client }))
    this.forged.add(id)
    // Something that he may enter in his own name.
    const cell = entity.cell(lesson, 'p1')
    const elements = [{ user, device, app: '0.1.0' }, [id, cell, 'reason', 'Н'] as const]
    const said = { author: user, device, as: 'assigned', verdict: 'ok', mac: 'A'.repeat(22) } as const
    const receipt = { client, clock: 0, length: 2, times: [2, this.world.now()], ...said }
    const last: DeviceFrame = chance.chance(0.5)
      ? { kind: 'return', entries: [{ receipt, elements }] }
      : { kind: 'update', update: encodeUpdate([{ client, clock: 0, elements }]) }
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
}
