import { useSyncExternalStore } from 'react'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { useWorkspace } from '../workspace/workspace.ts'

/** Said over an answer of the relay while there is no line: of when it is, or that it comes with the line. */
export function StaleNotice({ at }: { at: number | undefined }) {
  const { sync } = useWorkspace()
  const { keeping } = useTexts()
  const format = useFormat()
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  if (at !== undefined)
    return line === 'online' ? null : <Notice icon="noLine">{keeping.stale(format.moment(at))}</Notice>
  return (
    <Notice tone="empty" icon={line === 'online' ? 'waiting' : 'noLine'}>
      {line === 'online' ? keeping.coming : keeping.needsLine}
    </Notice>
  )
}
