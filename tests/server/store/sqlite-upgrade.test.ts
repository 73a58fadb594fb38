import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Devices } from '../../../server/accounts/devices.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { SqliteRowStore } from '../../../server/store/sqlite-row-store.ts'
import { SqliteTables } from '../../../server/store/sqlite-tables.ts'
import type { DeviceId, UserId } from '../../../src/domain/ledger/ids.ts'
import { entry, journal, owner } from './row-store-contract.ts'

test('a school’s file of before the operator’s page gets what that needs, and keeps what it has', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parta-sqlite-upgrade-'))
  try {
    const before = openDatabase(folder)
    new SqliteRowStore(before)
    new SqliteTables(before)
    before.exec(`
      ALTER TABLE devices DROP COLUMN app;
      DROP TABLE school_notes;
      DROP TABLE intake;
      INSERT INTO accounts (user, login, person, administrator, created_at) VALUES ('u1', 'l', 'p1', 0, 1);
      INSERT INTO devices (user, id, name, created_at, last_seen) VALUES ('u1', 'd1', 'Планшет', 1, 2);
    `)
    before.close()

    const now = openDatabase(folder)
    const [store, tables] = [new SqliteRowStore(now), new SqliteTables(now)]
    const devices = new Devices(tables, () => 3)
    const [user, device] = ['u1' as UserId, 'd1' as DeviceId]
    const app = async () => (await tables.query('SELECT app FROM devices WHERE school = :school'))[0]
    expect(await devices.find(user, device)).toMatchObject({ name: 'Планшет', lastSeen: 2 })
    expect(await app()).toEqual({ app: null })
    for (const [said, kept] of [
      ['<b>0.1.0</b>', null],
      ['0.1.0', '0.1.0'],
      ['9'.repeat(4_000), '0.1.0'],
      ['0.2.0-beta.1', '0.2.0-beta.1'],
    ] as const) {
      await devices.reported(user, device, said)
      expect(await app()).toEqual({ app: kept })
    }
    // Of four elements one is the header of the writing session.
    await store.transact([], (rows) => {
      rows.bind(journal, 1, owner)
      rows.append(journal, entry(1, 0, 4))
    })
    const hour = Math.floor(1_790_000_000_000 / 3_600_000)
    expect(await tables.query('SELECT * FROM intake WHERE school = :school')).toEqual([
      { hour, entries: 3, voided: 0, refused: 0, newest: 1_790_000_000_000 },
    ])
    now.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
