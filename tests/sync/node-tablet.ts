import { WebSocket } from 'ws'
import type { OpenDocument } from '../../src/device/open-document.ts'
import { People } from '../../src/device/people.ts'
import { PersonSession } from '../../src/device/person-session.ts'
import { secretNames } from '../../src/device/secret-names.ts'
import { type DocumentId, schoolDocument } from '../../src/domain/ledger/documents.ts'
import { AccountClient } from '../../src/sync/account-client.ts'
import type { LineSocketConstructor } from '../../src/sync/line-socket.ts'
import { Path } from '../../src/sync/path.ts'
import { realSchedule, type Schedule } from '../../src/sync/schedule.ts'
import { type Sync, startSync } from '../../src/sync/sync.ts'
import { sealedTokens } from '../../src/sync/tokens.ts'
import { type SchoolServer, signIn } from '../server/http/school-server.ts'
import { russianJournal } from '../server/relay/school.ts'

/** A person's tablet in Node: our own sync client over a real network, IndexedDB in memory. */
export interface NodeTablet {
  session: PersonSession
  sync: Sync
  path: Path
  account: AccountClient
  journal: OpenDocument
  close(): Promise<void>
}

export interface NodeTabletOptions {
  server: SchoolServer
  /** Where the tablet finds the server: `http://…`, without a slash behind. */
  url: string
  login: string
  person: string
  documents?: readonly DocumentId[]
  schedule?: Schedule
}

/** Signs somebody in on a fresh tablet, chooses a PIN and starts the line. */
export async function nodeTablet(options: NodeTabletOptions): Promise<NodeTablet> {
  const { server, url, login, person, documents = [russianJournal, schoolDocument] } = options
  const { schedule = realSchedule } = options
  const account = new AccountClient(url, fetch)
  const tokens = await signIn(server, login, person)
  const user = tokens.user as PersonSession['user']
  const registry = new People()
  await registry.removePerson(user, true)
  const added = await registry.addPerson(
    { user, device: tokens.device as PersonSession['device'], label: login },
    '123456',
    {
      [secretNames.profile]: { person, name: login, roles: ['teacher'], school: { id: 's', name: 's' } },
      [secretNames.tokens]: {
        access: tokens.access,
        accessExpires: Date.now() + 15 * 60_000,
        refresh: tokens.refresh,
      },
    },
  )
  registry.close()
  if (!added.ok) throw new Error(added.code)
  const session = await PersonSession.start(added.person, added.key, { app: 'test', onAutoLock: () => {} })
  const journal = await session.open(russianJournal)
  const path = new Path({
    socket: WebSocket as unknown as LineSocketConstructor,
    fetch,
    origin: url,
    whoAnswers: () => account.whoAnswers(),
    schedule,
  })
  const sync = startSync(session, {
    url: `${url.replace('http', 'ws')}/sync`,
    socket: path.socket,
    path,
    tokens: sealedTokens(session.store, account),
    app: 'test',
    documents: () => documents,
    schedule,
  })
  return {
    session,
    sync,
    path,
    account,
    journal,
    async close() {
      sync.stop()
      await session.lock()
    },
  }
}
