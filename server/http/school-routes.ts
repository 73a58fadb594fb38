import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { date } from '../../src/domain/ledger/attribute-values.ts'
import { personBehind } from '../accounts/people.ts'
import { ApiError, parsed } from './api-error.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'

const boardQuery = v.object({
  date,
  since: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number)), '0'),
})

/** What the app asks of the school itself: which one it is, and the office's board. */
export function schoolRoutes(api: FastifyInstance, { accounts, relay, board, school }: HttpParts): void {
  api.get('/school', async () => school())

  api.get('/board', async (request) => {
    const { account } = callerOf(accounts, request)
    const { date, since } = parsed(boardQuery, request.query)
    if (!personBehind(account, relay.policy()).roles.includes('office')) throw new ApiError('noRight')
    return board.part(date, since)
  })
}
