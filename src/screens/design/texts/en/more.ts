import type { Texts } from '../ru.ts'
import { count, entries } from './words.ts'

export const more: Texts['more'] = {
  title: 'More',
  theme: 'Look',
  themes: { system: 'as the tablet', light: 'light', dark: 'dark' },
  language: 'Language',
  languages: { ru: 'Русский', en: 'English' },
  autoLock: 'Lock with the PIN when unused for',
  minutes: (n) => count(n, { one: 'minute', other: 'minutes' }),
  person: 'Signed in as',
  changePin: 'Change the PIN',
  signOut: 'Sign out and erase my entries from the tablet',
  signOutWaiting: (n) =>
    `Not on the server yet: ${entries(n)}. You can sign out when all is sent, or after saving them to a file.`,
  signOutSure: 'Sign out? Signing in again needs a connection and the password.',
  reasons: 'Reason of an absence',
  signOutDo: 'Sign out',
}
