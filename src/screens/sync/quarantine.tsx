import type { ReactNode } from 'react'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { CopyButton } from './copy-button.tsx'
import css from './list-page.module.css'

/** Rows the relay could not read, put aside on the device. `at`: ms since 1970. */
export interface QuarantineItem {
  id: string
  /** «7А, Математика» */
  where: string
  /** What the server answered. */
  why: string
  count: number
  at: number
  /** All that an administrator needs. */
  details: string
}

export interface QuarantineProps {
  items: readonly QuarantineItem[]
  onCopy: (text: string) => void
  /** Saves all of it as a file. */
  save?: ReactNode
}

/** What was put aside so that the rest could go on. */
export function Quarantine({ items, onCopy, save }: QuarantineProps) {
  const { quarantine, sync } = useTexts()
  const format = useFormat()
  return (
    <div className={css.page}>
      <h1>{quarantine.title}</h1>
      {items.length === 0 ? (
        <Notice tone="empty" icon="check" title={quarantine.empty} />
      ) : (
        <>
          <p className={css.lead}>
            {quarantine.lead} {quarantine.help}
          </p>
          {save}
          <ul className={css.list}>
            {items.map(({ id, where, why, count, at, details }) => (
              <li key={id}>
                <p className={css.fact}>
                  {where}: {sync.entries(count)}
                </p>
                <p>{why}</p>
                <p className={css.lead}>{format.moment(at)}</p>
                <div className={css.actions}>
                  <CopyButton text={details} onCopy={onCopy} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
