import { ButtonLink } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'

/** To the families' diary, for who has come to the wrong door. */
export function DiaryLink() {
  const { signIn } = useTexts()
  return (
    <ButtonLink look="quiet" icon="person" href="/diary/">
      {signIn.toDiary}
    </ButtonLink>
  )
}
