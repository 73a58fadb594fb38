import type { Language } from '../design/texts/language.tsx'
import type { HelpTexts } from './topic.ts'

/** The help of a language: a chunk of its own, which the service worker keeps with the others. */
export async function loadHelp(language: Language): Promise<HelpTexts> {
  return language === 'ru' ? (await import('./ru.ts')).ru : (await import('./en.ts')).en
}
