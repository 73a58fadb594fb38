import { useSyncExternalStore } from 'react'
import type { SyncState } from '../design/sync-line.tsx'
import { useWorkspace } from './workspace.ts'

/** What the sync line shows: the line, what waits and since when. */
export function useSyncState(): SyncState {
  const { session, sync } = useWorkspace()
  const { line, lastSynced, progress } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const { facts, since } = useSyncExternalStore(session.waiting.subscribe, session.waiting.get)
  const saving = useSyncExternalStore(session.saving.subscribe, session.saving.get)
  return {
    line: line === 'online' ? 'open' : line === 'connecting' ? 'connecting' : 'none',
    // What was entered this moment is not on the server either.
    waiting: saving ? Math.max(facts, 1) : facts,
    waitingSince: since ?? undefined,
    loading: progress.ready < progress.total ? progress : undefined,
    storedAt: lastSynced === null ? undefined : lastSynced + session.now() - Date.now(),
  }
}
