import { createContext, useContext } from 'react'
import { type Format, formats } from './format.ts'
import { carry } from './ru/carry.ts'
import { device } from './ru/device.ts'
import { frame } from './ru/frame.ts'
import { signIn } from './ru/sign-in.ts'

/** The Russian texts of the screens before anybody's work. They alone are in the first chunk of the app. */
export const firstRu = { brand: 'Парта', frame, signIn, device, carry }

/** What those screens may say; the whole catalogue holds it too. */
export type FirstTexts = typeof firstRu

/** What a language provider sets; above it the screens are Russian. */
export const FirstContext = createContext<{ texts: FirstTexts; format: Format }>({
  texts: firstRu,
  format: formats('ru'),
})

/** The texts of the person's language for what is drawn before the work is loaded: signing in, the PIN. */
export function useFirstTexts(): FirstTexts {
  return useContext(FirstContext).texts
}

/** Dates, times and numbers in the person's language. */
export function useFormat(): Format {
  return useContext(FirstContext).format
}
