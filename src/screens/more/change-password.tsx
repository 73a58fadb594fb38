import { type FormEvent, useState } from 'react'
import type { AccountFault } from '../../sync/account-client.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { passwordMinimum } from '../sign-in/first-sign-in.tsx'
import { problemOf } from '../sign-in/problem-of.ts'
import css from '../sign-in/sign-in-page.module.css'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { ProblemNotice } from '../sign-in/sign-in-problem.tsx'
import { freshAccess } from '../workspace/access.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Another password: the old one and twice the new one. It needs the line; other devices are signed out by it. */
export function ChangePassword({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { session, account, tokens } = useWorkspace()
  const { signIn, settings, frame } = useTexts()
  const [entry, setEntry] = useState({ old: '', fresh: '', again: '' })
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<AccountFault>()
  const missing = passwordMinimum - entry.fresh.length
  const wrong = {
    old: entry.old === '' && signIn.empty,
    fresh: missing > 0 && signIn.tooShort(missing),
    again: entry.again !== entry.fresh && signIn.different,
  }
  const field = (name: keyof typeof entry) => ({
    type: 'password',
    value: entry[name],
    problem: (checked && wrong[name]) || undefined,
    onChange: ({ target }: { target: HTMLInputElement }) => setEntry({ ...entry, [name]: target.value }),
  })

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (wrong.old || wrong.fresh || wrong.again || busy) return
    setBusy(true)
    const access = await freshAccess({ session, tokens })
    const answer =
      access === null
        ? ({ ok: false, fault: { code: 'noLine' } } as const)
        : await account.changePassword(access, entry.old, entry.fresh)
    setBusy(false)
    if (answer.ok) return onDone()
    setFault(answer.fault)
  }

  return (
    <SignInPage title={settings.changePassword}>
      <p className={css.lead}>{settings.passwordLead}</p>
      <Problem fault={fault} />
      <form className={css.form} onSubmit={submit} noValidate>
        <TextField
          {...field('old')}
          label={settings.oldPassword}
          name="password"
          autoComplete="current-password"
        />
        <TextField
          {...field('fresh')}
          label={settings.newPassword}
          hint={signIn.newPasswordHint}
          name="new-password"
          autoComplete="new-password"
        />
        <TextField {...field('again')} label={signIn.again} name="new-again" autoComplete="new-password" />
        <Button type="submit" look="main" big disabled={busy}>
          {busy ? signIn.entering : settings.changePassword}
        </Button>
      </form>
      <div className={css.other}>
        <Button look="quiet" onClick={onCancel}>
          {frame.cancel}
        </Button>
      </div>
    </SignInPage>
  )
}

/** Why the password stayed as it was. */
function Problem({ fault }: { fault: AccountFault | undefined }) {
  const { settings } = useTexts()
  if (!fault) return null
  const { code } = fault
  const own =
    code === 'wrongCredentials' || code === 'weakPassword' || code === 'noLine'
      ? settings.problem[code]
      : undefined
  return <ProblemNotice problem={own === undefined ? problemOf(fault, false) : { kind: 'said', text: own }} />
}
