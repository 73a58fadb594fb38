import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { People } from '../../src/device/people.ts'
import { PersonSession } from '../../src/device/person-session.ts'
import { writeDocuments } from '../../src/device/write-documents.ts'
import { type DocumentId, entity, familyDocument } from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { freshUser, tablet } from './ledger-samples.ts'

const profile = { person: '', name: 'Завуч', roles: ['office'], school: { id: 's', name: 'Школа' } }
/** More than twice as many as are written at a time: what a lock in the middle comes before is never all. */
const pupils = Array.from({ length: 40 }, (_, index) => `p${index}`)
const families = new Map<DocumentId, Entry[]>(
  pupils.map((pupil) => [
    familyDocument(pupil),
    [
      {
        entity: entity.guardian(`g-${pupil}`),
        attribute: 'guardian',
        value: { id: `g-${pupil}`, pupil, last: 'Белова', first: 'Анна' },
      },
    ],
  ]),
)

async function sessions() {
  await Dexie.delete('parta')
  const people = new People()
  const user = freshUser()
  const added = await people.addPerson({ user, device: tablet, label: 'Завуч' }, '123456', { profile })
  if (!added.ok) throw new Error(added.code)
  people.close()
  const { person, key } = added
  return () => PersonSession.start(person, key, { app: 'test', onAutoLock: () => {} })
}

test('broken off in the middle, the same call completes it and writes nothing twice', async () => {
  const begin = await sessions()
  const first = await begin()
  const broken = writeDocuments(first, families, (written) => {
    if (written === 5) void first.lock()
  })
  await expect(broken).rejects.toThrow('locked')
  const second = await begin()
  const half = await second.documents()
  expect(half.length).toBeGreaterThanOrEqual(5)
  expect(half.length).toBeLessThan(pupils.length)
  const told: number[] = []
  await writeDocuments(second, families, (written) => told.push(written))
  expect(told).toEqual(pupils.map((_, index) => index + 1))
  expect([...(await second.documents())].sort()).toEqual([...families.keys()].sort())
  await writeDocuments(second, families)
  // One fact a family, however often it was written.
  expect((await second.store.waiting()).facts).toBe(pupils.length)
  await second.lock()
})
