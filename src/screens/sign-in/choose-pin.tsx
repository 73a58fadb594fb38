import { useState } from 'react'
import { Button } from '../design/button.tsx'
import { useFirstTexts } from '../design/texts/first.ts'
import { PinEntry, pinMinimum } from './pin-entry.tsx'
import css from './sign-in-page.module.css'
import { SignInPage } from './sign-in-page.tsx'

export interface ChoosePinProps {
  /** «Анна Аркадьевна» */
  person: string
  busy: boolean
  /** The PIN could not be stored on the device. */
  storageFailed?: boolean
  onChoose: (pin: string) => void
  onCancel?: (() => void) | undefined
}

/** Choosing a PIN, entered twice; says why it is needed before it asks. */
export function ChoosePin({ person, busy, storageFailed = false, onChoose, onCancel }: ChoosePinProps) {
  const { signIn, frame } = useFirstTexts()
  const { pin: texts } = signIn
  const [first, setFirst] = useState<string | null>(null)
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string | undefined>()

  function choose() {
    if (value.length < pinMinimum) return setProblem(texts.short)
    if (isSimple(value)) return setProblem(texts.simple)
    setProblem(undefined)
    setFirst(value)
    setValue('')
  }

  function repeat() {
    if (value === first) return onChoose(value)
    setProblem(texts.different)
    setFirst(null)
    setValue('')
  }

  const again = first !== null
  return (
    <SignInPage title={texts.title}>
      <p>{texts.person(person)}</p>
      <p className={css.lead}>{texts.why}</p>
      <p className={css.lead}>{texts.forget}</p>
      <PinEntry
        key={String(again)}
        label={again ? texts.repeat : texts.choose}
        value={value}
        submit={again ? texts.save : texts.next}
        busy={busy}
        onChange={(pin) => {
          setValue(pin)
          setProblem(undefined)
        }}
        onSubmit={again ? repeat : choose}
      >
        {problem ?? (storageFailed && value === '' ? texts.storage : undefined)}
      </PinEntry>
      {again && (
        <Button
          look="quiet"
          onClick={() => {
            setFirst(null)
            setValue('')
          }}
        >
          {texts.restart}
        </Button>
      )}
      {onCancel && (
        <Button look="quiet" onClick={onCancel}>
          {frame.cancel}
        </Button>
      )}
    </SignInPage>
  )
}

/** One digit repeated, or digits that follow each other up or down: what is tried first. */
export function isSimple(pin: string): boolean {
  const steps = new Set<number>()
  for (let i = 1; i < pin.length; i++) steps.add(Number(pin[i]) - Number(pin[i - 1]))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1
}
