import type { ReactNode } from 'react'
import { Button } from '../../design/button.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import css from './setup.module.css'
import type { Keyed } from './year-draft.ts'

/** Rows of a form: each with its fields, a button that takes it out, and what is wrong with it. */
export function KeyedRows<T extends object>({
  rows,
  onRows,
  name,
  faultAt = () => undefined,
  add,
  children,
}: {
  rows: readonly Keyed<T>[]
  onRows: (rows: Keyed<T>[]) => void
  /** What a row is called, for those who do not see its fields. */
  name: (row: T) => string
  faultAt?: (index: number) => string | undefined
  /** Given where rows may be added. */
  add?: { label: string; row: T }
  children: (row: Keyed<T>, change: (part: Partial<T>) => void) => ReactNode
}) {
  const { setup } = useTexts()
  return (
    <>
      <ul className={css.rows}>
        {rows.map((row, at) => {
          const fault = faultAt(at)
          return (
            <li key={row.key} className={css.row}>
              {children(row, (part) =>
                onRows(rows.map((one, index) => (index === at ? { ...one, ...part } : one))),
              )}
              <Button
                look="quiet"
                aria-label={setup.removeOf(name(row))}
                onClick={() => onRows(rows.filter((_, index) => index !== at))}
              >
                {setup.remove}
              </Button>
              {fault && (
                <p className={css.wrong} role="alert">
                  {fault}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {add && (
        <div className={css.buttons}>
          <Button icon="plus" onClick={() => onRows([...rows, { ...add.row, key: crypto.randomUUID() }])}>
            {add.label}
          </Button>
        </div>
      )}
    </>
  )
}
