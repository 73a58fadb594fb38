import { closeCodes } from '../../src/sync/close-codes.ts'
import { Accounts } from '../accounts/accounts.ts'
import { recordPeople, relaySession } from '../accounts/people.ts'
import type { SignOutNews } from '../accounts/sign-outs.ts'
import { type FileContents, FileStore } from '../files/file-store.ts'
import type { RelayKeys } from '../relay/keys.ts'
import type { Logger } from '../relay/logger.ts'
import { Relay } from '../relay/relay.ts'
import { unlessFull } from '../store/room.ts'
import type { RowStore } from '../store/row-store.ts'
import type { Tables } from '../store/tables.ts'
import { demoOffset } from './demo-clock.ts'
import { type DemoRecord, readDemoRecord } from './demo-record.ts'

/** What a school is put together from, whatever its database. */
export interface SchoolParts {
  store: RowStore
  tables: Tables
  contents: FileContents
  /** Only where several servers share it. */
  news?: SignOutNews
  keys: RelayKeys
  log: Logger
  /** It is about to become the demo. */
  freshDemo: boolean
  hasRoom?: () => boolean
}

/** A school with all that works on it. */
export interface AssembledSchool {
  /** Of its database, beside the ledger's. */
  tables: Tables
  relay: Relay
  accounts: Accounts
  files: FileStore
  /** The school's clock, ms since 1970: ahead of the real one by `clockOffset` in a demo. */
  now: () => number
  clockOffset: number
  demo: DemoRecord | undefined
}

/** Puts a school together, its relay ready for connections. */
export async function assembleSchool(parts: SchoolParts): Promise<AssembledSchool> {
  const { store, tables, contents, news, keys, log, freshDemo, hasRoom } = parts
  const demo = await readDemoRecord(tables)
  const clockOffset = demo || freshDemo ? demoOffset(Date.now(), demo?.yearEnds) : 0
  const now = () => Date.now() + clockOffset
  const accounts = new Accounts(tables, now, news)
  const relay = await Relay.open({
    store,
    keys,
    now,
    log,
    authenticate: (token) => relaySession(accounts, token),
    reported: ({ user, device }, app) => {
      unlessFull(() => accounts.devices.reported(user, device, app)).catch((error: Error) =>
        log.warn({ stack: error.stack }, 'version not noted'),
      )
    },
    ...(hasRoom ? { hasRoom } : {}),
  })
  accounts.onSignedOut((user, device) =>
    relay.disconnect(
      (session) => session.user === user && (device === undefined || session.device === device),
      closeCodes.revoked,
    ),
  )
  await accounts.follow()
  await recordPeople(accounts, relay)
  return { tables, relay, accounts, files: new FileStore(tables, contents, now), now, clockOffset, demo }
}
