import { useSyncExternalStore } from 'react'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useWorkspace } from './workspace.ts'

/**
 * Shown while a document is not at hand. From the disk it takes a blink, so nothing is said then; what has never
 * been on this device says that it comes with the line.
 */
export function Reading({ loaded }: { loaded: boolean }) {
  const { sync, schoolDocument } = useWorkspace()
  const { frame } = useTexts()
  const { line, progress } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const online = line === 'online'
  if (schoolDocument.version === 0) {
    return (
      <Notice tone="empty" icon={line === 'offline' ? 'noLine' : 'waiting'} title={frame.firstLoad}>
        {line === 'offline' ? frame.firstLoadNoLine : frame.firstLoadHelp}
      </Notice>
    )
  }
  if (!loaded && progress.ready === progress.total) return null
  return (
    <Notice tone="empty" icon={online ? 'waiting' : 'noLine'} title={frame.notHere}>
      {online ? frame.onItsWay : frame.comesWithLine}
    </Notice>
  )
}
