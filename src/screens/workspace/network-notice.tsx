import { useSyncExternalStore } from 'react'
import { allowedDrift } from '../../domain/ledger/clock.ts'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useWorkspace } from './workspace.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** A clock this far off may show the lessons of another day, ms. */
const wrongDay = 12 * hour

/** What only a person can mend on the way to the server: a network that wants a sign-in, a clock that is wrong. */
export function NetworkNotice() {
  const { sync } = useWorkspace()
  const { line } = useTexts()
  const status = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const clock = useClockWords(status.clockSkew)
  if (status.path.answering === 'stranger')
    return (
      <Notice tone="act" icon="noLine" title={line.strangerTitle}>
        {line.strangerHelp}
      </Notice>
    )
  if (clock !== undefined && Math.abs(status.clockSkew ?? 0) >= wrongDay)
    return (
      <Notice tone="act" icon="alert" title={line.clockTitle(clock)}>
        {line.clockHelp}
      </Notice>
    )
  return null
}

/** «спешат на 31 день»; undefined while the clock is right, or not known to be wrong. `skew`: ms behind the server's. */
export function useClockWords(skew: number | null): string | undefined {
  const { line } = useTexts()
  const off = Math.abs(skew ?? 0)
  if (skew === null || off < allowedDrift) return undefined
  const time =
    off >= day
      ? line.days(Math.round(off / day))
      : off >= hour
        ? line.hours(Math.round(off / hour))
        : line.minutes(Math.round(off / minute))
  return skew < 0 ? line.ahead(time) : line.behind(time)
}
