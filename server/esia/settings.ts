import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'

const text = v.pipe(v.string(), v.minLength(1))
const address = v.pipe(v.string(), v.url())

const signing = v.variant('kind', [
  /** A public client: PKCE alone. */
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('client_secret'), secret: text }),
  /** `key`: file with the private key, PEM (PKCS #8). */
  v.strictObject({
    kind: v.literal('private_key_jwt'),
    key: text,
    algorithm: v.picklist(['RS256', 'PS256', 'ES256']),
    keyId: v.optional(text),
  }),
  /**
   * A program of the operator's crypto provider: it gets the bytes to be signed on its standard input and gives the
   * detached signature to its standard output. `message`: what is signed, in the provider's order.
   */
  v.strictObject({
    kind: v.literal('command'),
    command: v.pipe(v.array(text), v.minLength(1)),
    message: v.optional(
      v.array(v.picklist(['client_id', 'scope', 'timestamp', 'state', 'redirect_uri', 'code'])),
      ['client_id', 'scope', 'timestamp', 'state', 'redirect_uri'],
    ),
  }),
])

const settings = v.strictObject({
  issuer: address,
  /** Where the provider has no discovery document. Without `jwks` the id token is believed for its TLS line alone. */
  endpoints: v.optional(
    v.strictObject({ authorization: address, token: address, jwks: v.optional(address) }),
  ),
  clientId: text,
  scopes: v.optional(v.array(text), ['openid']),
  /** This server's own address of return, as registered with the provider: `https://…/api/esia/callback`. */
  redirect: v.pipe(v.string(), v.url(), v.endsWith('/api/esia/callback')),
  /** Algorithm of the id token's signature. */
  idTokenAlgorithm: v.optional(text),
  /** What the provider wants in the request besides, `client_certificate_hash` for one. */
  parameters: v.optional(v.record(text, v.string()), {}),
  signing,
})

export type EsiaSettings = v.InferOutput<typeof settings>
export type SigningSettings = EsiaSettings['signing']

/** Name of the file in a data folder. */
export const esiaFile = 'esia.json'

/**
 * Reads how the school signs in through ЕСИА: `esia.json` of the data folder, or the file that `PARTA_ESIA` names.
 * Undefined where there is none; a file with mistakes throws a sentence for the operator. Files that it names lie
 * beside it.
 */
export function readEsiaSettings(
  dataFolder: string,
  named = process.env.PARTA_ESIA,
): EsiaSettings | undefined {
  const file = resolve(named ?? join(dataFolder, esiaFile))
  if (!existsSync(file)) {
    if (named !== undefined) throw new Error(`Нет файла настроек ЕСИА ${file}.`)
    return undefined
  }
  return parseEsiaSettings(readFileSync(file, 'utf8'), file)
}

function parseEsiaSettings(content: string, file: string): EsiaSettings {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    throw new Error(`Настройки ЕСИА ${file}: это не JSON.`)
  }
  const read = v.safeParse(settings, json)
  if (!read.success) {
    const places = read.issues.map((issue) => v.getDotPath(issue) ?? 'весь файл')
    throw new Error(`Настройки ЕСИА ${file}: проверьте ${[...new Set(places)].join(', ')}.`)
  }
  const { output } = read
  if (output.signing.kind === 'private_key_jwt')
    output.signing.key = resolve(dirname(file), output.signing.key)
  return output
}
