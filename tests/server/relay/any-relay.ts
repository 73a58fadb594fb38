import { randomUUID } from 'node:crypto'
import type { Authenticated } from '../../../server/relay/authenticated.ts'
import type { RelayKeys } from '../../../server/relay/keys.ts'
import type { Relay } from '../../../server/relay/relay.ts'
import { sharedDatabase } from '../../postgres/databases.ts'
import { keys, startNode, tokenOf } from '../../postgres/test-node.ts'
import { type Person, tuesday } from './school.ts'
import { startRelay, type TestRelay } from './test-relay.ts'

/** A relay under tests that hold for every engine: on PostgreSQL where the run has one, else on SQLite. */
export interface AnyRelay {
  relay: Relay
  keys: RelayKeys
  url: string
  clock: { now: number }
  lines: string[]
  token(person: Person, more?: Partial<Authenticated>): string
  /** Stops it and starts it anew on what it stored. */
  again(): Promise<AnyRelay>
  stop(): Promise<void>
}

export async function startAnyRelay(): Promise<AnyRelay> {
  const address = sharedDatabase()
  return address === undefined
    ? onSqlite(await startRelay())
    : onPostgres(address, randomUUID(), { now: tuesday })
}

function onSqlite(under: TestRelay): AnyRelay {
  return {
    ...under,
    async again() {
      await under.stop()
      return onSqlite(await startRelay(under.folder, under.clock))
    },
  }
}

/** A school among those of the tests before. */
async function onPostgres(address: string, school: string, clock: { now: number }): Promise<AnyRelay> {
  const lines: string[] = []
  const node = await startNode(address, school, clock, lines)
  return {
    ...node,
    keys,
    clock,
    lines,
    token: (person, more = {}) => tokenOf({ ...person, expires: clock.now + 15 * 60_000, ...more }),
    async again() {
      await node.stop()
      return onPostgres(address, school, clock)
    },
  }
}
