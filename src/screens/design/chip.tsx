import type { ReactNode } from 'react'
import css from './chip.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons.tsx'

export type ChipTone = 'plain' | 'act' | 'ok' | 'late' | 'now'

/** A short state in words. `act` is for what the person must do. */
export function Chip({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: ChipTone
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span className={cx(css.chip, css[tone])}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
