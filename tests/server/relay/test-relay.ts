import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadKeys, type RelayKeys } from '../../../server/relay/keys.ts'
import type { Logger } from '../../../server/relay/logger.ts'
import { type Authenticated, Relay } from '../../../server/relay/relay.ts'
import { type Database, openDatabase } from '../../../server/store/database.ts'
import type { Awaitable } from '../../../server/store/row-store.ts'
import { SqliteRowStore } from '../../../server/store/sqlite-row-store.ts'
import { declaredReads } from '../store/declared-reads.ts'
import { type Person, tuesday } from './school.ts'

/** A relay on a real port with a real SQLite file. */
export interface TestRelay {
  relay: Relay
  database: Database.Database
  keys: RelayKeys
  folder: string
  url: string
  clock: { now: number }
  /** Makes a token for a person. */
  token(person: Person, more?: Partial<Authenticated>): string
  /** What was logged, as JSON lines. */
  lines: string[]
  stop(): Promise<void>
}

/** Logs into a list, so that tests can say what must not stand in it. */
export function listLogger(lines: string[]): Logger {
  const write = (level: string) => (fields: object, message: string) => {
    const readable = Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, value instanceof Error ? value.stack : value]),
    )
    lines.push(JSON.stringify({ level, message, ...readable }))
  }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

/** Starts a relay on an ephemeral port, in a new folder or on top of what stands in one. */
export async function startRelay(
  folder = mkdtempSync(join(tmpdir(), 'parta-relay-')),
  clock = { now: tuesday },
  hasRoom = () => true,
  lookUp = (who: Authenticated | null): Awaitable<Authenticated | null> => who,
): Promise<TestRelay> {
  const database = openDatabase(folder)
  const keys = loadKeys(folder)
  const tokens = new Map<string, Authenticated>()
  const lines: string[] = []
  const relay = await Relay.open({
    store: declaredReads(new SqliteRowStore(database)),
    keys,
    now: () => clock.now,
    log: listLogger(lines),
    authenticate: (token) => {
      const who = tokens.get(token)
      return lookUp(who && who.expires > clock.now ? who : null)
    },
    hasRoom,
  })
  const server = createServer()
  server.on('upgrade', (request, socket, head) => {
    if (!relay.handleUpgrade(request, socket, head)) socket.destroy()
  })
  const port = await listen(server)
  let count = 0
  return {
    relay,
    database,
    keys,
    folder,
    url: `ws://127.0.0.1:${port}/sync`,
    clock,
    lines,
    token(person, more = {}) {
      const token = `token${++count}`
      tokens.set(token, { ...person, administrator: false, expires: clock.now + 15 * 60_000, ...more })
      return token
    },
    async stop() {
      await relay.stop()
      await new Promise((resolve) => server.close(resolve))
      database.close()
    },
  }
}

export function listen(server: Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  )
}
