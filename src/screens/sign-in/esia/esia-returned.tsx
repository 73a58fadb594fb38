import { type ReactNode, useEffect, useRef, useState } from 'react'
import {
  type AccountClient,
  type NamedDevice,
  type SignedIn,
  signedIn,
} from '../../../sync/account-client.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { forgetBegun, keepBegun, readBegun } from './begun.ts'
import { type EsiaLanguage, esiaProblem, esiaTexts } from './esia-texts.ts'

/** The browser is back from Госуслуги: signs in, or hands a link over to «Ещё», which only its owner opens. */
export function EsiaReturned({
  handover,
  account,
  device,
  language,
  frame,
  onSignedIn,
  onLink,
  onLeave,
}: {
  handover: string
  account: AccountClient
  /** The device that signs in. */
  device: () => Promise<NamedDevice>
  language: EsiaLanguage
  /** The app's page around this. */
  frame: (title: string, content: ReactNode) => ReactNode
  onSignedIn: (signedIn: SignedIn) => void
  onLink: () => void
  onLeave: () => void
}) {
  const texts = esiaTexts[language]
  const [problem, setProblem] = useState<string>()
  /** The handover is good for one try. */
  const tried = useRef(false)
  useEffect(() => {
    if (tried.current) return
    tried.current = true
    const begun = readBegun()
    if (begun?.purpose === 'link') {
      keepBegun({ ...begun, handover })
      return onLink()
    }
    forgetBegun()
    if (!begun) return setProblem(esiaProblem('startAgain', language))
    const { secret } = begun
    void device()
      .then((named) =>
        account.ask(signedIn, '/api/esia/finish', { body: { handover, secret, device: named } }),
      )
      .then((answer) => {
        if (answer.ok) onSignedIn(answer.value)
        else setProblem(esiaProblem(answer.fault.code, language))
      })
  }, [handover, account, device, language, onSignedIn, onLink])
  return frame(
    problem === undefined ? texts.entering : texts.title,
    problem !== undefined && (
      <>
        <Notice tone="act" icon="alert">
          {problem}
        </Notice>
        <Button big look="main" onClick={onLeave}>
          {texts.toSignIn}
        </Button>
      </>
    ),
  )
}
