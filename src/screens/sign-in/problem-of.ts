import type { AccountFault } from '../../sync/account-client.ts'
import type { SignInProblem } from './sign-in-problem.tsx'

/** What a failed sign-in tells the person. */
export function problemOf({ code, retryAfter }: AccountFault, withCode: boolean): SignInProblem {
  switch (code) {
    case 'noLine':
    case 'notTheRelay':
      return { kind: 'noLine' }
    case 'tooMany':
      return { kind: 'tooMany', retryAt: Date.now() + (retryAfter ?? 60) * 1000 }
    case 'revoked':
      return { kind: 'revoked' }
    case 'wrongCredentials':
    case 'codeUsed':
    case 'codeExpired':
    case 'weakPassword':
      return { kind: withCode ? 'wrongCode' : 'wrongPassword' }
    case 'notSignedIn':
    case 'malformed':
    case 'noRight':
    case 'notFound':
    case 'relayFault':
    case 'notLinked':
    case 'linkedElsewhere':
    case 'startAgain':
    case 'declined':
    case 'providerDown':
      return { kind: 'server' }
  }
}
