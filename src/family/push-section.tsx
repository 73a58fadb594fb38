import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { Button } from '../screens/design/button.tsx'
import { type PushStanding, pushStanding } from '../sync/push-answers.ts'
import css from './family.module.css'
import type { FamilySession } from './session.ts'
import { pushTexts } from './texts/push.ts'
import { useSpeech } from './texts/speech.tsx'

type Standing = PushStanding | 'unknown' | 'none'
type Trouble = 'noLine' | 'denied' | 'failed'

const isAble = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

/** Messages to this phone, switched on and off; nothing where the school's server sends none. */
export function PushSection({
  session,
  consented,
}: {
  session: Pick<FamilySession, 'ask'>
  /** Whether the guardian consents to e-mail and messages. */
  consented: boolean
}) {
  const { language } = useSpeech()
  const texts = pushTexts[language]
  const [standing, setStanding] = useState<Standing>('unknown')
  const [trouble, setTrouble] = useState<Trouble>()
  const [working, setWorking] = useState(false)
  useEffect(() => {
    void session.ask(pushStanding, '/api/family/push').then((answer) => {
      if (answer.ok) setStanding(answer.value)
      else if (answer.fault.code === 'notFound') setStanding('none')
      else setTrouble('noLine')
    })
  }, [session])
  if (standing === 'none') return null
  const change = async (key: string, on: boolean) => {
    setWorking(true)
    const said = on ? await turnOn(session, key) : await turnOff(session)
    setTrouble(said)
    if (said === undefined) setStanding({ key, on })
    setWorking(false)
  }
  return (
    <section className={css.card} aria-labelledby="push">
      <h2 id="push">{texts.title}</h2>
      <p className={css.quiet}>{texts.what}</p>
      {!consented && <p>{texts.consent}</p>}
      {!isAble ? (
        <p>{texts.unable}</p>
      ) : (
        <>
          {standing !== 'unknown' && (
            <>
              <p role="status">{standing.on ? texts.on : texts.off}</p>
              <Button disabled={working} onClick={() => void change(standing.key, !standing.on)}>
                {standing.on ? texts.turnOff : texts.turnOn}
              </Button>
            </>
          )}
          {trouble && <p role="alert">{texts[trouble]}</p>}
        </>
      )}
    </section>
  )
}

async function turnOn(session: Pick<FamilySession, 'ask'>, key: string): Promise<Trouble | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  try {
    const { pushManager } = await navigator.serviceWorker.ready
    // One under another key of the server is of no use.
    await (await pushManager.getSubscription())?.unsubscribe()
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
    const { endpoint, keys } = subscription.toJSON()
    const answer = await session.ask(v.optional(v.unknown()), '/api/family/push', { endpoint, keys })
    if (answer.ok) return undefined
    return answer.fault.code === 'noLine' ? 'noLine' : 'failed'
  } catch {
    return 'failed'
  }
}

async function turnOff(session: Pick<FamilySession, 'ask'>): Promise<Trouble | undefined> {
  const answer = await session.ask(v.optional(v.unknown()), '/api/family/push/off', {})
  if (!answer.ok) return 'noLine'
  const { pushManager } = await navigator.serviceWorker.ready
  await (await pushManager.getSubscription())?.unsubscribe()
  return undefined
}
