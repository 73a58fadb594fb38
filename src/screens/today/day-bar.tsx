import { addDays } from '../../domain/policy/policy.ts'
import { ButtonLink } from '../design/button.tsx'
import { Icon } from '../design/icons.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { href, navigate } from '../route.ts'
import css from './day-bar.module.css'

/** The day that is shown, with the way to the days beside it and to any other. */
export function DayBar({ date, isToday }: { date: string; isToday: boolean }) {
  const { places } = useTexts()
  const format = useFormat()
  return (
    <div className={css.bar}>
      <Step to={addDays(date, -1)} icon="back" label={places.previousDay} />
      <h1 className={css.date}>{format.weekday(date)}</h1>
      <Step to={addDays(date, 1)} icon="next" label={places.nextDay} />
      <div className={css.days}>
        <label className={css.other}>
          <span>{places.otherDay}</span>
          <input
            type="date"
            value={date}
            onChange={({ target }) => {
              // A date half typed is none yet.
              if (/^20\d\d-/.test(target.value)) navigate({ screen: 'today', date: target.value })
            }}
          />
        </label>
        {!isToday && <ButtonLink href={href({ screen: 'today' })}>{places.toToday}</ButtonLink>}
      </div>
    </div>
  )
}

function Step({ to, icon, label }: { to: string; icon: 'back' | 'next'; label: string }) {
  return (
    <a className={css.step} href={href({ screen: 'today', date: to })} aria-label={label} title={label}>
      <Icon name={icon} />
    </a>
  )
}
