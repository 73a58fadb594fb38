import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A host as browsers send it; anything else is not repeated into a header. */
const hostShape = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i

/** On every answer: nothing is taken for what it is not, and no other site's page gets it. */
const always = { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' }

/** Rules for what is shown as a page. */
const ofPages = {
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
}

/** Seconds. */
const year = 31_536_000

/** Everything comes from here, scripts are files, nobody frames us. Older Safari doesn't count a socket as 'self'. */
function contentSecurityPolicy(request: FastifyRequest, secure: boolean): string {
  const { host = '' } = request.headers
  const socket = hostShape.test(host) ? ` ${secure ? 'wss' : 'ws'}://${host}` : ''
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Answers that no browser shows as a page or runs: rules for pages would only weigh on a slow line. */
const dataTypes = /^(application\/json|application\/manifest\+json|text\/css)\b/

/**
 * Puts the security headers on every answer: those for pages on all but data and the diary's hashed scripts, which only
 * its own page runs (a worker's script brings its own policy, so that the journal's keep it). HSTS only where the
 * request came over TLS (here or at a proxy).
 */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const secure = request.protocol === 'https'
    reply.headers({ ...always, ...ofPages })
    reply.header('content-security-policy', contentSecurityPolicy(request, secure))
    if (secure) reply.header('strict-transport-security', `max-age=${year}`)
  })
  app.addHook('onSend', async (request, reply) => {
    const isScript = reply.statusCode === 200 && /^\/diary\/assets\/[\w-]+\.js$/.test(request.url)
    if (!isScript && !dataTypes.test(String(reply.getHeader('content-type')))) return
    for (const name of [...Object.keys(ofPages), 'content-security-policy']) reply.removeHeader(name)
  })
}
