import type { PlanLayout } from '../../domain/journal/plan-layout.ts'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import css from './plan-summary.module.css'
import { planBar } from './plan-view.ts'

/** Plan against held: the hours in figures and as a picture. */
export function PlanSummary({ layout }: { layout: PlanLayout }) {
  const { plan: texts } = useTexts()
  const { planned, held, lag, unkept } = layout
  const bar = planBar(layout)
  const percent = (part: number) => `${part * 100}%`
  return (
    <section className={css.summary}>
      <dl className={css.figures}>
        <Figure name={texts.planned} value={texts.hours(planned)} />
        <Figure name={texts.held} value={texts.hours(held)} />
        <Figure
          name={lag < 0 ? texts.lead : texts.lag}
          value={lag === 0 ? texts.onTime : texts.hours(Math.abs(lag))}
          late={lag > 0}
        />
        <Figure name={texts.forecast} value={useForecast(layout)} late={layout.shortage > 0} />
      </dl>
      <svg className={css.bar} role="img" aria-label={texts.bar(held, planned)}>
        <rect className={css.whole} width="100%" height="100%" rx="5" />
        <rect className={css.held} width={percent(bar.held)} height="100%" rx="5" />
        {lag > 0 && <line className={css.due} x1={percent(bar.due)} x2={percent(bar.due)} y1="0" y2="100%" />}
      </svg>
      {unkept > 0 && <p className={css.note}>{texts.unkept(unkept)}</p>}
    </section>
  )
}

/** Whether the hours of the year are enough, in words. */
export function useForecast({ shortage }: Pick<PlanLayout, 'shortage'>): string {
  const { plan: texts } = useTexts()
  if (shortage > 0) return texts.shortage(shortage)
  return shortage < 0 ? texts.spare(-shortage) : texts.enough
}

function Figure({ name, value, late }: { name: string; value: string; late?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={cx(late && css.late)}>{value}</dd>
    </div>
  )
}
