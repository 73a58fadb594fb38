import { useCallback, useSyncExternalStore } from 'react'
import * as v from 'valibot'
import { Observable } from '../../device/observable.ts'
import type { Language } from '../design/texts/language.tsx'
import { applyTheme, type Theme } from '../design/theme.ts'

/** How the app looks on this device; nothing of it is personal, so it lies in the open. */
export interface Appearance {
  theme: Theme
  language: Language
  /** The hint to put the app on the home screen was put off. */
  installLater: boolean
}

const storageKey = 'appearance'
const schema = v.object({
  theme: v.picklist(['system', 'light', 'dark']),
  language: v.picklist(['ru', 'en']),
  installLater: v.optional(v.boolean(), false),
})

const current = new Observable<Appearance>(read())

function read(): Appearance {
  try {
    const kept = v.safeParse(schema, JSON.parse(localStorage.getItem(storageKey) ?? 'null'))
    if (kept.success) return kept.output
  } catch {
    // A browser that keeps nothing, or a broken value: the defaults stand.
  }
  return { theme: 'system', language: 'ru', installLater: false }
}

/** Shows the app as this device last had it; call before the first screen. */
export function applyAppearance(): void {
  applyTheme(current.get().theme)
}

/** Theme and language, and how to change them. */
export function useAppearance(): Appearance & { set: (change: Partial<Appearance>) => void } {
  const appearance = useSyncExternalStore(current.subscribe, current.get)
  const set = useCallback((change: Partial<Appearance>) => {
    const next = { ...current.get(), ...change }
    current.set(next)
    applyTheme(next.theme)
    try {
      localStorage.setItem(storageKey, JSON.stringify(next))
    } catch {
      // Then it holds until the tab is closed.
    }
  }, [])
  return { ...appearance, set }
}
