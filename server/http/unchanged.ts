import type { FastifyReply, FastifyRequest } from 'fastify'

/** The version that the asker has: told in the question, or as browsers tell it. */
export function knownVersion({ headers }: FastifyRequest, since?: string): string | undefined {
  return since ?? headers['if-none-match']?.replace(/^W\//, '').replaceAll('"', '')
}

/** Says "as it was" in as few bytes as can be: no page is made of this answer, so it needs no rules for pages. */
export function unchanged(reply: FastifyReply): FastifyReply {
  for (const name of Object.keys(reply.getHeaders())) if (name !== 'etag') reply.removeHeader(name)
  return reply.status(304).send()
}
