import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'
import type { Accounts } from '../../../server/accounts/accounts.ts'
import { type OpenSchool, openSchool } from '../../../server/command-line/open-school.ts'
import { Push } from '../../../server/delivery/push.ts'
import { loadPushKey } from '../../../server/delivery/push-key.ts'
import type { Esia, EsiaLog } from '../../../server/esia/esia.ts'
import { Diaries } from '../../../server/families/diaries.ts'
import { Families } from '../../../server/families/families.ts'
import { OfficeFolds } from '../../../server/folds/office-folds.ts'
import { buildApplication } from '../../../server/http/application.ts'
import { precompress } from '../../../server/http/precompress.ts'
import type { OtherSchools } from '../../../server/other-schools/other-schools.ts'
import type { Batch } from '../../../server/relay/relay.ts'
import { entity, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { importUser, serverDevice } from '../../../src/domain/ledger/ids.ts'
import { sharedDatabase } from '../../postgres/databases.ts'
import { openSchoolOn } from '../../postgres/open-school-on.ts'

/** A real server of a small school on a free port, with its data in a folder of its own. */
export interface SchoolServer<School extends OpenSchool = OpenSchool> {
  url: string
  port: number
  school: School
  /** Routes of the API: `GET /api/school`. */
  routes: readonly string[]
  /** Log lines written so far. */
  log: () => string
  /** A JSON request; the bearer token is optional. */
  ask: (path: string, body?: unknown, access?: string) => Promise<Asked>
  /** A JSON request as if it came from a network address. */
  from: (
    address: string,
    headers: Record<string, string>,
    path: string,
    body: object,
  ) => Promise<{ status: number }>
  /** How long a request may take, ms. */
  limits: { requestTimeout: number; headersTimeout: number }
  stop: () => Promise<void>
}

export interface Asked {
  status: number
  headers: Headers
  // A test says by its expectations what it takes the answer for.
  json: Record<string, unknown>
}

export const schoolEntries: Entry[] = [
  {
    entity: entity.school,
    attribute: 'school',
    value: { id: 'sch', name: 'Школа у реки', timezone: 'Asia/Yekaterinburg' },
  },
  {
    entity: entity.staff('t1'),
    attribute: 'staff',
    value: { id: 't1', last: 'Трефилова', first: 'Светлана', middle: 'Олеговна', roles: ['teacher'] },
  },
  {
    entity: entity.staff('o1'),
    attribute: 'staff',
    value: { id: 'o1', last: 'Овчинникова', first: 'Анна', roles: ['teacher', 'office'] },
  },
]

/** What an import writes, in one go. */
export function imported(entries: Entry[], at?: number): Batch {
  const writer = { user: importUser, device: serverDevice, as: 'import' as const }
  return at === undefined ? { writer, entries } : { writer, entries, at }
}

const longScript = `console.log(${JSON.stringify('урок '.repeat(400))})`

/** Files of a built app, as the bundler lays them. */
const appFiles = {
  'index.html': '<!doctype html><title>Парта</title><script src="/assets/index-Bf3k9x2Q.js"></script>',
  'assets/index-Bf3k9x2Q.js': longScript,
  'diary/index.html': '<!doctype html><title>Дневник</title><style>body{margin:0}</style>',
  'diary/assets/index-Ab12Cd34.js': longScript,
  'sw.js': longScript,
  'manifest.webmanifest': '{"name":"Парта"}',
}

/** On PostgreSQL where the run has one, else on SQLite. `openEsia`: sign-in through a provider, where the test has one; `inner`: push services may be on this machine. */
export async function startSchool(
  openEsia?: (accounts: Accounts, log: EsiaLog) => Esia,
  inner = false,
): Promise<SchoolServer> {
  const address = sharedDatabase()
  return address === undefined
    ? serveSchool<OpenSchool>(openSchool, openEsia, inner)
    : serveSchool((folder, log) => openSchoolOn(address, randomUUID(), folder, log), openEsia, inner)
}

/** The same of a school that is opened otherwise: `open` is given a folder for its keys. `openOthers`: ways to other schools. */
export async function serveSchool<School extends OpenSchool>(
  open: (dataFolder: string, log: FastifyBaseLogger) => Promise<School | null>,
  openEsia?: (accounts: Accounts, log: EsiaLog) => Esia,
  inner = false,
  openOthers?: (school: School) => OtherSchools,
): Promise<SchoolServer<School>> {
  const folder = mkdtempSync(join(tmpdir(), 'parta-http-'))
  const dist = join(folder, 'dist')
  for (const [name, content] of Object.entries(appFiles)) {
    mkdirSync(dirname(join(dist, name)), { recursive: true })
    writeFileSync(join(dist, name), content)
  }
  await precompress(dist)
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) })
  const school = await open(join(folder, 'data'), log)
  if (!school) throw new Error('folder is taken')
  const { relay, accounts } = school
  await relay.record(schoolDocument, [imported(schoolEntries)])
  const office = new OfficeFolds(relay, accounts, Date.now())
  const diaries = new Diaries(relay)
  const routes: string[] = []
  const app = await buildApplication({
    families: new Families(relay, accounts),
    diaries,
    onRoute: (route) => routes.push(route),
    accounts,
    relay,
    files: school.files,
    esia: openEsia?.(accounts, log),
    otherSchools: openOthers?.(school),
    office,
    push: new Push(accounts, school.tables, {
      key: loadPushKey(join(folder, 'data')),
      contact: undefined,
      inner,
      now: Date.now,
    }),
    school: () => ({
      id: 'sch',
      name: 'Школа у реки',
      timezone: 'Asia/Yekaterinburg',
      demo: false,
      clockOffset: 0,
    }),
    dist,
    log,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    port,
    school,
    routes,
    log: () => lines.join(''),
    ask: (path, body, access) => ask(url + path, body, access),
    from: async (remoteAddress, headers, path, payload) => {
      const answer = await app.inject({ method: 'POST', url: path, headers, payload, remoteAddress })
      return { status: answer.statusCode }
    },
    limits: app.server,
    stop: async () => {
      await Promise.all([office.stop(), diaries.stop()])
      await Promise.all([app.close(), relay.stop()])
      await school.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function ask(url: string, body: unknown, access: string | undefined): Promise<Asked> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(access === undefined ? {} : { authorization: `Bearer ${access}` }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, json: text === '' ? {} : JSON.parse(text) }
}

/** Makes an account of a staff member and signs it in for the first time. */
export async function signIn(
  { school, ask }: SchoolServer,
  login: string,
  person: string,
  administrator = false,
): Promise<{ access: string; refresh: string; user: string; device: string }> {
  const account =
    (await school.accounts.store.byLogin(login)) ??
    (await school.accounts.create({ login, person, administrator }))
  const code = await school.accounts.invite(account.user)
  const answer = await ask('/api/first-sign-in', {
    login,
    code,
    password: 'снег и луна',
    device: { name: 'Планшет' },
  })
  if (answer.status !== 200) throw new Error(`not signed in: ${JSON.stringify(answer.json)}`)
  const { access, refresh, user, device } = answer.json as Record<string, string>
  return { access: access!, refresh: refresh!, user: user!, device: device! }
}
