import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SchoolServer, startSchool } from './school-server.ts'

let server: SchoolServer
beforeAll(async () => {
  server = await startSchool()
})
afterAll(() => server.stop())

interface Got {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** A GET that unpacks nothing. */
function get(path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request(server.url + path, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('the built app', () => {
  it('comes compressed as the browser likes best', async () => {
    const plain = await get('/assets/index-Bf3k9x2Q.js', { 'accept-encoding': 'identity' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    const brotli = await get('/assets/index-Bf3k9x2Q.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body)
    const gzip = await get('/assets/index-Bf3k9x2Q.js', { 'accept-encoding': 'gzip' })
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    expect(brotli.headers['content-type']).toMatch(/javascript/)
    expect(brotli.headers.vary).toMatch(/accept-encoding/i)
  })

  it('keeps hashed files for a year and asks for the others each time', async () => {
    const cached = async (path: string) =>
      (await get(path, { 'accept-encoding': 'br' })).headers['cache-control']
    expect(await cached('/assets/index-Bf3k9x2Q.js')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/journal/7a'])
      expect([path, await cached(path)]).toEqual([path, 'no-cache'])
  })

  it('says of a script of the diary what a browser needs, and no more', async () => {
    const { headers } = await get('/diary/assets/index-Ab12Cd34.js', { 'accept-encoding': 'br' })
    expect(Object.keys(headers).sort()).toEqual([
      ...['cache-control', 'connection', 'content-encoding', 'content-length', 'content-type'],
      ...['cross-origin-resource-policy', 'date', 'keep-alive', 'vary', 'x-content-type-options'],
    ])
  })

  it('answers an unchanged file with 304', async () => {
    const { headers } = await get('/sw.js')
    expect((await get('/sw.js', { 'if-none-match': String(headers.etag) })).status).toBe(304)
  })

  it('opens at any place inside it, but has no files that are not there', async () => {
    const place = await get('/journal/7a,math')
    expect([place.status, place.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(place.body.toString()).toContain('<title>Парта</title>')
    expect((await get('/assets/index-gone0000.js')).status).toBe(404)
    expect((await get('/..%2f..%2fdata%2fparta.sqlite')).status).not.toBe(200)
    expect((await get('/../data/parta.sqlite')).status).not.toBe(200)
  })
})

describe('security headers', () => {
  it.each(['/', '/sw.js', '/assets/index-Bf3k9x2Q.js', '/assets/gone.js', '/diary/assets/gone.js'])(
    'stand on %s',
    async (path) => {
      const { headers } = await get(path)
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
          `connect-src 'self' ws://127.0.0.1:${server.port}; manifest-src 'self'; worker-src 'self'; ` +
          "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['strict-transport-security']).toBeUndefined()
    },
  )

  it.each(['br', 'gzip', 'identity'])('allow the diary its own style, and no other: %s', async (encoding) => {
    const hash = createHash('sha256').update('body{margin:0}').digest('base64')
    const { headers } = await get('/diary/', { 'accept-encoding': encoding })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain(`; style-src 'self' 'sha256-${hash}'; `)
    expect(policy).toContain("; script-src 'self'; ")
    expect(headers['x-frame-options']).toBe('DENY')
  })

  it.each(['/api/school', '/api/devices', '/api/none'])('for pages weigh on no data: %s', async (path) => {
    const { headers } = await get(path)
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    for (const name of [
      'content-security-policy',
      'permissions-policy',
      'referrer-policy',
      'x-frame-options',
    ])
      expect([name, headers[name]]).toEqual([name, undefined])
  })

  it('ask for TLS only where the request came over it', async () => {
    const { headers } = await get('/', { 'x-forwarded-proto': 'https' })
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(headers['content-security-policy']).toContain('wss://')
  })

  it('repeat no strange host', async () => {
    const { headers } = await get('/', { host: "evil; script-src 'unsafe-inline'" })
    expect(headers['content-security-policy']).not.toContain('evil')
  })
})
