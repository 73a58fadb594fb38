import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { roomOn } from '../../../server/store/room.ts'
import { mark, people, russianJournal, seedSchool } from './school.ts'
import { TestDevice, until } from './test-device.ts'
import { startRelay } from './test-relay.ts'
import { TestWriter } from './writing.ts'

test('RELAY9: with less than the reserve left rows are not taken, what stands is read, and all goes on when there is room', async () => {
  // The real disk; what is kept of it is none, or more than any disk has. The answer of a second ago still stands.
  let time = 0
  let kept = 0
  const rooms = new Map([0, Number.MAX_SAFE_INTEGER].map((n) => [n, roomOn(tmpdir(), () => time, n)]))
  const relay = await startRelay(undefined, undefined, () => {
    time += 1_000
    return rooms.get(kept)!()
  })
  await seedSchool(relay.relay)
  const connect = () => TestDevice.connect(relay.url, relay.token(people.vera))
  const vera = await (await connect()).opened(russianJournal)
  const writer = new TestWriter(people.vera, () => relay.clock.now)
  const first = writer.write(mark('p1', '5'))
  const head = vera.cursor()

  kept = Number.MAX_SAFE_INTEGER
  vera.update(first)
  await vera.first('noRoom')
  expect(relay.relay.hasRoom()).toBe(false)
  const other = await (await connect()).opened(russianJournal)
  expect(other.cursor()).toEqual(head)

  kept = 0
  expect(relay.relay.hasRoom()).toBe(false)
  vera.update(first)
  await vera.receipted(writer.client, 2)
  await until(() => other.times.size > 0 && relay.relay.hasRoom())
  expect(await relay.relay.verify()).toMatchObject({ ok: true })
  await relay.stop()
})
