import { useState } from 'react'
import { ChoosePin } from '../sign-in/choose-pin.tsx'
import { type PinProblem, Unlock } from '../sign-in/unlock.tsx'
import { usePeople } from '../workspace/people.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Another PIN: the old one first, then the new one twice. */
export function ChangePin({ onDone }: { onDone: () => void }) {
  const { session } = useWorkspace()
  const people = usePeople()
  const [old, setOld] = useState<string>()
  const [problem, setProblem] = useState<PinProblem>()
  const [busy, setBusy] = useState(false)
  const person = { id: session.user, name: session.profile.name, waiting: 0 }

  async function choose(oldPin: string, pin: string) {
    setBusy(true)
    const result = await people.changePin(session.user, oldPin, pin)
    setBusy(false)
    if (result.ok) return onDone()
    setOld(undefined)
    if (result.code === 'wrongPin') setProblem({ kind: 'wrong', left: result.left })
    if (result.code === 'wait') setProblem({ kind: 'tooMany', retryAt: result.until })
  }

  if (old !== undefined)
    return (
      <ChoosePin
        person={session.profile.name}
        busy={busy}
        onChoose={(pin) => void choose(old, pin)}
        onCancel={onDone}
      />
    )
  return (
    <Unlock
      people={[person]}
      chosen={session.user}
      problem={problem}
      busy={false}
      onPerson={onDone}
      onUnlock={setOld}
      onAnotherPerson={onDone}
      onForgotPin={onDone}
    />
  )
}
