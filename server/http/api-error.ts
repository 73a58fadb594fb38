import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { DatabaseGone } from '../store/row-store.ts'

export type ApiErrorCode =
  | 'wrongCredentials'
  | 'codeUsed'
  | 'codeExpired'
  | 'weakPassword'
  | 'tooMany'
  | 'revoked'
  | 'notSignedIn'
  | 'malformed'
  | 'noRight'
  | 'notFound'
  | 'wrongHash'
  | 'wrongType'
  | 'quotaFull'
  /** Nobody's account here is linked to whom the provider vouches for. */
  | 'notLinked'
  /** Another account is. */
  | 'linkedElsewhere'
  /** What was begun is over, or was begun in another browser. */
  | 'startAgain'
  /** The person, or the provider, said no. */
  | 'declined'
  | 'providerDown'
  /** The database is away. */
  | 'unavailable'
  | 'internal'

const statusOf: Record<ApiErrorCode, number> = {
  malformed: 400,
  wrongHash: 400,
  wrongType: 415,
  quotaFull: 507,
  weakPassword: 400,
  wrongCredentials: 401,
  notSignedIn: 401,
  codeUsed: 403,
  codeExpired: 403,
  revoked: 403,
  noRight: 403,
  notFound: 404,
  tooMany: 429,
  notLinked: 403,
  linkedElsewhere: 409,
  startAgain: 400,
  declined: 403,
  providerDown: 502,
  unavailable: 503,
  internal: 500,
}

/** What stands beside the code in an answer. */
export interface ApiErrorDetails {
  /** Whole seconds. */
  retryAfter?: number
  /** Tries before a pause. */
  left?: number
  /** Token with which a device of a disabled account may still deliver. */
  deliver?: string
  /** Ids of the facts at fault; the others may be offered again. */
  facts?: readonly string[]
}

/** An answer of the API that is no success; thrown by handlers, written as JSON. */
export class ApiError extends Error {
  readonly status: number

  constructor(
    readonly code: ApiErrorCode,
    readonly details: ApiErrorDetails = {},
  ) {
    super(code)
    this.status = statusOf[code]
  }
}

/** Parses what came in a request; throws `malformed`. Nothing of the input is repeated in the answer. */
export function parsed<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input)
  if (!result.success) throw new ApiError('malformed')
  return result.output
}

/** Writes every failure inside a scope as `{ error }` with its status; only the unexpected is logged. */
export function answerErrors(scope: FastifyInstance): void {
  scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof ApiError) {
      if (error.details.retryAfter !== undefined) reply.header('retry-after', error.details.retryAfter)
      return reply.status(error.status).send({ error: error.code, ...error.details })
    }
    if (error instanceof DatabaseGone) {
      request.log.warn({ code: (error.cause as { code?: string }).code }, 'the database is away')
      return reply.status(503).header('retry-after', 5).send({ error: 'unavailable' })
    }
    const status = error.statusCode ?? 500
    if (status < 500) return reply.status(status).send({ error: 'malformed' })
    request.log.error({ stack: error.stack }, 'request failed')
    return reply.status(500).send({ error: 'internal' })
  })
}
