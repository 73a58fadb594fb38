import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { FailureGuard } from '../screens/advice/failure-guard.tsx'
import { watchErrors } from '../screens/advice/recent-errors.ts'
import '../screens/design/tokens.css'
import { Failed } from './failed.tsx'
import { FamilyApp } from './family-app.tsx'
import { SpeechProvider } from './texts/enter-speech.tsx'
import { Vault } from './vault.ts'

watchErrors()
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <SpeechProvider>
      <FailureGuard failed={<Failed />}>
        <FamilyApp vault={new Vault()} />
      </FailureGuard>
    </SpeechProvider>
  </StrictMode>,
)
