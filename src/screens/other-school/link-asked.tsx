import { type FormEvent, useEffect, useState } from 'react'
import type { AccountClient } from '../../sync/account-client.ts'
import { going, linkAsked } from '../../sync/other-school-answers.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFirstTexts } from '../design/texts/first.ts'
import { FirstSignIn } from '../sign-in/first-sign-in.tsx'
import css from '../sign-in/sign-in-page.module.css'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { deviceName } from '../workspace/app-version.ts'
import { goToSchool } from './going.ts'
import { otherSchoolProblem, useOtherSchoolTexts } from './texts.ts'

interface Entry {
  login: string
  password: string
}

/** Somebody of another school asks to be linked: says who, and wants the password of the account that he may open. */
export function LinkAsked({
  code,
  account,
  onLeave,
}: {
  code: string
  account: AccountClient
  onLeave: () => void
}) {
  const texts = useOtherSchoolTexts()
  const { signIn } = useFirstTexts()
  const { asked } = texts
  const [who, setWho] = useState<{ name: string; school: string }>()
  const [entry, setEntry] = useState<Entry>({ login: '', password: '' })
  const [withCode, setWithCode] = useState(false)
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    void account.ask(linkAsked, '/api/other-schools/asked', { body: { code } }).then((answer) => {
      if (answer.ok) setWho(answer.value)
      else setProblem(otherSchoolProblem(answer.fault.code, texts))
    })
  }, [account, code, texts])

  async function accept(typed: Entry) {
    const answer = await account.ask(going, '/api/other-schools/accept', { body: { code, ...typed } })
    if (answer.ok) return goToSchool(answer.value.host, 'linked', answer.value.code)
    setBusy(false)
    setProblem(otherSchoolProblem(answer.fault.code, texts))
  }

  /** Who has only an invitation takes it up, and leaves nothing of himself on this device. */
  async function begin({ login, code: invitation, password }: Entry & { code: string }) {
    setBusy(true)
    setProblem(undefined)
    const answer = await account.firstSignIn(login, invitation, password, { name: deviceName() })
    if (answer.ok) {
      await account.signOut(answer.value.access)
      setWithCode(false)
      return accept({ login, password })
    }
    setBusy(false)
    const { code: fault } = answer.fault
    setProblem(fault === 'wrongCredentials' ? signIn.problem.wrongCode : otherSchoolProblem(fault, texts))
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (entry.login.trim() === '' || entry.password === '' || busy) return
    setBusy(true)
    setProblem(undefined)
    void accept({ login: entry.login.trim(), password: entry.password })
  }

  const wrong = (text: string) => (checked && text.trim() === '' ? signIn.empty : undefined)
  const leave = (
    <Button look={who ? 'quiet' : 'main'} onClick={onLeave}>
      {who ? asked.decline : texts.toSignIn}
    </Button>
  )
  if (who && withCode)
    return (
      <FirstSignIn
        problem={problem === undefined ? undefined : { kind: 'said', text: problem }}
        busy={busy}
        onSubmit={(typed) => void begin(typed)}
        onHavePassword={() => setWithCode(false)}
        esia={leave}
      />
    )
  return (
    <SignInPage title={asked.title}>
      {who ? (
        <>
          <p>{asked.who(who.name, who.school)}</p>
          <Notice icon="alert">{asked.own}</Notice>
        </>
      ) : (
        problem === undefined && <p role="status">{asked.looking}</p>
      )}
      {problem !== undefined && (
        <Notice tone="act" icon="alert">
          {problem}
        </Notice>
      )}
      {who && (
        <form className={css.form} onSubmit={submit} noValidate>
          <p className={css.lead}>{asked.prove}</p>
          <TextField
            label={signIn.login}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={entry.login}
            onChange={(event) => setEntry({ ...entry, login: event.target.value })}
            problem={wrong(entry.login)}
          />
          <TextField
            label={signIn.password}
            name="password"
            type="password"
            autoComplete="current-password"
            value={entry.password}
            onChange={(event) => setEntry({ ...entry, password: event.target.value })}
            problem={wrong(entry.password)}
          />
          <Button type="submit" look="main" big disabled={busy}>
            {busy ? signIn.entering : asked.accept}
          </Button>
        </form>
      )}
      {(who || problem !== undefined) && (
        <div className={css.other}>
          {who && (
            <Button look="quiet" onClick={() => setWithCode(true)}>
              {signIn.haveCode}
            </Button>
          )}
          {leave}
        </div>
      )}
    </SignInPage>
  )
}
