import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useFirstTexts } from '../design/texts/first.ts'
import { CarryLink } from './carry-link.tsx'
import { DiaryLink } from './diary-link.tsx'
import type { Invitation } from './sign-in-link.ts'
import css from './sign-in-page.module.css'
import { SignInPage } from './sign-in-page.tsx'
import { ProblemNotice, type SignInProblem } from './sign-in-problem.tsx'

/** Shortest password, letters; the relay asks for the same. */
export const passwordMinimum = 10

export interface FirstSignInProps {
  /** Login and code of an invitation link. */
  invitation?: Invitation | undefined
  problem?: SignInProblem | undefined
  busy: boolean
  onSubmit: (entry: { login: string; code: string; password: string }) => void
  onHavePassword: () => void
  /** Given on a device where people already work. */
  onPeople?: (() => void) | undefined
  /** Sign-in through ЕСИА, last: it comes late, and nothing above it moves. */
  esia?: ReactNode
}

/** The first sign-in: a one-time code from the school, then a password of one's own. */
export function FirstSignIn({
  invitation,
  problem,
  busy,
  onSubmit,
  onHavePassword,
  onPeople,
  esia,
}: FirstSignInProps) {
  const { signIn } = useFirstTexts()
  const [entry, setEntry] = useState({
    login: invitation?.login ?? '',
    code: invitation?.code ?? '',
    password: '',
    again: '',
  })
  const [checked, setChecked] = useState(false)
  const set = (name: keyof typeof entry) => (event: { currentTarget: HTMLInputElement }) =>
    setEntry({ ...entry, [name]: event.currentTarget.value })
  const missing = passwordMinimum - entry.password.length
  const wrong = {
    login: entry.login.trim() === '' && signIn.empty,
    code: entry.code.trim() === '' && signIn.empty,
    password: missing > 0 && signIn.tooShort(missing),
    again: entry.again !== entry.password && signIn.different,
  }
  const problemOf = (name: keyof typeof wrong) => (checked && wrong[name]) || undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (wrong.login || wrong.code || wrong.password || wrong.again || busy) return
    onSubmit({ login: entry.login.trim(), code: entry.code.trim(), password: entry.password })
  }

  return (
    <SignInPage title={signIn.first}>
      <p className={css.lead}>{signIn.firstLead}</p>
      <ProblemNotice problem={problem} />
      <form className={css.form} onSubmit={submit} noValidate>
        <TextField
          label={signIn.login}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={entry.login}
          onChange={set('login')}
          problem={problemOf('login')}
        />
        <TextField
          label={signIn.code}
          hint={signIn.codeHint}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          value={entry.code}
          onChange={set('code')}
          problem={problemOf('code')}
        />
        <TextField
          label={signIn.newPassword}
          hint={signIn.newPasswordHint}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={passwordMinimum}
          value={entry.password}
          onChange={set('password')}
          problem={problemOf('password')}
        />
        <TextField
          label={signIn.again}
          name="password-again"
          type="password"
          autoComplete="new-password"
          value={entry.again}
          onChange={set('again')}
          problem={problemOf('again')}
        />
        <Button type="submit" look="main" big disabled={busy}>
          {busy ? signIn.entering : signIn.enter}
        </Button>
      </form>
      <div className={css.other}>
        <Button look="quiet" onClick={onHavePassword}>
          {signIn.havePassword}
        </Button>
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
