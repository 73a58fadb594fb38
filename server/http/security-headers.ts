import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A host as browsers send it; anything else is not repeated into a header. */
const hostShape = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
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

/** Puts the security headers on every answer; HSTS only where the request came over TLS (here or at a proxy). */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const secure = request.protocol === 'https'
    reply.headers(always)
    reply.header('content-security-policy', contentSecurityPolicy(request, secure))
    if (secure) reply.header('strict-transport-security', `max-age=${year}`)
  })
}
