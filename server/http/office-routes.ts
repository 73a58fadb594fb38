import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { date } from '../../src/domain/ledger/attribute-values.ts'
import { logKinds } from '../../src/sync/office-answers.ts'
import { parsed } from './api-error.ts'
import { officeCallerOf } from './caller.ts'
import { sendGzipped } from './gzipped.ts'
import type { HttpParts } from './parts.ts'

const since = v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number)), '0')
const boardQuery = v.object({ date, since })
const keepingQuery = v.pipe(
  v.object({ from: date, to: date, since }),
  v.check(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < 400 * 86_400_000),
)
const newsQuery = v.object({ since })
const hoursQuery = v.object({ month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)) })
const logQuery = v.object({
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}\.[-\w]{1,40}$/))),
  q: v.optional(v.pipe(v.string(), v.maxLength(200))),
  kind: v.optional(v.picklist(logKinds)),
  from: v.optional(date),
  to: v.optional(date),
})

/** What the app asks for the office alone: the board, the overview of journals, class teachers' duties, remarks, hours, the log. */
export function officeRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { office } = parts
  const officeOnly = (request: FastifyRequest) => officeCallerOf(parts, request)

  api.get('/board', async (request) => {
    await officeOnly(request)
    const { date, since } = parsed(boardQuery, request.query)
    return office.board.part(date, since)
  })

  api.get('/keeping', async (request, reply) => {
    await officeOnly(request)
    const { since, ...span } = parsed(keepingQuery, request.query)
    return sendGzipped(request, reply, await office.keeping.part(span, since))
  })

  api.get('/duties', async (request, reply) => {
    await officeOnly(request)
    const { since } = parsed(newsQuery, request.query)
    return sendGzipped(request, reply, await office.duties.part(since))
  })

  api.get('/figures', async (request, reply) => {
    await officeOnly(request)
    const { since } = parsed(newsQuery, request.query)
    return sendGzipped(request, reply, await office.figures.part(since))
  })

  api.get('/dealings', async (request, reply) => {
    await officeOnly(request)
    return sendGzipped(request, reply, await office.dealings())
  })

  api.get('/hours', async (request, reply) => {
    await officeOnly(request)
    const { month } = parsed(hoursQuery, request.query)
    return sendGzipped(request, reply, await office.hours(month))
  })

  api.get('/log', async (request, reply) => {
    await officeOnly(request)
    return sendGzipped(request, reply, await office.log(parsed(logQuery, request.query)))
  })
}
