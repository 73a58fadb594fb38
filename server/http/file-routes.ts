import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { attachmentLimits, attachmentTypes, fileHash } from '../../src/domain/journal/attachments.ts'
import {
  type DocumentId,
  type JournalKey,
  journalDocument,
  readJournalName,
} from '../../src/domain/ledger/documents.ts'
import { mayRead } from '../../src/domain/policy/access.ts'
import { assignmentsOf, substitutionsOf } from '../../src/domain/policy/policy.ts'
import { actorBehind } from '../accounts/people.ts'
import type { StoredFile } from '../files/file-store.ts'
import { ApiError, parsed } from './api-error.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'

const place = v.object({ hash: v.pipe(v.string(), v.regex(fileHash)) })
const query = v.object({
  journal: v.pipe(
    v.string(),
    v.maxLength(300),
    v.transform(readJournalName),
    v.nonNullable(v.custom<JournalKey>(() => true)),
  ),
})

/** Of one sender: a lesson's ten files, several times over, and still no flood. */
const sending = {
  max: 120,
  timeWindow: 600_000,
  keyGenerator: ({ headers, ip }: FastifyRequest) => headers.authorization ?? ip,
}

/** What is served is only ever a download: nothing in it runs, whatever it is. */
const inert = "default-src 'none'; sandbox; frame-ancestors 'none'"

/** Sends a file of homework. */
export function sendFile(reply: FastifyReply, file: StoredFile): FastifyReply {
  return reply
    .header('content-type', file.type)
    .header('content-disposition', 'attachment')
    .header('content-security-policy', inert)
    .send(file.bytes)
}

/**
 * Files of homework, each named by its SHA-256. They are taken from whoever keeps the journal, given to whoever may
 * read it; sending the same one again changes nothing, so a cut line costs one more try.
 */
export function fileRoutes(api: FastifyInstance, { accounts, relay, files }: HttpParts): void {
  api.register(async (scope) => {
    // Before the body is read and counted: strangers' megabytes are not kept in memory, nor do invented tokens count anew.
    scope.addHook('onRequest', async (request) => {
      await callerOf(accounts, request)
    })
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))

    scope.put(
      '/files/:hash',
      { bodyLimit: attachmentLimits.bytes, config: { rateLimit: sending } },
      async (request, reply) => {
        const { account } = await callerOf(accounts, request)
        const { hash } = parsed(place, request.params)
        const { journal } = parsed(query, request.query)
        const policy = relay.policy()
        // Whoever once kept the journal may still deliver what waits on his tablet.
        const keeps =
          account.person !== '' &&
          (assignmentsOf(policy, journal, account.person).length > 0 ||
            substitutionsOf(policy, journal, account.person).length > 0)
        if (!keeps) throw new ApiError('noRight')
        const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
        if (!attachmentTypes.has(type)) throw new ApiError('wrongType')
        const bytes = request.body
        if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw new ApiError('malformed')
        const refused = await files.put(hash, { type, bytes }, journalDocument(journal), account.user)
        if (refused) throw new ApiError(refused)
        return reply.status(204).send()
      },
    )

    scope.get('/files/:hash', async (request, reply) => {
      const { account } = await callerOf(accounts, request)
      const { hash } = parsed(place, request.params)
      const document: DocumentId = journalDocument(parsed(query, request.query).journal)
      const policy = relay.policy()
      if (!mayRead(policy, actorBehind(account, policy), document, relay.today()))
        throw new ApiError('noRight')
      const file = await files.get(hash, document)
      if (!file) throw new ApiError('notFound')
      return sendFile(reply, file)
    })
  })
}
