import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const forever = 'public, max-age=31536000, immutable'
const asked = 'no-cache'
/** What the bundler names by its content: `assets/index-Bf3k9x2Q.js`. */
const hashed = /[/\\]assets[/\\][^/\\]+-[\w-]{8,}\.\w+(\.br|\.gz)?$/

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
  await app.register(fastifyStatic, {
    root: dist,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    acceptRanges: false,
    setHeaders: (response, path) => {
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
