import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { countWaiting, PersonDatabase } from '../../src/device/database.ts'
import { DeviceFiles } from '../../src/device/device-files.ts'
import { createDataKey } from '../../src/device/seal.ts'
import { freshUser, journal } from './ledger-samples.ts'

const bytes = new TextEncoder().encode('контурная карта')
const place = { document: journal, hash: 'a'.repeat(64) }

async function start() {
  const database = new PersonDatabase(freshUser())
  const { key } = await createDataKey('123456')
  return { database, key, files: new DeviceFiles(database, key) }
}

test('a file lies sealed, opens under its key only, and waits until it is sent', async () => {
  const { database, files } = await start()
  await files.keep(place, 'image/png', bytes, 1_000)
  const [record] = await database.files.toArray()
  expect(new TextDecoder().decode(record!.blob)).not.toContain('карта')
  expect(await files.open(place)).toEqual({ type: 'image/png', bytes })
  expect(await countWaiting(database)).toEqual({ facts: 1, since: 1_000 })
  expect(await files.states(journal)).toEqual(new Map([[place.hash, { kind: 'waiting' }]]))
  await files.sent(place)
  expect(await countWaiting(database)).toEqual({ facts: 0, since: null })
  expect(await files.states(journal)).toEqual(new Map([[place.hash, { kind: 'here' }]]))
  const stranger = new DeviceFiles(database, (await createDataKey('123456')).key)
  await expect(stranger.open(place)).rejects.toThrow()
  database.close()
})

test('a refused file stays; one that has no room yet waits on', async () => {
  const { database, files } = await start()
  await files.keep(place, 'image/png', bytes, 1_000)
  await files.refused(place, { code: 'quotaFull', final: false })
  expect(await files.waiting()).toEqual([place])
  await files.refused(place, { code: 'noRight', final: true })
  expect(await files.waiting()).toEqual([])
  expect(await files.states(journal)).toEqual(new Map([[place.hash, { kind: 'refused', code: 'noRight' }]]))
  expect((await files.open(place))?.bytes).toEqual(bytes)
  database.close()
})
