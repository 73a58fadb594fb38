import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { DeviceAnswer } from '../../src/sync/device-answers.ts'
import { ApiError, parsed } from './api-error.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'

const secret = v.pipe(v.string(), v.regex(/^[\w-]{22,100}$/))
const kept = v.object({ ticket: secret, share: secret, proof: secret })
const asked = v.object({ ticket: secret })
const proved = v.object({ ticket: secret, proof: secret })

/** A device asks about itself when it is opened or comes online; a school shares one address. */
const asksPerMinute = { config: { rateLimit: { max: 600, timeWindow: 60_000 } } }
const triesPerMinute = { config: { rateLimit: { max: 30, timeWindow: 60_000 } } }

/** What locked devices ask: whether the school still knows them, and for the relay's share of their key. */
export function deviceRoutes(api: FastifyInstance, { accounts }: HttpParts): void {
  api.post('/device/share', async (request, reply) => {
    const { account, device } = await callerOf(accounts, request)
    await accounts.shares.keep(account.user, device, parsed(kept, request.body))
    return reply.status(204).send()
  })

  api.post('/device/standing', asksPerMinute, async (request): Promise<DeviceAnswer> => {
    return { standing: await accounts.standing(parsed(asked, request.body).ticket) }
  })

  api.post('/device/open', triesPerMinute, async (request) => {
    const { ticket, proof } = parsed(proved, request.body)
    const outcome = await accounts.openShare(ticket, proof)
    if (outcome.kind === 'wrong') throw new ApiError('wrongCredentials', { left: outcome.left })
    if (outcome.kind === 'gone') throw new ApiError('notFound')
    return { share: outcome.share }
  })
}
