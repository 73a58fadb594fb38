import { useRef, useState } from 'react'
import type { PlanEntry } from '../../domain/journal/journal-view.ts'
import {
  changePlanEntry,
  insertPlanEntries,
  movePlanEntry,
  removePlanEntry,
  splitPlanEntry,
} from '../../domain/journal/plan-editing.ts'
import type { PlanLayout } from '../../domain/journal/plan-layout.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './plan.module.css'
import { PlanForm } from './plan-form.tsx'
import { PlanOffers, type PlanOffersProps } from './plan-offers.tsx'
import { PlanRow } from './plan-row.tsx'
import { PlanSummary } from './plan-summary.tsx'
import { PlanTable } from './plan-table.tsx'
import { keptEntries, planRows, planWith } from './plan-view.ts'

export interface PlanProps {
  /** «7А, Математика» */
  journal: string
  journalHref: string
  plan: readonly PlanEntry[]
  layout: PlanLayout
  /** Lays another plan over the same year. */
  layOut: (plan: readonly PlanEntry[]) => PlanLayout
  /** ISO date. */
  today: string
  writable: boolean
  canUndo: boolean
  /** Makes the plan this one, as one step. */
  onPlan: (plan: readonly PlanEntry[]) => void
  onUndo: () => void
  /** Colleagues may take it over. */
  shared: boolean
  onShare: (shared: boolean) => void
  onAskOffers: PlanOffersProps['onAsk']
  onExport: (format: 'xlsx' | 'csv') => void
}

/** What stands open: a new entry before place `at`, or the entry at a place being changed. */
type Editing = { kind: 'insert' | 'change'; at: number }

/** The plan: hours planned and held, then every entry with its dates. */
export function Plan(props: PlanProps) {
  const { journal, journalHref, plan, layout, layOut, today, writable, canUndo, onPlan, onUndo } = props
  const { plan: texts, planSharing } = useTexts()
  const [pasting, setPasting] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const [editing, setEditing] = useState<Editing>()
  const [opened, setOpened] = useState<string>()
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const rows = planRows(layout, today)

  const become = (next: readonly PlanEntry[], saying: string) => {
    onPlan(next)
    setEditing(undefined)
    setSaid(saying)
  }
  const move = (from: number, to: number) => {
    if (to >= 0 && to < plan.length) become(movePlanEntry(plan, from, to), texts.moved(to + 1))
  }
  const toList = () => {
    setPasting(false)
    setChoosing(false)
    scrollTo(0, 0)
  }
  if (pasting && writable)
    return (
      <PlanTable
        plan={plan}
        kept={keptEntries(layout)}
        layOut={layOut}
        onBack={toList}
        onTake={(entries, kept) => {
          become(planWith(plan, kept, entries), texts.taken(entries.length))
          toList()
        }}
      />
    )
  if (choosing && writable)
    return (
      <PlanOffers
        plan={plan}
        kept={keptEntries(layout)}
        layOut={layOut}
        onAsk={props.onAskOffers}
        onBack={toList}
        onTake={(entries, kept) => {
          become(planWith(plan, kept, entries), texts.taken(entries.length))
          toList()
        }}
      />
    )
  const form = editing && (
    <PlanForm
      entry={editing.kind === 'change' ? plan[editing.at] : undefined}
      onCancel={() => setEditing(undefined)}
      onSave={(content) => {
        if (editing.kind === 'change') become(changePlanEntry(plan, editing.at, content), texts.changed)
        else become(insertPlanEntries(plan, editing.at, [content]), texts.inserted)
      }}
    />
  )
  const edit = (kind: Editing['kind'], at: number) => {
    setEditing({ kind, at })
    setOpened(undefined)
  }
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1 ref={heading} tabIndex={-1}>
          {texts.title(journal)}
        </h1>
        <ButtonLink look="quiet" icon="journals" href={journalHref}>
          {texts.toJournal}
        </ButtonLink>
      </header>
      {plan.length > 0 && <PlanSummary layout={layout} />}
      {!writable && plan.length > 0 && <p className={css.quiet}>{texts.readOnly}</p>}
      {plan.length === 0 && (
        <Notice tone="empty" icon="note" title={texts.emptyTitle}>
          {writable ? texts.emptyHelp : texts.emptyReadOnly}
        </Notice>
      )}
      {writable && (
        <div className={css.actions}>
          <Button look={plan.length === 0 ? 'main' : 'plain'} icon="copy" onClick={() => setPasting(true)}>
            {texts.take}
          </Button>
          <Button icon="plus" onClick={() => edit('insert', plan.length)}>
            {texts.add}
          </Button>
          <Button icon="swap" onClick={() => setChoosing(true)}>
            {planSharing.take}
          </Button>
          {plan.length > 0 && (
            <Button onClick={() => props.onShare(!props.shared)}>
              {props.shared ? planSharing.unshare : planSharing.share}
            </Button>
          )}
        </div>
      )}
      {props.shared && <p className={css.quiet}>{planSharing.shared}</p>}
      {plan.length > 0 && (
        <div className={css.actions}>
          <Button look="quiet" onClick={() => props.onExport('xlsx')}>
            {planSharing.excel}
          </Button>
          <Button look="quiet" onClick={() => props.onExport('csv')}>
            {planSharing.csv}
          </Button>
        </div>
      )}
      {rows.some((row) => row.today) && (
        <Button look="quiet" icon="today" className={css.toToday} onClick={toToday}>
          {texts.toToday}
        </Button>
      )}
      {plan.length === 0 && form}
      {rows.length > 0 && (
        <ol className={css.list} aria-label={texts.list}>
          {rows.map((row, at) => (
            <PlanRow
              key={row.id}
              row={row}
              opened={opened === row.id}
              writable={writable}
              last={at === rows.length - 1}
              form={editing?.kind === 'change' && editing.at === at ? form : undefined}
              formAfter={editing?.kind === 'insert' && editing.at === at + 1 ? form : undefined}
              onOpen={() => setOpened(opened === row.id ? undefined : row.id)}
              onMove={(by) => move(at, at + by)}
              onInsert={() => edit('insert', at + 1)}
              onSplit={() => become(splitPlanEntry(plan, at), planSharing.wasSplit)}
              onChange={() => edit('change', at)}
              onRemove={() => {
                become(removePlanEntry(plan, at), texts.removed(row.topic))
                // The button goes away with its row.
                heading.current?.focus({ preventScroll: true })
              }}
            />
          ))}
        </ol>
      )}
      {writable && !editing && (
        <div className={css.foot} hidden={said === '' && !canUndo}>
          <span role="status">{said}</span>
          <Button
            icon="undo"
            disabled={!canUndo}
            onClick={() => {
              onUndo()
              setEditing(undefined)
              setSaid(texts.undone)
            }}
          >
            {texts.undo}
          </Button>
        </div>
      )}
    </div>
  )
}

function toToday(): void {
  document.querySelector('[data-today]')?.scrollIntoView({ block: 'center' })
}
