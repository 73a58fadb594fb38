import type { DeviceId } from '../domain/ledger/ids.ts'
import { EsiaOffer } from '../screens/sign-in/esia/esia-offer.tsx'
import { EsiaReturned } from '../screens/sign-in/esia/esia-returned.tsx'
import type { SignedIn } from '../sync/account-client.ts'
import { account } from './account.ts'
import css from './enter.module.css'
import { useSpeech } from './texts/speech.tsx'

/** The offer under the families' sign-in form. */
export function FamilyEsiaOffer() {
  const { language } = useSpeech()
  return <EsiaOffer account={account} app="diary" language={language} />
}

/** The families' way back from Госуслуги. */
export function FamilyEsiaReturned(props: {
  handover: string
  /** Which device of the person's this is already. */
  device: () => Promise<{ id?: DeviceId }>
  onSignedIn: (signedIn: SignedIn) => void
  onLink: () => void
  onLeave: () => void
}) {
  const { texts, language } = useSpeech()
  return (
    <EsiaReturned
      {...props}
      account={account}
      device={async () => ({ name: 'Дневник', ...(await props.device()) })}
      language={language}
      frame={(title, content) => (
        <main className={css.sheet}>
          <p className={css.brand}>{texts.brand}</p>
          <h1>{title}</h1>
          {content}
        </main>
      )}
    />
  )
}
