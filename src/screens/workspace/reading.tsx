import { useSyncExternalStore } from 'react'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './reading.module.css'
import { useWorkspace } from './workspace.ts'

/**
 * Shown while a document is not at hand. From the disk it takes a blink, so nothing is said then; what has never
 * been on this device says that it comes with the line.
 */
export function Reading({ loaded }: { loaded: boolean }) {
  const { sync, schoolDocument } = useWorkspace()
  const { frame } = useTexts()
  const { line, progress } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  if (schoolDocument.version === 0) return <FirstLoad />
  if (!loaded && progress.ready === progress.total) return null
  return (
    <Notice tone="empty" icon={line === 'online' ? 'waiting' : 'noLine'} title={frame.notHere}>
      {line === 'online' ? frame.onItsWay : frame.comesWithLine}
    </Notice>
  )
}

/** Shown until the first download has brought the school; said late, for on every other start it takes a blink. */
export function FirstLoad() {
  const { sync } = useWorkspace()
  const { frame } = useTexts()
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const offline = line === 'offline'
  return (
    <div className={css.late}>
      <h1>{frame.firstLoad}</h1>
      <Notice tone="empty" icon={offline ? 'noLine' : 'waiting'}>
        {offline ? frame.firstLoadNoLine : frame.firstLoadHelp}
      </Notice>
    </div>
  )
}
