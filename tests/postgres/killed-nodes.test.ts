import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import type { Fact } from '../../src/domain/ledger/fact.ts'
import { emptyChain } from '../../src/sync/frames.ts'
import { startOf } from '../server/built-programs.ts'
import { mark, people, russianJournal, seedSchool, tuesday } from '../server/relay/school.ts'
import { TestDevice, until } from '../server/relay/test-device.ts'
import { TestWriter } from '../server/relay/writing.ts'
import { startPostgres } from './postgres-server.ts'
import { startNode, tokenOf } from './test-node.ts'

/** A relay in a process of its own. */
class Node {
  url = ''
  private child: ChildProcess | undefined

  constructor(private readonly address: string) {}

  async start(): Promise<void> {
    this.child = spawn(process.execPath, [...startOf('node-process'), this.address], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = (await once(this.child.stdout!, 'data')) as [Buffer]
    this.url = String(said).trim()
  }

  async kill(): Promise<void> {
    const gone = once(this.child!, 'exit')
    this.child!.kill('SIGKILL')
    await gone
  }
}

/** A teacher's device that dials whichever relay there is until all its facts have receipts. */
class Sender {
  readonly writer = new TestWriter(people.vera, () => tuesday)
  /** The first clock without a receipt. */
  next = 0
  private cursor = { seq: 0, chain: emptyChain }
  private incarnation = ''

  constructor(private readonly total: number) {}

  async run(nodes: readonly Node[], first: number): Promise<void> {
    for (let at = first; this.next <= this.total; at++) {
      const { url } = nodes[at % nodes.length]!
      const device = await TestDevice.connect(url, tokenOf(people.vera), undefined, this.incarnation)
      if (device.closed === undefined) await this.sendOver(device)
    }
  }

  private async sendOver(device: TestDevice): Promise<void> {
    this.incarnation = device.incarnation
    const { client, elements } = this.writer
    const channel = device.open(russianJournal, this.cursor)
    if (this.next < elements.length) channel.update(this.writer.update(this.next))
    await until(() => {
      while (channel.times.has(`${client}:${this.next}`)) this.next++
      while (elements.length <= Math.min(this.total, this.next + 5) && device.closed === undefined)
        channel.update(this.writer.write(mark(`p${elements.length}`, '5')))
      return this.next > this.total || device.closed !== undefined
    })
    expect(channel.refusal()).toBeUndefined()
    this.cursor = channel.cursor()
    device.close()
  }
}

test('relays killed one after another, the database too: no fact with a receipt is lost, all devices are equal', async () => {
  const server = await startPostgres()
  const watching = await startNode(server.address)
  await seedSchool(watching.relay)
  const nodes = [1, 2, 3].map(() => new Node(server.address))
  await Promise.all(nodes.map((node) => node.start()))
  try {
    const senders = Array.from({ length: 6 }, () => new Sender(80))
    const receipts = () => senders.reduce((sum, { next }) => sum + next, 0)
    const sending = Promise.all(senders.map((sender, at) => sender.run(nodes, at)))
    for (const [round, fallen] of [nodes[0]!, nodes[1]!, server, nodes[2]!].entries()) {
      // 6 senders with 81 elements each: all four fall while they are at it.
      await until(() => receipts() > 80 * (round + 1))
      await fallen.kill()
      await fallen.start()
    }
    await sending
    expect(receipts()).toBe(6 * 81)

    const fold = await watching.relay.foldOf(russianJournal)
    for (const { writer } of senders)
      for (const [id] of writer.elements.slice(1) as Fact[])
        expect(fold.fact(id)?.receipt).toMatchObject({ verdict: 'ok' })
    const cursors = await Promise.all(
      [watching, ...nodes].map(async ({ url }) => {
        const device = await TestDevice.connect(url, tokenOf(people.veraHome))
        const channel = await device.opened(russianJournal)
        expect(channel.times.size).toBe(6 * 81)
        device.close()
        return channel.cursor()
      }),
    )
    expect(new Set(cursors.map(({ seq, chain }) => `${seq} ${chain}`)).size).toBe(1)
    expect(await watching.relay.verify()).toMatchObject({ ok: true })
  } finally {
    await Promise.all(nodes.map((node) => node.kill()))
    await watching.stop()
    await server.remove()
  }
}, 120_000)
