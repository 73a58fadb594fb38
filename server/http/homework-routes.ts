import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { date } from '../../src/domain/ledger/attribute-values.ts'
import { classDocument } from '../../src/domain/ledger/documents.ts'
import { mayRead } from '../../src/domain/policy/access.ts'
import { addDays } from '../../src/domain/policy/policy.ts'
import { actorBehind, personBehind } from '../accounts/people.ts'
import { ClassLoads } from '../folds/class-load.ts'
import { offeredPlans } from '../folds/shared-plans.ts'
import { ApiError, parsed } from './api-error.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'

/** Days that one answer covers at most: a quarter. */
const longest = 92

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const place = v.object({ class: id })
const loadQuery = v.pipe(
  v.object({ from: date, to: date, version: v.optional(v.pipe(v.string(), v.maxLength(32)), '') }),
  v.check(({ from, to }) => from <= to && to <= addDays(from, longest)),
)
const planQuery = v.object({
  subject: id,
  grade: v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number)),
})

/** What teachers ask about each other's work: a class's homework by days, and plans to take over. */
export function homeworkRoutes(api: FastifyInstance, { accounts, relay }: HttpParts): void {
  const loads = new ClassLoads(relay)

  api.get('/classes/:class/load', async (request) => {
    const { account } = await callerOf(accounts, request)
    const { class: classId } = parsed(place, request.params)
    const { from, to, version } = parsed(loadQuery, request.query)
    const policy = relay.policy()
    if (!mayRead(policy, actorBehind(account, policy), classDocument(classId), relay.today()))
      throw new ApiError('noRight')
    return loads.load(classId, from, to, version)
  })

  api.get('/plans', async (request) => {
    const { account } = await callerOf(accounts, request)
    const asked = parsed(planQuery, request.query)
    const policy = relay.policy()
    if (personBehind(account, policy).roles.length === 0) throw new ApiError('noRight')
    return { plans: await offeredPlans(relay, actorBehind(account, policy), asked) }
  })
}
