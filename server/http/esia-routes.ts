import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { EsiaBegun, EsiaLinked } from '../../src/sync/esia-answers.ts'
import type { Esia, EsiaApp } from '../esia/esia.ts'
import { ApiError, parsed } from './api-error.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { named, signedInAnswer } from './sign-in-routes.ts'

const beginning = v.object({ app: v.picklist(['journal', 'diary']) })
const token = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))
const end = v.object({ handover: token, secret: token })
const signingIn = v.object({ ...end.entries, device: named })

/** A whole school sits behind one address; each of these may cost a question to the provider. */
const perMinute = { config: { rateLimit: { max: 120, timeWindow: 60_000 } } }
/** Where the apps are. */
const pages: Record<EsiaApp, string> = { journal: '/', diary: '/diary/' }

/** Signing in through ЕСИА, and linking an account to it. Where it is not configured there is nothing here. */
export function esiaRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { accounts } = parts
  const configured = (): Esia => {
    if (!parts.esia) throw new ApiError('notFound')
    return parts.esia
  }
  const begun = async (begin: ReturnType<Esia['begin']>): Promise<EsiaBegun> => {
    const outcome = await begin
    if (!outcome.ok) throw new ApiError(outcome.error)
    const { url, secret } = outcome
    return { url, secret }
  }

  api.post('/esia/begin', perMinute, async (request) => {
    const { app } = parsed(beginning, request.body)
    return begun(configured().begin(app))
  })

  // The one address of the API that carries secrets in its query: the protocol has it so. Code and state are good for
  // one use and worth nothing without the verifier, which stays here, and without the page's secret; the log has the
  // route's pattern alone. The app gets a fresh one-time value in the fragment, which browsers send to nobody.
  api.get('/esia/callback', perMinute, async (request, reply) => {
    const query = request.url.slice(request.url.indexOf('?') + 1)
    const returned = await configured().returned(query)
    if (!returned) return reply.status(400).type('text/html; charset=utf-8').send(stale)
    return reply.redirect(`${pages[returned.app]}#/esia/${returned.handover}`, 303)
  })

  api.post('/esia/finish', perMinute, async (request) => {
    const { handover, secret, device } = parsed(signingIn, request.body)
    const outcome = await configured().signIn(handover, secret, device)
    return signedInAnswer(outcome, parts)
  })

  api.get('/esia/link', async (request): Promise<EsiaLinked> => {
    const { user } = (await callerOf(accounts, request)).account
    return { linked: await configured().isLinked(user) }
  })

  api.post('/esia/link', perMinute, async (request) => {
    const { user } = (await callerOf(accounts, request)).account
    const { app } = parsed(beginning, request.body)
    return begun(configured().begin(app, user))
  })

  api.post('/esia/linked', perMinute, async (request, reply) => {
    const { user } = (await callerOf(accounts, request)).account
    const { handover, secret } = parsed(end, request.body)
    const outcome = await configured().link(handover, secret, user)
    if (!outcome.ok) throw new ApiError(outcome.error)
    return reply.status(204).send()
  })

  api.post('/esia/unlink', async (request, reply) => {
    const { user } = (await callerOf(accounts, request)).account
    await configured().unlink(user)
    return reply.status(204).send()
  })
}

const stale = `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Парта</title><h1>Начните вход заново</h1><p>Этот возврат с Госуслуг уже использован или устарел.</p>
<p><a href="/">К журналу</a></p><p><a href="/diary/">К дневнику</a></p></html>`
