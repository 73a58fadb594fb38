import { useMemo, useState } from 'react'
import type { PlanEntry } from '../../domain/journal/journal-view.ts'
import type { PlanContent } from '../../domain/journal/plan-editing.ts'
import type { PlanLayout } from '../../domain/journal/plan-layout.ts'
import { readPlan } from '../../exchange/sheets/read-plan.ts'
import type { Sheet } from '../../exchange/sheets/sheet.ts'
import { planTarget } from '../../exchange/sheets/targets.ts'
import { Button } from '../design/button.tsx'
import { Choice } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { ColumnMapping } from '../tables/column-mapping.tsx'
import { FaultsNotice } from '../tables/faults-notice.tsx'
import { likeliestSheet, previewRows } from '../tables/mapped-sheet.ts'
import css from '../tables/tables.module.css'
import { PlanPreview } from './plan-preview.tsx'
import { useForecast } from './plan-summary.tsx'
import { planWith } from './plan-view.ts'

export interface PlanMappingProps {
  sheets: readonly [Sheet, ...Sheet[]]
  plan: readonly PlanEntry[]
  kept: number
  layOut: (plan: readonly PlanEntry[]) => PlanLayout
  onTake: (entries: readonly PlanContent[], kept: number) => void
  onAgain: () => void
}

/** Which column holds what, guessed and corrected, and what the plan becomes. */
export function PlanMapping({ sheets, plan, kept, layOut, onTake, onAgain }: PlanMappingProps) {
  const { plan: texts, tables } = useTexts()
  const [mapped, setMapped] = useState(() => likeliestSheet(sheets, planTarget))
  const [replace, setReplace] = useState<'rest' | 'whole'>('rest')
  const { sheet, header } = mapped
  const from = replace === 'rest' ? kept : 0
  const reading = useMemo(() => readPlan(sheet, header, nowhere), [sheet, header])
  const { rows, general } = previewRows(reading)
  const entries = reading.tables?.plan.map(contentOf)
  const layout = layOut(planWith(plan, from, entries ?? []))
  const forecast = useForecast(layout)
  const total = entries?.reduce((sum, { hours }) => sum + hours, 0) ?? 0
  return (
    <>
      <ColumnMapping
        sheets={sheets}
        target={planTarget}
        names={texts.table.field}
        mapped={mapped}
        onMapped={setMapped}
      />
      {kept > 0 && (
        <Choice
          label={texts.table.replace}
          name="replace"
          value={replace}
          options={[
            { value: 'rest', label: texts.table.rest(kept + 1) },
            { value: 'whole', label: texts.table.whole },
          ]}
          onChange={setReplace}
        />
      )}
      <section className={css.preview} aria-labelledby="preview">
        <h2 id="preview">{tables.preview}</h2>
        <FaultsNotice rows={rows} general={general} />
        <PlanPreview
          rows={rows}
          from={from}
          datesOf={(number) =>
            entries ? (layout.entries[from + number - 1]?.places.map(({ date }) => date) ?? []) : undefined
          }
        />
      </section>
      <div className={css.foot}>
        <p role="status">
          {entries && `${texts.table.total(entries.length, total)}. ${texts.forecast}: ${forecast}.`}
        </p>
        <div className={css.buttons}>
          <Button onClick={onAgain}>{tables.again}</Button>
          <Button look="main" disabled={!entries} onClick={() => entries && onTake(entries, from)}>
            {texts.table.takePlan}
          </Button>
        </div>
      </div>
    </>
  )
}

/** The plan is read for the journal it is taken into: the table's own journal plays no part. */
const nowhere = { class: '', subject: '' }

function contentOf({ hours, topic, homework }: PlanContent): PlanContent {
  return { hours, topic, ...(homework === undefined ? {} : { homework }) }
}
