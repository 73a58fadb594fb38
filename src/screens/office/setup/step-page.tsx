import type { ReactNode } from 'react'
import type { SetupStepId } from '../../../domain/school/setup-steps.ts'
import { ButtonLink } from '../../design/button.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { href } from '../../route.ts'
import css from './setup.module.css'

/** A step of the first day: its heading, the way back to «Школа», what is said first. */
export function StepPage({
  step,
  lead,
  children,
}: {
  step: SetupStepId
  lead?: string
  children: ReactNode
}) {
  const { school, setup } = useTexts()
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{school.steps[step]}</h1>
        <ButtonLink look="quiet" icon="back" href={href({ screen: 'setup' })}>
          {setup.back}
        </ButtonLink>
      </header>
      {lead && <p className={css.lead}>{lead}</p>}
      {children}
    </div>
  )
}
