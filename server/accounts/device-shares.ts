import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'
import { tokenHash } from './secrets.ts'

/** Wrong PINs after which a share is destroyed: of a million PINs a finder may try ten. */
export const shareTries = 10

/** What a device hands over to be kept for it; all three are base64url. */
export interface KeptShare {
  /** By which the device, still locked, asks about itself; it opens nothing. */
  ticket: string
  share: string
  /** Shows that the PIN is known, and tells nothing of it to who lacks the device's salt. */
  proof: string
}

export type ShareOutcome =
  | { kind: 'share'; share: string }
  | { kind: 'wrong'; left: number }
  /** Destroyed, or never kept. */
  | { kind: 'gone' }

/** The relay's shares of the keys of locked devices, one a device. Tickets and proofs are stored hashed. */
export class DeviceShares {
  constructor(private readonly tables: Tables) {}

  /** Keeps a device's share in the place of its former one. */
  keep(user: UserId, device: DeviceId, kept: KeptShare): Promise<void> {
    return this.tables.transact(() => this.keeping(user, device, kept))
  }

  /** Whose ticket it is. */
  async holder(ticket: string): Promise<{ user: UserId; device: DeviceId } | undefined> {
    const [row] = await this.tables.query<{ user: UserId; device: DeviceId }>(
      'SELECT "user", device FROM device_shares WHERE school = :school AND ticket = ?',
      tokenHash(ticket),
    )
    return row
  }

  /** Gives a share for the right proof. A try counts before it is judged; the last wrong one destroys the share. */
  open(ticket: string, proof: string): Promise<ShareOutcome> {
    return this.tables.transact(() => this.opening(tokenHash(ticket), tokenHash(proof)))
  }

  private *keeping(user: UserId, device: DeviceId, { ticket, share, proof }: KeptShare): Steps<void> {
    yield* query(
      'DELETE FROM device_shares WHERE school = :school AND ("user" = ? AND device = ? OR ticket = ?)',
      ...[user, device, tokenHash(ticket)],
    )
    yield* query(
      'INSERT INTO device_shares (school, "user", device, ticket, share, proof) VALUES (:school, ?, ?, ?, ?, ?)',
      ...[user, device, tokenHash(ticket), share, tokenHash(proof)],
    )
  }

  private *opening(ticket: string, proof: string): Steps<ShareOutcome> {
    const [row] = yield* query<{ share: string; proof: string; wrong: number }>(
      `UPDATE device_shares SET wrong = wrong + 1 WHERE school = :school AND ticket = ? AND share IS NOT NULL
       RETURNING share, proof, wrong`,
      ticket,
    )
    if (!row) return { kind: 'gone' }
    if (row.proof === proof) {
      yield* query('UPDATE device_shares SET wrong = 0 WHERE school = :school AND ticket = ?', ticket)
      return { kind: 'share', share: row.share }
    }
    const left = shareTries - row.wrong
    if (left > 0) return { kind: 'wrong', left }
    yield* query('UPDATE device_shares SET share = NULL WHERE school = :school AND ticket = ?', ticket)
    return { kind: 'gone' }
  }
}
