import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../../server/store/database.ts'
import { GroupCommit } from '../../../server/store/group-commit.ts'
import { SqliteRowStore } from '../../../server/store/sqlite-row-store.ts'

let database: Database.Database
let events: string[]
let commit: GroupCommit
const values = () => database.prepare('SELECT x FROM t ORDER BY x').pluck().all()
const insert = (x: number) => () => database.prepare('INSERT INTO t VALUES (?)').run(x)

beforeEach(() => {
  database = openDatabase(mkdtempSync(join(tmpdir(), 'parta-commit-')))
  database.exec('CREATE TABLE t (x INTEGER)')
  events = []
  commit = new GroupCommit(new SqliteRowStore(database), {
    committed: () => events.push('committed'),
    rolledBack: () => void events.push('rolledBack'),
  })
})
afterEach(() => database.close())

test('all that waits shares one transaction; nobody is answered before it', async () => {
  const results = await Promise.all(
    [1, 2, 3].map((x) =>
      commit.submit(null, () => {
        insert(x)()
        return values().length
      }),
    ),
  )
  expect(results).toEqual([1, 2, 3])
  expect(events).toEqual(['committed'])
})

test('one that fails, fails alone', async () => {
  const outcomes = await Promise.allSettled([
    commit.submit(null, insert(1)),
    commit.submit(null, () => {
      insert(2)()
      throw new Error('bad')
    }),
    commit.submit(null, insert(3)),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(values()).toEqual([1, 3])
  expect(events).toEqual(['rolledBack', 'committed', 'rolledBack', 'committed'])
})

test('closing commits what waits and takes nothing more', async () => {
  const waiting = commit.submit(null, insert(1))
  expect(commit.waiting).toBe(1)
  await commit.close()
  expect(values()).toEqual([1])
  await waiting
  await expect(commit.submit(null, insert(2))).rejects.toThrow()
})
