import { createRoot } from 'react-dom/client'
import '../../../src/screens/design/tokens.css'
import { type Language, LanguageProvider } from '../../../src/screens/design/texts/language.tsx'
import { applyTheme } from '../../../src/screens/design/theme.ts'
import { journalScenes } from './journal-scenes.tsx'
import { lessonScenes } from './lesson-scenes.tsx'
import { listScenes } from './list-scenes.tsx'
import { now } from './school.ts'
import { signInScenes } from './sign-in-scenes.tsx'
import { todayScenes } from './today-scenes.tsx'

/** Every state of every screen, with invented data: ?scene=…&theme=dark&language=en shows one. */
const scenes = { ...signInScenes, ...todayScenes, ...lessonScenes, ...journalScenes, ...listScenes }

declare global {
  interface Window {
    scenes: string[]
  }
}
window.scenes = Object.keys(scenes)

const query = new URLSearchParams(location.search)
const Scene = scenes[query.get('scene') ?? '']
applyTheme(query.get('theme') === 'dark' ? 'dark' : 'light')
const language: Language = query.get('language') === 'en' ? 'en' : 'ru'
createRoot(document.getElementById('root')!).render(
  <LanguageProvider language={language} timeZone="Asia/Yekaterinburg" now={() => now}>
    {Scene ? (
      <Scene />
    ) : (
      window.scenes.map((name) => (
        <a key={name} href={`?scene=${name}`}>
          {name}{' '}
        </a>
      ))
    )}
  </LanguageProvider>,
)
