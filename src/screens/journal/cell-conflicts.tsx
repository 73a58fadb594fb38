import { Button } from '../design/button.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './cell-conflicts.module.css'
import type { CellConflict } from './cell-details.ts'

/** Different values of different people, with authors and times; one tap settles. */
export function CellConflicts({
  conflicts,
  onSettle,
}: {
  conflicts: readonly CellConflict[]
  onSettle: (conflict: string, value: string) => void
}) {
  const { cell } = useTexts()
  const format = useFormat()
  return (
    <section className={css.conflicts} aria-label={cell.conflictTitle}>
      {conflicts.map((conflict) => (
        <div key={conflict.id} className={css.conflict}>
          <h3>
            {cell.conflictTitle}: {conflict.what}
          </h3>
          <p>{cell.conflictLead}</p>
          <ul>
            {conflict.values.map(({ id, value, author, as, deviceTime, serverTime }) => {
              const written = value ?? cell.nothing
              return (
                <li key={id}>
                  <p className={css.by}>
                    <b>{written}</b> {author}
                    {as && `, ${cell.capacity[as]}`}
                    <br />
                    {cell.deviceTime(format.moment(deviceTime))}
                    {serverTime !== undefined && `, ${cell.serverTime(format.moment(serverTime))}`}
                  </p>
                  <Button onClick={() => onSettle(conflict.id, id)}>{cell.keep(written)}</Button>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}
