/** How the line to the relay stands. */
export type LineState =
  | 'connecting'
  | 'online'
  /** No connection; the next attempt comes by itself. */
  | 'offline'
  /** Account or device revoked: what waits is still delivered where the relay allows it, then nothing is tried. */
  | 'revoked'
  | 'updateRequired'
  /** The school's server is older than this app: tried again at long pauses, until it has been updated. */
  | 'serverOutdated'
  | 'signInAgain'

/** States that only a person ends. */
export const ended: ReadonlySet<LineState> = new Set(['revoked', 'updateRequired', 'signInAgain'])
