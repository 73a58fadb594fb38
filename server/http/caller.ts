import type { FastifyRequest } from 'fastify'
import type { Accounts } from '../accounts/accounts.ts'
import { personBehind } from '../accounts/people.ts'
import type { Caller } from '../accounts/tokens.ts'
import { ApiError } from './api-error.ts'
import type { HttpParts } from './parts.ts'

/** Who asks, by the bearer token; throws `notSignedIn`, or `revoked` for a session that may only deliver. */
export async function callerOf(accounts: Accounts, request: FastifyRequest): Promise<Caller> {
  const [, token] = /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '') ?? []
  const caller = token === undefined ? null : await accounts.authenticate(token)
  if (!caller) throw new ApiError('notSignedIn')
  if (caller.deliverOnly) throw new ApiError('revoked')
  return caller
}

/** Who of the office asks; throws `noRight` for everybody else. */
export async function officeCallerOf(
  { accounts, relay }: Pick<HttpParts, 'accounts' | 'relay'>,
  request: FastifyRequest,
): Promise<Caller> {
  const caller = await callerOf(accounts, request)
  if (!personBehind(caller.account, relay.policy()).roles.includes('office')) throw new ApiError('noRight')
  return caller
}
