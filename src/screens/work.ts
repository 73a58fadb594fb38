import { code } from './lazy-page.ts'

/** The work of a person who has unlocked it. */
export const work = code(() => import('./workspace/open-workspace.tsx'))

/** It comes while the person types the PIN, and not before there is where to type it. */
export const workAhead = () => painted().then(work)

/** Resolves once what was just drawn is painted; a hidden page paints nothing. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve()
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
