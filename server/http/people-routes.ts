import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import type { AccountsAnswer, SlipsAnswer } from '../../src/sync/people-answers.ts'
import { type Account, isStaff } from '../accounts/account-store.ts'
import { personBehind, recordPeople } from '../accounts/people.ts'
import { ApiError, parsed } from './api-error.ts'
import { officeCallerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max))
/** One request invites as many as fit a body of 16 KB; each code costs 20 ms of hashing. */
const mostAtOnce = 150
const invitation = v.object({
  /** Staff ids, and accounts of people who are not on the staff list. */
  people: v.pipe(v.array(text(80)), v.maxLength(mostAtOnce)),
  users: v.pipe(v.array(text(20)), v.maxLength(mostAtOnce)),
})
const one = v.object({ user: text(20) })
const oneDevice = v.object({ user: text(20), device: text(10) })
const renamed = v.object({
  ...oneDevice.entries,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
})

/** Accounts of the staff, for the office alone: who has one, codes, devices, closing and opening. */
export function peopleRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { accounts, relay } = parts
  const { store } = accounts

  const named = async (user: string): Promise<Account> => {
    const account = await store.byUser(user)
    if (!account || !isStaff(account)) throw new ApiError('notFound')
    return account
  }
  /** The office's own account, and the one that a request is about. */
  const both = async (request: FastifyRequest): Promise<{ actor: UserId; account: Account }> => {
    const actor = (await officeCallerOf(parts, request)).account.user
    return { actor, account: await named(parsed(one, request.body).user) }
  }

  api.get('/people', async (request): Promise<AccountsAnswer> => {
    await officeCallerOf(parts, request)
    const answer: AccountsAnswer = { accounts: [] }
    for (const account of (await store.list()).filter(isStaff)) answer.accounts.push(await told(account))
    return answer
  })

  api.post('/people/invite', async (request): Promise<SlipsAnswer> => {
    const actor = (await officeCallerOf(parts, request)).account.user
    const { people, users } = parsed(invitation, request.body)
    const members = people.map((id) => relay.policy().school.staff.get(id))
    const known = await Promise.all(users.map(named))
    // All or nothing: nobody's code is replaced by a request that is refused.
    if (members.includes(undefined)) throw new ApiError('notFound')
    const invited: Account[] = []
    for (const member of members) invited.push(await accounts.ofPerson(member!.id, member!))
    invited.push(...known)
    if (invited.some(({ disabled }) => disabled)) throw new ApiError('revoked')
    await recordPeople(accounts, relay)
    const slips: SlipsAnswer['slips'] = []
    for (const { user, login, person } of new Map(
      invited.map((account) => [account.user, account]),
    ).values()) {
      const code = await accounts.invite(user, actor)
      slips.push({ user, person, login, code, goodUntil: (await accounts.codeGoodUntil(user))! })
    }
    return { slips }
  })

  api.post('/people/withdraw-code', async (request, reply) => {
    const { actor, account } = await both(request)
    await accounts.withdrawCode(account.user, actor)
    return reply.status(204).send()
  })

  api.post('/people/disable', async (request, reply) => {
    const { actor, account } = await both(request)
    // Somebody who shuts himself out can't let himself in again.
    if (account.user === actor) throw new ApiError('noRight')
    await accounts.disable(account.user, actor)
    return reply.status(204).send()
  })

  api.post('/people/enable', async (request, reply) => {
    const { actor, account } = await both(request)
    await accounts.enable(account.user, actor)
    return reply.status(204).send()
  })

  api.post('/people/forget-device', async (request, reply) => {
    const actor = (await officeCallerOf(parts, request)).account.user
    const { user, device } = parsed(oneDevice, request.body)
    const found = await accounts.devices.find((await named(user)).user, device)
    if (!found) throw new ApiError('notFound')
    await accounts.forgetDevice(user as UserId, found.id, actor)
    return reply.status(204).send()
  })

  api.post('/people/rename-device', async (request, reply) => {
    await officeCallerOf(parts, request)
    const { user, device, name } = parsed(renamed, request.body)
    if (!(await accounts.devices.rename((await named(user)).user, device, name)))
      throw new ApiError('notFound')
    return reply.status(204).send()
  })

  async function told(account: Account): Promise<AccountsAnswer['accounts'][number]> {
    const { user, login, person, disabled, active } = account
    const { name, roles } = personBehind(account, relay.policy())
    return {
      user,
      login,
      person,
      name,
      roles,
      disabled,
      active,
      lastSignIn: (await accounts.events.lastSignIn(user)) ?? null,
      codeGoodUntil: (await accounts.codeGoodUntil(user)) ?? null,
      devices: (await accounts.devices.list(user)).map(({ id, name: deviceName, lastSeen }) => ({
        id,
        name: deviceName,
        lastSeen,
      })),
    }
  }
}
