import type { ButtonHTMLAttributes, ReactNode } from 'react'
import css from './button.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons.tsx'

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main`: the one thing to do here. `quiet`: no border. `danger`: takes something away. */
  look?: ButtonLook
  icon?: IconName
  big?: boolean
}

export function Button({ look = 'plain', icon, big, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={cx(css.button, css[look], big && css.big, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button. */
export function ButtonLink({
  look = 'plain',
  href,
  big,
  icon,
  className,
  children,
}: {
  look?: ButtonLook
  href: string
  big?: boolean
  icon?: IconName
  className?: string | undefined
  children: ReactNode
}) {
  return (
    <a href={href} className={cx(css.button, css[look], big && css.big, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** A square button with a picture only; `label` is what it does. */
export function IconButton({
  icon,
  label,
  className,
  ...rest
}: { icon: IconName; label: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" aria-label={label} title={label} {...rest} className={cx(css.square, className)}>
      <Icon name={icon} />
    </button>
  )
}
