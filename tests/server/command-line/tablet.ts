import { Dexie } from 'dexie'
import { WebSocket } from 'ws'
import { databaseName } from '../../../src/device/database.ts'
import type { OpenDocument } from '../../../src/device/open-document.ts'
import { People } from '../../../src/device/people.ts'
import { PersonSession } from '../../../src/device/person-session.ts'
import type { DocumentId } from '../../../src/domain/ledger/documents.ts'
import type { DeviceId, FactId, UserId } from '../../../src/domain/ledger/ids.ts'
import type { LineSocketConstructor } from '../../../src/sync/line-socket.ts'
import { type Sync, startSync } from '../../../src/sync/sync.ts'
import { until } from '../../device/ledger-samples.ts'
import { firstSignIn, type Ran } from './program.ts'

/** A person's tablet on a server that is a process of its own, with one document open. */
export interface Tablet {
  journal: OpenDocument
  session: PersonSession
  sync: Sync
  /** Resolves once the server's receipt for a fact is here. */
  receipted(id: FactId): Promise<void>
  /** Dials a server that has moved to another port. */
  dial(url: string): void
  end(): Promise<void>
}

/** Signs in for the first time with what `invite` printed, and opens a document. */
export async function signedInTablet(url: string, invited: Ran, document: DocumentId): Promise<Tablet> {
  const login = /логин: (\S+)/.exec(invited.out)?.[1] ?? ''
  const code = /код:? ([A-Z0-9]{5}-[A-Z0-9]{5})/.exec(invited.out)?.[1] ?? ''
  const { json } = await firstSignIn(url, login, code)
  const { user, device, person, access } = json as {
    user: UserId
    device: DeviceId
    person: string
    access: string
  }
  await Dexie.delete(databaseName(user))
  const registry = new People()
  const profile = { person, name: login, roles: ['teacher'], school: { id: 'siva', name: 'siva' } }
  const added = await registry.addPerson({ user, device, label: login }, '123456', { profile })
  registry.close()
  if (!added.ok) throw new Error(added.code)
  const session = await PersonSession.start(added.person, added.key, { app: 'test', onAutoLock: () => {} })
  const journal = await session.open(document)
  const tokens = { access, accessExpires: Number.MAX_SAFE_INTEGER }
  let address = url
  const sync = startSync(session, {
    url: '',
    socket: class extends WebSocket {
      constructor() {
        super(`${address.replace('http', 'ws')}/sync`)
      }
    } as unknown as LineSocketConstructor,
    tokens: { current: async () => tokens, renew: async () => ({ kind: 'renewed', ...tokens }) },
    app: 'test',
    documents: () => [document],
  })
  return {
    journal,
    session,
    sync,
    receipted: (id) => until(() => journal.fold.fact(id)?.waiting === false, `the receipt for ${id}`),
    dial(moved) {
      address = moved
      sync.syncNow()
    },
    async end() {
      sync.stop()
      await session.lock()
    },
  }
}
