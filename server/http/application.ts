import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { adviceRoutes } from './advice-routes.ts'
import { ApiError, answerErrors } from './api-error.ts'
import { serveApp } from './app-files.ts'
import { declareAudiences } from './audiences.ts'
import { deviceRoutes } from './device-routes.ts'
import { esiaRoutes } from './esia-routes.ts'
import { evidenceRoutes } from './evidence-routes.ts'
import { familyAccessRoutes } from './family-access-routes.ts'
import { familyRoutes } from './family-routes.ts'
import { familyThreadRoutes } from './family-thread-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { homeworkRoutes } from './homework-routes.ts'
import { lineRoutes } from './line-routes.ts'
import { officeRoutes } from './office-routes.ts'
import { otherSchoolRoutes } from './other-school-routes.ts'
import { outboxRoutes } from './outbox-routes.ts'
import type { HttpParts } from './parts.ts'
import { peopleRoutes } from './people-routes.ts'
import { pushRoutes } from './push-routes.ts'
import { logRequests } from './request-log.ts'
import { schoolRoutes } from './school-routes.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { passUpgrades } from './upgrade.ts'

export interface HttpOptions extends HttpParts {
  /** Folder of the built app. */
  dist: string
  log: FastifyBaseLogger
  /** Told of each route of the API as it is added: `GET /api/school`. */
  onRoute?: (route: string) => void
  /** PEM texts; without them plain HTTP, for localhost or behind a proxy. */
  tls?: { cert: string; key: string } | undefined
}

/** The API's bodies are small; the ledger goes over the socket. Bytes. */
const bodyLimit = 16_384
/** A whole school sits behind one address, its offices' boards asking all the time. */
const requestsPerMinute = 3_000

/**
 * Ms for a request to have come whole: a file of 5 MB at 40 kbit/s. Longer is nobody's line, but a socket held open.
 */
const requestTimeout = 1_200_000

/** Nobody reads how much is left; on a slow line every header costs. */
const unsaid = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }

/** The relay's HTTP side: the API under /api, sockets under /sync, the built app for all else. */
export async function buildApplication(options: HttpOptions): Promise<FastifyInstance> {
  const { tls, log } = options
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout,
    // A proxy on the same machine may tell whom it speaks for; nobody else is believed.
    trustProxy: 'loopback',
    ...(tls ? { https: tls } : {}),
  }) as FastifyInstance
  logRequests(app)
  addSecurityHeaders(app)
  await app.register(
    async (api) => {
      await api.register(rateLimit, {
        max: requestsPerMinute,
        timeWindow: 60_000,
        addHeaders: unsaid,
        addHeadersOnExceeding: unsaid,
        errorResponseBuilder: (_, { ttl }) => new ApiError('tooMany', { retryAfter: Math.ceil(ttl / 1000) }),
      })
      answerErrors(api)
      declareAudiences(api, options.onRoute)
      api.addHook('onRequest', async (_, reply) => {
        reply.header('cache-control', 'no-store')
      })
      signInRoutes(api, options)
      esiaRoutes(api, options)
      otherSchoolRoutes(api, options)
      lineRoutes(api, options)
      outboxRoutes(api, options)
      schoolRoutes(api, options)
      adviceRoutes(api, options)
      homeworkRoutes(api, options)
      fileRoutes(api, options)
      officeRoutes(api, options)
      evidenceRoutes(api, options)
      peopleRoutes(api, options)
      familyRoutes(api, options)
      familyThreadRoutes(api, options)
      familyAccessRoutes(api, options)
      pushRoutes(api, options)
      deviceRoutes(api, options)
      api.all('/*', async () => {
        throw new ApiError('notFound')
      })
    },
    { prefix: '/api' },
  )
  await serveApp(app, options.dist)
  passUpgrades(app, options.relay)
  return app
}
