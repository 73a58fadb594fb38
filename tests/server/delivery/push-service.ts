import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The keys of a browser that takes messages. */
export class PhoneKeys {
  private readonly pair = createECDH('prime256v1')
  private readonly secret: Buffer

  constructor(privateKey?: string, auth?: string) {
    if (privateKey === undefined) this.pair.generateKeys()
    else this.pair.setPrivateKey(Buffer.from(privateKey, 'base64url'))
    this.secret = auth === undefined ? randomBytes(16) : Buffer.from(auth, 'base64url')
  }

  get keys() {
    return { p256dh: this.pair.getPublicKey('base64url'), auth: this.secret.toString('base64url') }
  }

  /** Opens a message as RFC 8291 says; throws where it was not sealed for this phone. */
  open(body: Buffer): string {
    const salt = body.subarray(0, 16)
    const length = body[20]!
    const theirs = body.subarray(21, 21 + length)
    const sealed = body.subarray(21 + length)
    const shared = this.pair.computeSecret(theirs)
    const derive = (key: Uint8Array, salted: Uint8Array, info: Uint8Array, size: number) =>
      Buffer.from(hkdfSync('sha256', key, salted, info, size))
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), theirs])
    const input = derive(shared, this.secret, info, 32)
    const key = derive(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derive(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(sealed.subarray(-16))
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return padded.subarray(0, padded.lastIndexOf(2)).toString()
  }
}

/** A push service of the test's own. */
export interface PushService {
  origin: string
  received: { path: string; body: Buffer; headers: Record<string, string | string[] | undefined> }[]
  /** What it answers next; 201 when there is nothing here. */
  answers: number[]
  stop: () => Promise<void>
}

export async function startPushService(): Promise<PushService> {
  const received: PushService['received'] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ path: request.url ?? '', body: Buffer.concat(chunks), headers: request.headers })
      response.writeHead(answers.shift() ?? 201).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { origin, received, answers, stop }
}

/** Claims of a VAPID header; throws unless the key that it names has signed them. */
export function vapidClaims(header: string): { key: string; claims: Record<string, unknown> } {
  const [, token = '', key = ''] = /^vapid t=(.+), k=(.+)$/.exec(header) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) }
  const isGenuine = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ format: 'jwk', key: jwk }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isGenuine) throw new Error('not signed by the key')
  return { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) }
}
