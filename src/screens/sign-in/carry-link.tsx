import { ButtonLink } from '../design/button.tsx'
import { useFirstTexts } from '../design/texts/first.ts'
import { href } from '../route.ts'

/** To the page where anybody delivers a file of another tablet, without signing in. */
export function CarryLink() {
  const { carry } = useFirstTexts()
  return (
    <ButtonLink look="quiet" icon="clip" href={href({ screen: 'carry' })}>
      {carry.send}
    </ButtonLink>
  )
}
