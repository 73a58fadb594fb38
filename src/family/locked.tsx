import { useState } from 'react'
import { Button } from '../screens/design/button.tsx'
import { TextField } from '../screens/design/field.tsx'
import css from './enter.module.css'
import { Leaving } from './leaving.tsx'
import { useSpeech } from './texts/speech.tsx'
import type { Vault } from './vault.ts'

/** The diary behind its PIN. */
export function Locked({
  vault,
  onOpen,
  onForget,
}: {
  vault: Vault
  onOpen: () => void
  onForget: () => Promise<void>
}) {
  const { texts, format } = useSpeech()
  const [pin, setPin] = useState('')
  const [problem, setProblem] = useState<string>()
  async function open() {
    const outcome = await vault.unlock(pin)
    if (outcome.ok) return onOpen()
    setPin('')
    setProblem(
      'left' in outcome ? texts.pin.wrong(outcome.left) : texts.pin.wait(format.moment(outcome.until)),
    )
  }
  return (
    <main className={css.sheet}>
      <p className={css.brand}>{texts.brand}</p>
      <h1>{texts.pin.title}</h1>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <TextField
          label={texts.pin.label}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          value={pin}
          problem={problem}
          onChange={({ currentTarget }) => setPin(currentTarget.value.replace(/\D/g, ''))}
        />
        <Button type="submit" look="main" big>
          {texts.pin.open}
        </Button>
      </form>
      <Leaving vault={vault} label={texts.pin.forgot} onLeave={onForget} />
    </main>
  )
}
