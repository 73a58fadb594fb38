import { href } from '../route.ts'
import { cx } from './cx.ts'
import { Icon } from './icons.tsx'
import css from './sync-line.module.css'
import { useFormat, useTexts } from './texts/language.tsx'

/** How things stand between this device and the server. */
export interface SyncState {
  line: 'open' | 'connecting' | 'none'
  /** Facts on this device without a receipt. */
  waiting: number
  /** When the oldest of them was written, ms since 1970. */
  waitingSince?: number | undefined
  /** When the server last confirmed that nothing waits, ms since 1970. */
  storedAt?: number | undefined
  /** Documents on this device of all it keeps; undefined once all are here. */
  loading?: { ready: number; total: number } | undefined
}

/** What waits for the server, said quietly; leads to the details. */
export function SyncLine({ sync, compact = false }: { sync: SyncState; compact?: boolean }) {
  const { frame } = useTexts()
  const format = useFormat()
  const { line, waiting, waitingSince, storedAt, loading } = sync
  const since = waitingSince === undefined ? '' : format.moment(waitingSince)
  const stored = storedAt === undefined ? '' : format.moment(storedAt)
  let head: string = frame.stored
  let detail = stored && frame.storedAt(stored)
  if (waiting > 0) {
    head = frame.waiting(waiting)
    detail = line === 'none' ? frame.waitingNoLine(since) : frame.waitingSending(since)
  } else if (loading && line === 'open') {
    head = frame.loadingJournals
    detail = frame.loadingOf(loading.ready, loading.total)
  } else if (line !== 'open') {
    head = line === 'none' ? frame.noLine : frame.connecting
    detail = stored && frame.noLineAll(stored)
  }
  const icon =
    line === 'none' && waiting === 0 ? 'noLine' : line === 'open' && waiting === 0 ? 'stored' : 'waiting'
  return (
    <a className={cx(css.line, compact && css.compact)} href={href({ screen: 'sync' })}>
      <Icon name={icon} />
      <span>
        <b>{head}</b>
        {detail && <span className={css.detail}>{detail}</span>}
        {loading && line === 'open' && (
          <progress
            className={css.progress}
            value={loading.ready}
            max={loading.total}
            aria-label={frame.loadingJournals}
          />
        )}
      </span>
    </a>
  )
}
