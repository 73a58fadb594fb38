import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** By which push services know this server (VAPID, RFC 8292). */
export interface PushKey {
  /** The public point, uncompressed, base64url: what browsers subscribe with. */
  publicKey: string
  privateKey: KeyObject
}

/** The key's file in a data folder. */
export const pushKeyFile = 'push.key'

/**
 * Reads `push.key` of a data folder, made when missing (mode 0600): kept for as long as the subscriptions, which are
 * bound to it. Throws where the file holds something else.
 */
export function loadPushKey(dataFolder: string): PushKey {
  const path = join(dataFolder, pushKeyFile)
  if (!existsSync(path)) {
    const fresh = createECDH('prime256v1')
    fresh.generateKeys()
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, `${fresh.getPrivateKey().toString('base64url').padStart(43, 'A')}\n`)
    fsyncSync(file)
    closeSync(file)
  }
  const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
  const pair = createECDH('prime256v1')
  try {
    pair.setPrivateKey(secret)
  } catch {
    throw new Error(`Файл ${path} повреждён: верните его из копии. Без него семьи включат сообщения заново.`)
  }
  const point = pair.getPublicKey()
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: part(1), y: part(33), d: secret.toString('base64url') }
  return {
    publicKey: point.toString('base64url'),
    privateKey: createPrivateKey({ format: 'jwk', key: jwk }),
  }
}

/** How long a token is good, s: push services take a day at most. */
const tokenLife = 43_200

/** `Authorization` of a request to a push service. `contact`: whom its operator may ask. */
export function vapid(
  { publicKey, privateKey }: PushKey,
  endpoint: string,
  now: number,
  contact: string | undefined,
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now / 1000) + tokenLife,
    ...(contact === undefined ? {} : { sub: contact }),
  }
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${publicKey}`
}
