import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { OpenDocument } from '../../device/open-document.ts'
import type { PersonSession } from '../../device/person-session.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { type Actor, isOffice, type Policy, readPolicy } from '../../domain/policy/policy.ts'
import { schoolClock, schoolDate } from '../../domain/school/school-date.ts'
import { readSchool, type SchoolView } from '../../domain/school/school-view.ts'
import type { AccountClient } from '../../sync/account-client.ts'
import type { Sync } from '../../sync/sync.ts'
import type { Tokens } from '../../sync/tokens.ts'

/** What every screen of an unlocked person works with. */
export interface Workspace {
  session: PersonSession
  /** The `school` document, open as long as the person works. */
  schoolDocument: OpenDocument
  sync: Sync
  account: AccountClient
  tokens: Tokens
  /** Ends the work of this person on this screen. */
  lock: () => void
}

const WorkspaceContext = createContext<Workspace | null>(null)
export const WorkspaceProvider = WorkspaceContext.Provider

/** The workspace; throws outside of one. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('no workspace above this screen')
  return workspace
}

/** A view of a fold, computed once for each state of it however many screens ask. */
export function viewOf<T>(fold: Fold, read: (fold: Fold) => T): T {
  let views = cache.get(fold)
  if (!views) {
    views = new Map()
    cache.set(fold, views)
  }
  const known = views.get(read)
  if (known?.version === fold.version) return known.view as T
  const view = read(fold)
  views.set(read, { version: fold.version, view })
  return view
}

const cache = new WeakMap<Fold, Map<(fold: Fold) => unknown, { version: number; view: unknown }>>()

/** The school as it stands; draws anew when it changes. */
export function useSchool(): SchoolView {
  const { schoolDocument } = useWorkspace()
  useSyncExternalStore(schoolDocument.subscribe, () => schoolDocument.version)
  return viewOf(schoolDocument.fold, readSchool)
}

/** The rules of who may do what, as far as the `school` document tells; pupils' families are the relay's to judge. */
export function usePolicy(): Policy {
  const { schoolDocument } = useWorkspace()
  useSyncExternalStore(schoolDocument.subscribe, () => schoolDocument.version)
  return viewOf(schoolDocument.fold, policyOf)
}

const nobody: ReadonlySet<string> = new Set()

/** Policy as a device knows it. */
export function policyOf(school: Fold): Policy {
  const none = () => nobody
  return readPolicy(school, none, none, viewOf(school, readSchool))
}

/** Who works here, as the policy sees him. */
export function useActor(): Actor {
  const { session } = useWorkspace()
  const school = useSchool()
  const { person, roles } = session.profile
  return useMemo(
    () => ({ person, office: isOffice(school, person) || (person === '' && roles.includes('office')) }),
    [school, person, roles],
  )
}

/** The school's date and time of day now; draws anew every quarter of a minute. */
export function useNow(): { time: number; date: string; clock: string } {
  const { session } = useWorkspace()
  const timezone = useSchool().profile?.timezone
  useSyncExternalStore(everyQuarterMinute, quarterMinute)
  const time = session.now()
  return { time, date: schoolDate(time, timezone), clock: schoolClock(time, timezone) }
}

const step = 15_000
const quarterMinute = () => Math.floor(Date.now() / step)

function everyQuarterMinute(changed: () => void): () => void {
  const timer = setInterval(changed, step)
  document.addEventListener('visibilitychange', changed)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', changed)
  }
}
