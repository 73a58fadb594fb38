import { createRoot } from 'react-dom/client'
import '../../../src/screens/design/tokens.css'
import { type Language, LanguageProvider } from '../../../src/screens/design/texts/language.tsx'
import { applyTheme, type Theme } from '../../../src/screens/design/theme.ts'
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
    /** Shows a scene in place, without loading the page anew. */
    show(scene: string, theme: Theme): void
  }
}
window.scenes = Object.keys(scenes)

const root = createRoot(document.getElementById('root')!)
const query = new URLSearchParams(location.search)
const language: Language = query.get('language') === 'en' ? 'en' : 'ru'

window.show = (name, theme) => {
  const Scene = scenes[name]
  applyTheme(theme)
  root.render(
    <LanguageProvider
      key={`${name} ${theme}`}
      language={language}
      timeZone="Asia/Yekaterinburg"
      now={() => now}
    >
      {Scene ? (
        <Scene />
      ) : (
        window.scenes.map((one) => (
          <a key={one} href={`?scene=${one}`}>
            {one}{' '}
          </a>
        ))
      )}
    </LanguageProvider>,
  )
}
window.show(query.get('scene') ?? '', query.get('theme') === 'dark' ? 'dark' : 'light')
