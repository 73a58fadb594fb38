import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { Steps, Tables } from '../store/tables.ts'
import type { AccountStore } from './account-store.ts'
import type { Devices } from './devices.ts'
import type { AccountEvents } from './events.ts'

/** Who lost his sessions: on one device, or on all of them. */
export interface SignedOut {
  user: UserId
  device?: DeviceId | undefined
}

/** Told when devices lose their sessions; `device` undefined means all of the user. */
export type SignedOutListener = (user: UserId, device?: DeviceId) => unknown

/** How servers of one school tell one another who was signed out. */
export interface SignOutNews {
  /** Notes it, in the transaction that does it. */
  add(ended: readonly SignedOut[], now: number): Steps<void>
  /** Tells the others that there is something, once that stands. */
  announce(): void
  /** From now on `hear` is told of everybody, those whom this server signed out among them. */
  follow(hear: (one: SignedOut) => Promise<void>): Promise<void>
}

/** Ends sessions, and tells of it once that stands. */
export class SignOuts {
  private readonly listeners: SignedOutListener[] = []

  constructor(
    private readonly parts: {
      tables: Tables
      store: AccountStore
      devices: Devices
      events: AccountEvents
      /** Only where several servers share the school. */
      news: SignOutNews | undefined
      now: () => number
    },
  ) {}

  listen(listener: SignedOutListener): void {
    this.listeners.push(listener)
  }

  /** From now on tells of those whom other servers of the school sign out, too. */
  async follow(): Promise<void> {
    await this.parts.news?.follow(async (one) => {
      if (await this.isOut(one)) await this.tell(one)
    })
  }

  /** Runs a transaction, and tells of those who lost their sessions in it, whom it puts into `ended`. */
  async telling<T>(work: (ended: SignedOut[]) => Steps<T>): Promise<T> {
    let ended: SignedOut[] = []
    const result = await this.parts.tables.transact(() => {
      ended = []
      return this.noting(work(ended), ended)
    })
    if (ended.length > 0) this.parts.news?.announce()
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
    if (!(yield* this.parts.devices.revoke(user, device))) return false
    yield* this.parts.events.note(kind, user, device, actor)
    ended.push({ user, device })
    return true
  }

  /** Revokes all devices of a user, or all but one. */
  *revokeAll(ended: SignedOut[], user: UserId, keep?: DeviceId, actor: UserId | null = null): Steps<void> {
    for (const { id } of yield* this.parts.devices.listing(user))
      if (id !== keep) yield* this.revoke(ended, user, id, actor)
  }

  private *noting<T>(steps: Steps<T>, ended: readonly SignedOut[]): Steps<T> {
    const result = yield* steps
    if (ended.length > 0 && this.parts.news) yield* this.parts.news.add(ended, this.parts.now())
    return result
  }

  /** Who has signed in again since is not disturbed. */
  private async isOut({ user, device }: SignedOut): Promise<boolean> {
    const { store, devices } = this.parts
    if (device === undefined) return (await store.byUser(user))?.disabled !== false
    return (await devices.find(user, device))?.revoked !== false
  }

  private async tell({ user, device }: SignedOut): Promise<void> {
    await Promise.all(this.listeners.map((listener) => listener(user, device)))
  }
}
