import type { FastifyInstance } from 'fastify'

/**
 * One line a request: what was asked, with what result, how long it took. The route's pattern stands for the address,
 * so that no query, id or name gets into the log; network addresses, bodies and tokens neither.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
}
