import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const forever = 'public, max-age=31536000, immutable'
const asked = 'no-cache'
/** What the bundler names by its content: `assets/index-Bf3k9x2Q.js`. */
const hashed = /[/\\]assets[/\\][^/\\]+-[\w-]{8,}\.\w+(\.br|\.gz)?$/

const diaryPage = /[/\\]diary[/\\]index\.html(\.br|\.gz)?$/

/**
 * Serves the built app: compressed copies where they lie beside (precompress.ts), hashed files for ever, the rest asked
 * for anew each time (an unchanged file costs one small answer). An address without a file is a place inside the app.
 */
export async function serveApp(app: FastifyInstance, dist: string): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) {
    app.setNotFoundHandler((_, reply) =>
      reply
        .status(503)
        .type('text/plain; charset=utf-8')
        .send('Приложение не собрано: выполните npm run build и запустите сервер снова.'),
    )
    return
  }
  const allowStyle = styleAllowance(join(dist, 'diary', 'index.html'))
  await app.register(fastifyStatic, {
    root: dist,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    acceptRanges: false,
    setHeaders: (response, path) => {
      if (diaryPage.test(path)) allowStyle(response)
      if (!hashed.test(path)) return void response.header('cache-control', asked)
      response.header('cache-control', forever)
      // Nobody asks again for what never changes.
      response.removeHeader('etag')
      response.removeHeader('last-modified')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0]!
    const isPlace = extname(basename(path)) === '' && (request.method === 'GET' || request.method === 'HEAD')
    // The diary's worker serves /diary/ only: its address ends so.
    if (path === '/diary') return reply.redirect('/diary/')
    if (isPlace) return reply.sendFile(path.startsWith('/diary/') ? 'diary/index.html' : 'index.html')
    return reply.status(404).type('text/plain; charset=utf-8').send('Нет такой страницы.')
  })
}

type Headers = Parameters<NonNullable<FastifyStaticOptions['setHeaders']>>[0]

/** The style that a page carries, to spare a slow line a question, is allowed by its hash, and no other. */
function styleAllowance(page: string): (response: Headers) => void {
  const [, style] = (existsSync(page) && /<style>([^<]*)<\/style>/.exec(readFileSync(page, 'utf8'))) || []
  if (style === undefined) return () => undefined
  const hash = createHash('sha256').update(style).digest('base64')
  return (response) => {
    const policy = String(response.getHeader('content-security-policy'))
    response.header(
      'content-security-policy',
      policy.replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`),
    )
  }
}
