import type { FastifyInstance } from 'fastify'
import { frameLimit } from '../../src/sync/frames.ts'
import { pollPath, pollType } from '../../src/sync/poll-frames.ts'
import { ApiError } from './api-error.ts'
import type { HttpParts } from './parts.ts'

/** Of one address, a school: each device asks anew a few times a minute, and for each tap. */
const requests = { max: 6_000, timeWindow: 60_000 }

/** The line without a socket, for networks that break those. The type keeps forms of other sites out. */
export function lineRoutes(api: FastifyInstance, { relay }: Pick<HttpParts, 'relay'>): void {
  api.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(pollType, { parseAs: 'buffer' }, (_, body, done) => done(null, body))
    scope.post(
      pollPath.replace('/api', ''),
      { bodyLimit: frameLimit * 2, config: { rateLimit: requests } },
      async (request, reply) => {
        const gone = new AbortController()
        reply.raw.once('close', () => gone.abort())
        const answer = await relay.poll(request.body as Buffer, gone.signal).catch(() => {
          throw new ApiError('malformed')
        })
        return reply.type(pollType).send(Buffer.from(answer))
      },
    )
  })
}
