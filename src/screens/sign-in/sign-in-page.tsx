import type { ReactNode } from 'react'
import { useFirstTexts } from '../design/texts/first.ts'
import css from './sign-in-page.module.css'

/** The page around every step of signing in. */
export function SignInPage({ title, children }: { title: string; children: ReactNode }) {
  const { brand } = useFirstTexts()
  return (
    <main className={css.page}>
      <div className={css.sheet}>
        <p className={css.brand}>{brand.toLowerCase()}</p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
