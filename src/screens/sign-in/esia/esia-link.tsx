import { useCallback, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import type { AccountFault, Answer } from '../../../sync/account-client.ts'
import { esiaBegun, esiaLinked } from '../../../sync/esia-answers.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { forgetBegun, leaveFor, readBegun } from './begun.ts'
import { type EsiaLanguage, esiaProblem, esiaTexts } from './esia-texts.ts'

/** Asks the relay under the person's token; `body` makes it a POST. */
export type AskSignedIn = <S extends v.GenericSchema>(
  schema: S,
  path: string,
  body?: unknown,
) => Promise<Answer<v.InferOutput<S>>>

/** Links one's account to Госуслуги and unlinks it; nothing where the school has no such sign-in, or without a line. */
export function EsiaLink({
  ask,
  app,
  language,
  className,
}: {
  ask: AskSignedIn
  app: 'journal' | 'diary'
  language: EsiaLanguage
  className: string | undefined
}) {
  const texts = esiaTexts[language]
  const [linked, setLinked] = useState<boolean>()
  const [said, setSaid] = useState<string>()
  const [fault, setFault] = useState<AccountFault>()
  const [busy, setBusy] = useState(false)
  const asked = useRef(false)

  /** Finishes what the browser is back with, then tells how things stand. */
  const look = useCallback(async () => {
    const begun = readBegun()
    if (begun?.purpose === 'link' && begun.handover !== undefined) {
      const { handover, secret } = begun
      const outcome = await ask(v.unknown(), '/api/esia/linked', { handover, secret })
      // Without a line it was not tried, and is when this page is opened next.
      if (outcome.ok || outcome.fault.code !== 'noLine') forgetBegun()
      if (!outcome.ok) setFault(outcome.fault)
    }
    const answer = await ask(esiaLinked, '/api/esia/link')
    if (answer.ok) setLinked(answer.value.linked)
  }, [ask])
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void look()
  }, [look])

  async function link() {
    setBusy(true)
    setFault(undefined)
    const outcome = await leaveFor('link', ask(esiaBegun, '/api/esia/link', { app }))
    if (outcome.ok) return
    setFault(outcome.fault)
    setBusy(false)
  }
  async function unlink() {
    setFault(undefined)
    const outcome = await ask(v.unknown(), '/api/esia/unlink', {})
    if (!outcome.ok) return setFault(outcome.fault)
    setLinked(false)
    setSaid(texts.unlinked)
  }

  if (linked === undefined && !fault) return null
  return (
    <section className={className} aria-labelledby="esia">
      <h2 id="esia">{texts.title}</h2>
      {fault && (
        <Notice tone="act" icon={fault.code === 'noLine' ? 'noLine' : 'alert'}>
          {esiaProblem(fault.code, language)}
        </Notice>
      )}
      <p role="status">{linked ? texts.linked : (said ?? texts.lead)}</p>
      <p>
        {linked ? (
          <Button look="quiet" onClick={() => void unlink()}>
            {texts.unlink}
          </Button>
        ) : (
          <Button disabled={busy} onClick={() => void link()}>
            {busy ? texts.going : texts.link}
          </Button>
        )}
      </p>
    </section>
  )
}
