import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { DeviceId } from '../domain/ledger/ids.ts'
import { Button, ButtonLink } from '../screens/design/button.tsx'
import { TextField } from '../screens/design/field.tsx'
import { Notice } from '../screens/design/notice.tsx'
import type { Invitation } from '../screens/sign-in/sign-in-link.ts'
import type { AccountFaultCode, readSignedIn, SignedIn } from '../sync/account-client.ts'
import { type Came, send, signInPaths } from '../sync/question.ts'
import { aroundToday } from './around-today.ts'
import css from './enter.module.css'
import type { EnterTexts } from './texts/enter-ru.ts'
import { useEnterSpeech } from './texts/enter-speech.tsx'

/** Shortest password, letters; the relay asks for the same. */
const passwordMinimum = 10

type Problem = keyof EnterTexts['enter']['problems']

/** Signing in: with the code of a slip and a new password, or with the password. */
export function Enter({
  reader,
  invitation,
  staff,
  device: deviceOf,
  onSignedIn,
  esia,
}: {
  /** Who reads the relay's answer; may still be on the way when the question leaves. */
  reader: () => Promise<typeof readSignedIn>
  invitation: Invitation | undefined
  /** Somebody signed in who follows no pupil. */
  staff: boolean
  /** Which device of the person's this is already. */
  device: () => Promise<{ id?: DeviceId }>
  onSignedIn: (signedIn: SignedIn) => Promise<void>
  /** Sign-in through ЕСИА, last: it comes late, and nothing above it moves. Who holds a slip need not wait for it. */
  esia: ReactNode
}) {
  const { texts } = useEnterSpeech()
  const { enter } = texts
  const [withCode, setWithCode] = useState(true)
  const [entry, setEntry] = useState({
    login: invitation?.login ?? '',
    code: invitation?.code ?? '',
    password: '',
    again: '',
  })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  /** What was sent and could not be read: a one-time code is good for one question only. */
  const unread = useRef<{ question: string; came: Promise<Came> }>(undefined)

  const missing = passwordMinimum - entry.password.length
  const wrong = {
    login: entry.login.trim() === '' && enter.empty,
    code: withCode && entry.code.trim() === '' && enter.empty,
    password: withCode ? missing > 0 && enter.tooShort(missing) : entry.password === '' && enter.empty,
    again: withCode && entry.again !== entry.password && enter.different,
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (busy || Object.values(wrong).some(Boolean)) return
    setBusy(true)
    setProblem(undefined)
    const login = entry.login.trim()
    const device = { name: 'Дневник', ...(await deviceOf()) }
    const body = {
      ...{ login, password: entry.password, device, diary: aroundToday(Date.now()) },
      ...(withCode ? { code: entry.code.trim() } : {}),
    }
    const question = JSON.stringify(body)
    const came =
      unread.current?.question === question
        ? unread.current.came
        : send(fetch, withCode ? signInPaths.first : signInPaths.again, { body })
    const [read, arrived] = await Promise.all([
      reader().catch(() => undefined),
      came.then(
        () => true,
        () => false,
      ),
    ])
    unread.current = !read && arrived ? { question, came } : undefined
    if (!read) {
      setProblem('noLine')
      return setBusy(false)
    }
    const answer = await read(came)
    if (answer.ok) await onSignedIn(answer.value)
    else setProblem(problemOf(answer.fault.code, withCode))
    setBusy(false)
  }

  const field = (
    name: keyof typeof entry,
    label: string,
    type: string,
    autoComplete: string,
    hint?: string,
  ) => (
    <TextField
      label={label}
      hint={hint}
      name={name}
      type={type}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      value={entry[name]}
      problem={(tried && wrong[name]) || undefined}
      onChange={({ currentTarget }) => setEntry({ ...entry, [name]: currentTarget.value })}
    />
  )
  return (
    <main className={css.sheet}>
      <p className={css.brand}>{texts.brand}</p>
      <h1>{withCode ? enter.first : enter.password}</h1>
      {withCode && <p>{enter.firstLead}</p>}
      {problem && (
        <Notice tone="act" icon={problem === 'noLine' ? 'noLine' : 'alert'}>
          {enter.problems[problem]}
        </Notice>
      )}
      {staff && (
        <Notice tone="act" icon="person" actions={<ButtonLink href="/">{enter.toJournal}</ButtonLink>}>
          {enter.notFamily}
        </Notice>
      )}
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        {field('login', enter.login, 'text', 'username')}
        {withCode && field('code', enter.code, 'text', 'one-time-code')}
        {withCode
          ? field('password', enter.newPassword, 'password', 'new-password', enter.newPasswordHint)
          : field('password', enter.ownPassword, 'password', 'current-password')}
        {withCode && field('again', enter.again, 'password', 'new-password')}
        <Button type="submit" look="main" big disabled={busy}>
          {busy ? enter.entering : enter.submit}
        </Button>
      </form>
      <Button
        look="quiet"
        onClick={() => {
          setWithCode(!withCode)
          setTried(false)
          setProblem(undefined)
        }}
      >
        {withCode ? enter.havePassword : enter.haveCode}
      </Button>
      {!staff && (
        <ButtonLink look="quiet" href="/">
          {enter.staffLink}
        </ButtonLink>
      )}
      {!(invitation && withCode) && esia}
    </main>
  )
}

function problemOf(code: AccountFaultCode, withCode: boolean): Problem {
  switch (code) {
    case 'noLine':
    case 'notTheRelay':
      return 'noLine'
    case 'tooMany':
    case 'revoked':
      return code
    case 'wrongCredentials':
    case 'codeUsed':
    case 'codeExpired':
    case 'weakPassword':
      return withCode ? 'wrongCode' : 'wrongPassword'
    default:
      return 'server'
  }
}
