import { ButtonLink } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { CarryForm } from './carry-form.tsx'
import css from './list-page.module.css'

/** Sending another tablet's file from within somebody's work. */
export function CarryPage() {
  const { carry } = useTexts()
  return (
    <div className={css.page}>
      <h1>{carry.sendTitle}</h1>
      <CarryForm />
    </div>
  )
}

/** The same without anybody signed in. */
export function CarryAlone() {
  const { carry } = useTexts()
  return (
    <SignInPage title={carry.sendTitle}>
      <CarryForm />
      <ButtonLink look="quiet" icon="back" href={href({ screen: 'today' })}>
        {carry.back}
      </ButtonLink>
    </SignInPage>
  )
}
