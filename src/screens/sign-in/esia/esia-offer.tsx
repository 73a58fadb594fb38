import { useEffect, useState } from 'react'
import type { AccountClient, AccountFaultCode } from '../../../sync/account-client.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { askToBegin, leaveFor } from './begun.ts'
import { type EsiaLanguage, esiaProblem, esiaTexts } from './esia-texts.ts'

/** «Войти через Госуслуги», where the school has it. The form above stands long before that is known. */
export function EsiaOffer({
  account,
  app,
  language,
}: {
  account: AccountClient
  app: 'journal' | 'diary'
  language: EsiaLanguage
}) {
  const texts = esiaTexts[language]
  const [offered, setOffered] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<AccountFaultCode>()
  useEffect(() => {
    void account.school().then((answer) => setOffered(answer.ok && answer.value.esia === true))
  }, [account])
  if (!offered) return null

  async function go() {
    setBusy(true)
    setFault(undefined)
    const outcome = await leaveFor('signIn', askToBegin(account, app))
    if (outcome.ok) return
    setFault(outcome.fault.code)
    setBusy(false)
  }
  return (
    <>
      {fault && (
        <Notice tone="act" icon={fault === 'noLine' ? 'noLine' : 'alert'}>
          {esiaProblem(fault, language)}
        </Notice>
      )}
      <Button big disabled={busy} onClick={() => void go()}>
        {busy ? texts.going : texts.enter}
      </Button>
    </>
  )
}
