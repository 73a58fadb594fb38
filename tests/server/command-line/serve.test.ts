import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { firstSignIn, parta, post, type Served, sampleFolder, serve, serveFromSource } from './program.ts'

let folder: string
let data: string
let server: Served | undefined
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parta-serve-'))
  data = join(folder, 'data')
})
afterEach(async () => {
  await server?.end()
  server = undefined
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = (...args: string[]) => parta(...args, '--data', data)
const codeIn = (text: string) => /код:? ([A-Z0-9]{5}-[A-Z0-9]{5})/.exec(text)?.[1] ?? ''

describe('a server on an empty folder', () => {
  it('prints an administrator code, is set up through itself, and stops when asked', async () => {
    server = await serveFromSource('serve', '--data', data)
    const code = codeIn(server.out())
    const admin = await firstSignIn(server.url, 'admin', code)
    expect(admin).toMatchObject({ status: 200, json: { person: '', roles: ['office'], school: { id: '' } } })

    expect(await at('import', sampleFolder, '--school', 'siva')).toMatchObject({ code: 0, err: '' })
    expect((await at('import', sampleFolder, '--school', 'siva')).out).toContain('Изменений нет')
    expect(await at('import', sampleFolder, '--school', 'other')).toMatchObject({ code: 1 })
    expect(await (await fetch(`${server.url}/api/school`)).json()).toMatchObject({ id: 'siva', demo: false })
    const month = ['--class', '7А', '--month', '2025-09', '--format', 'json']
    const report = await at('report', 'attendance-month', '--school', 'siva', ...month)
    expect(JSON.parse(report.out)).toMatchObject({ report: 'attendance-month', school: 'siva' })
    expect(await at('verify', '--school', 'siva')).toMatchObject({ code: 0 })

    const { refresh } = admin.json
    expect(await server.end()).toBe(0)
    server = await serve('serve', '--data', data)
    expect(codeIn(server.out())).toBe('')
    expect(await post(`${server.url}/api/refresh`, { refresh })).toMatchObject({ status: 200 })
  })

  it('lets people in by invitation, and shuts them out', async () => {
    server = await serve('serve', '--data', data)
    const invited = await at('invite', '--person', 't1')
    const login = /логин: (\S+)/.exec(invited.out)?.[1] ?? ''
    const teacher = await firstSignIn(server.url, login, codeIn(invited.out))
    expect(teacher).toMatchObject({ status: 200, json: { person: 't1', roles: ['teacher'] } })
    expect((await at('user', 'list')).out).toContain(`${login}\t`)

    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/school`, [
      'parta',
      `ticket.${teacher.json.access}`,
    ])
    await new Promise((resolve) => socket.once('message', resolve))
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    expect(await at('user', 'disable', login)).toMatchObject({ code: 0 })
    expect(await closed).toBe(4403)
    const again = { login, password: 'снег и луна', device: { name: 'Проверка' } }
    expect(await post(`${server.url}/api/sign-in`, again)).toMatchObject({
      status: 403,
      json: { error: 'revoked' },
    })
    expect(await at('user', 'enable', login)).toMatchObject({ code: 0 })
    expect(await post(`${server.url}/api/sign-in`, again)).toMatchObject({ status: 200 })
  })

  it('has its folder for itself', async () => {
    server = await serve('serve', '--data', data)
    const second = await at('serve', '--port', '0')
    expect([second.code, second.err]).toEqual([1, expect.stringContaining('уже открыта')])
  })

  it('opens again after it was killed', async () => {
    server = await serve('serve', '--data', data)
    expect(await server.end('SIGKILL')).toBeNull()
    expect(await at('verify', '--school', 'siva')).toMatchObject({ code: 0 })
    server = await serve('serve', '--data', data)
    expect((await fetch(`${server.url}/api/school`)).status).toBe(200)
  })

  it('says that its port is taken', async () => {
    server = await serve('serve', '--data', data)
    const { port } = new URL(server.url)
    const second = await parta('serve', '--data', join(folder, 'second'), '--port', port)
    expect([second.code, second.err]).toEqual([1, expect.stringContaining(`Порт ${port} занят`)])
  })

  it('lets only commands of its own user through', async () => {
    server = await serve('serve', '--data', data)
    const path = join(data, 'serve.json')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const { port, key } = JSON.parse(readFileSync(path, 'utf8')) as { port: number; key: string }
    const ask = async (headers: Record<string, string>) => {
      const request = { method: 'POST', body: '{"command":"user-list"}' }
      const json = { 'content-type': 'application/json' }
      return (await fetch(`http://127.0.0.1:${port}/task`, { ...request, headers: { ...json, ...headers } }))
        .status
    }
    const authorization = `Bearer ${key}`
    expect(await ask({ authorization })).toBe(200)
    expect(await ask({})).toBe(403)
    expect(await ask({ authorization: `Bearer ${key}x` })).toBe(403)
    expect(await ask({ authorization, 'x-forwarded-for': '192.0.2.1' })).toBe(403)
    expect(await ask({ authorization, origin: 'http://localhost' })).toBe(403)
    const outside = await fetch(`${server.url}/task`, { method: 'POST', headers: { authorization } })
    expect(outside.status).toBeGreaterThanOrEqual(400)
  })
})

describe('accounts from the command line', () => {
  it('are added by login and person', async () => {
    const added = await at('user', 'add', 'Novikova', '--person', 't2')
    expect([added.code, added.out]).toEqual([0, expect.stringContaining('логин: novikova')])
    expect(await at('user', 'add', 'novikova', '--office')).toMatchObject({ code: 1 })
    expect(await at('user', 'add', 'other', '--person', 't2')).toMatchObject({ code: 1 })
    expect(await at('user', 'add', 'other', '--person', 'nobody')).toMatchObject({ code: 1 })
    expect(await at('user', 'add', 'Новикова', '--office')).toMatchObject({ code: 1 })
    expect(await at('user', 'disable', 'nobody')).toMatchObject({ code: 1 })
    expect(await at('invite', 'nobody')).toMatchObject({ code: 1 })
  })

  it('give everybody who never signed in a code', async () => {
    const { out } = await at('invite', '--all')
    expect(out.match(/код: /g)).toHaveLength(8)
    expect(out).toContain('novikova')
  })
})
