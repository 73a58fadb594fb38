import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFirstTexts } from '../design/texts/first.ts'
import css from './sign-in-page.module.css'
import { SignInPage } from './sign-in-page.tsx'
import type { PersonOnDevice } from './unlock.tsx'

/** A forgotten PIN: what a fresh start with the password costs, said before it happens. */
export function ForgottenPin({
  person,
  signedIn,
  onRemembered,
  onStartAnew,
}: {
  person: PersonOnDevice
  /** The password was just given: the person is here already, perhaps with the PIN in mind. */
  signedIn: boolean
  onRemembered: () => void
  onStartAnew: () => void
}) {
  const { signIn } = useFirstTexts()
  const { forgotten } = signIn
  return (
    <SignInPage title={signedIn ? forgotten.hereTitle : forgotten.title}>
      <p className={css.lead}>{signedIn ? forgotten.hereLead : forgotten.lead}</p>
      {person.waiting > 0 && (
        <Notice tone="act" icon="alert" title={forgotten.lossTitle(person.waiting)}>
          {forgotten.loss}
        </Notice>
      )}
      <div className={css.other}>
        <Button look="main" onClick={onRemembered}>
          {signedIn ? forgotten.hereRemembered : forgotten.remembered}
        </Button>
        <Button look={person.waiting > 0 ? 'danger' : 'quiet'} onClick={onStartAnew}>
          {person.waiting > 0 ? forgotten.startAnewLosing : forgotten.startAnew}
        </Button>
      </div>
    </SignInPage>
  )
}
