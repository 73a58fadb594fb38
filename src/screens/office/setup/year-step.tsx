import { useState } from 'react'
import { yearToSetUp } from '../../../domain/school/setup-steps.ts'
import { type YearPlan, yearTemplate } from '../../../domain/school/year-template.ts'
import { Button } from '../../design/button.tsx'
import { Choice, SelectField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { useNow, useSchool, useWorkspace } from '../../workspace/workspace.ts'
import css from './setup.module.css'
import { StepPage } from './step-page.tsx'
import { useMessage } from './use-message.tsx'
import { draftOfSchool, draftOfTemplate, type YearDraft, yearEntries } from './year-draft.ts'
import { YearEditor } from './year-editor.tsx'

/** Учебный год и звонки: a template to start from, then every date of it. */
export function YearStep() {
  const { schoolDocument } = useWorkspace()
  const school = useSchool()
  const { date } = useNow()
  const { setup } = useTexts()
  const current = yearToSetUp(school, date)
  const [draft, setDraft] = useState<YearDraft | undefined>(() =>
    current ? draftOfSchool(school, current.id) : undefined,
  )
  const [message, say] = useMessage()
  return (
    <StepPage step="year" lead={setup.year.lead}>
      {message}
      {draft ? (
        <>
          <div className={css.actions}>
            {school.years
              .filter(({ id }) => id !== draft.year.id)
              .map(({ id }) => (
                <Button key={id} onClick={() => setDraft(draftOfSchool(school, id))}>
                  {setup.year.open(id)}
                </Button>
              ))}
            <Button icon="plus" onClick={() => setDraft(undefined)}>
              {school.years.some(({ id }) => id === draft.year.id) ? setup.year.another : setup.year.again}
            </Button>
          </div>
          <YearEditor
            key={draft.year.id}
            initial={draft}
            onSave={(next) => {
              void schoolDocument.assert(yearEntries(next, school))
              setDraft(next)
              say(setup.saved(setup.year.title(next.year.id)))
              scrollTo(0, 0)
            }}
          />
        </>
      ) : (
        <TemplateForm
          today={date}
          taken={school.years.map(({ id }) => id)}
          onTake={(startYear, plan) => setDraft(draftOfTemplate(yearTemplate(startYear, plan)))}
          onBack={current && (() => setDraft(draftOfSchool(school, current.id)))}
        />
      )}
    </StepPage>
  )
}

/** From May on the next year is prepared. */
const nextYearFrom = 5

function TemplateForm({
  today,
  taken,
  onTake,
  onBack,
}: {
  today: string
  /** Years that there are already. */
  taken: readonly string[]
  onTake: (startYear: number, plan: YearPlan) => void
  onBack: (() => void) | undefined
}) {
  const { setup } = useTexts()
  const calendarYear = Number(today.slice(0, 4))
  const likely = Number(today.slice(5, 7)) >= nextYearFrom ? calendarYear : calendarYear - 1
  const choices = [likely - 1, likely, likely + 1, likely + 2].filter(
    (start) => !taken.includes(yearTemplate(start).year.id),
  )
  const [start, setStart] = useState(choices.includes(likely) ? likely : (choices.at(-1) ?? likely + 2))
  const [division, setDivision] = useState<YearPlan['division']>('quarters')
  const [saturdays, setSaturdays] = useState<'no' | 'yes'>('no')
  const [shifts, setShifts] = useState<'1' | '2'>('1')
  const texts = setup.year
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        onTake(start, { division, saturdays: saturdays === 'yes', shifts: Number(shifts) })
      }}
    >
      <h2>{texts.template}</h2>
      <p className={css.quiet}>{texts.templateLead}</p>
      <div className={css.fields}>
        <SelectField
          label={texts.which}
          value={start}
          onChange={({ target }) => setStart(Number(target.value))}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {texts.years(one)}
            </option>
          ))}
        </SelectField>
      </div>
      <Choice
        label={texts.division}
        name="division"
        value={division}
        options={[
          { value: 'quarters', label: texts.quarters },
          { value: 'trimesters', label: texts.trimesters },
        ]}
        onChange={setDivision}
      />
      <Choice
        label={texts.week}
        name="week"
        value={saturdays}
        options={[
          { value: 'no', label: texts.fiveDays },
          { value: 'yes', label: texts.sixDays },
        ]}
        onChange={setSaturdays}
      />
      <Choice
        label={texts.shifts}
        name="shifts"
        value={shifts}
        options={[
          { value: '1', label: texts.oneShift },
          { value: '2', label: texts.twoShifts },
        ]}
        onChange={setShifts}
      />
      <div className={css.buttons}>
        <Button type="submit" look="main">
          {texts.take}
        </Button>
        {onBack && <Button onClick={onBack}>{setup.dismiss}</Button>}
      </div>
    </form>
  )
}
