import { useState, useSyncExternalStore } from 'react'
import { secretNames } from '../../device/secret-names.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useRoute } from '../route.ts'
import { PasswordSignIn } from '../sign-in/password-sign-in.tsx'
import { problemOf } from '../sign-in/problem-of.ts'
import type { SignInProblem } from '../sign-in/sign-in-problem.tsx'
import { deviceName } from './app-version.ts'
import { DrainNotice, useStanding } from './device-notices.tsx'
import { useWorkspace } from './workspace.ts'

/** What the relay asks of the person before it takes anything more; writing goes on meanwhile. */
export function LineNotice({ onSignIn, onUpdate }: { onSignIn: () => void; onUpdate: () => void }) {
  const { sync } = useWorkspace()
  const { frame } = useTexts()
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const { screen } = useRoute()
  const standing = useStanding(line === 'revoked')
  if (standing === 'closed' || standing === 'forgotten') return <DrainNotice key={screen} />
  if (line === 'updateRequired') {
    return (
      <Notice
        tone="act"
        icon="alert"
        title={frame.updateRequired}
        actions={<Button onClick={onUpdate}>{frame.updateDo}</Button>}
      >
        {frame.updateRequiredHelp}
      </Notice>
    )
  }
  if (line === 'serverOutdated')
    return (
      <Notice tone="act" icon="alert" title={frame.serverOutdated}>
        {frame.serverOutdatedHelp}
      </Notice>
    )
  if (line !== 'signInAgain' && line !== 'revoked') return null
  const revoked = line === 'revoked'
  return (
    <Notice
      tone="act"
      icon="alert"
      title={revoked ? frame.revoked : frame.signInAgain}
      actions={<Button onClick={onSignIn}>{frame.signIn}</Button>}
    >
      {revoked ? frame.revokedHelp : frame.signInAgainHelp}
    </Notice>
  )
}

/** Signing in again on a device where the person's entries are: under the same device, so that they can leave. */
export function SignInAgain({ onDone }: { onDone: () => void }) {
  const { session, account, sync } = useWorkspace()
  const [problem, setProblem] = useState<SignInProblem>()
  const [busy, setBusy] = useState(false)

  async function signIn(login: string, password: string) {
    setBusy(true)
    const answer = await account.signIn(login, password, { name: deviceName(), id: session.device })
    setBusy(false)
    if (!answer.ok) return setProblem(problemOf(answer.fault, false))
    const { user, access, accessExpires, refresh } = answer.value
    if (user !== session.user) return setProblem({ kind: 'anotherPerson' })
    await session.store.keep(secretNames.tokens, { access, accessExpires, refresh })
    sync.syncNow()
    onDone()
  }

  return (
    <PasswordSignIn
      problem={problem}
      busy={busy}
      onSubmit={({ login, password }) => void signIn(login, password)}
      onBack={onDone}
    />
  )
}
