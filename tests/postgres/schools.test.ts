import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { parta, type Served, sampleFolder, serve } from '../server/command-line/program.ts'
import { type Answer, askHost } from './ask-host.ts'
import { freshDatabase } from './databases.ts'

let folder: string
let address: string
let server: Served | undefined
const hosts = { siva: 'siva.example', other: 'other.example' }
const codes: Record<string, string> = {}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-schools-'))
  address = await freshDatabase()
})
afterAll(async () => {
  await server?.end()
  rmSync(folder, { recursive: true })
})

const at = (...args: string[]) => parta(...args, '--database', address, '--data', folder)
const of = (id: string, ...args: string[]) =>
  parta(...args, '--database', `${address}#${id}`, '--data', folder)

const ask = (host: string, path: string, body?: unknown, token?: string) =>
  askHost(server!.url, host, path, body, token)

const enter = (host: string, code: string) =>
  ask(host, '/api/first-sign-in', {
    login: 'admin',
    code,
    password: 'снег и луна',
    device: { name: 'Проверка' },
  })

test('an operator adds schools to a database, each with a host, keys and an administrator of its own', async () => {
  for (const [id, host] of Object.entries(hosts)) {
    const added = await at('school', 'add', id, '--host', host)
    expect(added).toMatchObject({ code: 0, err: '' })
    codes[id] = /код (\S+)/.exec(added.out)?.[1] ?? ''
  }
  expect((await at('school', 'list')).out).toBe('other\tother.example\nsiva\tsiva.example\n')
  expect(await at('school', 'add', 'third', '--host', hosts.siva)).toMatchObject({
    code: 1,
    err: expect.stringContaining('уже у другой школы'),
  })
  expect(await at('school', 'add', 'Not/an id', '--host', 'x.example')).toMatchObject({ code: 2 })
  // Commands say which school they mean: by the address, or by the id that the school has in its own data.
  expect(await at('user', 'list')).toMatchObject({ code: 1, err: expect.stringContaining('#ШКОЛА') })
  expect(await of('third', 'user', 'list')).toMatchObject({ code: 1 })
  expect(await of('siva', 'import', sampleFolder, '--school', 'siva')).toMatchObject({ code: 0, err: '' })
  expect((await of('other', 'user', 'list')).out).toMatch(/^admin\t[^\n]*\n$/)
})

test('each is served under its host alone, and nothing of one opens anything of another', async () => {
  // Its keys are missing here: it is not served, and stops no other.
  expect(await at('school', 'add', 'third', '--host', 'third.example')).toMatchObject({ code: 0 })
  rmSync(join(folder, 'third'), { recursive: true })
  server = await serve('serve', '--database', address, '--data', folder)
  for (let time = 0; time < 2; time++)
    expect(await ask('third.example', '/api/school')).toEqual({ status: 503, json: { error: 'unavailable' } })
  expect((await ask(hosts.siva, '/api/school')).json).toMatchObject({ id: 'siva' })
  expect((await ask(hosts.other, '/api/school')).json).toMatchObject({ id: '' })
  for (const host of ['nobody.example', '127.0.0.1', ''])
    expect((await ask(host, '/api/school')).status).toBe(404)

  expect((await enter(hosts.other, codes.siva!)).status).toBe(401)
  const one = await enter(hosts.siva, codes.siva!)
  const two = await enter(hosts.other, codes.other!)
  expect([one.status, two.status]).toEqual([200, 200])
  const people = async (host: string, who: Answer) =>
    (await ask(host, '/api/people', undefined, who.json.access as string)).status
  expect([await people(hosts.siva, one), await people(hosts.other, two)]).toEqual([200, 200])
  expect([await people(hosts.siva, two), await people(hosts.other, one)]).toEqual([401, 401])
  expect((await ask(hosts.other, '/api/refresh', { refresh: one.json.refresh })).status).toBe(401)

  const dial = (host: string, { json }: Answer) =>
    new Promise<number | 'open'>((resolve) => {
      const socket = new WebSocket(
        `${server!.url.replace('http', 'ws')}/sync/school`,
        ['parta', `ticket.${json.access}`],
        { headers: { host } },
      )
      socket.once('message', () => {
        resolve('open')
        socket.terminate()
      })
      socket.once('close', resolve)
      socket.once('error', () => undefined)
    })
  expect(await dial(hosts.siva, one)).toBe('open')
  expect(await dial(hosts.siva, two)).toBe(4401)
  expect(await dial('nobody.example', one)).toBe(1006)
  expect(await server.end()).toBe(0)
  server = undefined
  expect(await at('verify', '--school', 'siva')).toMatchObject({ code: 0, err: '' })
})
