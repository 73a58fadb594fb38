import { useState } from 'react'
import type { PlacedYearFault } from '../../../domain/school/check-year.ts'
import { Button } from '../../design/button.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { KeyedRows } from './keyed-rows.tsx'
import css from './setup.module.css'
import { type BellPlanDraft, type Keyed, planId } from './year-draft.ts'

/** The bells: everybody's, and those of a shift, of some grades, of short days. */
export function BellsEditor({
  plans,
  faults,
  onPlans,
}: {
  plans: readonly Keyed<BellPlanDraft>[]
  faults: readonly PlacedYearFault[]
  onPlans: (plans: Keyed<BellPlanDraft>[]) => void
}) {
  const { setup } = useTexts()
  const texts = setup.year
  return (
    <section className={css.section} aria-labelledby="bells">
      <h2 id="bells">{texts.bells}</h2>
      {plans.map((plan, at) => (
        <details key={plan.key} open={at === 0} className={css.form}>
          <summary className={css.title}>{at === 0 ? texts.everybodysBells : texts.bellPlan(plan)}</summary>
          <BellRows
            plan={plan}
            faultAt={(index) => {
              const fault = faults.find(
                (one) => one.what === 'bell' && one.bellPlan === at && one.index === index,
              )
              return fault && texts.bellFault(fault.kind)
            }}
            onPlan={(next) => onPlans(plans.map((one) => (one === plan ? next : one)))}
          />
          {at > 0 && (
            <Button look="quiet" onClick={() => onPlans(plans.filter((one) => one !== plan))}>
              {texts.removeBells}
            </Button>
          )}
        </details>
      ))}
      <NewPlan
        taken={plans.map(({ id }) => id)}
        onAdd={(plan) => onPlans([...plans, { ...plan, bells: plans[0]?.bells ?? [] }])}
      />
    </section>
  )
}

function BellRows({
  plan,
  faultAt,
  onPlan,
}: {
  plan: Keyed<BellPlanDraft>
  faultAt: (index: number) => string | undefined
  onPlan: (plan: Keyed<BellPlanDraft>) => void
}) {
  const { setup, today } = useTexts()
  const texts = setup.year
  const next = Math.max(0, ...plan.bells.map(({ number }) => number)) + 1
  return (
    <KeyedRows
      rows={plan.bells}
      onRows={(bells) => onPlan({ ...plan, bells })}
      name={({ number }) => today.lesson(number)}
      faultAt={faultAt}
      add={{ label: texts.addBell, row: { number: next, starts: '', ends: '' } }}
    >
      {(bell, change) => (
        <>
          <TextField
            label={texts.bellStarts(today.lesson(bell.number))}
            type="time"
            value={bell.starts}
            onChange={({ target }) => change({ starts: target.value })}
          />
          <TextField
            label={texts.bellEnds}
            type="time"
            value={bell.ends}
            onChange={({ target }) => change({ ends: target.value })}
          />
        </>
      )}
    </KeyedRows>
  )
}

const shifts = [1, 2, 3]

/** Bells for a shift, some grades or short days, to begin with those of everybody. */
function NewPlan({
  taken,
  onAdd,
}: {
  taken: readonly string[]
  onAdd: (plan: Keyed<Omit<BellPlanDraft, 'bells'>>) => void
}) {
  const { setup } = useTexts()
  const texts = setup.year
  const [asked, setAsked] = useState(false)
  const [shift, setShift] = useState(1)
  const [grades, setGrades] = useState('')
  const [kind, setKind] = useState<'ordinary' | 'short'>('ordinary')
  const shortDay = kind === 'short'
  const id = planId(shift, grades, shortDay)
  if (!asked)
    return (
      <div className={css.buttons}>
        <Button icon="plus" onClick={() => setAsked(true)}>
          {texts.addBells}
        </Button>
      </div>
    )
  return (
    <div className={css.form}>
      <div className={css.fields}>
        <SelectField
          label={setup.classes.shift}
          value={shift}
          onChange={({ target }) => setShift(Number(target.value))}
        >
          {shifts.map((one) => (
            <option key={one} value={one}>
              {setup.shift(one)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={texts.grades}
          placeholder={texts.allGrades}
          value={grades}
          maxLength={60}
          onChange={({ target }) => setGrades(target.value.replaceAll(',', ' '))}
        />
        <SelectField
          label={texts.days}
          value={kind}
          problem={taken.includes(id) ? texts.bellsTwice : undefined}
          onChange={({ target }) => setKind(target.value === 'short' ? 'short' : 'ordinary')}
        >
          <option value="ordinary">{texts.ordinary}</option>
          <option value="short">{texts.short}</option>
        </SelectField>
      </div>
      <div className={css.buttons}>
        <Button
          look="main"
          disabled={taken.includes(id)}
          onClick={() => {
            onAdd({ key: id, id, shift, grades, shortDay, from: '', to: '' })
            setAsked(false)
          }}
        >
          {texts.addBells}
        </Button>
        <Button onClick={() => setAsked(false)}>{setup.dismiss}</Button>
      </div>
    </div>
  )
}
