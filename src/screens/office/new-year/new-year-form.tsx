import { useMemo, useState } from 'react'
import { writeDocuments } from '../../../device/write-documents.ts'
import { schoolDocument } from '../../../domain/ledger/documents.ts'
import type { Entry } from '../../../domain/ledger/fact.ts'
import { addDays } from '../../../domain/policy/policy.ts'
import type { ClassView } from '../../../domain/school/class-view.ts'
import { type ClassPlan, commonPlans, newYear } from '../../../domain/school/new-year.ts'
import type { SchoolYear } from '../../../domain/school/school-view.ts'
import { derivedIds } from '../../../exchange/sheets/derived-id.ts'
import { Button, ButtonLink } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { href } from '../../route.ts'
import { useSchool, useWorkspace } from '../../workspace/workspace.ts'
import css from '../setup/setup.module.css'
import { ClassPlanRow } from './class-plan-row.tsx'

type State = { kind: 'idle' } | { kind: 'writing'; done: number; all: number } | { kind: 'done' | 'failed' }

/** What becomes of each class, how much will be written, and the button that writes it. */
export function NewYearForm({
  from,
  to,
  yearEntries,
  views,
}: {
  from: SchoolYear
  to: SchoolYear
  /** The new year itself, where it has yet to be written. */
  yearEntries: readonly Entry[]
  views: ReadonlyMap<string, ClassView>
}) {
  const { session } = useWorkspace()
  const school = useSchool()
  const { newYear: texts, movement } = useTexts()
  const format = useFormat()
  const [changed, setChanged] = useState<ReadonlyMap<string, ClassPlan>>(new Map())
  const [order, setOrder] = useState({ orderNo: '', orderDate: '' })
  const [leaving, setLeaving] = useState({ date: addDays(from.ends, 1), orderNo: '', orderDate: '' })
  const [state, setState] = useState<State>({ kind: 'idle' })
  const plans = useMemo(
    () => commonPlans(school, from).map((plan) => changed.get(plan.class) ?? plan),
    [school, from, changed],
  )
  const { entries, lines, totals } = newYear(
    school,
    views,
    { from, to, classes: plans, order, leaving },
    derivedIds([...school.classes.keys(), ...school.groups.keys()]),
  )
  if (yearEntries.length > 0) {
    // Year, classes and workload are the school's document: they are written first and together.
    const rest = entries.get(schoolDocument) ?? []
    entries.set(schoolDocument, [...yearEntries, ...rest])
  }
  const hasLeavers = plans.some(({ next }) => next === 'left')
  const isNothing = entries.size === 0
  const isBusy = state.kind === 'writing'

  async function write() {
    const ofSchool = entries.get(schoolDocument)
    const lists = new Map([...entries].filter(([id]) => id !== schoolDocument))
    setState({ kind: 'writing', done: 0, all: lists.size })
    try {
      if (ofSchool) await writeDocuments(session, new Map([[schoolDocument, ofSchool]]))
      await writeDocuments(session, lists, (done) => setState({ kind: 'writing', done, all: lists.size }))
      setState({ kind: 'done' })
    } catch {
      setState({ kind: 'failed' })
    }
  }

  return (
    <>
      <p className={css.lead}>{texts.lead(from.id, to.id)}</p>
      <p className={css.lead}>
        {yearEntries.length > 0
          ? texts.template(format.date(to.starts), format.date(to.ends))
          : texts.dates(format.date(to.starts), format.date(to.ends))}
      </p>
      <section className={css.section} aria-labelledby="classes">
        <h2 id="classes">{texts.classes}</h2>
        <ul className={css.records}>
          {lines.map((line) => (
            <ClassPlanRow
              key={line.class.id}
              line={line}
              plan={plans.find((plan) => plan.class === line.class.id)!}
              onPlan={(plan) => setChanged(new Map(changed).set(plan.class, plan))}
            />
          ))}
        </ul>
      </section>
      <section className={css.section} aria-label={texts.order}>
        <h2>{texts.order}</h2>
        <div className={css.fields}>
          <OrderFields texts={movement} value={order} onValue={setOrder} />
        </div>
      </section>
      {hasLeavers && (
        <section className={css.section} aria-label={texts.leaving}>
          <h2>{texts.leaving}</h2>
          <div className={css.fields}>
            <TextField
              label={texts.leavingDay}
              type="date"
              value={leaving.date}
              onChange={({ target }) => target.value !== '' && setLeaving({ ...leaving, date: target.value })}
            />
            <OrderFields
              texts={movement}
              value={leaving}
              onValue={(value) => setLeaving({ ...leaving, ...value })}
            />
          </div>
        </section>
      )}
      <section className={css.section} aria-labelledby="preview">
        <h2 id="preview">{texts.preview}</h2>
        {isNothing ? (
          <p>{texts.nothing}</p>
        ) : (
          <ul>
            {texts.counts(totals).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {state.kind === 'done' && (
          <Notice
            icon="check"
            actions={<ButtonLink href={href({ screen: 'setup', step: 'year' })}>{texts.toYear}</ButtonLink>}
          >
            {texts.done}
          </Notice>
        )}
        {state.kind === 'failed' && (
          <Notice tone="act" icon="alert">
            {texts.failed}
          </Notice>
        )}
        <p className={css.quiet} role="status">
          {isBusy ? texts.writing(state.done, state.all) : !isNothing && texts.again}
        </p>
        <div className={css.buttons}>
          <Button look="main" disabled={isNothing || isBusy} onClick={() => void write()}>
            {texts.make}
          </Button>
        </div>
      </section>
    </>
  )
}

function OrderFields({
  texts,
  value,
  onValue,
}: {
  texts: { orderNo: string; orderDate: string }
  value: { orderNo: string; orderDate: string }
  onValue: (value: { orderNo: string; orderDate: string }) => void
}) {
  const { orderNo, orderDate } = value
  return (
    <>
      <TextField
        label={texts.orderNo}
        value={orderNo}
        maxLength={40}
        onChange={({ target }) => onValue({ orderDate, orderNo: target.value })}
      />
      <TextField
        label={texts.orderDate}
        type="date"
        value={orderDate}
        onChange={({ target }) => onValue({ orderNo, orderDate: target.value })}
      />
    </>
  )
}
