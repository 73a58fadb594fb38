import type { Database } from 'libsql'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
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
  constructor(private readonly database: Database) {}

  /** Keeps a device's share in the place of its former one. */
  keep(user: UserId, device: DeviceId, { ticket, share, proof }: KeptShare): void {
    this.database
      .prepare(
        'INSERT OR REPLACE INTO device_shares (user, device, ticket, share, proof) VALUES (?, ?, ?, ?, ?)',
      )
      .run(user, device, tokenHash(ticket), share, tokenHash(proof))
  }

  /** Whose ticket it is. */
  holder(ticket: string): { user: UserId; device: DeviceId } | undefined {
    return this.database
      .prepare('SELECT user, device FROM device_shares WHERE ticket = ?')
      .get(tokenHash(ticket)) as { user: UserId; device: DeviceId } | undefined
  }

  /** Gives a share for the right proof. A try counts before it is judged; the last wrong one destroys the share. */
  open(ticket: string, proof: string): ShareOutcome {
    const row = this.database
      .prepare(
        `UPDATE device_shares SET wrong = wrong + 1 WHERE ticket = ? AND share IS NOT NULL
         RETURNING share, proof, wrong`,
      )
      .get(tokenHash(ticket)) as { share: string; proof: string; wrong: number } | undefined
    if (!row) return { kind: 'gone' }
    if (row.proof === tokenHash(proof)) {
      this.database.prepare('UPDATE device_shares SET wrong = 0 WHERE ticket = ?').run(tokenHash(ticket))
      return { kind: 'share', share: row.share }
    }
    const left = shareTries - row.wrong
    if (left > 0) return { kind: 'wrong', left }
    this.database.prepare('UPDATE device_shares SET share = NULL WHERE ticket = ?').run(tokenHash(ticket))
    return { kind: 'gone' }
  }
}
