import { useMemo, useSyncExternalStore } from 'react'
import { type SetupStepId, setupStepIds } from '../domain/school/setup-steps.ts'

/** Parts of «Мой класс»; without one the duties are shown. */
export const classParts = [
  'week',
  'reasons',
  'control',
  'list',
  'groups',
  'families',
  'letters',
  'diary',
  'reports',
  'paper',
  'instruction',
] as const
export type ClassPart = (typeof classParts)[number]

/** Reports of the whole school. */
export const schoolReports = ['summary', 'plan', 'missing'] as const
export type SchoolReport = (typeof schoolReports)[number]

/** Where the person is. Addresses live behind the hash: they work from the cache, without a server. */
export type Route =
  /** Another day than today by its ISO date. */
  | { screen: 'today'; date?: string }
  | { screen: 'lesson'; journal: string; lesson: string }
  | { screen: 'journals' }
  | { screen: 'journal'; journal: string; lesson?: string; pupil?: string }
  | { screen: 'plan'; journal: string }
  | { screen: 'debts'; journal: string }
  | { screen: 'copy'; journal: string }
  | { screen: 'class'; class: string; part?: ClassPart; at?: string }
  | { screen: 'controls'; class: string }
  | { screen: 'board' }
  | { screen: 'setup'; step?: SetupStepId }
  | { screen: 'substitutions' }
  | { screen: 'periods' }
  | { screen: 'papers' }
  | { screen: 'council' }
  | { screen: 'timetable' }
  | { screen: 'keeping'; by: 'teachers' | 'classes'; of?: string }
  /** Of one class, else of all. */
  | { screen: 'duties'; of?: string }
  | { screen: 'school-reports'; report: SchoolReport }
  | { screen: 'remarks' }
  | { screen: 'workload' }
  | { screen: 'hours' }
  | { screen: 'log' }
  | { screen: 'movement' }
  | { screen: 'new-year' }
  | { screen: 'people' }
  | { screen: 'family-diaries' }
  | { screen: 'pupil'; class: string; pupil?: string }
  | { screen: 'more' }
  /** `from`: the screen that the question is about. */
  | { screen: 'advice'; from?: string }
  | { screen: 'ownReport' }
  | { screen: 'sync' }
  | { screen: 'notAccepted' }
  | { screen: 'quarantine' }
  | { screen: 'devices' }
  | { screen: 'carry' }
  | { screen: 'other-school' }
  | { screen: 'reason'; pupil?: string }

const plain = [
  'journals',
  'board',
  'substitutions',
  'periods',
  'papers',
  'council',
  'timetable',
  'remarks',
  'workload',
  'hours',
  'log',
  'movement',
  'new-year',
  'people',
  'family-diaries',
  'more',
  'ownReport',
  'sync',
  'notAccepted',
  'quarantine',
  'devices',
  'carry',
  'other-school',
] as const

/** The address of a route, for `href`. */
export function href(route: Route): string {
  const parts: (string | undefined)[] = [route.screen]
  if (route.screen === 'today') parts.push(route.date)
  if (route.screen === 'lesson') parts.push(route.journal, route.lesson)
  if (route.screen === 'journal') parts.push(route.journal, route.lesson, route.pupil)
  if (route.screen === 'class') parts.push(route.class, route.part, route.at)
  if (route.screen === 'plan' || route.screen === 'debts' || route.screen === 'copy')
    parts.push(route.journal)
  if (route.screen === 'controls') parts.push(route.class)
  if (route.screen === 'reason') parts.push(route.pupil)
  if (route.screen === 'advice') parts.push(route.from)
  if (route.screen === 'pupil') parts.push(route.class, route.pupil)
  if (route.screen === 'keeping') parts.push(route.by, route.of)
  if (route.screen === 'duties') parts.push(route.of)
  if (route.screen === 'school-reports') parts.push(route.report)
  if (route.screen === 'setup') parts.push(route.step)
  return `#/${parts
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')}`
}

/** Reads an address; one that names nothing leads to Сегодня. */
export function readRoute(hash: string): Route {
  const [screen, a, b, c] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode)
  if (screen === 'lesson' && a && b) return { screen, journal: a, lesson: b }
  if (screen === 'journal' && a)
    return { screen, journal: a, ...(b ? { lesson: b } : {}), ...(b && c ? { pupil: c } : {}) }
  if (screen === 'class' && a) {
    const part = classParts.find((known) => known === b)
    return { screen, class: a, ...(part ? { part, ...(c ? { at: c } : {}) } : {}) }
  }
  if ((screen === 'plan' || screen === 'debts' || screen === 'copy') && a) return { screen, journal: a }
  if (screen === 'pupil' && a) return { screen, class: a, ...(b ? { pupil: b } : {}) }
  if (screen === 'controls' && a) return { screen, class: a }
  if (screen === 'reason') return { screen, ...(a ? { pupil: a } : {}) }
  if (screen === 'advice') return { screen, ...(a ? { from: a } : {}) }
  if (screen === 'keeping')
    return { screen, by: a === 'classes' ? a : 'teachers', ...(a && b ? { of: b } : {}) }
  if (screen === 'school-reports')
    return { screen, report: schoolReports.find((one) => one === a) ?? 'summary' }
  if (screen === 'duties') return { screen, ...(a ? { of: a } : {}) }
  if (screen === 'setup') {
    const step = setupStepIds.find((name) => name === a)
    return { screen, ...(step ? { step } : {}) }
  }
  const known = plain.find((name) => name === screen)
  if (known) return { screen: known }
  return { screen: 'today', ...(screen === 'today' && isDate(a) ? { date: a } : {}) }
}

function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** Goes to a route; `replace` leaves no step back. */
export function navigate(route: Route, { replace = false } = {}): void {
  if (replace) location.replace(href(route))
  else location.hash = href(route)
}

/** The route the person is on; the component is drawn anew when it changes. */
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
