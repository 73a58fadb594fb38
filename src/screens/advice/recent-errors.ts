/** Errors kept for a question to the consultant: the last few. */
const most = 5
const kept: string[] = []

/** «TypeError at index-a1b2.js:1:2042»: where it happened, and nothing of what anybody entered. */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const place = /([\w.-]+\.(?:js|ts|tsx):\d+(?::\d+)?)/.exec(error.stack ?? '')?.[1]
  return place ? `${error.name} at ${place}` : error.name
}

/** Begins to note the page's errors. */
export function watchErrors(): void {
  addEventListener('error', ({ error }) => noteError(error))
  addEventListener('unhandledrejection', ({ reason }) => noteError(reason))
}

/** Notes an error that nothing else heard of. */
export function noteError(error: unknown): void {
  kept.push(errorLine(error))
  if (kept.length > most) kept.shift()
}

/** The last errors, the latest last. */
export function recentErrors(): readonly string[] {
  return kept
}
