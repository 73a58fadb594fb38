/** Every way a connection or a channel ends, named once; both sides import this file. */
export const closeCodes = {
  /** The relay stops or restarts: dial again after the usual pause. */
  goingAway: 1001,
  malformedFrame: 4400,
  /** No token, an unknown or an expired one: renew it and dial again. */
  notSignedIn: 4401,
  /** The account or this device was revoked: only what waits may still be delivered. */
  revoked: 4403,
  /** No sign-in frame in time. */
  helloTimeout: 4408,
  /** A newer connection of the same tab took over. */
  fenced: 4409,
  /** Over HTTPS: the relay knows no such session (any more). */
  unknownSession: 4410,
  oversizedFrame: 4413,
  /** The relay no longer understands this version of the app. */
  updateRequired: 4426,
  /** The app speaks a later version than the relay: the school's server is to be updated. */
  serverOutdated: 4427,
  tooManyFrames: 4429,
} as const

/** Never sent: a line's own word for dialling anew at once, over another path. */
export const anotherPath = 4900

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]

/** Why a single channel was refused or ended while the connection goes on. */
export type DenialCode = 'unknownDocument' | 'noRight' | 'malformed'
