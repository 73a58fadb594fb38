import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { readAdvice } from '../../src/domain/advice/advice-view.ts'
import {
  adviceDocument,
  type DocumentId,
  familyDocument,
  threadDocument,
} from '../../src/domain/ledger/documents.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import { threadAttributes } from '../../src/domain/ledger/thread-attributes.ts'
import { yearOn } from '../../src/domain/policy/access.ts'
import { isWithdrawn } from '../../src/domain/school/consents.ts'
import { fullName } from '../../src/domain/school/names.ts'
import {
  type EntriesAnswer,
  familyEntries,
  foldFamilyThread,
  needsConsent,
} from '../../src/domain/thread/family-thread.ts'
import { readThread } from '../../src/domain/thread/thread-view.ts'
import type { FamilyLink } from '../accounts/family-links.ts'
import { ApiError, parsed } from './api-error.ts'
import { familyCallerOf } from './family-caller.ts'
import { sendGzipped } from './gzipped.ts'
import type { HttpParts } from './parts.ts'
import { knownVersion, unchanged } from './unchanged.ts'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(120))
const place = v.object({ pupil: id })
const threadQuery = v.object({ since: v.optional(v.pipe(v.string(), v.maxLength(40))) })

/** A phone that was off for a week delivers at once; nobody writes so many letters. */
const sending = {
  max: 120,
  timeWindow: 600_000,
  keyGenerator: ({ headers, ip }: FastifyRequest) => headers.authorization ?? ip,
}
/** A dozen long letters, bytes. */
const bodyLimit = 131_072
/** What the header of a family's writer names. */
const app = 'family'

/** Correspondence of a family with the class teacher: what it sees, and what it writes, as facts of the thread. */
export function familyThreadRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { relay, families } = parts

  api.get('/family/thread/:pupil', async (request, reply) => {
    const { pupil } = parsed(place, request.params)
    const { link } = await familyCallerOf(parts, request, pupil)
    const { since } = parsed(threadQuery, request.query)
    const thread = foldFamilyThread(
      readThread(await relay.foldOf(threadDocument(pupil))),
      await families.of(pupil),
      readAdvice(await relay.foldOf(adviceDocument(link.person, pupil))),
      {
        pupil,
        person: link.person,
        classTeacher: classTeacherOf(pupil),
      },
    )
    const version = createHash('sha256').update(JSON.stringify(thread)).digest('base64url').slice(0, 12)
    reply.header('etag', `"${version}"`)
    if (knownVersion(request, since) === version) return unchanged(reply)
    return sendGzipped(request, reply, { version, ...thread })
  })

  api.post(
    '/family/entries/:pupil',
    { bodyLimit, config: { rateLimit: sending } },
    async (request): Promise<EntriesAnswer> => {
      const { pupil } = parsed(place, request.params)
      const { account, device, link } = await familyCallerOf(parts, request, pupil)
      const { facts } = parsed(familyEntries, request.body)
      const { user } = account
      if (wantsNotices(facts) && isWithdrawn(await families.of(pupil), link.person, 'notices'))
        throw new ApiError('noRight')
      // As one of the family alone: what a teacher who is a parent writes as a teacher goes over the socket.
      const family = await families.rightsOf(user)
      const author = { user, device, person: '', administrator: false, family }
      const document = documentFor(facts, link)
      const posted = await relay.post(document, author, facts, app)
      if (!posted.ok)
        throw new ApiError(posted.code === 'noRight' ? 'noRight' : 'malformed', { facts: posted.facts })
      const fold = await relay.foldOf(document)
      const ids = facts.map((fact) => (fact as [FactId])[0])
      return { receipts: ids.map((of) => ({ id: of, at: fold.fact(of)!.receipt!.receivedAt })) }
    },
  )

  /** Consents stand with the family, questions to the consultant by themselves; all else is correspondence. */
  function documentFor(facts: readonly unknown[], { pupil, person }: FamilyLink): DocumentId {
    const attributes = facts.map((fact) => (Array.isArray(fact) ? fact[2] : undefined))
    if (attributes.every((name) => name === 'consent')) return familyDocument(pupil)
    if (attributes.every((name) => name === 'advice' || name === 'advice.seen'))
      return adviceDocument(person, pupil)
    return threadDocument(pupil)
  }

  /** Whether some of the facts ask for e-mail or messages to the phone. */
  function wantsNotices(facts: readonly unknown[]): boolean {
    return facts.some((fact) => {
      const wish = v.safeParse(
        v.tuple([v.string(), v.string(), v.literal('notices'), threadAttributes.notices.value]),
        fact,
      )
      return wish.success && needsConsent(wish.output[3])
    })
  }

  /** Name of who leads the class that the pupil is in. */
  function classTeacherOf(pupil: string): string | undefined {
    const { school, classesOf } = relay.policy()
    const year = yearOn(school, relay.today())
    const own = [...classesOf(pupil)].find((name) => school.classes.get(name)?.year === year)
    const member = school.staff.get(school.classes.get(own ?? '')?.classTeacher ?? '')
    return member && fullName(member)
  }
}
