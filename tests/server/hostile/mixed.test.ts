import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { entity } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import type { FactId } from '../../../src/domain/ledger/ids.ts'
import { startOf } from '../built-programs.ts'
import { lesson, people, russianJournal } from '../relay/school.ts'
import { type TestChannel, TestDevice, until } from '../relay/test-device.ts'
import { startRelay } from '../relay/test-relay.ts'
import { TestWriter } from '../relay/writing.ts'
import { Attack, tokenOf } from './attack.ts'

const honest = 10
/** What each of them enters at the least, and how much there is to stand meanwhile. */
const marksOfEach = 30
const attempts = { connections: 300, bytes: 2_500_000 }
/** What stands in each honest entry, as a name would, and must reach nobody else. */
const name = 'Ёлкина Аксинья'
const comment = (pupil: number): Entry => ({
  entity: entity.mark(lesson, '', `p${pupil}`),
  attribute: 'mark.comment',
  value: `${name}, ${pupil}`,
})

let relay: ChildProcess | undefined
afterEach(() => relay?.kill('SIGKILL'))

interface Sender {
  device: TestDevice
  channel: TestChannel
  writer: TestWriter
}

test('everything at once: honest tablets get their receipts, attackers leave nothing and learn nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parta-mixed-'))
  relay = spawn(process.execPath, [...startOf('relay-process'), folder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [line] = (await once(relay.stdout!, 'data')) as [Buffer]
  const port = Number(String(line).trim())
  const senders: Sender[] = []
  for (let i = 0; i < honest; i++) {
    const device = await TestDevice.connect(`ws://127.0.0.1:${port}/sync`, tokenOf(people.vera))
    const channel = await device.opened(russianJournal)
    senders.push({ device, channel, writer: new TestWriter(people.vera, Date.now) })
  }
  const before = await memoryOf(relay)
  const attack = new Attack(port)
  attack.start()
  await Promise.all(senders.map((sender) => send(sender, attack)))
  const { received } = await attack.stop()
  const after = await memoryOf(relay)

  const learnt = Buffer.concat(received)
  for (const secret of [name, people.vera.user, 'mark.comment', russianJournal])
    expect([secret, learnt.includes(secret)]).toEqual([secret, false])
  // Nine attackers at a time, each with 16 MB that wait for him at the most, and what a process needs besides.
  expect(after.peak - before.now).toBeLessThan(300_000_000)
  for (const { channel, writer, device } of senders) {
    await channel.receipted(writer.client, writer.elements.length)
    device.close()
  }

  relay.kill('SIGKILL')
  await once(relay, 'close')
  const reopened = await startRelay(folder, { now: Date.now() })
  expect(await reopened.relay.verify()).toMatchObject({ ok: true })
  const fold = await reopened.relay.foldOf(russianJournal)
  const ids = senders.flatMap(({ writer }) => writer.ids())
  expect(ids.filter((id: FactId) => fold.fact(id)?.receipt?.verdict !== 'ok')).toEqual([])
  const writers = new Set(senders.map(({ writer }) => writer.client))
  const stored = await reopened.relay.logOf(russianJournal)
  expect(stored.filter(({ receipt }) => !writers.has(receipt.client))).toEqual([])
  expect(stored.reduce((sum, { receipt }) => sum + receipt.length, 0)).toBe(
    senders.reduce((sum, { writer }) => sum + writer.elements.length, 0),
  )
  expect(await reopened.relay.documents()).toEqual(['class/2026-7a', russianJournal, 'school'])
  await reopened.stop()
})

/** Sends on while receipts come back, as a tablet does, until the attack has been one. */
function send({ device, channel, writer }: Sender, { totals }: Attack): Promise<void> {
  return until(() => {
    const receipted = channel.counts.get(writer.client) ?? 0
    const done =
      writer.elements.length > marksOfEach &&
      totals.connections >= attempts.connections &&
      totals.bytesSent >= attempts.bytes
    while (!done && writer.elements.length < receipted + 3)
      channel.update(writer.write(comment(writer.elements.length)))
    return (done && receipted === writer.elements.length) || device.closed !== undefined
  })
}

/** Bytes that a relay's process has in memory, and had at the most. */
async function memoryOf(child: ChildProcess): Promise<{ now: number; peak: number }> {
  child.send('memory')
  const [memory] = (await once(child, 'message')) as [{ now: number; peak: number }]
  return memory
}
