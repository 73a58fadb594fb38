import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { ChildrenAnswer } from '../../src/domain/diary/children.ts'
import type { DiaryAnswer } from '../../src/domain/diary/diary.ts'
import { fileHash } from '../../src/domain/journal/attachments.ts'
import { date } from '../../src/domain/ledger/attribute-values.ts'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { yearOn } from '../../src/domain/policy/access.ts'
import { fullName, lastFirst } from '../../src/domain/school/names.ts'
import { classTitle } from '../../src/domain/school/titles.ts'
import type { FamilyLink } from '../accounts/family-links.ts'
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
const childrenQuery = v.object({ from: v.optional(date), to: v.optional(date) })
const filePlace = v.object({ pupil: id, hash: v.pipe(v.string(), v.regex(fileHash)) })
const fileQuery = v.object({ year: v.optional(id) })

/** What families ask for: their children, the diary, files of homework. */
export function familyRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { accounts, relay, families, diaries, files } = parts

  api.get('/family/children', async (request, reply) => {
    const range = parsed(childrenQuery, request.query)
    const { account } = callerOf(accounts, request)
    const school = diaries.classes.school()
    const links = families.followedBy(account.user)
    const answer: ChildrenAnswer = {
      children: links.map(({ pupil, person }) => {
        const years = diaries.years(pupil)
        const view = years[0] && diaries.classes.members(years[0].class)
        const card = view?.pupils.find((it) => it.id === pupil)
        const guardian = families.of(pupil).guardians.find((it) => it.id === person)
        return {
          pupil,
          name: card ? lastFirst(card) : '',
          as: person === pupil ? 'pupil' : 'guardian',
          person,
          personName: guardian ? fullName(guardian) : card ? fullName(card) : '',
          years: years.map((it) => ({ id: it.id, class: classTitle(school, it.class) })),
        }
      }),
    }
    const first = range.from === undefined ? undefined : await firstOf(answer, links, range)
    return sendGzipped(request, reply, first ? { ...answer, first } : answer)
  })

  api.get('/family/diary/:pupil', async (request, reply) => {
    const { pupil } = parsed(place, request.params)
    const { link } = familyCallerOf(parts, request, pupil)
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
    familyCallerOf(parts, request, pupil)
    const { year = yearOn(relay.policy().school, relay.today()) } = parsed(fileQuery, request.query)
    const diary = year === undefined ? undefined : await diaries.diary(pupil, year)
    if (!diary?.files.has(hash)) throw new ApiError('notFound')
    for (const document of journalsOf(pupil, year!)) {
      const file = await files.get(hash, document)
      if (file) return sendFile(reply, file)
    }
    throw new ApiError('notFound')
  })

  async function firstOf(
    { children: [child] }: ChildrenAnswer,
    [link]: readonly FamilyLink[],
    range: v.InferOutput<typeof childrenQuery>,
  ): Promise<DiaryAnswer | undefined> {
    const year = child?.years[0]?.id
    const diary = child && year ? await diaries.diary(child.pupil, year) : undefined
    if (!child || !link || !diary) return undefined
    accounts.families.noteRead(link)
    return diaries.answer(child.pupil, diary, range, undefined)
  }

  /** Journals of the classes that a pupil was in in a year. */
  function journalsOf(pupil: string, year: string): DocumentId[] {
    return diaries.classesIn(pupil, year).flatMap((name) => relay.documents(`journal/${name},`))
  }
}
