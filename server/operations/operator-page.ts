import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RegionReport } from './region.ts'
import { pagePolicy, regionPage, textsFor } from './region-page.ts'

/** What the operator's own tools may ask a server. */
export interface OperatorAnswers {
  metrics: () => Promise<{ type: string; body: string }>
  /** Throws, or rejects, while the database does not answer. */
  ready: () => void | Promise<void>
  /** Whether entries are taken; without room all that stands is served. */
  hasRoom: () => boolean
  /** What its database tells of all schools there. */
  region: () => Promise<RegionReport>
}

/**
 * Listens for the operator's tools on this machine alone, beside the school's port: `/metrics`, `/health` (the process
 * answers, 507 while its disk is full), `/ready` (so does its database), `/` and `/schools.json` (all schools of the
 * database, as a page and for programs). Port 0: any free one. Rejects when the port is taken.
 */
export async function openOperatorPage(
  port: number,
  { metrics, ready, hasRoom, region }: OperatorAnswers,
): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = 'text/plain; charset=utf-8') =>
      response.writeHead(status, { ...headers, 'content-type': type }).end(body)
    const schools = (shown: (report: RegionReport) => string, type: string) =>
      region().then(
        (report) => answer(200, shown(report), type),
        () => answer(503, 'the database does not answer\n'),
      )
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
    else if ((path === '/' || path === '/schools.json') && !isHere(request.headers.host))
      answer(421, 'asked under another name\n')
    else if (path === '/') {
      const texts = textsFor(request.headers['accept-language'])
      void schools((report) => regionPage(report, texts), 'text/html; charset=utf-8')
    } else if (path === '/schools.json') void schools((report) => JSON.stringify(report), 'application/json')
    else answer(404, 'nothing here\n')
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': pagePolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** Another site whose name was made to lead here would read the page in the operator's own browser. */
function isHere(host = ''): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port
