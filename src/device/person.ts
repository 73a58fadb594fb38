import type { DeviceId, UserId } from '../domain/ledger/ids.ts'
import type { OnlineKey } from './online-key.ts'
import type { WrappedKey } from './seal.ts'

/** Who is on this tablet; nothing here but the label tells anything about the person. */
export interface Person {
  user: UserId
  device: DeviceId
  /** What the choice of people shows. */
  label: string
  settings: PersonSettings
  /** By which the locked device asks the relay about itself; null until the relay keeps a share of the key. */
  ticket: string | null
  /** The PIN alone opens nothing here: the relay's share is needed too. */
  needsLine: boolean
  /** When this device last met the relay, ms since 1970. */
  lastContact: number
  /** Days without contact after which it forgets the person. */
  forgetAfterDays: number
}

export interface PersonSettings {
  /** Minutes without a touch after which the person is locked out. */
  autoLock: number
}

/** A person as he lies in database `parta`. */
export interface PersonRecord extends Pick<Person, 'user' | 'device' | 'label' | 'settings'> {
  /** Null when the PIN is no longer to open it without the relay. */
  wrapped: WrappedKey | null
  online?: OnlineKey
  /** Absent in what an earlier version wrote: counted from now on. */
  lastContact?: number
  forgetAfterDays?: number
  failedAttempts: number
  /** No PIN is tried before this time, ms since 1970. */
  waitUntil: number
}
