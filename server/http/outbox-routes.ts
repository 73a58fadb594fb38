import type { FastifyInstance } from 'fastify'
import { outboxLimit } from '../../src/domain/ledger/outbox.ts'
import { deviceSession } from '../accounts/people.ts'
import { ApiError } from './api-error.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'

/** Of one address, a school whose tablets come home one after another. */
const carried = { max: 300, timeWindow: 60_000 }

/** Sealed outboxes: the key to seal with, and what somebody carried, by service worker, by file, without a sign-in. */
export function outboxRoutes(
  api: FastifyInstance,
  { accounts, relay }: Pick<HttpParts, 'accounts' | 'relay'>,
): void {
  api.get('/outbox-key', async (request) => {
    const { account, device } = await callerOf(accounts, request)
    return relay.outboxKey(account.user, device)
  })

  api.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) =>
      done(null, body),
    )
    scope.post('/outbox', { bodyLimit: outboxLimit * 2, config: { rateLimit: carried } }, async (request) => {
      const outcome = await relay.takeCarried(request.body as Buffer, (user, device) =>
        deviceSession(accounts, user, device),
      )
      if (!outcome) throw new ApiError('malformed')
      return outcome
    })
  })
}
