import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entity, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import { imported, type SchoolServer, signIn, startSchool } from './school-server.ts'

const math = { class: '7a', subject: 'math' }
const physics = { class: '7a', subject: 'phys' }

let server: SchoolServer
let keeper: string
let colleague: string
let classTeacher: string

beforeAll(async () => {
  server = await startSchool()
  const staff = (id: string) => ({
    entity: entity.staff(id),
    attribute: 'staff' as const,
    value: { id, last: 'Учитель', first: id, roles: ['teacher'] },
  })
  await server.school.relay.record(schoolDocument, [
    imported([
      staff('t2'),
      staff('t3'),
      {
        entity: entity.class('7a'),
        attribute: 'class',
        value: { id: '7a', year: 'y', grade: 7, letter: 'А', classTeacher: 't3' },
      },
      { entity: entity.assignment(math, 't1'), attribute: 'assignment', value: { ...math, teacher: 't1' } },
      {
        entity: entity.assignment(physics, 't2'),
        attribute: 'assignment',
        value: { ...physics, teacher: 't2' },
      },
    ]),
  ])
  keeper = (await signIn(server, 'keeper', 't1')).access
  colleague = (await signIn(server, 'colleague', 't2')).access
  classTeacher = (await signIn(server, 'class', 't3')).access
})
afterAll(() => server.stop())

const bytesOf = (text: string) => Buffer.from(text)
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function put(
  bytes: Buffer,
  { access = keeper, type = 'image/png', hash = hashOf(bytes), journal = '7a,math' } = {},
) {
  return fetch(`${server.url}/api/files/${hash}?journal=${encodeURIComponent(journal)}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${access}`, 'content-type': type },
    body: new Uint8Array(bytes),
  })
}

function get(hash: string, access: string, journal = '7a,math') {
  return fetch(`${server.url}/api/files/${hash}?journal=${encodeURIComponent(journal)}`, {
    headers: { authorization: `Bearer ${access}` },
  })
}

describe('files of homework', () => {
  it('gives what the keeper sent to whoever reads the journal, as a download that runs nothing', async () => {
    const bytes = bytesOf('лист с задачами')
    expect((await put(bytes)).status).toBe(204)
    expect((await put(bytes)).status).toBe(204)
    const answer = await get(hashOf(bytes), classTeacher)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('content-disposition')).toBe('attachment')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  })

  it('refuses who does not keep the journal, and who may not read it', async () => {
    const bytes = bytesOf('чужой журнал')
    expect((await put(bytes, { access: colleague })).status).toBe(403)
    expect((await put(bytes, { access: classTeacher })).status).toBe(403)
    await put(bytes)
    expect((await get(hashOf(bytes), colleague)).status).toBe(403)
    expect((await fetch(`${server.url}/api/files/${hashOf(bytes)}?journal=7a,math`)).status).toBe(401)
  })

  it('does not give a file of one journal out through another', async () => {
    const bytes = bytesOf('только математика')
    await put(bytes)
    expect((await get(hashOf(bytes), colleague, '7a,phys')).status).toBe(404)
  })

  it('refuses another content than the name says, and types that a browser would run', async () => {
    const bytes = bytesOf('подмена')
    const wrong = await put(bytes, { hash: hashOf(bytesOf('другое')) })
    expect([wrong.status, await wrong.json()]).toEqual([400, { error: 'wrongHash' }])
    for (const type of ['text/html', 'image/svg+xml', 'application/javascript'])
      expect((await put(bytes, { type })).status).toBe(415)
    expect((await put(bytes, { hash: '../../etc/passwd' })).status).toBeGreaterThanOrEqual(400)
  })

  it('takes 5 MB and not a byte more', async () => {
    expect((await put(Buffer.alloc(5_000_000, 1))).status).toBe(204)
    expect((await put(Buffer.alloc(5_000_001, 1))).status).toBe(413)
  })
})
