import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { PreviewRow } from './mapped-sheet.ts'
import css from './tables.module.css'

/** Faults told above the table; the others stand at their rows. */
const mostListed = 5

/** How much is wrong with a table, above its rows: what keeps it from being taken. */
export function FaultsNotice({ rows, general }: { rows: readonly PreviewRow[]; general: readonly string[] }) {
  const { tables } = useTexts()
  const count = rows.reduce((sum, { faults }) => sum + faults.length, 0)
  return (
    <>
      {general.map((why) => (
        <p key={why} className={css.fault}>
          {why}
        </p>
      ))}
      {count > 0 && (
        <Notice tone="act" icon="alert">
          <p>{tables.faults(count)}</p>
          <ul>
            {rows
              .flatMap(({ row, faults }) => faults.map((why) => `${tables.row(row)}, ${why}`))
              .slice(0, mostListed)
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
