import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { personBehind } from '../accounts/people.ts'
import type { SignInOutcome, SignInRefusal } from '../accounts/sign-in.ts'
import { childrenOf } from '../families/children.ts'
import { ApiError, parsed } from './api-error.ts'
import { callerOf } from './caller.ts'
import { childrenQuery } from './family-routes.ts'
import { sendGzipped } from './gzipped.ts'
import type { HttpParts } from './parts.ts'

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max))
const secret = text(400)
export const named = v.object({ name: v.pipe(text(200), v.trim()), id: v.optional(text(10)) })
/** `diary`: dates of the diary that is told along, to who follows a pupil. */
const typed = { login: text(200), password: secret, device: named, diary: v.optional(childrenQuery) }
const withPassword = v.object(typed)
const withCode = v.object({ ...typed, code: text(100) })
const refresh = v.object({ refresh: text(100) })
const passwords = v.object({ old: secret, new: secret })
const device = v.object({ device: text(10) })
const renaming = v.object({ device: text(10), name: named.entries.name })

/** Guessing is slowed per login (attempts.ts); this spares the processor: each try costs 20 ms of hashing. */
const triesPerMinute = { config: { rateLimit: { max: 120, timeWindow: 60_000 } } }

/** Signing in and out, tokens, devices and passwords. */
export function signInRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { accounts, relay } = parts

  api.post('/first-sign-in', triesPerMinute, async (request, reply) => {
    const { login, password, code, device, diary } = parsed(withCode, request.body)
    const address = request.ip
    const outcome = await accounts.signIn.withCode({ login, password, code, device, address })
    return sendGzipped(request, reply, await answered(outcome, diary))
  })

  api.post('/sign-in', triesPerMinute, async (request, reply) => {
    const { login, password, device, diary } = parsed(withPassword, request.body)
    const address = request.ip
    const outcome = await accounts.signIn.withPassword({ login, password, device, address })
    return sendGzipped(request, reply, await answered(outcome, diary))
  })

  api.post('/refresh', async (request) => {
    const outcome = await accounts.refresh(parsed(refresh, request.body).refresh)
    if (!outcome.ok) {
      const { ok: _, error, ...details } = outcome
      throw new ApiError(error, details)
    }
    const { account, access, accessExpires, refresh: next } = outcome
    return { access, accessExpires, refresh: next, ...personBehind(account, relay.policy()) }
  })

  api.post('/sign-out', async (request, reply) => {
    const caller = await callerOf(accounts, request)
    await accounts.signOut(caller.account.user, caller.device)
    return reply.status(204).send()
  })

  api.post('/password', triesPerMinute, async (request, reply) => {
    const caller = await callerOf(accounts, request)
    const change = parsed(passwords, request.body)
    const outcome = await accounts.signIn.changePassword(caller.account, caller.device, change, request.ip)
    if (!outcome.ok) throw refusal(outcome)
    return reply.status(204).send()
  })

  api.get('/devices', async (request) => {
    const caller = await callerOf(accounts, request)
    const devices = await accounts.devices.list(caller.account.user)
    return {
      devices: devices.map(({ id, name, createdAt, lastSeen }) => ({
        id,
        name,
        createdAt,
        lastSeen,
        current: id === caller.device,
      })),
    }
  })

  api.post('/devices/rename', async (request, reply) => {
    const { user } = (await callerOf(accounts, request)).account
    const { device, name } = parsed(renaming, request.body)
    if (!(await accounts.devices.rename(user, device, name))) throw new ApiError('notFound')
    return reply.status(204).send()
  })

  api.post('/devices/revoke', async (request, reply) => {
    const { user } = (await callerOf(accounts, request)).account
    const found = await accounts.devices.find(user, parsed(device, request.body).device)
    if (!found) throw new ApiError('notFound')
    await accounts.revokeDevice(user, found.id)
    return reply.status(204).send()
  })

  /** What was asked for along is spared a round trip: on an old phone's line that is a second. */
  async function answered(outcome: SignInOutcome, diary: v.InferOutput<typeof childrenQuery> | undefined) {
    const signedIn = await signedInAnswer(outcome, parts)
    if (!diary || !('family' in signedIn)) return signedIn
    return { ...signedIn, diary: await childrenOf(parts, signedIn.user, diary) }
  }
}

/** What a device keeps of a sign-in; throws why there was none. */
export async function signedInAnswer(
  outcome: SignInOutcome,
  { accounts, relay, school }: Pick<HttpParts, 'accounts' | 'relay' | 'school'>,
) {
  if (!outcome.ok) throw refusal(outcome)
  const { account, device, access, accessExpires, refresh } = outcome
  const { id, name } = school()
  return {
    user: account.user,
    device,
    person: account.person,
    ...personBehind(account, relay.policy()),
    ...((await accounts.families.has(account.user)) ? { family: true } : {}),
    access,
    accessExpires,
    refresh,
    school: { id, name },
  }
}

/** The answer to who could not be signed in. */
export function refusal(outcome: SignInRefusal): ApiError {
  const { ok: _, error, ...details } = outcome
  return new ApiError(error, details)
}
