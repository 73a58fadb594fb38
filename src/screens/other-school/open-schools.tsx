import type { OtherSchoolsAnswer } from '../../sync/other-school-answers.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { href } from '../route.ts'
import { useOtherSchoolTexts } from './texts.ts'
import type { useOpening } from './use-opening.tsx'
import { useIsOffline } from './use-other-schools.ts'

/** One tap to each linked school, and the way to link one; nothing where the server has one school. */
export function OpenSchools({
  known,
  opening,
  className,
}: {
  known: OtherSchoolsAnswer | undefined
  opening: ReturnType<typeof useOpening>
  className: string | undefined
}) {
  const texts = useOtherSchoolTexts()
  const offline = useIsOffline()
  if (!known || (known.links.length === 0 && !known.mayLink)) return null
  return (
    <>
      {opening.problem !== undefined && (
        <Notice tone="act" icon="alert">
          {opening.problem}
        </Notice>
      )}
      <div className={className}>
        {known.links
          .filter(({ state }) => state === 'opens')
          .map((school) => (
            <Button
              key={school.school}
              icon="school"
              disabled={offline || opening.busy}
              onClick={() => opening.open(school)}
            >
              {texts.open(school.name)}
              {offline && `, ${texts.needsLine}`}
            </Button>
          ))}
        <ButtonLink href={href({ screen: 'other-school' })} icon="swap">
          {texts.title}
        </ButtonLink>
      </div>
    </>
  )
}
