import { request as http } from 'node:http'
import { request as https } from 'node:https'
import { isPublicUrl, lookupPublic } from './public-address.ts'
import { type PushKey, vapid } from './push-key.ts'
import { type PushKeys, sealPush } from './push-sealing.ts'
import type { Subscription } from './subscriptions.ts'

export interface PusherOptions {
  key: PushKey
  /** Whom a push service's operator may ask: `mailto:…` or `https://…`. */
  contact: string | undefined
  /** Push services of the school's own network, over plain HTTP too. */
  inner: boolean
  /** ms since 1970, real time: push services judge tokens by it. */
  now: () => number
}

/** What a push service said: taken, no such subscription any more, or something to try again after. */
export type Pushed = { kind: 'accepted' } | { kind: 'gone' } | { kind: 'again'; why: string }

/** How long a push service may keep silent, ms. */
const patience = 20_000
/** How long it keeps a message for a phone that is off, s. */
const keptFor = 86_400

/** Sends messages to families' phones through the push services of their browsers (RFC 8030). */
export class Pusher {
  constructor(private readonly options: PusherOptions) {}

  /** Whether a subscription's endpoint is one that this server would call. */
  isAllowed(endpoint: string): boolean {
    if (!this.options.inner) return isPublicUrl(endpoint)
    return URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)
  }

  send({ endpoint, keys }: Subscription, message: string): Promise<Pushed> {
    const { key, contact, inner, now } = this.options
    if (!this.isAllowed(endpoint)) return Promise.resolve({ kind: 'gone' })
    const body = sealed(message, keys)
    if (!body) return Promise.resolve({ kind: 'gone' })
    const ask = endpoint.startsWith('https:') ? https : http
    return new Promise((resolve) => {
      const failed = (error: Error) =>
        resolve({ kind: 'again', why: (error as { code?: string }).code ?? error.name })
      const asking = ask(
        endpoint,
        {
          method: 'POST',
          timeout: patience,
          ...(inner ? {} : { lookup: lookupPublic }),
          headers: {
            authorization: vapid(key, endpoint, now(), contact),
            'content-type': 'application/octet-stream',
            'content-encoding': 'aes128gcm',
            'content-length': body.length,
            ttl: keptFor,
            urgency: 'high',
          },
        },
        (answer) => {
          const status = answer.statusCode ?? 0
          answer.destroy()
          if (status >= 200 && status < 300) resolve({ kind: 'accepted' })
          else if (status === 404 || status === 410) resolve({ kind: 'gone' })
          else resolve({ kind: 'again', why: String(status) })
        },
      )
      asking.on('timeout', () => asking.destroy(new Error('timeout')))
      asking.on('error', failed)
      asking.end(body)
    })
  }
}

/** Undefined for a point that is not on the curve. */
function sealed(message: string, keys: PushKeys): Buffer | undefined {
  try {
    return sealPush(message, keys)
  } catch {
    return undefined
  }
}
