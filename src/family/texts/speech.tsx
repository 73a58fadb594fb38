import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Format, formats } from '../../screens/design/texts/format.ts'
import { type FamilyTexts, ru } from './ru.ts'

export type Language = 'ru' | 'en'

interface Speech {
  texts: FamilyTexts
  format: Format
  language: Language
  setLanguage: (language: Language) => void
}

const SpeechContext = createContext<Speech | undefined>(undefined)
const storageName = 'parta-language'

/** Gives the diary a language. Russian is at hand, English comes as a chunk of its own. */
export function SpeechProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(storageName) === 'en' ? 'en' : 'ru',
  )
  const [texts, setTexts] = useState(ru)
  useEffect(() => {
    let current = true
    localStorage.setItem(storageName, language)
    document.documentElement.lang = language
    if (language === 'ru') setTexts(ru)
    else
      import('./en.ts').then(
        ({ en }) => current && setTexts(en),
        () => undefined,
      )
    return () => {
      current = false
    }
  }, [language])
  const speech = useMemo(
    () => ({ texts, format: formats(language), language, setLanguage }),
    [texts, language],
  )
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('no language')
  return speech
}
