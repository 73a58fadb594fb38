import { Icon } from '../design/icons.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import type { PreviewRow } from '../tables/mapped-sheet.ts'
import css from '../tables/tables.module.css'

/** The rows of the table as they were understood, each with its dates and what is wrong with it. */
export function PlanPreview({
  rows,
  from,
  datesOf,
}: {
  rows: readonly PreviewRow[]
  /** Entries of the plan before these. */
  from: number
  /** ISO dates that an entry (from 1) falls on; undefined while the table has faults. */
  datesOf: (number: number) => readonly string[] | undefined
}) {
  const { plan: texts, tables } = useTexts()
  const format = useFormat()
  return (
    <ol className={css.rows}>
      {rows.map(({ row, fields: entry, faults, notes }) => {
        const date = entry && datesOf(Number(entry.number))
        return (
          <li key={row}>
            <span className={css.quiet}>{entry ? from + Number(entry.number) : ''}</span>
            <div className={css.words}>
              {entry && <p className={css.topic}>{entry.topic}</p>}
              {entry?.homework && <p className={css.quiet}>{texts.homework(entry.homework)}</p>}
              {faults.map((why) => (
                <p key={why} className={css.fault}>
                  <Icon name="alert" />
                  <span>
                    {tables.row(row)}, {why}
                  </span>
                </p>
              ))}
              {notes.map((why) => (
                <p key={why} className={css.quiet}>
                  {tables.row(row)}: {why}
                </p>
              ))}
            </div>
            {entry && faults.length === 0 && (
              <p className={css.when}>
                {texts.hours(Number(entry.hours))}
                {date && <span className={css.quiet}>{date[0] ? format.short(date[0]) : texts.none}</span>}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
