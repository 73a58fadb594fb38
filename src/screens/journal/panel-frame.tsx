import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { CellConflicts } from './cell-conflicts.tsx'
import type { CellConflict, HistoryEntry } from './cell-details.ts'
import { CellHistory } from './cell-history.tsx'
import css from './cell-panel.module.css'

/** What every panel of a cell has: whose it is, what disagrees, and below all else its history. */
export function PanelFrame({
  label,
  name,
  when,
  takeFocus,
  conflicts,
  history,
  evidence,
  onSettle,
  onClose,
  children,
}: {
  label: string
  name: string
  when: string
  /** Opened by a key: the panel takes the focus. */
  takeFocus: boolean
  conflicts: readonly CellConflict[]
  history: readonly HistoryEntry[]
  /** What the server states about the cell, for who may ask. */
  evidence?: ReactNode
  onSettle: (conflict: string, value: string) => void
  onClose: () => void
  children: ReactNode
}) {
  const { frame } = useTexts()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takeFocus) panel.current?.focus()
  }, [takeFocus])
  return (
    <aside
      ref={panel}
      className={css.panel}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={css.head}>
        <div>
          <h2>{name}</h2>
          <p className={css.when}>{when}</p>
        </div>
        <IconButton icon="close" label={frame.close} onClick={onClose} />
      </div>
      {conflicts.length > 0 && <CellConflicts conflicts={conflicts} onSettle={onSettle} />}
      {children}
      <CellHistory history={history} />
      {evidence}
    </aside>
  )
}
