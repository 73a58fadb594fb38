import type { AccountClient, SignedIn } from '../../../sync/account-client.ts'
import { deviceName } from '../../workspace/app-version.ts'
import { useAppearance } from '../../workspace/appearance.ts'
import css from '../sign-in-page.module.css'
import { SignInPage } from '../sign-in-page.tsx'
import { EsiaOffer } from './esia-offer.tsx'
import { EsiaReturned } from './esia-returned.tsx'

/** The offer under the staff's sign-in forms. */
export function StaffEsiaOffer({ account }: { account: AccountClient }) {
  const { language } = useAppearance()
  return <EsiaOffer account={account} app="journal" language={language} />
}

/** The staff's way back from Госуслуги. */
export function StaffEsiaReturned(props: {
  handover: string
  account: AccountClient
  onSignedIn: (signedIn: SignedIn) => void
  onLink: () => void
  onLeave: () => void
}) {
  const { language } = useAppearance()
  return (
    <EsiaReturned
      {...props}
      device={async () => ({ name: deviceName() })}
      language={language}
      frame={(title, content) => (
        <SignInPage title={title}>
          <div className={css.other}>{content}</div>
        </SignInPage>
      )}
    />
  )
}
