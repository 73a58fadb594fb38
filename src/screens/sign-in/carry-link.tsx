import { ButtonLink } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'

/** To the page where anybody delivers a file of another tablet, without signing in. */
export function CarryLink() {
  const { carry } = useTexts()
  return (
    <ButtonLink look="quiet" icon="clip" href={href({ screen: 'carry' })}>
      {carry.send}
    </ButtonLink>
  )
}
