import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DocumentId } from '../../../src/domain/ledger/documents.ts'
import { type Element, isFact } from '../../../src/domain/ledger/fact.ts'
import { closeCodes } from '../../../src/sync/close-codes.ts'
import { encodeFrame } from '../../../src/sync/frames.ts'
import { elementsPerUpdate, encodeUpdate } from '../../../src/sync/update.ts'
import { imported, mark, people, physicsJournal, russianJournal, seedSchool } from '../relay/school.ts'
import { TestDevice, until } from '../relay/test-device.ts'
import { startRelay, type TestRelay } from '../relay/test-relay.ts'
import { TestWriter } from '../relay/writing.ts'
import { clientFrame, hello, opcodes, RawSocket } from './raw-socket.ts'

let relay: TestRelay
let port: number
const now = () => relay.clock.now
const vera = () => TestDevice.connect(relay.url, relay.token(people.vera))

beforeEach(async () => {
  relay = await startRelay()
  port = Number(new URL(relay.url).port)
  await seedSchool(relay.relay)
})
afterEach(async () => {
  // Whatever was done to it: an honest tablet still gets its receipt, and the log is whole.
  const channel = await (await vera()).opened(russianJournal)
  const writer = new TestWriter(people.vera, now)
  channel.update(writer.write(mark('p3', '4')))
  await channel.receipted(writer.client, 2)
  expect(await relay.relay.verify()).toMatchObject({ ok: true })
  await relay.stop()
})

/** A connection signed in as somebody, byte by byte in the attacker's hand. */
async function signedIn(person = people.vera): Promise<RawSocket> {
  const raw = await RawSocket.upgraded(port)
  raw.write(clientFrame(opcodes.binary, hello(relay.token(person))))
  await raw.until(() => raw.frames().length > 0)
  return raw
}

describe('somebody who has not signed in', () => {
  test('is cut off once he has sent more than a sign-in takes, though no frame is complete', async () => {
    const raw = await RawSocket.upgraded(port)
    raw.write(clientFrame(opcodes.binary, new Uint8Array(900_000)).subarray(0, 100_000))
    await raw.ended
    expect(raw.frames()).toEqual([])
  })

  test('may be slow: a sign-in that comes a byte at a time is one', async () => {
    const raw = await RawSocket.upgraded(port)
    raw.socket.setNoDelay(true)
    for (const byte of clientFrame(opcodes.binary, hello(relay.token(people.vera)))) {
      raw.write(new Uint8Array([byte]))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await raw.until(() => raw.frames().length > 0)
    expect(raw.closeCode()).toBeUndefined()
    raw.destroy()
  })

  test('does not fill the server with connections: the oldest of a thousand makes room', async () => {
    const first = await RawSocket.upgraded(port)
    const others = await Promise.all(Array.from({ length: 1_000 }, () => RawSocket.upgraded(port)))
    await first.ended
    expect(others.filter(({ socket }) => !socket.destroyed).length).toBeGreaterThan(990)
    for (const other of others) other.destroy()
  })

  test('learns nothing from frames that are none', async () => {
    for (const bytes of [
      clientFrame(opcodes.text, Buffer.from('hello')),
      clientFrame(opcodes.binary, new Uint8Array([255, 255, 255])),
      clientFrame(3, new Uint8Array(4)),
      clientFrame(opcodes.continuation, new Uint8Array(4)),
      Buffer.from([0xf2, 0x80, 1, 2, 3, 4]),
      Buffer.from([0x82, 0x01, 0]),
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
    ]) {
      const raw = await RawSocket.upgraded(port)
      raw.write(bytes)
      await raw.until(() => raw.closeCode() !== undefined)
      expect(raw.frames().map(({ opcode }) => opcode)).toEqual([opcodes.close])
      raw.destroy()
    }
  })
})

describe('flooding', () => {
  test('pings count as frames, and no answer waits in memory for whoever does not read', async () => {
    const raw = await signedIn()
    const ping = clientFrame(opcodes.ping, new Uint8Array(125))
    raw.write(Buffer.concat(Array.from({ length: 10_000 }, () => ping)))
    await raw.until(() => raw.closeCode() !== undefined)
    expect(raw.closeCode()).toBe(closeCodes.tooManyFrames)
    expect(raw.frames().filter(({ opcode }) => opcode === opcodes.pong).length).toBeLessThanOrEqual(2_100)
    raw.destroy()
  })

  test('so do pongs that nobody asked for', async () => {
    const raw = await signedIn()
    const pong = clientFrame(opcodes.pong, new Uint8Array())
    raw.write(Buffer.concat(Array.from({ length: 10_000 }, () => pong)))
    await raw.until(() => raw.closeCode() !== undefined)
    expect(raw.closeCode()).toBe(closeCodes.tooManyFrames)
    raw.destroy()
  })

  test('a message in twenty thousand parts is not collected', async () => {
    const raw = await signedIn()
    const parts = Array.from({ length: 20_000 }, (_, at) =>
      clientFrame(at === 0 ? opcodes.binary : opcodes.continuation, new Uint8Array(1), false),
    )
    raw.write(Buffer.concat(parts))
    await raw.until(() => raw.closeCode() !== undefined)
    expect(raw.closeCode()).toBe(1008)
    raw.destroy()
  })

  test('openings that ask for all receipts let others in between', async () => {
    await relay.relay.record(russianJournal, [imported([mark('p1', '5')])])
    const attacker = await vera()
    const honest = await (await vera()).opened(russianJournal)
    const floods = Array.from({ length: 1_000 }, () =>
      attacker.open(russianJournal, { seq: 1, chain: 'f'.repeat(16) }),
    )
    await floods[0]!.first('compare')
    const writer = new TestWriter(people.vera, now)
    honest.update(writer.write(mark('p2', '5')))
    await honest.receipted(writer.client, 2)
    expect(floods.at(-1)!.frames).toEqual([])
    await floods.at(-1)!.first('compare')
  })

  test('an update of more elements than any outbox part, a return of more runs, is not worked through', async () => {
    const device = await vera()
    const many = Array.from({ length: elementsPerUpdate + 1 }, () => null)
    const channel = await device.opened(russianJournal)
    channel.update(encodeUpdate([{ client: 5, clock: 0, elements: many }]))
    expect(await channel.first('refused')).toMatchObject({ code: 'malformed' })
    const returning = await device.opened(russianJournal)
    const { user, device: tablet } = people.vera
    const said = { author: user, device: tablet, as: 'assigned', verdict: 'ok', mac: 'A'.repeat(22) } as const
    const receipt = { client: 5, clock: 0, length: 1, times: [1, now()], ...said }
    returning.send({
      kind: 'return',
      entries: Array.from({ length: 2_001 }, () => ({ receipt, elements: null })),
    })
    expect(await device.closing()).toBe(closeCodes.malformedFrame)
  })

  test('clocks that were never taken are not remembered as sent', async () => {
    const [one, two] = [await vera(), await vera()]
    const [first, second] = [await one.opened(russianJournal), await two.opened(russianJournal)]
    const writer = new TestWriter(people.vera, now)
    writer.add(mark('p1', '5'))
    writer.add(mark('p2', '5'))
    first.update(writer.update(2))
    await first.first('resync')
    second.update(writer.update(0, 2))
    second.update(writer.update(2))
    await first.receipted(writer.client, 3)
    expect(first.entries.flatMap(({ elements }) => elements ?? [])).toHaveLength(3)
  })
})

describe('finding out what there is', () => {
  const names = ['journal/2026-9z,history', 'class/2026-9z', 'family/nobody', 'thread/nobody'] as DocumentId[]
  const forbidden = [physicsJournal, 'family/p1', 'thread/p1'] as DocumentId[]

  test('an absent document and one that is not his are answered alike, whatever he sends with it', async () => {
    await relay.relay.record(physicsJournal, [imported([mark('p1', '2')])])
    const device = await TestDevice.connect(relay.url, relay.token(people.vera))
    const guess = new TestWriter(people.pavel, now)
    guess.add(mark('p1', '5'))
    for (const document of [...names, ...forbidden]) {
      const channel = device.open(document)
      channel.update(guess.update(1))
      channel.send({ kind: 'return', entries: [] })
      await channel.first('denied')
      device.send({ generation: 0, channel: 0 }, { kind: 'ping' })
      const pongs = device.control.length
      await until(() => device.control.length > pongs)
      expect([document, channel.frames]).toEqual([document, [{ kind: 'denied', code: 'noRight' }]])
    }
  })

  test('so they are to a stock client', async () => {
    for (const document of [...names, ...forbidden, 'journal/2026-7a,russian']) {
      const raw = await RawSocket.connect(port)
      const ticket = document === 'journal/2026-7a,russian' ? 'nonsense' : relay.token(people.semyon)
      raw.write(
        `GET /sync/${encodeURIComponent(document)} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: parta, ticket.${ticket}\r\n\r\n`,
      )
      await raw.until(() => raw.closeCode() !== undefined)
      expect(raw.frames()).toHaveLength(1)
      expect(raw.closeCode()).toBe(ticket === 'nonsense' ? closeCodes.notSignedIn : closeCodes.revoked)
      raw.destroy()
    }
  })

  test('a name longer than any is unknown', async () => {
    const device = await vera()
    const channel = device.open(`class/${'x'.repeat(100_000)}` as DocumentId)
    expect(await channel.first('denied')).toMatchObject({ code: 'unknownDocument' })
  })
})

describe('recorded frames played again', () => {
  /** Frames of an honest session, as they lay on the wire. */
  async function recorded(token: string) {
    const writer = new TestWriter(people.vera, now)
    const update = writer.write(mark('p1', '5'))
    const address = { generation: 1, channel: 1 }
    const frames = [
      hello(token),
      encodeFrame(address, { kind: 'open', document: russianJournal, seq: 0, chain: '' }),
      encodeFrame(address, { kind: 'update', update }),
    ]
    const raw = await RawSocket.upgraded(port)
    for (const frame of frames) raw.write(clientFrame(opcodes.binary, frame))
    await until(async () => (await relay.relay.foldOf(russianJournal)).version > 0)
    raw.destroy()
    return { frames, writer }
  }

  test('by himself: nothing is stored twice', async () => {
    const { frames } = await recorded(relay.token(people.vera))
    const before = (await relay.relay.logOf(russianJournal)).length
    const raw = await RawSocket.upgraded(port)
    for (const frame of [...frames, frames[2]!]) raw.write(clientFrame(opcodes.binary, frame))
    await raw.until(() => raw.frames().length >= 3)
    expect(await relay.relay.logOf(russianJournal)).toHaveLength(before)
    raw.destroy()
  })

  test('with a token that has ended: nobody', async () => {
    const { frames } = await recorded(relay.token(people.vera, { expires: now() + 60_000 }))
    relay.clock.now += 61_000
    const raw = await RawSocket.upgraded(port)
    for (const frame of frames) raw.write(clientFrame(opcodes.binary, frame))
    await raw.until(() => raw.closeCode() !== undefined)
    expect(raw.closeCode()).toBe(closeCodes.notSignedIn)
    raw.destroy()
  })

  test('by another member of the staff: the writer is not his', async () => {
    const { frames } = await recorded(relay.token(people.vera))
    const before = (await relay.relay.logOf(russianJournal)).length
    const device = await TestDevice.connect(relay.url, relay.token(people.galina))
    const channel = await device.opened(russianJournal)
    device.socket.send(encodeFrame(channel.address, { kind: 'update', update: frames[2]!.subarray(3) }))
    expect(await channel.first('refused')).toMatchObject({ code: 'foreignWriter', facts: [] })
    expect(await relay.relay.logOf(russianJournal)).toHaveLength(before)
  })
})

test('a header whose names are only inherited is stored as it was understood', async () => {
  const { user, device } = people.vera
  const poisoned = JSON.parse(
    `{"__proto__":{"user":"${user}","device":"${device}","app":"0.1.0"}}`,
  ) as Element
  const writer = new TestWriter(people.vera, now)
  writer.add(mark('p1', '5'))
  const channel = await (await vera()).opened(russianJournal)
  channel.update(
    encodeUpdate([{ client: writer.client, clock: 0, elements: [poisoned, writer.elements[1]] }]),
  )
  await channel.receipted(writer.client, 2)
  const [entry] = await relay.relay.logOf(russianJournal)
  expect(entry!.elements!.find((element) => !isFact(element))).toEqual({ user, device, app: '0.1.0' })
  expect(({} as { user?: string }).user).toBeUndefined()
})
