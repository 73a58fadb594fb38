import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Audience, audiences, declareAudiences } from '../../../server/http/audiences.ts'
import { classDocument, type DocumentId, entity } from '../../../src/domain/ledger/documents.ts'
import { imported, signIn } from '../http/school-server.ts'
import { TestDevice, until } from '../relay/test-device.ts'
import { signInFamily, startFamilySchool } from './family-school.ts'

let server: Awaited<ReturnType<typeof startFamilySchool>>
/** Access tokens of people who may ask, and of those who may not. */
let tokens: Record<
  | 'mother'
  | 'pupil'
  | 'father'
  | 'revoked'
  | 'stranger'
  | 'left'
  | 'classTeacher'
  | 'otherTeacher'
  | 'teacher'
  | 'office',
  string
>

beforeAll(async () => {
  server = await startFamilySchool()
  const { relay } = server.school
  const family = async (login: string, ...links: [string, string][]) =>
    (await signInFamily(server, login, links)).access
  tokens = {
    mother: await family('mother', ['p1', 'g1']),
    pupil: await family('pupil', ['p1', 'p1']),
    // His right ended today.
    father: await family('father', ['p1', 'g2']),
    revoked: await family('revoked', ['p3', 'p3']),
    stranger: await family('stranger', ['p3', 'g3']),
    left: await family('left', ['p2', 'p2']),
    classTeacher: (await signIn(server, 'class', 't1')).access,
    otherTeacher: (await signIn(server, 'other', 't2')).access,
    teacher: (await signIn(server, 'subject', 't3')).access,
    office: (await signIn(server, 'office', 'o1')).access,
  }
  // His account stands, as that of a teacher who is a parent would.
  await server.school.tables.query(
    `UPDATE family_links SET revoked = 1 WHERE school = :school AND person = 'p3'`,
  )
  await relay.record(classDocument('7a'), [
    imported([
      {
        entity: entity.movement('p2', server.today, 'left'),
        attribute: 'movement',
        value: { pupil: 'p2', kind: 'left', date: server.today },
      },
    ]),
  ])
})
afterAll(() => server.stop())

const hash = '0'.repeat(64)
/** What a right asker would add to a route that looks at the question before the asker's rights. */
const questions: Readonly<Record<string, string>> = {
  'GET /api/classes/:class/load': '?from=2026-01-01&to=2026-01-02',
  'GET /api/plans': '?subject=alg&grade=7',
  'GET /api/files/:hash': '?journal=8a,alg',
  'PUT /api/files/:hash': '?journal=8a,alg',
}

async function statusOf(route: string, access: string | undefined, pupil = 'p1'): Promise<number> {
  const [method, path] = route.split(' ') as [string, string]
  const place = path.replace(':pupil', pupil).replace(':class', '7a').replace(':hash', hash)
  const response = await fetch(`${server.url}${place}${questions[route] ?? ''}`, {
    method,
    headers: {
      ...(access === undefined ? {} : { authorization: `Bearer ${access}` }),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: '{}' }),
  })
  return response.status
}
const routesFor = (...of: Audience[]) => server.routes.filter((route) => of.includes(audiences[route]!))

describe('refused', () => {
  it('has a declared audience for every route', async () => {
    expect([...server.routes].sort()).toEqual(Object.keys(audiences).sort())
    const app = Fastify()
    declareAudiences(app)
    expect(() => app.get('/api/new', async () => '')).toThrow('GET /api/new')
  })

  it('is everybody who is not signed in, everywhere but at the door', async () => {
    for (const route of routesFor('own', 'staff', 'office', 'classTeacher', 'family'))
      expect([route, await statusOf(route, undefined)]).toEqual([route, 401])
  })

  it('is who is not of the pupil’s family, or has no right there any more', async () => {
    const { mother, father, stranger, classTeacher, office, teacher, revoked, left, pupil } = tokens
    const asked: [string, string][] = [
      // Another family's, another class's.
      [stranger, 'p1'],
      [mother, 'p3'],
      [pupil, 'p3'],
      // A sibling's without rights.
      [mother, 'p2'],
      [pupil, 'p2'],
      // A guardian whose right ended; an account that was taken away; a withdrawn pupil.
      [father, 'p1'],
      [revoked, 'p3'],
      [left, 'p2'],
      // No family at all, and no pupil at all.
      [classTeacher, 'p1'],
      [office, 'p1'],
      [teacher, 'p1'],
      [mother, 'nobody'],
      [mother, 'p1,p2'],
    ]
    const routes = routesFor('family')
    expect(routes.length).toBeGreaterThan(1)
    for (const route of routes) {
      for (const [access, of] of asked)
        expect([route, of, await statusOf(route, access, of)]).toEqual([route, of, 403])
      expect([401, 403]).not.toContain(await statusOf(route, mother))
    }
  })

  it('is every family, and every teacher of others, where a class teacher gives codes', async () => {
    const { classTeacher, office, ...others } = tokens
    for (const route of routesFor('classTeacher')) {
      for (const access of Object.values(others))
        expect([route, await statusOf(route, access)]).toEqual([route, 403])
      for (const access of [classTeacher, office])
        expect([401, 403]).not.toContain(await statusOf(route, access))
    }
  })

  it('is every family at every document: no diary is a ledger', async () => {
    const socket = await TestDevice.connect(`${server.url.replace('http', 'ws')}/sync`, tokens.mother)
    for (const document of ['school', 'class/7a', 'journal/7a,alg', 'family/p1', 'thread/p1']) {
      const channel = socket.open(document as DocumentId)
      await until(() => channel.frames.length > 0)
      expect([document, channel.frames]).toEqual([document, [{ kind: 'denied', code: 'noRight' }]])
    }
    socket.close()
  })

  it('is everybody but the office where the office asks, and every family where the staff does', async () => {
    const { office: _, classTeacher, otherTeacher, teacher, ...families } = tokens
    for (const route of routesFor('office'))
      for (const access of [...Object.values(families), classTeacher, otherTeacher, teacher])
        expect([route, await statusOf(route, access)]).toEqual([route, 403])
    for (const route of routesFor('staff'))
      for (const access of Object.values(families))
        expect([route, await statusOf(route, access)]).toEqual([route, 403])
  })
})
