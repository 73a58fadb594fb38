import { ButtonLink } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { href } from '../../route.ts'
import type { ClassDesk } from '../use-class.ts'
import { useThreads } from './use-threads.ts'

/** Families that wrote or asked and wait for the class teacher. */
export function LettersWaiting({ desk }: { desk: Pick<ClassDesk, 'schoolClass' | 'view'> }) {
  const texts = useTexts().classLetters
  const threads = useThreads(desk)
  const unread = threads.reduce((sum, one) => sum + one.unread, 0)
  const requests = threads.reduce((sum, one) => sum + one.requests, 0)
  if (unread + requests === 0) return null
  const at = unread === 0 ? 'requests' : 'families'
  return (
    <Notice
      icon="note"
      actions={
        <ButtonLink href={href({ screen: 'class', class: desk.schoolClass.id, part: 'letters', at })}>
          {texts.toLetters}
        </ButtonLink>
      }
    >
      {texts.waiting(unread, requests)}
    </Notice>
  )
}
