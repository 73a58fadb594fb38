import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { People } from './device/people.ts'
import { awaitInstallOffer } from './pwa/install.ts'
import { App } from './screens/app.tsx'
import './screens/design/tokens.css'
import { applyAppearance } from './screens/workspace/appearance.ts'
import { PeopleProvider } from './screens/workspace/people.ts'
import { offerUpdate } from './screens/workspace/update.ts'

awaitInstallOffer()
applyAppearance()
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <PeopleProvider value={new People()}>
      <App />
    </PeopleProvider>
  </StrictMode>,
)
if (import.meta.env.PROD)
  void import('./pwa/registration.ts').then(({ registerApp }) => registerApp(offerUpdate))
