import { useMemo, useSyncExternalStore } from 'react'

/** Where the family is; addresses live behind the hash and work without a line. */
export type Route =
  /** The week of a date; without one, this week. */
  | { screen: 'diary'; pupil?: string; date?: string }
  | { screen: 'marks'; pupil?: string }
  | { screen: 'letters'; pupil?: string }
  | { screen: 'more'; pupil?: string }
  | { screen: 'advice'; pupil?: string }

const screens = ['diary', 'marks', 'letters', 'more', 'advice'] as const

export function href(route: Route): string {
  const parts = [route.screen, route.pupil, route.screen === 'diary' ? route.date : undefined]
  return `#/${parts
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')}`
}

/** Reads an address; one that names nothing leads to the diary. */
export function readRoute(hash: string): Route {
  const [name, pupil, date] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode)
  const screen = screens.find((known) => known === name) ?? 'diary'
  const of = pupil ? { pupil } : {}
  if (screen !== 'diary') return { screen, ...of }
  return { screen, ...of, ...(date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date } : {}) }
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => readRoute(hash), [hash])
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
