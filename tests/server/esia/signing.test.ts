import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JWK } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Provider } from '../../../server/esia/provider.ts'
import { type EsiaSettings, readEsiaSettings } from '../../../server/esia/settings.ts'
import { requestSigning } from '../../../server/esia/signing.ts'
import { Browser, redirect, startProvider } from './openid-provider.ts'

const folder = mkdtempSync(join(tmpdir(), 'parta-esia-'))
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwk = (key: KeyObject) => key.export({ format: 'jwk' }) as JWK
const secrets = { state: 'one-state', nonce: 'one-nonce', verifier: 'v'.repeat(43) }

beforeAll(() =>
  writeFileSync(join(folder, 'client.pem'), rsa.privateKey.export({ format: 'pem', type: 'pkcs8' })),
)
afterAll(() => rmSync(folder, { recursive: true }))

/** Settings as an operator writes them, read from a file. */
function settings(content: object): EsiaSettings {
  const file = join(folder, 'esia.json')
  writeFileSync(file, JSON.stringify({ clientId: 'school', redirect, ...content }))
  return readEsiaSettings(folder)!
}

describe('a real provider accepts', () => {
  it.each([
    {
      signing: { kind: 'client_secret', secret: 'a secret of the school' },
      client: { token_endpoint_auth_method: 'client_secret_basic', client_secret: 'a secret of the school' },
    },
    {
      signing: { kind: 'private_key_jwt', key: 'client.pem', algorithm: 'RS256' },
      client: {
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [{ ...jwk(rsa.publicKey), use: 'sig', alg: 'RS256' }] },
      },
    },
  ] as const)('the request under $signing.kind', async ({ signing, client }) => {
    const running = await startProvider(client as object, jwk(rsa.privateKey))
    running.person = { subject: '42', name: 'Кто-то' }
    const provider = new Provider(settings({ issuer: running.issuer, signing }))
    const identityOf = async (ours: Provider) => {
      const { url } = await new Browser('').open((await ours.address(secrets)).href, redirect)
      return ours.identity(url.search, secrets)
    }
    expect(await identityOf(provider)).toEqual({
      ok: true,
      identity: { issuer: running.issuer, subject: '42' },
    })
    const unsigned = new Provider(settings({ issuer: running.issuer, signing: { kind: 'none' } }))
    expect(await identityOf(unsigned)).toMatchObject({ ok: false, error: 'untrue' })
    await running.stop()
  })
})

describe('a command of the crypto provider', () => {
  const request = { client_id: 'school', scope: 'openid', state: 'one-state', redirect_uri: redirect }
  const program = `
    const { createPrivateKey, sign } = require('node:crypto')
    const { readFileSync } = require('node:fs')
    const key = createPrivateKey(readFileSync(process.argv[1]))
    process.stdout.write(sign('sha256', readFileSync(0), key))`

  it('gets the bytes on its input, and its signature goes with the request', async () => {
    const { signing } = settings({
      issuer: 'https://esia.example',
      signing: { kind: 'command', command: [process.execPath, '-e', program, join(folder, 'client.pem')] },
    })
    const { timestamp, client_secret } = await (await requestSigning(signing)).sign(request)
    expect(timestamp).toMatch(/^\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d \+0000$/)
    const message = Buffer.from(`schoolopenid${timestamp}one-state${redirect}`)
    const signature = Buffer.from(client_secret!, 'base64url')
    expect(verify('sha256', message, rsa.publicKey, signature)).toBe(true)
  })

  it('signs in another order where the provider wants it so', async () => {
    const command = [process.execPath, '-e', 'process.stdin.pipe(process.stdout)']
    const message = ['scope', 'client_id', 'code']
    const { signing } = settings({
      issuer: 'https://esia.example',
      signing: { kind: 'command', command, message },
    })
    const { client_secret } = await (await requestSigning(signing)).sign({ ...request, code: 'c1' })
    expect(Buffer.from(client_secret!, 'base64url').toString()).toBe('openidschoolc1')
  })

  it.each([
    ['fails', [process.execPath, '-e', 'process.stdout.write("x"); process.exitCode = 1']],
    ['gives nothing', [process.execPath, '-e', '']],
    ['is not there', [join(tmpdir(), 'no-such-program')]],
  ])('that %s stops the request', async (_, command) => {
    const { sign } = await requestSigning({ kind: 'command', command, message: ['state'] })
    await expect(sign(request)).rejects.toThrow()
  })
})

describe('settings', () => {
  it('with explicit endpoints ask the provider nothing before the person is sent there', async () => {
    const endpoints = { authorization: 'https://esia.example/ac', token: 'https://esia.example/te' }
    const parameters = { client_certificate_hash: 'ab12' }
    const provider = new Provider(
      settings({ issuer: 'https://esia.example', endpoints, parameters, signing: { kind: 'none' } }),
    )
    const url = await provider.address(secrets)
    expect(url.origin + url.pathname).toBe(endpoints.authorization)
    expect(url.searchParams.get('client_certificate_hash')).toBe('ab12')
  })

  it('with mistakes are refused by the place of the mistake', () => {
    expect(() => settings({ issuer: 'esia', signing: { kind: 'command', command: [] } })).toThrow(
      /проверьте issuer, signing\.command\.$/,
    )
    expect(() => readEsiaSettings(folder, join(folder, 'none.json'))).toThrow(/Нет файла настроек ЕСИА/)
    expect(readEsiaSettings(join(folder, 'empty'))).toBeUndefined()
  })
})
