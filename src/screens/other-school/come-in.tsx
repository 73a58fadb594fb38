import { useEffect, useRef, useState } from 'react'
import type { AccountClient, SignedIn } from '../../sync/account-client.ts'
import { entered } from '../../sync/other-school-answers.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import css from '../sign-in/sign-in-page.module.css'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { deviceName } from '../workspace/app-version.ts'
import { otherSchoolProblem, useOtherSchoolTexts } from './texts.ts'

/** Somebody comes from another school with a code: signs him in, or lets his PIN open what is his on this device. */
export function ComeIn({
  code,
  account,
  here,
  onSignedIn,
  onHere,
  onLeave,
}: {
  code: string
  account: AccountClient
  /** Ids of who is on this device. */
  here: readonly string[]
  onSignedIn: (signedIn: SignedIn) => void
  onHere: (user: string) => void
  onLeave: () => void
}) {
  const texts = useOtherSchoolTexts()
  const [problem, setProblem] = useState<string>()
  /** The code is good for one try. */
  const tried = useRef(false)
  useEffect(() => {
    if (tried.current) return
    tried.current = true
    const body = { code, device: { name: deviceName() }, here }
    void account.ask(entered, '/api/other-schools/enter', { body }).then((answer) => {
      if (!answer.ok) return setProblem(otherSchoolProblem(answer.fault.code, texts))
      if ('here' in answer.value) onHere(answer.value.here)
      else onSignedIn(answer.value)
    })
  }, [account, code, here, texts, onSignedIn, onHere])
  return (
    <SignInPage title={problem === undefined ? texts.opening : texts.title}>
      {problem !== undefined && (
        <div className={css.other}>
          <Notice tone="act" icon="alert">
            {problem}
          </Notice>
          <Button big look="main" onClick={onLeave}>
            {texts.toSignIn}
          </Button>
        </div>
      )}
    </SignInPage>
  )
}
