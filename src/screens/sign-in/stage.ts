import type { Person } from '../../device/person.ts'
import type { PersonSession } from '../../device/person-session.ts'
import type { DataKey } from '../../device/seal.ts'
import type { SignedIn } from '../../sync/account-client.ts'
import type { PinProblem } from './pin-problem.ts'
import type { Arrival } from './sign-in-link.ts'
import type { SignInProblem } from './sign-in-problem.tsx'
import type { PersonOnDevice } from './unlock.tsx'

/** Where the app is between being opened and a person working in it. */
export type Stage =
  | { at: 'reading' }
  | { at: 'people'; chosen?: string | undefined; problem?: PinProblem | undefined; busy?: boolean }
  /** `forgot`: whose PIN is forgotten, after he was told what starting anew costs. */
  | {
      at: 'signIn'
      first: boolean
      forgot?: string | undefined
      problem?: SignInProblem | undefined
      busy?: boolean
    }
  /** Sent here with a code. */
  | { at: 'arrived'; arrival: Arrival }
  | { at: 'choosePin'; signedIn: SignedIn; busy?: boolean; failed?: boolean }
  /** `signedIn`: somebody who is here has signed in with the password, and is told of his PIN first. */
  | { at: 'forgotten'; person: PersonOnDevice; signedIn?: SignedIn }
  /** The PIN opened, but the store holds nothing of the person any more: the password fills it again. */
  | { at: 'restore'; person: Person; key: DataKey; problem?: SignInProblem | undefined; busy?: boolean }
  | { at: 'work'; session: PersonSession }
