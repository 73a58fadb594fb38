import { useMemo } from 'react'
import { type DealingsAnswer, dealingsAnswer } from '../../sync/office-answers.ts'
import { type Look, useKept } from '../workspace/use-kept.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Ms between looks while the page is on screen. */
const lookEvery = 10_000
const always = () => true

/** Remarks that stand and requests that wait, in all journals. */
export function useDealings() {
  const { account } = useWorkspace()
  const look = useMemo<Look<DealingsAnswer>>(
    () => async (access) => {
      const answer = await account.ask(dealingsAnswer, '/api/dealings', { access })
      return answer.ok ? answer.value : null
    },
    [account],
  )
  return useKept('dealings', dealingsAnswer, always, look, lookEvery)
}
