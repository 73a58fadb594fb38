import type { UnlockFault } from '../../device/people.ts'

/** Why a PIN opened nothing. `left`: attempts before a pause; `retryAt`: ms since 1970. */
export type PinProblem =
  | { kind: 'wrong'; left: number }
  | { kind: 'tooMany'; retryAt: number }
  | { kind: 'needsLine' | 'destroyed' | 'noStorage' }

/** What a failed unlocking tells the person; undefined where nobody is there to unlock. */
export function pinProblem(fault: UnlockFault): PinProblem | undefined {
  switch (fault.code) {
    case 'unknownPerson':
      return undefined
    case 'wrongPin':
      return { kind: 'wrong', left: fault.left }
    case 'wait':
      return { kind: 'tooMany', retryAt: fault.until }
    case 'needsLine':
    case 'destroyed':
      return { kind: fault.code }
  }
}
