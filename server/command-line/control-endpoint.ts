import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { announceServing, withdrawServing } from './data-folder.ts'
import type { OpenSchool } from './open-school.ts'
import { perform } from './perform.ts'
import { taskSchema } from './task.ts'

/** An exchange folder of a large school with some years in it, base64. */
const bodyLimit = 512 * 1024 * 1024

/** What a proxy or a page would add: neither has anything to ask here. */
const foreignHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'origin']

/**
 * Lets commands on this computer go through the running server: a listener of its own on the loopback address, behind
 * a key that stands in `serve.json`, which only the user who runs the server may read. Returns how to stop it.
 */
export async function openControl(school: OpenSchool): Promise<() => Promise<void>> {
  const key = randomBytes(32).toString('base64url')
  const control = Fastify({ bodyLimit, logger: false })
  control.addHook('onRequest', async (request, reply) => {
    if (!isOwnCommand(request, key)) return reply.status(403).send()
  })
  // One at a time: two imports at once would both write what each found missing.
  let last: Promise<unknown> = Promise.resolve()
  control.post('/task', async (request, reply) => {
    const task = v.safeParse(taskSchema, request.body)
    if (!task.success) return reply.status(400).send()
    const turn = last.then(() => perform(school, task.output))
    last = turn.catch(() => undefined)
    return turn
  })
  await control.listen({ host: '127.0.0.1', port: 0 })
  const { port } = control.server.address() as AddressInfo
  announceServing(school.dataFolder, { port, key, pid: process.pid })
  return async () => {
    withdrawServing(school.dataFolder)
    await control.close()
  }
}

function isOwnCommand({ headers }: FastifyRequest, key: string): boolean {
  if (foreignHeaders.some((name) => headers[name] !== undefined)) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${key}`))
}
