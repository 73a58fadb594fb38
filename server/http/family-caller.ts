import type { FastifyRequest } from 'fastify'
import type { FamilyLink } from '../accounts/family-links.ts'
import type { Caller } from '../accounts/tokens.ts'
import { ApiError } from './api-error.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'

/** Who of a pupil's family asks; throws `noRight` for everybody who may not follow this pupil today. */
export async function familyCallerOf(
  { accounts, families }: Pick<HttpParts, 'accounts' | 'families'>,
  request: FastifyRequest,
  pupil: string,
): Promise<Caller & { link: FamilyLink }> {
  const caller = await callerOf(accounts, request)
  const link = await families.link(caller.account.user, pupil)
  if (!link) throw new ApiError('noRight')
  return { ...caller, link }
}
