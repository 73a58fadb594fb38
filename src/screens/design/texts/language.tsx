import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { FirstContext } from './first.ts'
import { formats } from './format.ts'
import { ru, type Texts } from './ru.ts'

export { useFormat } from './first.ts'

export type Language = 'ru' | 'en'

const TextsContext = createContext<Texts>(ru)

/** The catalogue of a language; Russian is at hand, others come as a chunk of their own. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'ru' ? ru : (await import('./en.ts')).en
}

/**
 * Gives the screens below it a language, the school's time zone and the app's clock. Until another catalogue is
 * read the Russian one stands, so that nothing waits.
 */
export function LanguageProvider({
  language,
  timeZone,
  now,
  children,
}: {
  language: Language
  timeZone?: string | undefined
  now?: (() => number) | undefined
  children: ReactNode
}) {
  const [loaded, setLoaded] = useState<{ language: Language; texts: Texts }>({ language: 'ru', texts: ru })
  useEffect(() => {
    let current = true
    loadTexts(language).then(
      (texts) => current && setLoaded({ language, texts }),
      // An old cache without this chunk: the screens stay Russian and usable.
      () => current && setLoaded({ language: 'ru', texts: ru }),
    )
    return () => {
      current = false
    }
  }, [language])
  useEffect(() => {
    document.documentElement.lang = loaded.language
  }, [loaded.language])
  const speech = useMemo(
    () => ({ texts: loaded.texts, format: formats(loaded.language, timeZone, now) }),
    [loaded, timeZone, now],
  )
  return (
    <FirstContext value={speech}>
      <TextsContext value={loaded.texts}>{children}</TextsContext>
    </FirstContext>
  )
}

/** The texts of the person's language, all of them: for the screens of the work, which are lazy chunks. */
export function useTexts(): Texts {
  return useContext(TextsContext)
}
