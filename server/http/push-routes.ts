import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { PushStanding } from '../../src/sync/push-answers.ts'
import type { Push } from '../delivery/push.ts'
import { ApiError, parsed } from './api-error.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'

const bytes = (length: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[\w-]+=*$/),
    v.check((text) => Buffer.from(text, 'base64url').length === length),
  )
const subscription = v.object({
  endpoint: v.pipe(v.string(), v.url(), v.maxLength(2_000)),
  keys: v.object({ p256dh: bytes(65), auth: bytes(16) }),
})

/** Nobody switches messages on so often. */
const perMinute = { config: { rateLimit: { max: 30, timeWindow: 60_000 } } }

/** Messages to a family's phone: switched on and off by whoever is signed in there. */
export function pushRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { accounts, families } = parts
  const available = (): Push => {
    if (!parts.push) throw new ApiError('notFound')
    return parts.push
  }

  api.get('/family/push', async (request): Promise<PushStanding> => {
    const { account, device } = await callerOf(accounts, request)
    const { publicKey, subscriptions } = available()
    return { key: publicKey, on: await subscriptions.has(account.user, device) }
  })

  api.post('/family/push', perMinute, async (request, reply) => {
    const { account, device } = await callerOf(accounts, request)
    if ((await families.followedBy(account.user)).length === 0) throw new ApiError('noRight')
    const asked = parsed(subscription, request.body)
    const push = available()
    if (!push.isAllowed(asked.endpoint)) throw new ApiError('malformed')
    await push.subscriptions.put(account.user, device, asked, accounts.now())
    return reply.status(204).send()
  })

  api.post('/family/push/off', perMinute, async (request, reply) => {
    const { account, device } = await callerOf(accounts, request)
    await available().subscriptions.forgetDevice(account.user, device)
    return reply.status(204).send()
  })
}
