import type { SetupStep, SetupStepId } from '../../domain/school/setup-steps.ts'
import { ButtonLink } from '../design/button.tsx'
import { cx } from '../design/cx.ts'
import { Icon } from '../design/icons.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { officePlaces, stepRoutes } from './office-places.ts'
import css from './school-hub.module.css'

export interface SchoolHubProps {
  /** «МБОУ «Сивинская СОШ»»; undefined while it has no name. */
  name: string | undefined
  steps: readonly SetupStep[]
  /** Steps of which not all has come to this device yet: nothing is said of them. */
  coming: ReadonlySet<SetupStepId>
}

/** Школа: what is wanting before the first day, and where the office works. */
export function SchoolHub({ name, steps, coming }: SchoolHubProps) {
  const { school } = useTexts()
  const known = steps.filter(({ id }) => !coming.has(id))
  const done = known.filter(({ state }) => state === 'done').length
  const next = known.find(({ state, id }) => state !== 'done' && stepRoutes[id])
  const places = (
    <section key="places" className={css.section} aria-labelledby="places">
      <h2 id="places">{school.placesTitle}</h2>
      <div className={css.places}>
        {officePlaces.map(({ route, icon, title }) => (
          <ButtonLink key={title} href={href(route)} icon={icon}>
            {school.places[title]}
          </ButtonLink>
        ))}
      </div>
    </section>
  )
  const checklist = (
    <section key="steps" className={css.section} aria-labelledby="steps">
      <h2 id="steps">{school.firstDay}</h2>
      <p className={css.lead}>{school.doneOf(done, steps.length)}</p>
      <ol className={css.steps}>
        {steps.map((step) => (
          <Step key={step.id} step={step} isComing={coming.has(step.id)} isNext={step === next} />
        ))}
      </ol>
    </section>
  )
  // Until there are lessons the office has nothing else to do here.
  const isNew = steps.some(({ id, state }) => id === 'timetable' && state === 'none')
  return (
    <div className={css.page}>
      <h1>{school.title}</h1>
      {name && <p className={css.lead}>{name}</p>}
      {isNew ? [checklist, places] : [places, checklist]}
    </div>
  )
}

function Step({ step, isComing, isNext }: { step: SetupStep; isComing: boolean; isNext: boolean }) {
  const { school } = useTexts()
  const { id } = step
  const state = isComing ? 'none' : step.state
  const route = stepRoutes[id]
  const title = school.steps[id]
  return (
    <li className={cx(css.step, isNext && css.next)}>
      <span className={cx(css.mark, css[state])}>{state === 'done' && <Icon name="check" />}</span>
      <div className={css.words}>
        {route ? (
          <a href={href(route)} className={css.name}>
            {title}
          </a>
        ) : (
          <span className={css.name}>{title}</span>
        )}
        <p className={css.lead}>{isComing ? school.coming : school.state(step)}</p>
      </div>
      {route && <Icon name="next" />}
    </li>
  )
}
