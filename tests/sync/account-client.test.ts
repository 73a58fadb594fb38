import 'fake-indexeddb/auto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { DexieStore } from '../../src/device/dexie-store.ts'
import { createDataKey } from '../../src/device/seal.ts'
import { secretNames } from '../../src/device/secret-names.ts'
import { AccountClient } from '../../src/sync/account-client.ts'
import { sealedTokens } from '../../src/sync/tokens.ts'
import { freshUser, journal, row } from '../device/ledger-samples.ts'

interface Reply {
  status?: number
  type?: string
  body: string
}
interface Asked {
  request: IncomingMessage
  body: string
}

let server: Server | undefined
afterEach(() => {
  server?.close()
  server?.closeAllConnections()
})

/** A real HTTP server with answers written by the test, and what it was asked. */
async function serve(answer: (asked: Asked) => Reply): Promise<{ client: AccountClient; asked: Asked[] }> {
  const asked: Asked[] = []
  server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    asked.push({ request, body })
    const { status = 200, type = 'application/json', body: text } = answer({ request, body })
    response.writeHead(status, { 'content-type': type }).end(text)
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { client: new AccountClient(`http://127.0.0.1:${port}`, fetch), asked }
}

const signedIn = {
  user: 'anna-',
  device: 'tab1',
  person: 't1',
  name: 'Анна',
  roles: ['teacher'],
  access: 'a'.repeat(22),
  accessExpires: 1_900_000_000_000,
  refresh: 'r'.repeat(43),
  school: { id: 's', name: 'Школа' },
}

test('AUTH1: signing in sends what it should, and tokens travel in a header only', async () => {
  const { client, asked } = await serve(({ request }) => ({
    body: JSON.stringify(request.url === '/api/devices' ? { devices: [] } : signedIn),
  }))
  expect(await client.signIn('anna', 'secret', { name: 'Планшет 3' })).toEqual({ ok: true, value: signedIn })
  expect(JSON.parse(asked[0]!.body)).toEqual({
    login: 'anna',
    password: 'secret',
    device: { name: 'Планшет 3' },
  })
  expect(await client.devices('token')).toEqual({ ok: true, value: [] })
  expect(asked[1]!.request.headers.authorization).toBe('Bearer token')
  expect(asked.map(({ request }) => request.url)).toEqual(['/api/sign-in', '/api/devices'])
})

test('AUTH5: refusals come as values with what to do', async () => {
  const { client } = await serve(() => ({
    status: 429,
    body: JSON.stringify({ error: 'tooMany', retryAfter: 60, left: 0 }),
  }))
  expect(await client.signIn('anna', 'x', { name: 'y' })).toEqual({
    ok: false,
    fault: { code: 'tooMany', retryAfter: 60, left: 0 },
  })
})

test('AUTH5: a sign-in page of the network, a proxy and a broken relay are told apart from the relay', async () => {
  let reply: Reply = { type: 'text/html', body: '<html>Войдите в сеть школы</html>' }
  const { client } = await serve(() => reply)
  expect(await client.signIn('anna', 'x', { name: 'y' })).toEqual({
    ok: false,
    fault: { code: 'notTheRelay' },
  })
  expect(await client.signOut('token')).toEqual({ ok: false, fault: { code: 'notTheRelay' } })
  reply = { body: '{"user":"anna-"}' }
  expect(await client.signIn('anna', 'x', { name: 'y' })).toEqual({
    ok: false,
    fault: { code: 'notTheRelay' },
  })
  reply = { status: 403, type: 'text/html', body: 'Forbidden' }
  expect(await client.school()).toEqual({ ok: false, fault: { code: 'notTheRelay' } })
  reply = { status: 502, type: 'text/html', body: 'Bad gateway' }
  expect(await client.school()).toEqual({ ok: false, fault: { code: 'relayFault' } })
  reply = { status: 204, body: '' }
  expect(await client.signOut('token')).toMatchObject({ ok: true })
})

test('AUTH5: no answer at all is no line', async () => {
  const { client } = await serve(() => ({ body: '{}' }))
  server!.close()
  server!.closeAllConnections()
  expect(await client.school()).toEqual({ ok: false, fault: { code: 'noLine' } })
})

const { key } = await createDataKey('123456')
async function storeWith(tokens: unknown) {
  const store = new DexieStore(freshUser(), key)
  await store.keep(secretNames.tokens, tokens)
  return store
}

test('AUTH3: tabs that renew at once send one refresh token once, and all get the new access token', async () => {
  let issued = 1
  const { client, asked } = await serve(() => {
    issued++
    return {
      body: JSON.stringify({
        access: `access-${issued}`,
        accessExpires: 1_900_000_000_000,
        refresh: `refresh-${issued}`,
        roles: ['teacher'],
        name: 'Анна',
      }),
    }
  })
  const store = await storeWith({ access: 'access-1', accessExpires: 1, refresh: 'refresh-1' })
  const renewals = await Promise.all([1, 2, 3].map(() => sealedTokens(store, client).renew('access-1')))
  expect(renewals).toEqual(
    Array(3).fill({ kind: 'renewed', access: 'access-2', accessExpires: 1_900_000_000_000 }),
  )
  expect(asked.map(({ body }) => JSON.parse(body))).toEqual([{ refresh: 'refresh-1' }])
  expect(await sealedTokens(store, client).current()).toMatchObject({ refresh: 'refresh-2' })
  store.close()
})

test('AUTH4, AUTH5: only the relay itself can end a sign-in', async () => {
  let reply: Reply = { type: 'text/html', body: '<html>' }
  const { client } = await serve(() => reply)
  const store = await storeWith({ access: 'old', accessExpires: 1, refresh: 'r' })
  const tokens = sealedTokens(store, client)
  expect(await tokens.renew('old')).toEqual({ kind: 'noLine' })
  reply = { status: 500, body: '{}' }
  expect(await tokens.renew('old')).toEqual({ kind: 'noLine' })
  reply = { status: 403, body: '{"error":"revoked"}' }
  expect(await tokens.renew('old')).toEqual({ kind: 'revoked' })
  reply = { status: 403, body: '{"error":"revoked","deliver":"d"}' }
  expect(await tokens.renew('old')).toEqual({ kind: 'revoked' })
  await store.append(journal, [row(7, 0, 1)], 0)
  expect(await tokens.renew('old')).toEqual({ kind: 'revoked', deliver: 'd' })
  reply = { status: 401, body: '{"error":"notSignedIn"}' }
  expect(await tokens.renew('old')).toEqual({ kind: 'signInAgain' })
  expect(await tokens.current()).toMatchObject({ access: 'old' })
  store.close()
})
