import { useMemo } from 'react'
import { type AdviceQuestions, adviceQuestions } from '../../sync/advice-answers.ts'
import { type Look, useKept } from '../workspace/use-kept.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Ms between looks while something of it is on screen. */
const lookEvery = 30_000
const always = () => true

/** What is asked of the consultant, as the relay last told. */
export function useQuestions() {
  const { account } = useWorkspace()
  const look = useMemo<Look<AdviceQuestions>>(
    () => async (access) => {
      const answer = await account.ask(adviceQuestions, '/api/advice', { access })
      return answer.ok ? answer.value : null
    },
    [account],
  )
  return useKept('advice', adviceQuestions, always, look, lookEvery)
}
