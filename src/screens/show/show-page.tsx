import { useEffect, useRef } from 'react'
import { useWorkspace } from '../workspace/workspace.ts'
import { OwnPage } from './own-page.tsx'
import type { ShownPupil } from './showing.ts'
import { useOwnPage } from './use-own-page.ts'

/**
 * The tablet in a pupil's hands: his page fills the screen and leads nowhere. To leave it, by the button or by any step
 * back, the PIN is needed.
 */
export function ShowPage({ shown }: { shown: ShownPupil }) {
  const { lock } = useWorkspace()
  const diary = useOwnPage(shown)
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    // A step back, or another address, is a way out as well.
    addEventListener('hashchange', lock)
    addEventListener('popstate', lock)
    return () => {
      removeEventListener('hashchange', lock)
      removeEventListener('popstate', lock)
    }
  }, [lock])
  useEffect(() => {
    scrollTo(0, 0)
    page.current?.focus({ preventScroll: true })
  }, [])
  return <OwnPage ref={page} diary={diary} onLock={lock} />
}
