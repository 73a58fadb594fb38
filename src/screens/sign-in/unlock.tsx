import { useState } from 'react'
import { Button } from '../design/button.tsx'
import { Icon } from '../design/icons.tsx'
import { useFirstTexts, useFormat } from '../design/texts/first.ts'
import { CarryLink } from './carry-link.tsx'
import { PinEntry, pinMinimum } from './pin-entry.tsx'
import type { PinProblem } from './pin-problem.ts'
import page from './sign-in-page.module.css'
import { SignInPage } from './sign-in-page.tsx'
import css from './unlock.module.css'

/** A person who works on this device; the name is all that can be read without the PIN. */
export interface PersonOnDevice {
  id: string
  name: string
  /** Facts of this person that wait for the server. */
  waiting: number
}

export interface UnlockProps {
  people: readonly PersonOnDevice[]
  /** Who was chosen; undefined shows the list. */
  chosen: string | undefined
  /** Given where the person is at work already: why the PIN is asked for, and the way back, instead of all else. */
  asking?: { lead: string; onCancel: () => void }
  problem?: PinProblem | undefined
  busy: boolean
  onPerson: (id: string | undefined) => void
  onUnlock: (pin: string) => void
  /** Somebody who has not worked on this device yet. */
  onAnotherPerson: () => void
  onForgotPin: (id: string) => void
}

/** The lock of a shared device: who works, then the PIN on large keys. */
export function Unlock({ people, chosen, ...rest }: UnlockProps) {
  const person = people.find(({ id }) => id === chosen)
  return person ? (
    <PinScreen key={person.id} person={person} {...rest} />
  ) : (
    <PeopleScreen people={people} {...rest} />
  )
}

type Rest = Omit<UnlockProps, 'people' | 'chosen'>

function PeopleScreen({ people, onPerson, onAnotherPerson }: Rest & Pick<UnlockProps, 'people'>) {
  const { signIn } = useFirstTexts()
  return (
    <SignInPage title={signIn.unlock.who}>
      <ul className={css.people}>
        {people.map(({ id, name, waiting }) => (
          <li key={id}>
            <button type="button" className={css.person} onClick={() => onPerson(id)}>
              <Icon name="person" />
              <span>
                <b>{name}</b>
                {waiting > 0 && <span className={css.waiting}>{signIn.unlock.waiting(waiting)}</span>}
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
      <Button icon="plus" onClick={onAnotherPerson}>
        {signIn.unlock.add}
      </Button>
      <CarryLink />
    </SignInPage>
  )
}

function PinScreen({
  person,
  asking,
  problem,
  busy,
  onUnlock,
  onPerson,
  onForgotPin,
}: Rest & { person: PersonOnDevice }) {
  const { signIn, device, frame } = useFirstTexts()
  const format = useFormat()
  const [pin, setPin] = useState('')
  const [short, setShort] = useState(false)

  function send() {
    setShort(pin.length < pinMinimum)
    if (pin.length < pinMinimum) return
    onUnlock(pin)
    setPin('')
  }

  const words = (of: PinProblem) => {
    if (of.kind === 'wrong') return signIn.unlock.wrong(of.left)
    if (of.kind === 'tooMany') return signIn.unlock.tooMany(format.moment(of.retryAt))
    return device[of.kind]
  }
  const note = short ? signIn.pin.short : problem && pin === '' ? words(problem) : undefined
  return (
    <SignInPage title={person.name}>
      {asking && <p className={page.lead}>{asking.lead}</p>}
      <PinEntry
        label={signIn.unlock.pin}
        value={pin}
        submit={busy ? signIn.unlock.opening : signIn.unlock.enter}
        busy={busy}
        onChange={(next) => {
          setPin(next)
          setShort(false)
        }}
        onSubmit={send}
      >
        {note}
      </PinEntry>
      <div className={page.other}>
        {asking ? (
          <Button look="quiet" onClick={asking.onCancel}>
            {frame.cancel}
          </Button>
        ) : (
          <>
            <Button look="quiet" icon="person" onClick={() => onPerson(undefined)}>
              {signIn.unlock.another}
            </Button>
            <Button look="quiet" onClick={() => onForgotPin(person.id)}>
              {signIn.unlock.forgot}
            </Button>
            <CarryLink />
          </>
        )}
      </div>
    </SignInPage>
  )
}
