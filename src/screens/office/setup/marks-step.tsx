import { useState } from 'react'
import { entity } from '../../../domain/ledger/documents.ts'
import type { SchoolMarkSettings } from '../../../domain/school/school-view.ts'
import { Button } from '../../design/button.tsx'
import { Choice, TextField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { navigate } from '../../route.ts'
import { useSchool, useWorkspace } from '../../workspace/workspace.ts'
import { type MarksDraft, marksDraft, readMarks } from './marks-draft.ts'
import { RecordForm } from './record-form.tsx'
import css from './setup.module.css'
import { StepPage } from './step-page.tsx'

/** Правила отметок: thresholds, the least number of marks, retakes, kinds of work and their weights. */
export function MarksStep() {
  const { markSettings } = useSchool()
  const { setup } = useTexts()
  return (
    <StepPage step="marks" lead={setup.marks.lead}>
      <MarksForm settings={markSettings} />
    </StepPage>
  )
}

function MarksForm({ settings }: { settings: SchoolMarkSettings }) {
  const { schoolDocument } = useWorkspace()
  const { setup } = useTexts()
  const { marks: texts } = setup
  const [draft, setDraft] = useState<MarksDraft>(() => marksDraft(settings))
  const reading = readMarks(draft)
  const set = (part: Partial<MarksDraft>) => setDraft({ ...draft, ...part })
  const problem = (field: string) =>
    reading.ok || !reading.problems.has(field) ? undefined : texts.problem(field.replace(/\d+$/, ''))
  const number = (field: 'five' | 'four' | 'three' | 'minimum' | 'controlsPerDay', tried: boolean) => (
    <TextField
      label={texts[field]}
      value={draft[field]}
      inputMode="decimal"
      problem={tried ? problem(field) : undefined}
      onChange={({ target }) => set({ [field]: target.value })}
    />
  )
  const save = () => {
    if (!reading.ok) return
    void schoolDocument.assert([
      { entity: entity.settings, attribute: 'settings.marks', value: reading.settings },
    ])
    navigate({ screen: 'setup' })
  }
  return (
    <RecordForm
      title={texts.title}
      valid={reading.ok}
      onSave={save}
      onCancel={() => navigate({ screen: 'setup' })}
    >
      {(tried) => (
        <>
          {number('five', tried)}
          {number('four', tried)}
          {number('three', tried)}
          {number('minimum', tried)}
          {number('controlsPerDay', tried)}
          <div className={css.wide}>
            <Choice
              label={texts.retake}
              name="retake"
              value={draft.retake}
              options={[
                { value: 'replaces', label: texts.replaces },
                { value: 'both', label: texts.both },
              ]}
              onChange={(retake) => set({ retake })}
            />
          </div>
          <fieldset className={css.wide}>
            <legend className={css.title}>{texts.kinds}</legend>
            <p className={css.quiet}>{texts.kindsLead}</p>
            <ul className={css.rows}>
              {draft.kinds.map((kind, at) => (
                <li key={kind.key} className={css.row}>
                  <TextField
                    label={texts.kind}
                    value={kind.name}
                    maxLength={80}
                    problem={tried ? problem(`kind${at}`) : undefined}
                    onChange={({ target }) => set({ kinds: changed(draft, at, { name: target.value }) })}
                  />
                  <TextField
                    label={texts.weight}
                    value={kind.weight}
                    inputMode="decimal"
                    problem={tried ? problem(`weight${at}`) : undefined}
                    onChange={({ target }) => set({ kinds: changed(draft, at, { weight: target.value }) })}
                  />
                  <Button
                    look="quiet"
                    aria-label={setup.removeOf(kind.name)}
                    onClick={() => set({ kinds: draft.kinds.filter((_, index) => index !== at) })}
                  >
                    {setup.remove}
                  </Button>
                </li>
              ))}
            </ul>
            <Button
              icon="plus"
              onClick={() =>
                set({ kinds: [...draft.kinds, { key: crypto.randomUUID(), name: '', weight: '1' }] })
              }
            >
              {texts.addKind}
            </Button>
          </fieldset>
        </>
      )}
    </RecordForm>
  )
}

function changed({ kinds }: MarksDraft, at: number, part: { name?: string; weight?: string }) {
  return kinds.map((kind, index) => (index === at ? { ...kind, ...part } : kind))
}
