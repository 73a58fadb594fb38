import { cx } from '../design/cx.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import type { HistoryEntry } from './cell-details.ts'
import css from './cell-history.module.css'

/** Everything ever written in a cell: by whom, when by the device and by the server, and what became of it. */
export function CellHistory({ history }: { history: readonly HistoryEntry[] }) {
  const { cell } = useTexts()
  return (
    <section>
      <h2 className={css.title}>{cell.history}</h2>
      {history.length === 0 ? (
        <p className={css.quiet}>{cell.historyEmpty}</p>
      ) : (
        <ol className={css.list}>
          {history.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { cell } = useTexts()
  const format = useFormat()
  const { what, author, as, device, deviceTime, serverTime, from, to, fate, why } = entry
  const by = [author, as && cell.capacity[as], device].filter(Boolean).join(', ')
  const times = [
    cell.deviceTime(format.moment(deviceTime)),
    serverTime === undefined ? cell.waiting : cell.serverTime(format.moment(serverTime)),
  ].join(', ')
  return (
    <li className={cx(css.entry, fate === 'void' && css.void)}>
      <p>
        {what}: {from !== undefined && `${from} → `}
        <b>{to ?? cell.removed}</b>
      </p>
      <p className={css.quiet}>{by}</p>
      <p className={css.quiet}>{times}</p>
      {fate === 'void' && <p className={css.why}>{cell.void(why ? cell.why[why] : '')}</p>}
    </li>
  )
}
