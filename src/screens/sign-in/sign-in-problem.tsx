import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'

/** Why signing in did not work. `retryAt`: ms since 1970. */
export type SignInProblem =
  | { kind: 'wrongCode' | 'wrongPassword' | 'noLine' | 'revoked' | 'server' | 'anotherPerson' }
  | { kind: 'tooMany'; retryAt: number }

/** Says what is wrong and what to do. */
export function ProblemNotice({ problem }: { problem: SignInProblem | undefined }) {
  const { signIn } = useTexts()
  const format = useFormat()
  if (!problem) return null
  return (
    <Notice tone="act" icon={problem.kind === 'noLine' ? 'noLine' : 'alert'}>
      {problem.kind === 'tooMany'
        ? signIn.problem.tooMany(format.moment(problem.retryAt))
        : signIn.problem[problem.kind]}
    </Notice>
  )
}
