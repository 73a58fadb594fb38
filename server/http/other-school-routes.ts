import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { OtherSchoolsAnswer } from '../../src/sync/other-school-answers.ts'
import type { SignInRefusal } from '../accounts/sign-in.ts'
import { mayLink, SchoolAway } from '../other-schools/door.ts'
import type { OtherSchoolFault, OtherSchools } from '../other-schools/other-schools.ts'
import { ApiError, parsed } from './api-error.ts'
import { callerOf } from './caller.ts'
import { hostName } from './host-name.ts'
import type { HttpParts } from './parts.ts'
import { named, refusal, signedInAnswer } from './sign-in-routes.ts'

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max))
const token = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))
const host = v.pipe(v.string(), v.toLowerCase(), v.regex(/^[a-z0-9][a-z0-9.-]{0,252}$/))
const beginning = v.object({ host, password: text(400) })
const brought = v.object({ code: token })
const accepting = v.object({ code: token, login: text(200), password: text(400) })
const finishing = v.object({ code: token, secret: token })
const one = v.object({ school: text(40) })
const entering = v.object({ code: token, device: named, here: v.pipe(v.array(text(20)), v.maxLength(100)) })

/** As of sign-ins: a whole school sits behind one address. */
const perMinute = { config: { rateLimit: { max: 120, timeWindow: 60_000 } } }

/** Going from one school of the server to another, and linking accounts of both. With one school there is nothing here. */
export function otherSchoolRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { accounts } = parts
  const offered = async (): Promise<OtherSchools> => {
    if (!(await parts.otherSchools?.offered())) throw new ApiError('notFound')
    return parts.otherSchools!
  }

  api.get('/other-schools', async (request): Promise<OtherSchoolsAnswer> => {
    const { account } = await callerOf(accounts, request)
    return { links: await (await offered()).list(account.user), mayLink: mayLink(account) }
  })

  api.post('/other-schools/begin', perMinute, async (request) => {
    const { account } = await callerOf(accounts, request)
    const others = await offered()
    const typed = { ...parsed(beginning, request.body), address: request.ip }
    const begun = await done(others.begin(account, typed, hostName(request)))
    return { host: begun.host, code: begun.code, secret: begun.secret }
  })

  api.post('/other-schools/asked', perMinute, async (request) => {
    const others = await offered()
    const { name, school } = await done(others.asked(parsed(brought, request.body).code))
    return { name, school }
  })

  api.post('/other-schools/accept', perMinute, async (request) => {
    const others = await offered()
    const { code, login, password } = parsed(accepting, request.body)
    const back = await done(others.accept(code, { login, password, address: request.ip }))
    return { host: back.host, code: back.code }
  })

  api.post('/other-schools/finish', perMinute, async (request, reply) => {
    const { account } = await callerOf(accounts, request)
    const others = await offered()
    const { code, secret } = parsed(finishing, request.body)
    await done(others.finish(account, code, secret, hostName(request)))
    return reply.status(204).send()
  })

  api.post('/other-schools/open', perMinute, async (request) => {
    const caller = await callerOf(accounts, request)
    const others = await offered()
    const { host, code } = await done(others.open(caller, parsed(one, request.body).school))
    return { host, code }
  })

  api.post('/other-schools/enter', perMinute, async (request) => {
    const others = await offered()
    const { code, device, here } = parsed(entering, request.body)
    const entered = await done(others.enter(code, device, here))
    return 'here' in entered ? { here: entered.here } : signedInAnswer(entered, parts)
  })

  api.post('/other-schools/unlink', async (request, reply) => {
    const { account } = await callerOf(accounts, request)
    await (await offered()).unlink(account.user, parsed(one, request.body).school)
    return reply.status(204).send()
  })
}

/** What came of it; throws why nothing did. */
async function done<T extends { ok: true }>(
  outcome: Promise<T | SignInRefusal | { ok: false; error: OtherSchoolFault }>,
): Promise<T> {
  const came = await outcome.catch((error: unknown) => {
    throw error instanceof SchoolAway ? new ApiError('unavailable') : error
  })
  if (came.ok) return came
  throw refusal(came as SignInRefusal)
}
