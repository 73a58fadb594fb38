import { useState } from 'react'
import { Button } from '../screens/design/button.tsx'
import { Notice } from '../screens/design/notice.tsx'
import { type AtStake, atStake } from './at-stake.ts'
import { useSpeech } from './texts/speech.tsx'
import type { Vault } from './vault.ts'

/** A way off this phone that says what goes with it before anything goes. */
export function Leaving({
  vault,
  label,
  onLeave,
}: {
  vault: Vault
  label: string
  onLeave: () => Promise<void>
}) {
  const { texts } = useSpeech()
  const { leave } = texts
  const [stake, setStake] = useState<AtStake>()
  if (!stake)
    return (
      <Button look="quiet" onClick={() => void atStake(vault).then(setStake)}>
        {label}
      </Button>
    )
  return (
    <Notice
      tone="act"
      icon="alert"
      actions={
        <>
          <Button look="danger" onClick={() => void onLeave()}>
            {leave.now}
          </Button>
          <Button onClick={() => setStake(undefined)}>{leave.stay}</Button>
        </>
      }
    >
      <p>{leave.sure}</p>
      {stake.unsent > 0 && (
        <p>
          <b>{leave.unsent(stake.unsent)}</b>
        </p>
      )}
      {stake.years.length > 0 && <p>{leave.years(stake.years.join(', '))}</p>}
    </Notice>
  )
}
