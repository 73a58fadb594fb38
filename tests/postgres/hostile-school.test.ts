import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { audiences } from '../../server/http/audiences.ts'
import { type Door, type Doors, openDoor } from '../../server/other-schools/door.ts'
import { OtherSchools } from '../../server/other-schools/other-schools.ts'
import { openPostgres, type PostgresDatabase } from '../../server/store/postgres-database.ts'
import { prepareSchool } from '../../server/store/postgres-schema.ts'
import { OutboxSeal } from '../../src/device/outbox-seal.ts'
import { entity, schoolDocument } from '../../src/domain/ledger/documents.ts'
import { joinOutbox } from '../../src/domain/ledger/outbox.ts'
import { closeCodes } from '../../src/sync/close-codes.ts'
import { type DeviceFrame, encodeFrame, protocolVersion } from '../../src/sync/frames.ts'
import { decodePollAnswer, encodePollRequest, pollPath, pollType } from '../../src/sync/poll-frames.ts'
import { imported, type SchoolServer, serveSchool, signIn } from '../server/http/school-server.ts'
import { TestDevice, until } from '../server/relay/test-device.ts'
import { freshDatabase } from './databases.ts'
import { openSchoolOn } from './open-school-on.ts'

/**
 * Two schools of one database, each with a server of its own; the same people under the same logins and with the same
 * password sign in to both. What the first one's office has is tried on the other.
 */
let database: PostgresDatabase
let hostile: SchoolServer
let school: SchoolServer
let stolen: Awaited<ReturnType<typeof signIn>>
let own: Awaited<ReturnType<typeof signIn>>
const device = { name: 'Планшет' }
const password = 'снег и луна'

beforeAll(async () => {
  const address = await freshDatabase()
  database = await openPostgres(address)
  hostile = await serve(address, 'hostile')
  school = await serve(address, 'school')
  stolen = await signIn(hostile, 'office', 'o1', true)
  own = await signIn(school, 'office', 'o1')
})
afterAll(async () => {
  await hostile.stop()
  await school.stop()
  await database.close()
})

/** As one process has them that serves both. */
const opened = new Map<string, Door>()
const doors: Doors = {
  at: async (host) => opened.get(host.replace('.example', '')),
  to: async (id) => opened.get(id),
  hosts: async (id) => [`${id}.example`],
  several: async () => true,
}

const serve = (address: string, id: string) =>
  serveSchool(
    (dataFolder, log) => openSchoolOn(address, id, dataFolder, log),
    undefined,
    false,
    ({ accounts, relay }) => {
      const door = openDoor(id, accounts, relay)
      opened.set(id, door)
      return new OtherSchools(door, accounts, doors)
    },
  )

const hash = '0'.repeat(64)

async function statusOf(server: SchoolServer, route: string, access: string): Promise<number> {
  const [method, path] = route.split(' ') as [string, string]
  const place = path.replace(':pupil', 'p1').replace(':class', '7a').replace(':hash', hash)
  const response = await fetch(server.url + place, {
    method,
    headers: {
      authorization: `Bearer ${access}`,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: '{}' }),
  })
  return response.status
}

describe('what one school has, at another of the same database', () => {
  it('opens none of the routes, which it opens at home', async () => {
    const closed = school.routes.filter((route) => audiences[route] !== 'public')
    expect(closed.length).toBeGreaterThan(40)
    for (const route of closed) {
      expect([route, await statusOf(school, route, stolen.access)]).toEqual([route, 401])
      // Not at home, where it would end itself.
      if (route !== 'POST /api/sign-out')
        expect([route, await statusOf(hostile, route, stolen.access)]).not.toEqual([route, 401])
    }
  })

  it('is unknown at every door', async () => {
    const { accounts, relay } = hostile.school
    const user = stolen.user as never
    const kept = { ticket: 't'.repeat(43), share: 's'.repeat(43), proof: 'p'.repeat(43) }
    await hostile.ask('/api/device/share', kept, stolen.access)
    const other = await accounts.create({ login: 'only-here', person: '', administrator: true })
    const code = await accounts.invite(other.user)
    const seal = await OutboxSeal.to(relay.outboxKey(user, stolen.device as never), {
      user,
      device: stolen.device as never,
    })
    const row = { client: 77, clock: 0, elements: [{ user, device: stolen.device, app: 'x' }] as never }
    const sealed = joinOutbox([await seal.seal(schoolDocument, row)])
    const secret = 'x'.repeat(43)
    const asked = async (path: string, body?: object) => {
      const { status, json } = await school.ask(path, body, stolen.access)
      return [status, json]
    }
    const wrong = { error: 'wrongCredentials', left: 4 }
    const again = [400, { error: 'startAgain' }]
    // Codes that stand in its own table, about accounts of the other school.
    const left = { link: 'l'.repeat(43), open: 'o'.repeat(43) }
    const far = { school: 'hostile', user }
    const value = { host: 'x', asked: 'x', page: 'x', device: stolen.device }
    for (const kind of ['link', 'open'] as const)
      await accounts.farSchools!.codes.leave(left[kind], { kind, far, user: own.user as never, value })
    /** What each public route answers. */
    const answers: Record<string, () => Promise<void>> = {
      'GET /api/school': async () => {
        const [status, json] = await asked('/api/school')
        expect([status, json]).toEqual([200, (await school.ask('/api/school')).json])
      },
      'POST /api/first-sign-in': async () => {
        const typed = { login: 'only-here', code, password, device }
        expect(await asked('/api/first-sign-in', typed)).toEqual([401, wrong])
      },
      'POST /api/sign-in': async () => {
        const typed = { login: 'only-here', password, device }
        expect(await asked('/api/sign-in', typed)).toEqual([401, { ...wrong, left: 3 }])
      },
      'POST /api/esia/begin': async () => {
        expect(await asked('/api/esia/begin', { app: 'diary' })).toEqual([404, { error: 'notFound' }])
      },
      'GET /api/esia/callback': async () => {
        expect(await asked('/api/esia/callback?state=x')).toEqual([404, { error: 'notFound' }])
      },
      'POST /api/esia/finish': async () => {
        const end = { handover: secret, secret, device }
        expect(await asked('/api/esia/finish', end)).toEqual([404, { error: 'notFound' }])
      },
      'POST /api/other-schools/asked': async () => {
        expect(await asked('/api/other-schools/asked', { code: left.link })).toEqual(again)
      },
      'POST /api/other-schools/accept': async () => {
        const typed = { code: left.link, login: 'office', password }
        expect(await asked('/api/other-schools/accept', typed)).toEqual(again)
      },
      'POST /api/other-schools/enter': async () => {
        const typed = { code: left.open, device, here: [] }
        expect(await asked('/api/other-schools/enter', typed)).toEqual(again)
      },
      'POST /api/refresh': async () => {
        const spent = await asked('/api/refresh', { refresh: stolen.refresh })
        expect(spent).toEqual([401, { error: 'notSignedIn' }])
        // Nor was it used up there.
        expect((await hostile.ask('/api/refresh', { refresh: stolen.refresh })).status).toBe(200)
      },
      'POST /api/device/standing': async () => {
        expect(await asked('/api/device/standing', { ticket: kept.ticket })).toEqual([
          200,
          { standing: 'unknown' },
        ])
      },
      'POST /api/device/open': async () => {
        const { ticket, proof } = kept
        expect(await asked('/api/device/open', { ticket, proof })).toEqual([404, { error: 'notFound' }])
      },
      'POST /api/line': async () => {
        const address = { generation: 0, channel: 0 }
        const frames = [encodeFrame(address, hello(stolen.access))]
        const body = encodePollRequest({ session: '', taken: 0, first: 0, frames })
        const headers = { 'content-type': pollType }
        const answer = await fetch(school.url + pollPath, { method: 'POST', headers, body })
        expect(decodePollAnswer(new Uint8Array(await answer.arrayBuffer())).closed).toBe(
          closeCodes.notSignedIn,
        )
      },
      'POST /api/outbox': async () => {
        const headers = { 'content-type': 'application/octet-stream' }
        const answer = await fetch(`${school.url}/api/outbox`, { method: 'POST', headers, body: sealed })
        expect(await answer.json()).toEqual({ taken: 0, later: 0, refused: 0, unreadable: 1 })
      },
    }
    const open = school.routes.filter((route) => audiences[route] === 'public')
    expect(Object.keys(answers).sort()).toEqual([...open].sort())
    for (const route of open) await answers[route]!()
  })

  it('carries no frame, before a sign-in or within one', async () => {
    const access = await freshAccess(hostile)
    const at = { generation: 1, channel: 1 }
    const frames: Record<DeviceFrame['kind'], DeviceFrame> = {
      hello: hello(access),
      renew: { kind: 'renew', token: access },
      open: { kind: 'open', document: schoolDocument, seq: 0, chain: '0'.repeat(16) },
      update: { kind: 'update', update: new Uint8Array(2) },
      return: { kind: 'return', entries: [] },
      close: { kind: 'close' },
      ping: { kind: 'ping' },
    }
    for (const [kind, frame] of Object.entries(frames)) {
      const stranger = await TestDevice.dial(line(school))
      stranger.send(kind === 'hello' ? { generation: 0, channel: 0 } : at, frame)
      expect([kind, await stranger.closing()]).toEqual([kind, closeCodes.notSignedIn])
    }
    const honest = await TestDevice.connect(line(school), await freshAccess(school))
    expect(honest.control[0]?.kind).toBe('welcome')
    honest.send({ generation: 0, channel: 0 }, frames.renew)
    expect(await honest.closing()).toBe(closeCodes.notSignedIn)
    const stock = new WebSocket(`${line(school)}/${encodeURIComponent(schoolDocument)}`, [
      'parta',
      `ticket.${access}`,
    ])
    const closed: number[] = []
    stock.on('close', (code) => closed.push(code))
    await until(() => closed.length === 1)
    expect(closed).toEqual([closeCodes.notSignedIn])
  })

  it('gives nothing back as the other’s: receipts of one are none of the other', async () => {
    const there = await TestDevice.connect(line(hostile), await freshAccess(hostile))
    const { entries } = await there.opened(schoolDocument)
    expect(entries.length).toBeGreaterThan(0)
    const here = await TestDevice.connect(line(school), await freshAccess(school))
    const channel = await here.opened(schoolDocument)
    const before = (await school.school.relay.logOf(schoolDocument)).length
    channel.send({ kind: 'return', entries })
    expect(await channel.first('refused')).toMatchObject({ code: 'foreignWriter' })
    expect(await school.school.relay.logOf(schoolDocument)).toHaveLength(before)
    for (const open of [there, here]) open.close()
  })

  it('comes in by no link that only its own side keeps, whatever it writes there', async () => {
    const { accounts } = hostile.school
    const teacher = await signIn(school, 'teacher', 't1')
    const self = await signIn(hostile, 'teacher', 't1')
    const user = self.user as never
    for (const to of [teacher.user, own.user, 'nobody']) {
      const far = { school: 'school', user: to as never }
      expect(await accounts.linkSchool({ user, far, host: 'school.example', name: 'x' })).toBe(true)
      const open = () => hostile.ask('/api/other-schools/open', { school: 'school' }, self.access)
      expect(await open()).toMatchObject({ status: 403, json: { error: 'notLinked' } })
      const told = await hostile.ask('/api/other-schools', undefined, self.access)
      expect(told.json).toMatchObject({ links: [{ state: 'undone' }] })
      // A code that were left there nonetheless is judged by that school’s own side.
      const code = 'c'.repeat(43)
      const left = { kind: 'open', far: { school: 'hostile', user }, user: to as never } as const
      await opened.get('school')!.leave(code, { ...left, value: { device: self.device } })
      const came = await school.ask('/api/other-schools/enter', { code, device, here: [] })
      expect(came).toMatchObject({ status: 403, json: { error: 'notLinked' } })
      // Nor does it keep a side that nobody there has accepted.
      const side = { user: to as never, far: { school: 'hostile', user }, host: 'x', name: 'x' }
      expect(await opened.get('school')!.link(code, side)).toBe(false)
    }
    expect((await school.ask('/api/other-schools', undefined, teacher.access)).json.links).toEqual([])
  })

  it('keeps nobody waiting: neither pauses for guesses nor a lock that one school holds', async () => {
    const guess = (login: string) => hostile.ask('/api/sign-in', { login, password: 'не тот пароль', device })
    for (let tried = 0; tried < 6; tried++) await guess('office')
    expect((await guess('office')).json).toMatchObject({ error: 'tooMany' })
    expect((await school.ask('/api/sign-in', { login: 'office', password, device })).status).toBe(200)

    const { relay } = hostile.school
    const { number } = await prepareSchool(database, 'hostile')
    const entries = [{ entity: entity.staff('x1'), attribute: 'staff' as const, value: person('x1') }]
    let committed = false
    let waits: Promise<void> | undefined
    await database.of(number).transact(async ({ query }) => {
      await query('SELECT change FROM school FOR UPDATE')
      waits = relay.record(schoolDocument, [imported(entries)]).then(() => {
        committed = true
      })
      await school.school.relay.record(schoolDocument, [imported(entries)])
      expect((await school.ask('/api/people', undefined, own.access)).status).toBe(200)
      expect(committed).toBe(false)
    })
    await waits
  })
})

const person = (id: string) => ({ id, last: 'Новикова', first: 'Анна', roles: ['teacher'] })
const line = ({ port }: SchoolServer) => `ws://127.0.0.1:${port}/sync`

function hello(token: string): Extract<DeviceFrame, { kind: 'hello' }> {
  return { kind: 'hello', protocol: protocolVersion, app: '0.1.0', token, tab: 'tab', incarnation: '' }
}

async function freshAccess(server: SchoolServer): Promise<string> {
  const { json } = await server.ask('/api/sign-in', { login: 'office', password, device })
  return json.access as string
}
