import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { People } from './device/people.ts'
import { awaitInstallOffer } from './pwa/install.ts'
import { Failure } from './screens/advice/failure.tsx'
import { FailureGuard } from './screens/advice/failure-guard.tsx'
import { watchErrors } from './screens/advice/recent-errors.ts'
import { App } from './screens/app.tsx'
import { firstRu } from './screens/design/texts/first.ts'
import './screens/design/tokens.css'
import { SignInPage } from './screens/sign-in/sign-in-page.tsx'
import { applyAppearance } from './screens/workspace/appearance.ts'
import { PeopleProvider } from './screens/workspace/people.ts'
import { offerUpdate } from './screens/workspace/update.ts'
import { AccountClient } from './sync/account-client.ts'
import { openShare } from './sync/device-answers.ts'

const account = new AccountClient('', fetch)
const people = new People(Date.now, (ticket, proof) => openShare(account, ticket, proof))
watchErrors()
awaitInstallOffer()
applyAppearance()
const failed = (
  <SignInPage title={firstRu.frame.failedTitle}>
    <Failure />
  </SignInPage>
)
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <PeopleProvider value={people}>
      <FailureGuard failed={failed}>
        <App account={account} />
      </FailureGuard>
    </PeopleProvider>
  </StrictMode>,
)
if (import.meta.env.PROD)
  void import('./pwa/registration.ts').then(({ registerApp }) => registerApp(offerUpdate))
