import { Notice } from '../design/notice.tsx'
import { useFirstTexts, useFormat } from '../design/texts/first.ts'

/** Why signing in did not work. `retryAt`: ms since 1970. */
export type SignInProblem =
  | { kind: 'wrongCode' | 'wrongPassword' | 'noLine' | 'revoked' | 'server' | 'anotherPerson' }
  | { kind: 'tooMany'; retryAt: number }
  /** In words of the screen that asked. */
  | { kind: 'said'; text: string }

/** Says what is wrong and what to do. */
export function ProblemNotice({ problem }: { problem: SignInProblem | undefined }) {
  const { signIn } = useFirstTexts()
  const format = useFormat()
  if (!problem) return null
  const words = () => {
    if (problem.kind === 'said') return problem.text
    if (problem.kind === 'tooMany') return signIn.problem.tooMany(format.moment(problem.retryAt))
    return signIn.problem[problem.kind]
  }
  return (
    <Notice tone="act" icon={problem.kind === 'noLine' ? 'noLine' : 'alert'}>
      {words()}
    </Notice>
  )
}
