import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadKeys } from '../../../server/relay/keys.ts'
import { entity, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import type { Fact } from '../../../src/domain/ledger/fact.ts'
import { schoolDate } from '../../../src/domain/school/school-date.ts'
import {
  day,
  imported,
  lesson,
  mark,
  people,
  russianJournal,
  seedSchool,
  seven,
  sevenDocument,
  today,
  tuesday,
} from './school.ts'
import { TestDevice } from './test-device.ts'
import { startRelay, type TestRelay } from './test-relay.ts'
import { TestWriter } from './writing.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await startRelay()
  await seedSchool(relay.relay)
})
afterEach(() => relay.stop())
const cell = entity.mark(lesson, '', 'p1')
const restart = async () => {
  await relay.stop()
  relay = await startRelay(relay.folder, relay.clock)
}

describe('facts of the server itself', () => {
  test('supersede the heads they find, keep their time and capacity, and reach who reads', async () => {
    const vera = await (await TestDevice.connect(relay.url, relay.token(people.vera))).opened(russianJournal)
    const heard: Fact[] = []
    relay.relay.onAppend((document, facts) => {
      expect(document).toBe(russianJournal)
      heard.push(...facts)
    })
    const writer = { user: people.vera.user, device: people.vera.device, as: 'assigned' } as const
    await relay.relay.record(russianJournal, [
      { writer, entries: [mark('p1', '4')], at: tuesday - day },
      { writer, entries: [mark('p1', '5'), mark('p2', '3')], at: tuesday - 1000 },
    ])
    await vera.first('rows')
    const [first, second] = (await relay.relay.foldOf(russianJournal)).history(cell, 'mark')
    expect(first).toMatchObject({
      value: '4',
      receipt: { receivedAt: tuesday - day, as: 'assigned', author: 'vera1' },
    })
    expect(second).toMatchObject({
      value: '5',
      supersedes: [first!.id],
      receipt: { receivedAt: tuesday - 1000 },
    })
    expect(vera.fold.state(cell, 'mark')).toMatchObject({ conflict: false, shown: { value: '5' } })
    expect(heard.map(([, , , value]) => value)).toEqual(['4', '5', '3'])
    expect(await relay.relay.verify()).toMatchObject({ ok: true })
  })

  test('that do not fit the schema are all rejected, those of others are not', async () => {
    const bad = relay.relay.record(russianJournal, [imported([mark('p1', '4')]), imported([mark('p1', '6')])])
    const good = relay.relay.record(russianJournal, [imported([mark('p2', '4')])])
    await expect(bad).rejects.toThrow('malformed')
    await good
    expect([...(await relay.relay.foldOf(russianJournal)).fates()]).toHaveLength(1)
    expect(await relay.relay.verify()).toMatchObject({ ok: true })
  })

  test('too many for one row come as several', async () => {
    const entries = Array.from({ length: 1_200 }, (_, i) => mark(`p${i}`, '4'))
    await relay.relay.record(russianJournal, [imported(entries)])
    const vera = await (await TestDevice.connect(relay.url, relay.token(people.vera))).opened(russianJournal)
    expect(vera.seq).toBe(3)
    expect([...vera.fold.fates()]).toHaveLength(1_200)
  })
})

describe('what it knows', () => {
  test('documents that have rows, the school’s date in its zone', async () => {
    expect(await relay.relay.documents()).toEqual([sevenDocument, schoolDocument])
    expect(await relay.relay.documents('class/')).toEqual([sevenDocument])
    expect(relay.relay.today()).toBe(today)
    // Asia/Yekaterinburg is five hours ahead of UTC.
    relay.clock.now = Date.UTC(2026, 10, 24, 18, 59)
    expect(relay.relay.today()).toBe(today)
    relay.clock.now = Date.UTC(2026, 10, 24, 19)
    expect(relay.relay.today()).toBe('2026-11-25')
    expect(schoolDate(relay.clock.now, 'Nowhere/Nothing')).toBe('2026-11-25')
    expect(schoolDate(relay.clock.now, 'Europe/Kaliningrad')).toBe(today)
  })

  test('rights are the same after a restart', async () => {
    await relay.relay.record(sevenDocument, [
      imported([
        {
          entity: entity.movement('p2', '2026-11-01', 'left'),
          attribute: 'movement',
          value: { pupil: 'p2', kind: 'left', date: '2026-11-01' },
        },
        {
          entity: entity.movement('p4', '2026-12-01', 'arrived'),
          attribute: 'movement',
          value: { pupil: 'p4', kind: 'arrived', date: '2026-12-01' },
        },
      ]),
    ])
    const known = () => {
      const { school, classesOf, everIn } = relay.relay.policy()
      const pupils = ['p1', 'p2', 'p4', 'p9']
      return {
        school,
        now: pupils.map((pupil) => [...classesOf(pupil)]),
        ever: pupils.map((pupil) => [...everIn(pupil)]),
      }
    }
    const before = known()
    expect(before).toMatchObject({ now: [[seven], [], [seven], []], ever: [[seven], [seven], [seven], []] })
    expect(before.school.staff.size).toBe(5)
    await restart()
    expect(known()).toEqual(before)
  })
})

describe('verification', () => {
  test('names a row that somebody changed in the database', async () => {
    await relay.relay.record(russianJournal, [imported([mark('p1', '2')]), imported([mark('p2', '4')])])
    expect(await relay.relay.verify()).toEqual({ ok: true, rows: 4 })
    relay.database.exec(`UPDATE row SET elements = replace(elements, '"2"', '"5"') WHERE seq = 1`)
    expect(await relay.relay.verify()).toEqual({
      ok: false,
      document: russianJournal,
      seq: 1,
      why: 'содержимое записи изменено',
    })
  })

  test('of the newest rows alone finds what was changed, taken out or cut off there, and leaves the rest', async () => {
    const marks = Array.from({ length: 9 }, (_, at) => imported([mark(`p${at}`, '4')]))
    await relay.relay.record(russianJournal, marks)
    expect(await relay.relay.verify()).toEqual({ ok: true, rows: 11 })
    // Three documents: the last three rows of the journal, the only ones of class and school.
    expect(await relay.relay.verify(9)).toEqual({ ok: true, rows: 5 })
    const broken = async (change: string) => {
      relay.database.exec('SAVEPOINT before')
      relay.database.exec(change)
      const found = await relay.relay.verify(9)
      relay.database.exec('ROLLBACK TO before; RELEASE before')
      return found
    }
    const ofJournal = `document = (SELECT number FROM document WHERE name = '${russianJournal}')`
    const changed = (seq: number) =>
      `UPDATE row SET elements = replace(elements, '"4"', '"5"') WHERE seq = ${seq} AND ${ofJournal}`
    expect(await broken(changed(7))).toMatchObject({ ok: false, document: russianJournal, seq: 7 })
    expect(await broken(changed(6))).toEqual({ ok: true, rows: 5 })
    for (const [gone, named] of [
      [6, 7],
      [8, 9],
      [9, 9],
    ])
      expect(await broken(`DELETE FROM row WHERE seq = ${gone} AND ${ofJournal}`)).toMatchObject({
        ok: false,
        seq: named,
      })
  })

  test('notices that the key is another one', async () => {
    const path = join(relay.folder, 'relay.key')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const key = readFileSync(path, 'utf8')
    expect(loadKeys(relay.folder)).toEqual(relay.keys)
    chmodSync(path, 0o600)
    writeFileSync(path, `${Buffer.alloc(32, 7).toString('base64url')}\n`)
    await restart()
    expect(await relay.relay.verify()).toMatchObject({ ok: false, seq: 1 })
    writeFileSync(path, key.slice(3))
    expect(() => loadKeys(relay.folder)).toThrow('relay.key')
    rmSync(path)
    expect(() => loadKeys(relay.folder, true)).toThrow('relay.key')
    writeFileSync(path, key)
  })
})

test('a graceful stop commits what it has, and says goodbye', async () => {
  const device = await TestDevice.connect(relay.url, relay.token(people.vera))
  const vera = await device.opened(russianJournal)
  const writer = new TestWriter(people.vera, () => tuesday)
  vera.update(writer.write(mark('p1', '5')))
  await vera.receipted(writer.client, 2)
  const waiting = relay.relay.record(russianJournal, [imported([mark('p2', '4')])])
  await restart()
  await waiting
  expect(await device.closing()).toBe(1001)
  expect([...(await relay.relay.foldOf(russianJournal)).fates()]).toHaveLength(2)
})
