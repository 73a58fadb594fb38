import { useSyncExternalStore } from 'react'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useWorkspace } from './workspace.ts'

/**
 * Shown while a document is not at hand. From the disk it takes a blink, so nothing is said then; what has never
 * been on this device says that it comes with the line.
 */
export function Reading({ loaded }: { loaded: boolean }) {
  const { sync } = useWorkspace()
  const { frame } = useTexts()
  const { line, progress } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  if (!loaded && progress.ready === progress.total) return null
  return (
    <Notice tone="empty" icon={line === 'online' ? 'waiting' : 'noLine'} title={frame.notHere}>
      {line === 'online' ? frame.onItsWay : frame.comesWithLine}
    </Notice>
  )
}
