import { demoMoment } from '../../server/command-line/demo-clock.ts'
import { commandLog, serverLog } from '../../server/command-line/log.ts'
import { openSchool } from '../../server/command-line/open-school.ts'
import { startServer } from '../../server/command-line/server.ts'
import { demoSchool } from '../../server/demo/school.ts'
import { type DocumentId, readDocumentId } from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { importUser, serverDevice } from '../../src/domain/ledger/ids.ts'
import { yearOn } from '../../src/domain/policy/access.ts'
import { assertionsOf } from '../../src/exchange/assertions.ts'

/** What the server of a school tells the bench. */
export interface DiaryServer {
  url: string
  /** Of an account that follows all pupils. */
  access: string
  pupils: string[]
}

/**
 * The server of a school of so many classes, in a process of its own: `diary-server.ts FOLDER CLASSES`. Tells where it
 * is once it is ready, and the memory that it takes (resident, bytes) whenever it is asked.
 */
const [, , folder = '', classes = '1'] = process.argv
const { tables } = demoSchool(demoMoment(Date.now()))
const school = (await openSchool(folder, commandLog, true))!
const { relay, accounts } = school
const kept = new Set(tables.classes.slice(-Number(classes)).map(({ id }) => id))
const entries = new Map<DocumentId, Entry[]>()
for (const { document, entity, attribute, value } of assertionsOf(tables)) {
  const name = readDocumentId(document)!
  if (name.kind === 'family' || ('class' in name && !kept.has(name.class))) continue
  entries.set(document, [...(entries.get(document) ?? []), { entity, attribute, value }])
}
const writer = { user: importUser, device: serverDevice, as: 'import' } as const
for (const [document, list] of entries) await relay.record(document, [{ writer, entries: list }])

const policy = relay.policy()
const year = yearOn(policy.school, relay.today())
const pupils = tables.pupils
  .map(({ id }) => id)
  .filter((id) => [...policy.classesOf(id)].some((of) => policy.school.classes.get(of)?.year === year))
const { user, login } = await accounts.create({ login: 'family', person: '', administrator: false })
for (const pupil of pupils) await accounts.linkFamily(user, pupil, pupil)
const code = await accounts.invite(user)
const device = { name: 'bench' }
const signedIn = await accounts.signIn.withCode({ login, code, password: 'снег и луна', device, address: '' })
if (!signedIn.ok) throw new Error(signedIn.error)
const { url } = await startServer(school, { port: 0, log: serverLog('warn') })
process.on('message', () => process.send!(process.memoryUsage().rss))
process.send!({ url, access: signedIn.access, pupils } satisfies DiaryServer)
