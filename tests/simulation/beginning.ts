import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { Relay } from '../../server/relay/relay.ts'
import { DexieStore } from '../../src/device/dexie-store.ts'
import { secretNames } from '../../src/device/secret-names.ts'
import { schoolDocument } from '../../src/domain/ledger/documents.ts'
import { imported, type Person, people, seedSchool, tuesday } from '../server/relay/school.ts'
import { copyDisk } from './disk.ts'
import { substitution } from './entries.ts'
import { simulatedKey } from './platform.ts'
import type { SchoolDatabase } from './school-database.ts'
import { keys, silent } from './school-relay.ts'
import { World } from './world.ts'

export const day = 86_400_000
/** By how much tablets' clocks are wrong, ms. */
export const clockErrors = [0, 0, -30 * day, 30 * day, 3 * day, -3_600_000]

/** What every run begins with; made once, for making it takes longer than a run. */
export interface Beginning {
  /** The database of a school in which nobody has written anything. */
  school: SchoolDatabase
  /** A fresh disk with a person's new profile. */
  profile(person: Person, clockError: number): IDBFactory
}

/** Makes the school, in a database in which nothing stands, and everybody's new tablet. */
export async function begin(school: SchoolDatabase): Promise<Beginning> {
  const disks = new Map<string, IDBFactory>()
  const world = new World(0, tuesday)
  await fill(school, world)
  for (const person of Object.values(people))
    for (const error of new Set(clockErrors))
      disks.set(`${person.device} ${error}`, await newProfile(world, person, error))
  world.end()
  return { school, profile: ({ device }, error) => copyDisk(disks.get(`${device} ${error}`)!) }
}

async function fill(school: SchoolDatabase, world: World): Promise<void> {
  const realm = world.realm('relay')
  await world.on(realm, () => {
    void (async () => {
      const store = await school.open({ begin: () => undefined, commit: () => undefined })
      const options = { store, keys, now: () => tuesday, log: silent(), authenticate: () => null }
      const relay = await Relay.open(options)
      await seedSchool(relay)
      await relay.record(schoolDocument, [imported([substitution], tuesday)])
    })()
  })
  while (await world.step());
  world.kill(realm)
}

async function newProfile(world: World, person: Person, clockError: number): Promise<IDBFactory> {
  const disk = new IDBFactory()
  const realm = world.realm('setup')
  await world.on(realm, () => {
    Dexie.dependencies.indexedDB = disk
    const store = new DexieStore(person.user, simulatedKey)
    void (async () => {
      await store.keep(secretNames.profile, {
        person: person.person,
        name: person.person,
        roles: ['teacher'],
        school: { id: 'school', name: 'Школа' },
      })
      await store.keep(secretNames.clockOffset, clockError)
      store.close()
    })()
  })
  while (await world.step());
  world.kill(realm)
  return disk
}
