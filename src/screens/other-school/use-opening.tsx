import { type ReactNode, useEffect, useState } from 'react'
import * as v from 'valibot'
import { going, type OtherSchool } from '../../sync/other-school-answers.ts'
import { type PinProblem, pinProblem } from '../sign-in/pin-problem.ts'
import { Unlock } from '../sign-in/unlock.tsx'
import { usePeople } from '../workspace/people.ts'
import { useAsk } from '../workspace/use-ask.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { goToSchool } from './going.ts'
import { otherSchoolProblem, useOtherSchoolTexts } from './texts.ts'

/** Under which name it is kept which schools this device has opened. */
const name = 'openedSchools'
const ids = v.array(v.string())

/**
 * Opens another school. For the first time on a device it asks for the PIN: whoever finds a session open for a minute is
 * not to choose a PIN of his own there. `page` takes the place of the screen while it is asked for.
 */
export function useOpening(): {
  open: (school: OtherSchool) => void
  busy: boolean
  problem: string | undefined
  page: ReactNode
} {
  const { session } = useWorkspace()
  const people = usePeople()
  const texts = useOtherSchoolTexts()
  const ask = useAsk()
  const [opened, setOpened] = useState<readonly string[]>([])
  const [asked, setAsked] = useState<OtherSchool>()
  const [pin, setPin] = useState<PinProblem>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    void session.store.kept(name).then((kept) => {
      const read = v.safeParse(ids, kept)
      if (read.success) setOpened(read.output)
    })
  }, [session])

  async function go({ school }: OtherSchool) {
    setBusy(true)
    setProblem(undefined)
    const answer = await ask(going, '/api/other-schools/open', { school })
    if (answer.ok) {
      if (!opened.includes(school)) await session.store.keep(name, [...opened, school])
      return goToSchool(answer.value.host, 'come', answer.value.code)
    }
    setBusy(false)
    setProblem(otherSchoolProblem(answer.fault.code, texts))
  }

  async function unlock(school: OtherSchool, typed: string) {
    setBusy(true)
    const result = await people.unlock(session.user, typed)
    setBusy(false)
    if (!result.ok) return setPin(pinProblem(result))
    setAsked(undefined)
    await go(school)
  }

  const leave = () => setAsked(undefined)
  return {
    open: (school) => {
      setPin(undefined)
      if (opened.includes(school.school)) void go(school)
      else setAsked(school)
    },
    busy,
    problem,
    page: asked && (
      <Unlock
        people={[{ id: session.user, name: session.profile.name, waiting: 0 }]}
        chosen={session.user}
        asking={{ lead: texts.confirmPin, onCancel: leave }}
        problem={pin}
        busy={busy}
        onPerson={leave}
        onUnlock={(typed) => void unlock(asked, typed)}
        onAnotherPerson={leave}
        onForgotPin={leave}
      />
    ),
  }
}
