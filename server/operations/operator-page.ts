import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the operator's own tools may ask a server. */
export interface OperatorAnswers {
  metrics: () => Promise<{ type: string; body: string }>
  /** Throws, or rejects, while the database does not answer. */
  ready: () => void | Promise<void>
  /** Whether entries are taken; without room all that stands is served. */
  hasRoom: () => boolean
}

/**
 * Listens for the operator's tools on this machine alone, beside the school's port: `/metrics`, `/health` (the process
 * answers, 507 while its disk is full), `/ready` (so does its database). Port 0: any free one. Rejects when the port is taken.
 */
export async function openOperatorPage(
  port: number,
  { metrics, ready, hasRoom }: OperatorAnswers,
): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = 'text/plain; charset=utf-8') =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    const path = (request.url ?? '').split('?', 1)[0]
    if (request.method !== 'GET') answer(405, 'GET only\n')
    else if (path === '/health')
      if (hasRoom()) answer(200, 'ok\n')
      else answer(507, 'no room on the disk: entries wait on the tablets\n')
    else if (path === '/ready')
      Promise.resolve()
        .then(ready)
        .then(
          () => answer(200, 'ok\n'),
          () => answer(503, 'the database does not answer\n'),
        )
    else if (path === '/metrics')
      metrics().then(
        ({ body, type }) => answer(200, body, type),
        () => answer(500, 'no metrics\n'),
      )
    else answer(404, 'nothing here\n')
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port
