import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Relay } from '../relay/relay.ts'

/**
 * Hands WebSocket requests to the relay. A page of another site may open sockets to us with no further check by the
 * browser, so an Origin that is not ours is turned away; programs send none.
 */
export function passUpgrades(app: FastifyInstance, relay: Pick<Relay, 'handleUpgrade'>): void {
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', (error) =>
      app.log.debug({ code: (error as NodeJS.ErrnoException).code }, 'socket lost'),
    )
    if (!isOwnOrigin(request)) refuse(socket, '403 Forbidden')
    else if (!relay.handleUpgrade(request, socket, head)) refuse(socket, '404 Not Found')
  })
}

function isOwnOrigin({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
