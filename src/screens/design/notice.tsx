import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons.tsx'
import css from './notice.module.css'

/**
 * A designed state in place: what is the case and what to do next. `act` must be acted on and is read out at once;
 * `quiet` is information; `empty` fills a place where nothing is yet.
 */
export function Notice({
  tone = 'quiet',
  icon,
  title,
  children,
  actions,
}: {
  tone?: 'quiet' | 'act' | 'empty'
  icon?: IconName
  title?: string | undefined
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={cx(css.notice, css[tone])} role={tone === 'act' ? 'alert' : undefined}>
      {icon && <Icon name={icon} />}
      <div className={css.body}>
        <div className={css.words}>
          {title && <p className={css.title}>{title}</p>}
          {children && <div>{children}</div>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
    </div>
  )
}
