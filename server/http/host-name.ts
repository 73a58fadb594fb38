import type { IncomingMessage } from 'node:http'

/** The name of the host that a request is for, without a port. */
export function hostName({ headers }: Pick<IncomingMessage, 'headers'>): string {
  return (headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
}
