import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { Steps, Tables } from '../store/tables.ts'
import type { Devices } from './devices.ts'
import type { AccountEvents } from './events.ts'

/** Who lost his sessions: on one device, or on all of them. */
export interface SignedOut {
  user: UserId
  device?: DeviceId | undefined
}

/** Told when devices lose their sessions; `device` undefined means all of the user. */
export type SignedOutListener = (user: UserId, device?: DeviceId) => unknown

/** Ends sessions, and tells of it once that stands. */
export class SignOuts {
  private readonly listeners: SignedOutListener[] = []

  constructor(
    private readonly tables: Tables,
    private readonly devices: Devices,
    private readonly events: AccountEvents,
  ) {}

  listen(listener: SignedOutListener): void {
    this.listeners.push(listener)
  }

  /** Runs a transaction, and tells of those who lost their sessions in it, whom it puts into `ended`. */
  async telling<T>(work: (ended: SignedOut[]) => Steps<T>): Promise<T> {
    let ended: SignedOut[] = []
    const result = await this.tables.transact(() => {
      ended = []
      return work(ended)
    })
    for (const one of ended) await this.tell(one)
    return result
  }

  /** Revokes a device of a user; false when there is none such. */
  *revoke(
    ended: SignedOut[],
    user: UserId,
    device: DeviceId,
    actor: UserId | null = null,
    kind: 'deviceRevoked' | 'signOut' = 'deviceRevoked',
  ): Steps<boolean> {
    if (!(yield* this.devices.revoke(user, device))) return false
    yield* this.events.note(kind, user, device, actor)
    ended.push({ user, device })
    return true
  }

  /** Revokes all devices of a user, or all but one. */
  *revokeAll(ended: SignedOut[], user: UserId, keep?: DeviceId, actor: UserId | null = null): Steps<void> {
    for (const { id } of yield* this.devices.listing(user))
      if (id !== keep) yield* this.revoke(ended, user, id, actor)
  }

  private async tell({ user, device }: SignedOut): Promise<void> {
    await Promise.all(this.listeners.map((listener) => listener(user, device)))
  }
}
