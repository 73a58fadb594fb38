import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchErrors } from '../screens/advice/recent-errors.ts'
import '../screens/design/tokens.css'
import { FamilyApp } from './family-app.tsx'
import { SpeechProvider } from './texts/enter-speech.tsx'
import { Vault } from './vault.ts'

watchErrors()
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <SpeechProvider>
      <FamilyApp vault={new Vault()} />
    </SpeechProvider>
  </StrictMode>,
)
