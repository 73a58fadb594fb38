import { counter } from '../plural.ts'

/** "3 entries": a number with its word. */
export const count = counter('en')
export const entries = (n: number) => count(n, { one: 'entry', other: 'entries' })
/** "3 entries wait" */
export const wait = (n: number) => count(n, { one: 'entry waits', other: 'entries wait' })
export const attempts = (n: number) => count(n, { one: 'attempt', other: 'attempts' })
