import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './sign-in-page.module.css'
import { SignInPage } from './sign-in-page.tsx'
import type { PersonOnDevice } from './unlock.tsx'

/** A forgotten PIN: what a fresh start with the password costs, said before it happens. */
export function ForgottenPin({
  person,
  onRemembered,
  onStartAnew,
}: {
  person: PersonOnDevice
  onRemembered: () => void
  onStartAnew: () => void
}) {
  const { signIn } = useTexts()
  const { forgotten } = signIn
  return (
    <SignInPage title={forgotten.title}>
      <p className={css.lead}>{forgotten.lead}</p>
      {person.waiting > 0 && (
        <Notice tone="act" icon="alert" title={forgotten.lossTitle(person.waiting)}>
          {forgotten.loss}
        </Notice>
      )}
      <div className={css.other}>
        <Button look="main" onClick={onRemembered}>
          {forgotten.remembered}
        </Button>
        <Button look={person.waiting > 0 ? 'danger' : 'quiet'} onClick={onStartAnew}>
          {person.waiting > 0 ? forgotten.startAnewLosing : forgotten.startAnew}
        </Button>
      </div>
    </SignInPage>
  )
}
