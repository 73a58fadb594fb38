import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { Awaitable } from '../store/row-store.ts'

/** Who stands behind an access token. */
export interface Authenticated {
  user: UserId
  device: DeviceId
  /** Staff id, or '' for an account without a person. */
  person: string
  /** Office without a staff record: a new server's administrator. */
  administrator: boolean
  /** When the token ends, ms since 1970 by the relay's own `now`. */
  expires: number
  /** Revoked: may only deliver what waits, and reads nothing. */
  deliverOnly?: boolean
}

/** Looks a token up; null when it is unknown or has ended. */
export type Authenticate = (token: string) => Awaitable<Authenticated | null>
