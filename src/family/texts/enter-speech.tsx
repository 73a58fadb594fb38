import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Format, formats } from '../../screens/design/texts/format.ts'
import { type EnterTexts, enterRu } from './enter-ru.ts'
import type { FamilyTexts } from './ru.ts'

export type Language = 'ru' | 'en'

interface Speech {
  /** The whole of another language; Russian comes part by part, as it is needed. */
  other: FamilyTexts | undefined
  format: Format
  language: Language
  setLanguage: (language: Language) => void
}

const SpeechContext = createContext<Speech | undefined>(undefined)
const storageName = 'parta-language'

/** Gives the diary a language. English comes as a chunk of its own. */
export function SpeechProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(storageName) === 'en' ? 'en' : 'ru',
  )
  const [other, setOther] = useState<FamilyTexts>()
  useEffect(() => {
    let current = true
    localStorage.setItem(storageName, language)
    document.documentElement.lang = language
    if (language === 'ru') setOther(undefined)
    else
      import('./en.ts').then(
        ({ en }) => current && setOther(en),
        () => undefined,
      )
    return () => {
      current = false
    }
  }, [language])
  const speech = useMemo(
    () => ({ other, format: formats(language), language, setLanguage }),
    [other, language],
  )
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export function useEnterSpeech(): Speech & { texts: EnterTexts } {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('no language')
  return { ...speech, texts: speech.other ?? enterRu }
}
