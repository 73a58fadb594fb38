import { ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'

/** Сегодня of an administrator whose server holds nothing yet: the way to set the school up. */
export function NoSchoolYet() {
  const { today } = useTexts()
  return (
    <>
      <h1>{today.noSchool}</h1>
      <Notice
        tone="empty"
        icon="school"
        actions={
          <ButtonLink look="main" href={href({ screen: 'setup' })}>
            {today.setUp}
          </ButtonLink>
        }
      >
        {today.noSchoolHelp}
      </Notice>
    </>
  )
}
