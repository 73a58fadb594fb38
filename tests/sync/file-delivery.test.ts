import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PersonDatabase } from '../../src/device/database.ts'
import { DeviceFiles } from '../../src/device/device-files.ts'
import { createDataKey } from '../../src/device/seal.ts'
import { entity, journalDocument, schoolDocument } from '../../src/domain/ledger/documents.ts'
import { FileClient } from '../../src/sync/file-client.ts'
import { deliverFiles } from '../../src/sync/file-delivery.ts'
import { freshUser, until } from '../device/ledger-samples.ts'
import { imported, type SchoolServer, signIn, startSchool } from '../server/http/school-server.ts'

const math = { class: '7a', subject: 'math' }
const document = journalDocument(math)

let server: SchoolServer
let access: string

beforeAll(async () => {
  server = await startSchool()
  await server.school.relay.record(schoolDocument, [
    imported([
      { entity: entity.assignment(math, 't1'), attribute: 'assignment', value: { ...math, teacher: 't1' } },
    ]),
  ])
  access = (await signIn(server, 'trefilova', 't1')).access
})
afterAll(() => server.stop())

function file(text: string) {
  const bytes = new TextEncoder().encode(text)
  return { bytes, place: { document, hash: createHash('sha256').update(bytes).digest('hex') } }
}

test('files wait without a line and leave by themselves once there is one, refused ones aside', async () => {
  const database = new PersonDatabase(freshUser())
  const files = new DeviceFiles(database, (await createDataKey('123456')).key)
  const good = file('таблица умножения')
  const bad = file('<script>')
  await files.keep(bad.place, 'text/html', bad.bytes, 1)
  await files.keep(good.place, 'text/plain', good.bytes, 2)
  let line: string | null = null
  const client = new FileClient(server.url, fetch)
  const delivery = deliverFiles({ files, client, access: async () => line })
  expect(await files.waiting()).toEqual([bad.place, good.place])
  line = access
  delivery.sendNow()
  await until(async () => (await files.waiting()).length === 0, 'both to be dealt with')
  const states = await files.states(document)
  expect(states.get(good.place.hash)).toEqual({ kind: 'here' })
  expect(states.get(bad.place.hash)).toEqual({ kind: 'refused', code: 'wrongType' })
  const answer = await client.get(access, '7a,math', good.place.hash)
  expect(answer).toEqual({ kind: 'file', type: 'text/plain', bytes: good.bytes })
  expect(await client.get(access, '7a,math', bad.place.hash)).toEqual({ kind: 'absent' })
  // One attached while the line stands leaves at once.
  const later = file('ещё страница')
  await files.keep(later.place, 'text/plain', later.bytes, 3)
  await until(async () => (await files.waiting()).length === 0, 'the later one to leave')
  delivery.stop()
  database.close()
})
