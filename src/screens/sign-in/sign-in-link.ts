/** What a slip's QR code carries. */
export interface Invitation {
  login: string
  code: string
}

/** The fragment of a link to the first sign-in. A browser sends it to nobody, so no log ever holds the code. */
export function signInLink({ login, code }: Invitation): string {
  return `#/enter/${encodeURIComponent(login)}/${encodeURIComponent(code)}`
}

/** Reads such a fragment; undefined: it is another address. */
export function readSignInLink(hash: string): Invitation | undefined {
  const [, login, code] = /^#\/enter\/([^/]+)\/([^/]+)$/.exec(hash) ?? []
  if (login === undefined || code === undefined) return undefined
  try {
    return { login: decodeURIComponent(login), code: decodeURIComponent(code) }
  } catch {
    return undefined
  }
}

/** From where a browser was sent here with a one-time code: Госуслуги, or another school of this server. */
export interface Arrival {
  from: 'esia' | 'link' | 'linked' | 'come'
  code: string
}

/** Reads such a fragment; undefined: it is another address. */
export function readArrival(hash: string): Arrival | undefined {
  const [, from, code] = /^#\/(esia|link|linked|come)\/([\w-]+)$/.exec(hash) ?? []
  return from && code ? { from: from as Arrival['from'], code } : undefined
}

/** Takes the code out of the address, for the same reason. */
export function takeArrival(): Arrival | undefined {
  const arrival = readArrival(location.hash)
  if (arrival) history.replaceState(null, '', location.pathname)
  return arrival
}

/** Takes the invitation out of the address, so that it stays neither in the history nor on the screen. */
export function takeInvitation(): Invitation | undefined {
  const invitation = readSignInLink(location.hash)
  if (invitation) history.replaceState(null, '', location.pathname)
  return invitation
}
