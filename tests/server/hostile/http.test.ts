import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { closeCodes } from '../../../src/sync/close-codes.ts'
import { type SchoolServer, signIn, startSchool } from '../http/school-server.ts'
import { TestDevice } from '../relay/test-device.ts'
import { RawSocket } from './raw-socket.ts'

let server: SchoolServer
beforeAll(async () => {
  server = await startSchool()
})
afterAll(() => server.stop())

/** A request written by hand; answered and closed. */
const ask = (head: string, body = '') =>
  RawSocket.ask(server.port, `${head}\r\nConnection: close\r\n\r\n${body}`)
const status = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

describe('paths', () => {
  // Beside the app's folder lie the school's database and keys.
  const tricks = [
    '/../data/relay.key',
    '/assets/../../data/relay.key',
    '/%2e%2e/data/relay.key',
    '/%2e%2e%2fdata%2frelay.key',
    '/..%5cdata%5crelay.key',
    '/..%c0%afdata/relay.key',
    '/assets/%2e%2e/%2e%2e/data/parta.sqlite',
    '//data/relay.key',
    '/./.././../data/serve.json',
    '/.git/config',
    '/index.html%00.js',
    '/%',
    'http://other.example/../data/relay.key',
    '*',
  ]
  for (const path of tricks)
    it(`${path} leads nowhere`, async () => {
      const answer = await ask(`GET ${path} HTTP/1.1\r\nHost: x`)
      expect(answer).not.toMatch(/SQLite format|"key"|repositoryformat/)
      // A place inside the app is the app; everything else is an error.
      expect(status(answer) >= 400 || answer.includes('<title>')).toBe(true)
      expect(status(answer)).toBeLessThan(500)
    })
})

describe('headers and bodies', () => {
  const json = 'Host: x\r\nContent-Type: application/json'
  const body = '{"login":"x","password":"y","device":{"name":"z"}}'

  it('two lengths, a length and chunks, a broken length, a header of 20 KB: refused', async () => {
    const post = `POST /api/sign-in HTTP/1.1\r\n${json}`
    const length = `Content-Length: ${body.length}`
    expect(status(await ask(`${post}\r\n${length}\r\nContent-Length: 5`, body))).toBe(400)
    expect(status(await ask(`${post}\r\n${length}\r\nTransfer-Encoding: chunked`, body))).toBe(400)
    expect(status(await ask(`${post}\r\nContent-Length: -1`, body))).toBe(400)
    expect(status(await ask(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}`))).toBe(431)
    expect(status(await ask('GET / HTTP/1.1\r\nHost: x\r\nBad header: 1'))).toBe(400)
    expect(status(await ask('GET / HTTP/1.1\r\nHost: x\r\nX: 1\r\n folded'))).toBe(400)
  })

  it('a body of another type, too large, no JSON, or one that reaches for prototypes: refused', async () => {
    const sent = async (type: string, text: string) =>
      status(
        await ask(
          `POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(text)}`,
          text,
        ),
      )
    expect(await sent('text/xml', body)).toBe(415)
    expect(await sent('application/x-www-form-urlencoded', 'login=x')).toBe(415)
    expect(await sent('application/json', `{"login":"${'x'.repeat(20_000)}"}`)).toBe(413)
    expect(await sent('application/json', '{"login":')).toBe(400)
    expect(await sent('application/json', `${'['.repeat(8_000)}`)).toBe(400)
    expect(await sent('application/json', body.replace('{', '{"__proto__":{"administrator":true},'))).toBe(
      400,
    )
    expect(
      await sent(
        'application/json',
        body.replace('{', '{"constructor":{"prototype":{"administrator":true}},'),
      ),
    ).toBe(400)
    expect(({} as { administrator?: boolean }).administrator).toBeUndefined()
  })

  it('methods that no route has: refused', async () => {
    for (const method of ['TRACE', 'CONNECT', 'DELETE', 'PROPFIND'])
      expect(status(await ask(`${method} /api/devices HTTP/1.1\r\nHost: x`)) || 400).toBeGreaterThanOrEqual(
        400,
      )
  })

  it('a strange host or origin is not repeated, and opens nothing to another page', async () => {
    const answer = await ask(
      'GET /api/school HTTP/1.1\r\nHost: evil.example";x\r\nOrigin: https://evil.example',
    )
    expect(answer).not.toContain('evil.example')
    expect(answer.toLowerCase()).not.toContain('access-control-allow')
  })

  it('an address told by anybody but a proxy on this computer is not believed', async () => {
    const answers = new Set<number>()
    for (let i = 0; i < 130; i++)
      answers.add(
        (await server.from('10.0.0.9', { 'x-forwarded-for': `10.1.${i}.1, 127.0.0.1` }, '/api/sign-in', {}))
          .status,
      )
    expect([...answers].sort()).toEqual([400, 429])
    const other = await server.from('10.0.0.10', {}, '/api/sign-in', {})
    expect(other.status).toBe(400)
    const proxied = await server.from(
      '127.0.0.1',
      { 'x-forwarded-for': '1.2.3.4, 10.0.0.9' },
      '/api/sign-in',
      {},
    )
    expect(proxied.status).toBe(429)
  })
})

describe('holding on to the server', () => {
  it('no request may take for ever', () => {
    expect(server.limits.requestTimeout).toBeGreaterThan(0)
    expect(server.limits.headersTimeout).toBeGreaterThan(0)
    expect(server.limits.headersTimeout).toBeLessThanOrEqual(60_000)
  })

  it('a file of a stranger is refused before it is sent', async () => {
    const raw = await RawSocket.connect(server.port)
    raw.write(
      `PUT /api/files/${'a'.repeat(64)}?journal=x,y HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer invented\r\n` +
        'Content-Type: image/png\r\nContent-Length: 5000000\r\n\r\nfirst bytes',
    )
    await raw.until((text) => text.includes('notSignedIn'))
    expect(status(raw.text())).toBe(401)
    raw.destroy()
  })

  it('three hundred half requests do not keep others out', async () => {
    const held = await Promise.all(
      Array.from({ length: 300 }, async () => {
        const raw = await RawSocket.connect(server.port)
        raw.write(
          'POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{',
        )
        return raw
      }),
    )
    expect((await server.ask('/api/school')).status).toBe(200)
    expect(held.every(({ socket }) => !socket.destroyed)).toBe(true)
    for (const raw of held) raw.destroy()
  })
})

describe('a stolen refresh token', () => {
  it('used by the thief and then by its owner ends both, and the open line with them', async () => {
    const owner = await signIn(server, 'robbed', 't1')
    const device = await TestDevice.connect(`ws://127.0.0.1:${server.port}/sync`, owner.access)
    const thief = await server.ask('/api/refresh', { refresh: owner.refresh })
    expect(thief.status).toBe(200)
    expect((await server.ask('/api/devices', undefined, String(thief.json.access))).status).toBe(200)
    expect(await server.ask('/api/refresh', { refresh: owner.refresh })).toMatchObject({
      status: 403,
      json: { error: 'revoked' },
    })
    expect(await device.closing()).toBe(closeCodes.revoked)
    for (const refresh of [thief.json.refresh, owner.refresh])
      expect((await server.ask('/api/refresh', { refresh })).status).toBe(403)
    for (const access of [thief.json.access, owner.access])
      expect((await server.ask('/api/devices', undefined, String(access))).status).toBe(401)
  })

  it('two sessions that race with one token: once one of them goes on, the other ends both', async () => {
    const { refresh } = await signIn(server, 'racing', 'o1')
    const [one, two] = await Promise.all([0, 1].map(() => server.ask('/api/refresh', { refresh })))
    expect([one!.status, two!.status]).toEqual([200, 200])
    const next = await server.ask('/api/refresh', { refresh: one!.json.refresh })
    expect(next.status).toBe(200)
    expect((await server.ask('/api/refresh', { refresh: two!.json.refresh })).status).toBe(403)
    expect((await server.ask('/api/refresh', { refresh: next.json.refresh })).status).toBe(403)
  })
})

it('a flood of wrong sign-ins is slowed, and another address signs in meanwhile', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      server
        .from('10.9.9.9', {}, '/api/sign-in', {
          login: 'robbed',
          password: `guess ${i}`,
          device: { name: 'x' },
        })
        .then(({ status }) => status),
    ),
  )
  expect(statuses.filter((it) => it === 401)).toHaveLength(5)
  expect(statuses.filter((it) => it === 429)).toHaveLength(35)
  await signIn(server, 'innocent', '')
})

it('a page of another origin opens no socket, by whatever path', async () => {
  for (const path of ['/sync', '/sync/school', '/sync/../sync', '/%73ync'])
    expect(await opening(path, 'https://evil.example')).toMatch(/403|404/)
  const { port } = server
  const upgraded = await new Promise<number>((resolve) => {
    const asked = request({
      port,
      path: '/api/school',
      headers: { connection: 'Upgrade', upgrade: 'websocket', origin: 'https://evil.example' },
    })
    asked.on('response', ({ statusCode = 0 }) => resolve(statusCode))
    asked.on('error', () => resolve(0))
    asked.end()
  })
  expect(upgraded).toBe(403)
})

async function opening(path: string, origin: string): Promise<string> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, ['parta'], { origin })
  return new Promise((resolve) => {
    socket.on('open', () => resolve('open'))
    socket.on('error', ({ message }) => resolve(message))
  })
}
