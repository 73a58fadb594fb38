import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { fileHash } from '../../src/domain/journal/attachments.ts'
import { date } from '../../src/domain/ledger/attribute-values.ts'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { yearOn } from '../../src/domain/policy/access.ts'
import { childrenOf } from '../families/children.ts'
import { ApiError, parsed } from './api-error.ts'
import { callerOf } from './caller.ts'
import { familyCallerOf } from './family-caller.ts'
import { sendFile } from './file-routes.ts'
import { sendGzipped, takesGzip } from './gzipped.ts'
import type { HttpParts } from './parts.ts'
import { knownVersion, unchanged } from './unchanged.ts'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(120))
const version = v.pipe(v.string(), v.maxLength(40))
const place = v.object({ pupil: id })
const diaryQuery = v.object({
  year: v.optional(id),
  from: v.optional(date),
  to: v.optional(date),
  since: v.optional(version),
})
/** Dates, of which a diary is told; both or none. */
export const childrenQuery = v.object({ from: v.optional(date), to: v.optional(date) })
const filePlace = v.object({ pupil: id, hash: v.pipe(v.string(), v.regex(fileHash)) })
const fileQuery = v.object({ year: v.optional(id) })

/** What families ask for: their children, the diary, files of homework. */
export function familyRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { accounts, relay, diaries, files } = parts

  api.get('/family/children', async (request, reply) => {
    const { account } = await callerOf(accounts, request)
    const range = parsed(childrenQuery, request.query)
    return sendGzipped(request, reply, await childrenOf(parts, account.user, range))
  })

  api.get('/family/diary/:pupil', async (request, reply) => {
    const { pupil } = parsed(place, request.params)
    const { link } = await familyCallerOf(parts, request, pupil)
    const { since, ...asked } = parsed(diaryQuery, request.query)
    const { year = yearOn(relay.policy().school, relay.today()), ...range } = asked
    const diary = year === undefined ? undefined : await diaries.diary(pupil, year)
    if (!diary) throw new ApiError('notFound')
    accounts.families.noteRead(link)
    const known = knownVersion(request, since)
    const now = diaries.version(diary, range)
    reply.header('etag', `"${now}"`)
    if (known === now) return unchanged(reply)
    const whole = since === undefined && range.from === undefined && range.to === undefined
    if (!whole || !takesGzip(request))
      return sendGzipped(request, reply, await diaries.answer(pupil, diary, range, since))
    diaries.answered(pupil, diary)
    reply.type('application/json; charset=utf-8')
    return reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').send(diary.packed)
  })

  api.get('/family/files/:pupil/:hash', async (request, reply) => {
    const { pupil, hash } = parsed(filePlace, request.params)
    await familyCallerOf(parts, request, pupil)
    const { year = yearOn(relay.policy().school, relay.today()) } = parsed(fileQuery, request.query)
    const diary = year === undefined ? undefined : await diaries.diary(pupil, year)
    if (!diary?.files.has(hash)) throw new ApiError('notFound')
    for (const document of await journalsOf(pupil, year!)) {
      const file = await files.get(hash, document)
      if (file) return sendFile(reply, file)
    }
    throw new ApiError('notFound')
  })

  /** Journals of the classes that a pupil was in in a year. */
  async function journalsOf(pupil: string, year: string): Promise<DocumentId[]> {
    const classes = await diaries.classesIn(pupil, year)
    const journals = await Promise.all(classes.map((name) => relay.documents(`journal/${name},`)))
    return journals.flat()
  }
}
