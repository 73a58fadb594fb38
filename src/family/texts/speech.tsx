import { useEnterSpeech } from './enter-speech.tsx'
import { ru } from './ru.ts'

export type { Language } from './enter-speech.tsx'

/** The language of the diary and all its texts; the sign-in form has fewer (`useEnterSpeech`). */
export function useSpeech() {
  const { other, ...speech } = useEnterSpeech()
  return { ...speech, texts: other ?? ru }
}
