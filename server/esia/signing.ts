import { spawn } from 'node:child_process'
import { createPrivateKey, type JsonWebKey, webcrypto } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type ClientAuth, ClientSecretBasic, None, PrivateKeyJwt } from 'openid-client'
import type { SigningSettings } from './settings.ts'

/** What of a request may be signed, by the protocol's names. */
export interface SignedRequest {
  client_id: string
  scope: string
  state: string
  redirect_uri: string
  /** Of the request for tokens. */
  code?: string
}

/** How the school proves to the provider that a request is its own. */
export interface RequestSigning {
  /** At the provider's token endpoint. */
  authentication: ClientAuth
  /** Parameters that sign a request, to the page of sign-in and for tokens alike. */
  sign(request: SignedRequest): Promise<Record<string, string>>
}

/** ms; a token or a module of another computer may have to be asked. */
const patience = 15_000
/** Bytes; a detached signature with its chain of certificates has some ten thousand. */
const longest = 65_536

/** The signing that the operator has chosen. */
export async function requestSigning(settings: SigningSettings): Promise<RequestSigning> {
  const unsigned = async () => ({})
  switch (settings.kind) {
    case 'none':
      return { authentication: None(), sign: unsigned }
    case 'client_secret':
      return { authentication: ClientSecretBasic(settings.secret), sign: unsigned }
    case 'private_key_jwt': {
      const key = await importKey(readFileSync(settings.key, 'utf8'), settings.algorithm)
      const kid = settings.keyId === undefined ? {} : { kid: settings.keyId }
      return { authentication: PrivateKeyJwt({ key, ...kid }), sign: unsigned }
    }
    case 'command':
      // The signature stands where a secret would, and the time that was signed beside it.
      return {
        authentication: None(),
        sign: async (request) => {
          const timestamp = timestampOf(new Date())
          const parts = { ...request, timestamp }
          const message = settings.message.map((name) => parts[name] ?? '').join('')
          const signature = await signedBy(settings.command, Buffer.from(message, 'utf8'))
          return { timestamp, client_secret: signature.toString('base64url') }
        },
      }
  }
}

/** `2026.02.03 04:05:06 +0000`, as ЕСИА wants it. */
function timestampOf(date: Date): string {
  const [day, time] = date.toISOString().split('T') as [string, string]
  return `${day.replaceAll('-', '.')} ${time.slice(0, 8)} +0000`
}

function importKey(pem: string, algorithm: 'RS256' | 'PS256' | 'ES256'): Promise<webcrypto.CryptoKey> {
  const jwk = createPrivateKey(pem).export({ format: 'jwk' }) as JsonWebKey
  const of = {
    RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
    ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  }
  return webcrypto.subtle.importKey('jwk', jwk, of[algorithm], false, ['sign'])
}

/** Asks the operator's program for a signature. Rejects when it fails, is silent too long, or gives nothing. */
function signedBy([program, ...args]: readonly string[], message: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program!, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: patience })
    const chunks: Buffer[] = []
    let size = 0
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= longest) chunks.push(chunk)
      else child.kill()
    })
    child.on('error', reject)
    // A program that ends before it has read everything has said so by its exit code.
    child.stdin.on('error', () => undefined)
    child.on('close', (code) => {
      if (code === 0 && size > 0 && size <= longest) resolve(Buffer.concat(chunks))
      else reject(new Error(`signing command ended with ${code} after ${size} bytes`))
    })
    child.stdin.end(message)
  })
}
