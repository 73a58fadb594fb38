import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FactId } from '../../../src/domain/ledger/ids.ts'
import { startOf } from '../built-programs.ts'
import { mark, people, russianJournal, seedSchool } from './school.ts'
import { type TestChannel, TestDevice, until } from './test-device.ts'
import { startRelay } from './test-relay.ts'
import { TestWriter } from './writing.ts'

interface Sender {
  device: TestDevice
  channel: TestChannel
  writer: TestWriter
}

/** Sends on while receipts come back, a few at a time. */
function keepSending({ device, channel, writer }: Sender, total: number): Promise<void> {
  const ahead = 5
  return until(() => {
    const receipted = channel.counts.get(writer.client) ?? 0
    while (writer.elements.length < Math.min(total, receipted + ahead) && device.closed === undefined)
      channel.update(writer.write(mark(`p${writer.elements.length}`, '5')))
    return receipted >= total || device.closed !== undefined
  })
}

test('50 clients at once share commits; each gets a receipt for each fact', async () => {
  const relay = await startRelay()
  await seedSchool(relay.relay)
  let commits = 0
  relay.relay.onAppend(() => commits++)
  const senders: Sender[] = []
  for (let i = 0; i < 50; i++) {
    const device = await TestDevice.connect(relay.url, relay.token(people.vera))
    const channel = await device.opened(russianJournal)
    senders.push({ device, channel, writer: new TestWriter(people.vera, () => relay.clock.now) })
  }
  await Promise.all(senders.map((sender) => keepSending(sender, 21)))
  const rows = 50 * 20
  expect([...(await relay.relay.foldOf(russianJournal)).fates()]).toHaveLength(rows)
  expect(commits).toBeLessThan(rows / 4)
  for (const { channel, writer } of senders) {
    await channel.receipted(writer.client, 21)
    expect(Math.max(...channel.times.values())).toBe(1)
  }
  expect(await relay.relay.verify()).toMatchObject({ ok: true })
  await relay.stop()
})

test('killed under load, the relay has every fact that it gave a receipt for, and takes the rest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parta-kill-'))
  const start = async (): Promise<{ child: ChildProcess; url: string }> => {
    const child = spawn(process.execPath, [...startOf('relay-process'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk
    })
    await until(() => output.includes('\n'))
    return { child, url: `ws://127.0.0.1:${output.trim()}/sync` }
  }
  const token = `${people.vera.user}.${people.vera.device}.${people.vera.person}`
  const first = await start()
  const senders: Sender[] = []
  for (let i = 0; i < 50; i++) {
    const device = await TestDevice.connect(first.url, token)
    const channel = await device.opened(russianJournal)
    senders.push({ device, channel, writer: new TestWriter(people.vera, Date.now) })
  }
  const sending = Promise.all(senders.map((sender) => keepSending(sender, 1_000)))
  const receipts = () => senders.reduce((sum, { channel }) => sum + channel.times.size, 0)
  await until(() => senders.every(({ channel, writer }) => channel.times.has(`${writer.client}:3`)))
  first.child.kill('SIGKILL')
  await sending
  expect(receipts()).toBeGreaterThan(200)

  const receipted = senders.flatMap(({ channel, writer }) =>
    channel.receipts(writer.client).flatMap(({ clock, length }) =>
      writer.elements.slice(clock, clock + length).flatMap((element) => {
        return Array.isArray(element) ? [element[0] as FactId] : []
      }),
    ),
  )
  const reopened = await startRelay(folder, { now: Date.now() })
  expect(await reopened.relay.verify()).toMatchObject({ ok: true })
  const fold = await reopened.relay.foldOf(russianJournal)
  expect(receipted.filter((id) => fold.fact(id)?.receipt === undefined)).toEqual([])
  await reopened.stop()

  const second = await start()
  for (const sender of senders) {
    const device = await TestDevice.connect(second.url, token, undefined, sender.device.incarnation)
    const channel = await device.opened(russianJournal, sender.channel.cursor())
    const { client, elements } = sender.writer
    channel.update(sender.writer.update())
    const missing = elements.findIndex((_, clock) => !sender.channel.times.has(`${client}:${clock}`))
    const all = () => elements.every((_, clock) => clock < missing || channel.times.has(`${client}:${clock}`))
    await until(() => missing < 0 || all())
    expect(channel.refusal()).toBeUndefined()
    device.close()
  }
  second.child.kill('SIGTERM')
})
