import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useFirstTexts } from '../design/texts/first.ts'
import { CarryLink } from './carry-link.tsx'
import { DiaryLink } from './diary-link.tsx'
import css from './sign-in-page.module.css'
import { SignInPage } from './sign-in-page.tsx'
import { ProblemNotice, type SignInProblem } from './sign-in-problem.tsx'

export interface PasswordSignInProps {
  login?: string | undefined
  problem?: SignInProblem | undefined
  busy: boolean
  onSubmit: (entry: { login: string; password: string }) => void
  /** Given where a one-time code would do as well. */
  onHaveCode?: (() => void) | undefined
  /** Given on a device where people already work. */
  onPeople?: (() => void) | undefined
  /** Given where the person is at work already. */
  onBack?: (() => void) | undefined
  /** Sign-in through ЕСИА, last: it comes late, and nothing above it moves. */
  esia?: ReactNode
}

/** Sign-in with a login and a password of one's own. */
export function PasswordSignIn({
  login = '',
  problem,
  busy,
  onSubmit,
  onHaveCode,
  onPeople,
  onBack,
  esia,
}: PasswordSignInProps) {
  const { signIn } = useFirstTexts()
  const [entry, setEntry] = useState({ login, password: '' })
  const [checked, setChecked] = useState(false)
  const problemOf = (text: string) => (checked && text.trim() === '' ? signIn.empty : undefined)

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (entry.login.trim() === '' || entry.password === '' || busy) return
    onSubmit({ login: entry.login.trim(), password: entry.password })
  }

  return (
    <SignInPage title={signIn.title}>
      <ProblemNotice problem={problem} />
      <form className={css.form} onSubmit={submit} noValidate>
        <TextField
          label={signIn.login}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={entry.login}
          onChange={(event) => setEntry({ ...entry, login: event.target.value })}
          problem={problemOf(entry.login)}
        />
        <TextField
          label={signIn.password}
          name="password"
          type="password"
          autoComplete="current-password"
          value={entry.password}
          onChange={(event) => setEntry({ ...entry, password: event.target.value })}
          problem={problemOf(entry.password)}
        />
        <Button type="submit" look="main" big disabled={busy}>
          {busy ? signIn.entering : signIn.enter}
        </Button>
      </form>
      <div className={css.other}>
        {onHaveCode && (
          <Button look="quiet" onClick={onHaveCode}>
            {signIn.haveCode}
          </Button>
        )}
        {onBack && (
          <Button look="quiet" icon="back" onClick={onBack}>
            {signIn.backToWork}
          </Button>
        )}
        {onPeople && (
          <Button look="quiet" icon="back" onClick={onPeople}>
            {signIn.toPeople}
          </Button>
        )}
        <DiaryLink />
        <CarryLink />
        {esia}
      </div>
    </SignInPage>
  )
}
