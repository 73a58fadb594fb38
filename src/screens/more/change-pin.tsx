import { useState } from 'react'
import { ChoosePin } from '../sign-in/choose-pin.tsx'
import { type PinProblem, pinProblem } from '../sign-in/pin-problem.ts'
import { Unlock } from '../sign-in/unlock.tsx'
import { keepDeviceShare } from '../workspace/device-standing.ts'
import { usePeople } from '../workspace/people.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Another PIN: the old one first, then the new one twice. */
export function ChangePin({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { session, account } = useWorkspace()
  const people = usePeople()
  const [old, setOld] = useState<string>()
  const [problem, setProblem] = useState<PinProblem>()
  const [busy, setBusy] = useState(false)
  const person = { id: session.user, name: session.profile.name, waiting: 0 }

  async function choose(oldPin: string, pin: string) {
    setBusy(true)
    const result = await people.changePin(session.user, oldPin, pin)
    setBusy(false)
    if (result.ok) {
      keepDeviceShare(people, session, account, pin).catch(console.error)
      return onDone()
    }
    setOld(undefined)
    if (result.code !== 'weakPin') setProblem(pinProblem(result))
  }

  if (old !== undefined)
    return (
      <ChoosePin
        person={session.profile.name}
        busy={busy}
        onChoose={(pin) => void choose(old, pin)}
        onCancel={onCancel}
      />
    )
  return (
    <Unlock
      people={[person]}
      chosen={session.user}
      problem={problem}
      busy={false}
      onPerson={onCancel}
      onUnlock={setOld}
      onAnotherPerson={onCancel}
      onForgotPin={onCancel}
    />
  )
}
