import { useEffect, useState } from 'react'
import type { PlanEntry } from '../../domain/journal/journal-view.ts'
import type { PlanContent } from '../../domain/journal/plan-editing.ts'
import type { PlanLayout } from '../../domain/journal/plan-layout.ts'
import type { OfferedPlan } from '../../sync/colleagues.ts'
import { Button } from '../design/button.tsx'
import { Choice } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from '../tables/tables.module.css'
import own from './plan-offers.module.css'
import { PlanPreview } from './plan-preview.tsx'
import { useForecast } from './plan-summary.tsx'
import { planWith } from './plan-view.ts'

export interface PlanOffersProps {
  plan: readonly PlanEntry[]
  /** Entries, from the first, that are held or begun. */
  kept: number
  layOut: (plan: readonly PlanEntry[]) => PlanLayout
  /** Plans that may be taken over; null without a line. */
  onAsk: () => Promise<readonly OfferedPlan[] | null>
  onTake: (entries: readonly PlanContent[], kept: number) => void
  onBack: () => void
}

/** Plans of colleagues and of former years: one is chosen, looked at over this year's dates, and taken over. */
export function PlanOffers({ plan, kept, layOut, onAsk, onTake, onBack }: PlanOffersProps) {
  const { plan: texts, planSharing } = useTexts()
  const [offers, setOffers] = useState<readonly OfferedPlan[] | null>()
  const [chosen, setChosen] = useState<OfferedPlan>()
  // Asked once a visit; what is offered changes seldom.
  const [ask] = useState(() => onAsk)
  useEffect(() => {
    let current = true
    void ask().then((found) => current && setOffers(found))
    return () => {
      current = false
    }
  }, [ask])
  return (
    <div className={css.page}>
      <h1>{planSharing.take}</h1>
      <div>
        <Button icon="back" onClick={chosen ? () => setChosen(undefined) : onBack}>
          {chosen ? planSharing.others : texts.table.back}
        </Button>
      </div>
      {chosen ? (
        <Preview plan={plan} kept={kept} layOut={layOut} chosen={chosen} onTake={onTake} />
      ) : offers === undefined ? (
        <p role="status">{planSharing.asking}</p>
      ) : offers === null ? (
        <Notice tone="empty" icon="noLine" title={planSharing.noLine}>
          {planSharing.noLineHelp}
        </Notice>
      ) : offers.length === 0 ? (
        <Notice tone="empty" icon="note" title={planSharing.nothing}>
          {planSharing.nothingHelp}
        </Notice>
      ) : (
        <ul className={own.offers}>
          {offers.map((offer) => (
            <li key={`${offer.class} ${offer.group ?? ''}`}>
              <Button onClick={() => setChosen(offer)}>
                {planSharing.offer(offer.title, offer.teacher, offer.year.replace('-', '/'))}
              </Button>
              <span className={css.quiet}>
                {texts.table.total(offer.entries.length, hoursOf(offer.entries))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Preview({
  plan,
  kept,
  layOut,
  chosen,
  onTake,
}: Pick<PlanOffersProps, 'plan' | 'kept' | 'layOut' | 'onTake'> & { chosen: OfferedPlan }) {
  const { plan: texts, planSharing } = useTexts()
  const [replace, setReplace] = useState<'rest' | 'whole'>(kept > 0 ? 'rest' : 'whole')
  const from = replace === 'rest' ? kept : 0
  // What is held already is not taught a second time.
  const entries = chosen.entries.slice(from).map(plain)
  const layout = layOut(planWith(plan, from, entries))
  const forecast = useForecast(layout)
  return (
    <>
      <h2>{planSharing.offer(chosen.title, chosen.teacher, chosen.year.replace('-', '/'))}</h2>
      {kept > 0 && (
        <Choice
          label={texts.table.replace}
          name="replace-offer"
          value={replace}
          options={[
            { value: 'rest', label: texts.table.rest(kept + 1) },
            { value: 'whole', label: texts.table.whole },
          ]}
          onChange={setReplace}
        />
      )}
      <PlanPreview
        rows={entries.map(({ hours, topic, homework }, index) => ({
          row: index + 1,
          fields: { number: String(index + 1), hours: String(hours), topic, homework: homework ?? '' },
          faults: [],
          notes: [],
        }))}
        from={from}
        datesOf={(number) => layout.entries[from + number - 1]?.places.map(({ date }) => date) ?? []}
      />
      <div className={css.foot}>
        <p role="status">
          {texts.table.total(entries.length, hoursOf(entries))}. {texts.forecast}: {forecast}.
        </p>
        <div className={css.buttons}>
          <Button look="main" disabled={entries.length === 0} onClick={() => onTake(entries, from)}>
            {texts.table.takePlan}
          </Button>
        </div>
      </div>
    </>
  )
}

const hoursOf = (entries: readonly { hours: number }[]) => entries.reduce((sum, { hours }) => sum + hours, 0)

function plain({ hours, topic, homework }: OfferedPlan['entries'][number]): PlanContent {
  return { hours, topic, ...(homework === undefined ? {} : { homework }) }
}
