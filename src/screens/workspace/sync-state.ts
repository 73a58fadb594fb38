import { useSyncExternalStore } from 'react'
import type { SyncState } from '../design/sync-line.tsx'
import { useWorkspace } from './workspace.ts'

/** What the sync line shows: the line, what waits and since when. */
export function useSyncState(): SyncState {
  const { session, sync } = useWorkspace()
  const { line, lastSynced, progress } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const { facts, since } = useSyncExternalStore(session.waiting.subscribe, session.waiting.get)
  return {
    line: line === 'online' ? 'open' : line === 'connecting' ? 'connecting' : 'none',
    waiting: facts,
    waitingSince: since ?? undefined,
    loading: progress.ready < progress.total ? progress : undefined,
    storedAt: lastSynced === null ? undefined : lastSynced + session.now() - Date.now(),
  }
}
