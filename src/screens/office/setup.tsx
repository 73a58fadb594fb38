import { useTexts } from '../design/texts/language.tsx'
import css from './forms.module.css'
import { PeriodLocks, type PeriodLocksProps } from './period-locks.tsx'
import { SubstitutionForm, type SubstitutionFormProps } from './substitution-form.tsx'

export interface SetupProps {
  substitutions: SubstitutionFormProps
  locks: PeriodLocksProps
}

/** What the administration sets for the day and the year. */
export function Setup({ substitutions, locks }: SetupProps) {
  const { office } = useTexts()
  return (
    <div className={css.page}>
      <h1>{office.title}</h1>
      <SubstitutionForm {...substitutions} />
      <PeriodLocks {...locks} />
    </div>
  )
}
