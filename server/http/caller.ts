import type { FastifyRequest } from 'fastify'
import type { Accounts, Caller } from '../accounts/accounts.ts'
import { personBehind } from '../accounts/people.ts'
import { ApiError } from './api-error.ts'
import type { HttpParts } from './parts.ts'

/** Who asks, by the bearer token; throws `notSignedIn`, or `revoked` for a session that may only deliver. */
export function callerOf(accounts: Accounts, request: FastifyRequest): Caller {
  const [, token] = /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '') ?? []
  const caller = token === undefined ? null : accounts.authenticate(token)
  if (!caller) throw new ApiError('notSignedIn')
  if (caller.deliverOnly) throw new ApiError('revoked')
  return caller
}

/** Who of the office asks; throws `noRight` for everybody else. */
export function officeCallerOf(
  { accounts, relay }: Pick<HttpParts, 'accounts' | 'relay'>,
  request: FastifyRequest,
): Caller {
  const caller = callerOf(accounts, request)
  if (!personBehind(caller.account, relay.policy()).roles.includes('office')) throw new ApiError('noRight')
  return caller
}
