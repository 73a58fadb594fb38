import * as client from 'openid-client'
import type { Identity } from '../accounts/esia-links.ts'
import type { EsiaSettings } from './settings.ts'
import { type RequestSigning, requestSigning } from './signing.ts'

/** What a request to the provider is later recognized by. */
export interface RequestSecrets {
  state: string
  nonce: string
  /** PKCE's verifier: without it nobody can use the code. */
  verifier: string
}

/** Who somebody is, or why that is not known: he (or the provider) declined, it does not answer, it answered falsely. */
export type Vouched =
  | { ok: true; identity: Identity }
  | { ok: false; error: 'declined' | 'down' | 'untrue'; reason: string }

/** Seconds that the provider has to answer. */
const timeout = 10

/** The provider of identities: an OpenID Connect client with the authorization code flow and PKCE. */
export class Provider {
  private ready: Promise<{ config: client.Configuration; signing: RequestSigning }> | undefined

  constructor(private readonly settings: EsiaSettings) {}

  /** Where somebody is sent to sign in. Rejects when the provider (or the crypto provider) does not answer. */
  async address({ state, nonce, verifier }: RequestSecrets): Promise<URL> {
    const { config, signing } = await this.open()
    return client.buildAuthorizationUrl(config, {
      ...this.settings.parameters,
      ...(await signing.sign(this.signed(state))),
      redirect_uri: this.settings.redirect,
      scope: this.settings.scopes.join(' '),
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
  }

  /** Trades what the provider has sent somebody back with (`query`, of the address of return) for his identity. */
  async identity(query: string, { state, nonce, verifier }: RequestSecrets): Promise<Vouched> {
    try {
      const { config, signing } = await this.open()
      const returned = new URL(this.settings.redirect)
      returned.search = query
      const code = returned.searchParams.get('code') ?? ''
      const tokens = await client.authorizationCodeGrant(
        config,
        returned,
        { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        await signing.sign({ ...this.signed(state), code }),
      )
      const { iss, sub } = tokens.claims()!
      return { ok: true, identity: { issuer: iss, subject: sub } }
    } catch (error) {
      return { ok: false, error: faultOf(error), reason: reasonOf(error) }
    }
  }

  private signed(state: string) {
    const { clientId, scopes, redirect } = this.settings
    return { client_id: clientId, scope: scopes.join(' '), state, redirect_uri: redirect }
  }

  /** Asks the provider once what it can do; asked again where it did not answer. */
  private open() {
    this.ready ??= this.prepare().catch((error) => {
      this.ready = undefined
      throw error
    })
    return this.ready
  }

  private async prepare() {
    const { issuer, endpoints, clientId, idTokenAlgorithm } = this.settings
    const signing = await requestSigning(this.settings.signing)
    const metadata = idTokenAlgorithm === undefined ? {} : { id_token_signed_response_alg: idTokenAlgorithm }
    const plain = isLoopback(issuer) ? [client.allowInsecureRequests] : []
    let config: client.Configuration
    if (endpoints) {
      const server = {
        issuer,
        authorization_endpoint: endpoints.authorization,
        token_endpoint: endpoints.token,
        ...(endpoints.jwks === undefined ? {} : { jwks_uri: endpoints.jwks }),
      }
      config = new client.Configuration(server, clientId, metadata, signing.authentication)
      config.timeout = timeout
      for (const allow of plain) allow(config)
    } else {
      config = await client.discovery(new URL(issuer), clientId, metadata, signing.authentication, {
        execute: plain,
        timeout,
      })
    }
    // An id token under GOST can't be checked here; it came over a TLS line from the provider itself, which is enough
    // by OpenID Connect Core 3.1.3.7.
    const isGost = idTokenAlgorithm?.toUpperCase().startsWith('GOST') ?? false
    if (!isGost && config.serverMetadata().jwks_uri !== undefined) client.enableNonRepudiationChecks(config)
    return { config, signing }
  }
}

function isLoopback(address: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(address).hostname)
}

/** Codes of answers that came and do not hold; any other fault is of the line or of the provider. */
const untrue = /^OAUTH_(JWT|INVALID_RESPONSE|KEY_SELECTION|JSON_ATTRIBUTE|UNSUPPORTED)/

function faultOf(error: unknown): 'declined' | 'down' | 'untrue' {
  if (error instanceof client.AuthorizationResponseError)
    return ['server_error', 'temporarily_unavailable'].includes(error.error) ? 'down' : 'declined'
  if (error instanceof client.ResponseBodyError) return error.status >= 500 ? 'down' : 'untrue'
  return error instanceof client.ClientError && untrue.test(error.code ?? '') ? 'untrue' : 'down'
}

/** For the log: the kind of failure, nothing of the person. */
function reasonOf(error: unknown): string {
  const { name, code } = error as { name?: string; code?: string }
  return `${name ?? 'Error'} ${code ?? ''}`.trim()
}
