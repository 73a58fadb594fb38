import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Below this the headers weigh more than what is saved, bytes. */
const smallest = 512

/** Whether the asker unpacks gzip. */
export function takesGzip({ headers }: FastifyRequest): boolean {
  return /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))
}

/** Answers with JSON, gzipped for who takes that: the office asks over lines of 50 kbit/s too. */
export async function sendGzipped(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
): Promise<FastifyReply> {
  const text = JSON.stringify(answer)
  reply.type('application/json; charset=utf-8')
  if (text.length < smallest || !takesGzip(request)) return reply.send(text)
  reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding')
  return reply.send(await promisify(gzip)(text, { level: 9 }))
}
