import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type ClientMetadata, type JWK } from 'oidc-provider'

/** The school's own address as the provider knows it; the browser of the tests finds the real one. */
export const schoolAddress = 'http://school.test'
export const redirect = `${schoolAddress}/api/esia/callback`

/** A real OpenID provider on a free port. */
export interface OpenIdProvider {
  issuer: string
  /** Who signs in next: subject and name; null: whoever is asked declines. */
  person: { subject: string; name: string } | null
  stop: () => Promise<void>
}

/** Starts a provider at which one client is registered. */
export async function startProvider(client: Partial<ClientMetadata>, key: JWK): Promise<OpenIdProvider> {
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const names = new Map<string, string>()
  const running: OpenIdProvider = {
    issuer,
    person: null,
    stop: async () => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'school', redirect_uris: [redirect], token_endpoint_auth_method: 'none', ...client },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['provider'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: async (_, subject) => ({
      accountId: subject,
      claims: async () => ({ sub: subject, name: names.get(subject) }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  http.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    const { person } = running
    if (person) names.set(person.subject, person.name)
    const result = person ? { login: { accountId: person.subject } } : { error: 'access_denied' }
    void provider.interactionFinished(request, response, result)
  })
  return running
}

/** A browser: follows redirects with cookies to the provider, until it stands in the app or is refused. */
export class Browser {
  private readonly cookies = new Map<string, string>()

  constructor(private readonly school: string) {}

  /** Opens an address; where it ends up. `stopAt`: an address that is told instead of opened. */
  async open(address: string, stopAt?: string): Promise<{ status: number; url: URL }> {
    let url = new URL(address)
    for (let step = 0; step < 12; step++) {
      if (stopAt !== undefined && url.href.startsWith(stopAt)) return { status: 0, url }
      const isSchool = url.href.startsWith(schoolAddress)
      const response = await fetch(isSchool ? url.href.replace(schoolAddress, this.school) : url, {
        redirect: 'manual',
        headers: isSchool ? {} : { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') },
      })
      for (const cookie of response.headers.getSetCookie()) {
        const [name, value] = cookie.split(';', 1)[0]!.split('=') as [string, string]
        if (value === '') this.cookies.delete(name)
        else this.cookies.set(name, value)
      }
      const next = response.headers.get('location')
      if (next === null) return { status: response.status, url }
      url = new URL(next, url)
      if (url.hash.startsWith('#/esia/')) return { status: response.status, url }
    }
    throw new Error(`no end of redirects at ${url.origin}`)
  }
}
