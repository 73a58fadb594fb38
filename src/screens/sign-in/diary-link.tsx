import { ButtonLink } from '../design/button.tsx'
import { useFirstTexts } from '../design/texts/first.ts'

/** To the families' diary, for who has come to the wrong door. */
export function DiaryLink() {
  const { signIn } = useFirstTexts()
  return (
    <ButtonLink look="quiet" icon="person" href="/diary/">
      {signIn.toDiary}
    </ButtonLink>
  )
}
