import { useCallback, useSyncExternalStore } from 'react'
import { type OtherSchoolsAnswer, otherSchools } from '../../sync/other-school-answers.ts'
import { useKept } from '../workspace/use-kept.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** What a server with one school, or none that this person may go to, has to tell. */
const none: OtherSchoolsAnswer = { links: [], mayLink: false }
const fits = () => true
const every = 600_000

/** The other schools of who works here, as the relay last told: without a line, too. */
export function useOtherSchools(): { known: OtherSchoolsAnswer | undefined; again: () => void } {
  const { account } = useWorkspace()
  const look = useCallback(
    async (access: string) => {
      const answer = await account.ask(otherSchools, '/api/other-schools', { access })
      if (answer.ok) return answer.value
      return answer.fault.code === 'notFound' ? none : null
    },
    [account],
  )
  const { kept, again } = useKept('otherSchools', otherSchools, fits, look, every)
  return { known: kept?.value, again }
}

/** Whether the line is known to be away. */
export function useIsOffline(): boolean {
  const { sync } = useWorkspace()
  return useSyncExternalStore(sync.status.subscribe, sync.status.get).line === 'offline'
}
