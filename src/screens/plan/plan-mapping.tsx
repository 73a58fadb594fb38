import { useMemo, useState } from 'react'
import type { PlanEntry } from '../../domain/journal/journal-view.ts'
import type { PlanContent } from '../../domain/journal/plan-editing.ts'
import type { PlanLayout } from '../../domain/journal/plan-layout.ts'
import { readPlan } from '../../exchange/sheets/read-plan.ts'
import type { Sheet } from '../../exchange/sheets/sheet.ts'
import { type PlanField, planTarget } from '../../exchange/sheets/targets.ts'
import { Button } from '../design/button.tsx'
import { Choice, SelectField, TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { columnChoices, likeliestSheet, mapColumn, previewRows, startAt } from './mapped-sheet.ts'
import { PlanPreview } from './plan-preview.tsx'
import { useForecast } from './plan-summary.tsx'
import css from './plan-table.module.css'
import { planWith } from './plan-view.ts'

export interface PlanMappingProps {
  sheets: readonly [Sheet, ...Sheet[]]
  plan: readonly PlanEntry[]
  kept: number
  layOut: (plan: readonly PlanEntry[]) => PlanLayout
  onTake: (entries: readonly PlanContent[], kept: number) => void
  onAgain: () => void
}

/** Faults told above the table; the others stand at their rows. */
const mostListed = 5

const fields = Object.keys(planTarget) as PlanField[]

/** Which column holds what, guessed and corrected, and what the plan becomes. */
export function PlanMapping({ sheets, plan, kept, layOut, onTake, onAgain }: PlanMappingProps) {
  const { plan: texts } = useTexts()
  const [mapped, setMapped] = useState(() => likeliestSheet(sheets))
  const [replace, setReplace] = useState<'rest' | 'whole'>('rest')
  const { sheet, header } = mapped
  const from = replace === 'rest' ? kept : 0
  const choices = columnChoices(mapped)
  const reading = useMemo(() => readPlan(sheet, header, nowhere), [sheet, header])
  const { rows, general } = previewRows(reading)
  const entries = reading.tables?.plan.map(contentOf)
  const layout = layOut(planWith(plan, from, entries ?? []))
  const forecast = useForecast(layout)
  const total = entries?.reduce((sum, { hours }) => sum + hours, 0) ?? 0
  const faulty = rows.reduce((sum, { faults }) => sum + faults.length, 0)
  return (
    <>
      <section className={css.mapping} aria-labelledby="columns">
        <h2 id="columns">{texts.table.columns}</h2>
        <div className={css.fields}>
          {sheets.length > 1 && (
            <SelectField
              label={texts.table.sheet}
              value={sheet.name}
              onChange={({ target }) => {
                const chosen = sheets.find(({ name }) => name === target.value)
                if (chosen) setMapped(likeliestSheet([chosen]))
              }}
            >
              {sheets.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          {fields.map((field) => (
            <SelectField
              key={field}
              label={texts.table.field[field]}
              value={header.columns[field] ?? ''}
              onChange={({ target: { value } }) =>
                setMapped({
                  sheet,
                  header: mapColumn(header, field, value === '' ? undefined : Number(value)),
                })
              }
            >
              <option value="">{texts.table.noColumn}</option>
              {choices.map(({ column, letters, sample }) => (
                <option key={column} value={column}>
                  {texts.table.column(letters, sample)}
                </option>
              ))}
            </SelectField>
          ))}
          <TextField
            label={texts.table.start}
            type="number"
            min={1}
            max={sheet.rows.length}
            value={header.skip + 1}
            onChange={({ target }) =>
              setMapped({ sheet, header: startAt(sheet, header, Math.trunc(target.valueAsNumber) || 1) })
            }
          />
        </div>
      </section>
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
        <h2 id="preview">{texts.table.preview}</h2>
        {general.map((why) => (
          <p key={why} className={css.fault}>
            {why}
          </p>
        ))}
        {faulty > 0 && (
          <Notice tone="act" icon="alert">
            <p>{texts.table.faults(faulty)}</p>
            <ul>
              {rows
                .flatMap(({ row, faults }) => faults.map((why) => `${texts.table.row(row)}: ${why}`))
                .slice(0, mostListed)
                .map((line) => (
                  <li key={line}>{line}</li>
                ))}
            </ul>
          </Notice>
        )}
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
          <Button onClick={onAgain}>{texts.table.again}</Button>
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
