import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { classesLedBy } from '../../src/domain/school/school-view.ts'
import type {
  ClassFamilies,
  ComplaintsAnswer,
  CountedAnswer,
  FamilySlips,
  SchoolFamilies,
} from '../../src/sync/family-access.ts'
import { isStaff } from '../accounts/account-store.ts'
import { personBehind } from '../accounts/people.ts'
import { FamilyAccess, type Giver } from '../families/access.ts'
import { complaints } from '../families/complaints.ts'
import { ApiError, parsed } from './api-error.ts'
import { callerOf, officeCallerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { refusal } from './sign-in-routes.ts'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(120))
const place = v.object({ class: id })
const one = v.object({ pupil: id, person: id })
/** Two guardians and the pupil of the largest class; each code costs 20 ms of hashing. */
const invitation = v.object({ people: v.pipe(v.array(one), v.minLength(1), v.maxLength(120)) })
const joined = v.object({
  login: v.pipe(v.string(), v.maxLength(200)),
  code: v.pipe(v.string(), v.maxLength(100)),
})

/** Ways to the diary: codes for the families of a class, given by its class teacher or the office; who reads. */
export function familyAccessRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { accounts, relay, families, diaries } = parts
  const access = new FamilyAccess(relay, accounts, families, diaries.classes)

  /** The class that a request is about, and who gives codes there. */
  const classOf = async (request: FastifyRequest): Promise<{ classId: string; giver: Giver }> => {
    const { account } = await callerOf(accounts, request)
    const { class: classId } = parsed(place, request.params)
    const { school } = relay.policy()
    const office = personBehind(account, relay.policy()).roles.includes('office')
    const led =
      account.person === '' ? [] : classesLedBy(school, account.person, relay.today()).map((it) => it.id)
    if (!school.classes.has(classId) || (!office && !led.includes(classId))) throw new ApiError('noRight')
    return { classId, giver: { user: account.user, leads: office ? undefined : new Set(led) } }
  }
  /** One of the families of the class. */
  const personOf = async (request: FastifyRequest) => {
    const { classId, giver } = await classOf(request)
    const person = parsed(one, request.body)
    if (!relay.policy().classesOf(person.pupil).has(classId)) throw new ApiError('noRight')
    return { person, giver }
  }

  api.get('/families', async (request): Promise<SchoolFamilies> => {
    await officeCallerOf(parts, request)
    return access.counted()
  })

  api.get('/complaints', async (request): Promise<ComplaintsAnswer> => {
    await officeCallerOf(parts, request)
    return complaints(relay, families, diaries.classes)
  })

  api.get('/classes/:class/families', async (request): Promise<ClassFamilies> => {
    const { classId } = await classOf(request)
    return access.of(classId)
  })

  api.post('/classes/:class/families/invite', async (request): Promise<FamilySlips> => {
    const { classId, giver } = await classOf(request)
    const { people } = parsed(invitation, request.body)
    // All or nothing: nobody's code is replaced by a request that is refused.
    for (const person of people)
      if (!(await access.mayBeInvited(classId, person))) throw new ApiError('noRight')
    return access.invite(people, giver)
  })

  api.post('/classes/:class/families/withdraw-code', async (request, reply) => {
    const { person, giver } = await personOf(request)
    if (!(await access.withdraw(person, giver))) throw new ApiError('notFound')
    return reply.status(204).send()
  })

  api.post('/classes/:class/families/revoke', async (request, reply) => {
    const { person, giver } = await personOf(request)
    if (!(await access.revoke(person, giver))) throw new ApiError('notFound')
    return reply.status(204).send()
  })

  api.post(
    '/family/join',
    { config: { rateLimit: { max: 120, timeWindow: 60_000 } } },
    async (request, reply) => {
      const { account } = await callerOf(accounts, request)
      const typed = parsed(joined, request.body)
      // A colleague's code opens a colleague's work: it is for signing in with, not for joining.
      const named = await accounts.store.byLogin(typed.login)
      if (named && (isStaff(named) || named.user === account.user)) throw new ApiError('noRight')
      const outcome = await accounts.signIn.redeem({ ...typed, address: request.ip })
      if (!outcome.ok) throw refusal(outcome)
      await accounts.joinFamily(outcome.account.user, account.user)
      return reply.status(204).send()
    },
  )

  api.get('/family/counted', async (request): Promise<CountedAnswer> => {
    const { user } = (await callerOf(accounts, request)).account
    const followed = await families.followedBy(user)
    return {
      lastSignIn: (await accounts.events.lastSignIn(user)) ?? null,
      reads: followed.map(({ pupil, lastRead }) => ({ pupil, lastRead })),
    }
  })
}
