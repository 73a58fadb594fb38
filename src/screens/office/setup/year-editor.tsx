import { useState } from 'react'
import type { PlacedYearFault } from '../../../domain/school/check-year.ts'
import { Button } from '../../design/button.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { BellsEditor } from './bells-editor.tsx'
import { KeyedRows } from './keyed-rows.tsx'
import css from './setup.module.css'
import { faultsOf, type YearDraft } from './year-draft.ts'

const weekdays = [1, 2, 3, 4, 5, 6]

/** Every date of a school year, with what is wrong named in its place. */
export function YearEditor({ initial, onSave }: { initial: YearDraft; onSave: (draft: YearDraft) => void }) {
  const { setup, office } = useTexts()
  const texts = setup.year
  const [draft, setDraft] = useState(initial)
  const set = (part: Partial<YearDraft>) => setDraft({ ...draft, ...part })
  const faults = faultsOf(draft)
  const placed = faults.filter((fault): fault is PlacedYearFault => fault.kind !== 'empty')
  const faultAt = (what: 'year' | 'period' | 'holiday', index: number) => {
    const fault = placed.find((one) => one.what === what && one.index === index)
    if (!fault) return undefined
    const other = 'other' in fault ? draft.periods[fault.other] : undefined
    return texts.fault(fault.kind, other ? office.period(other.kind, other.number) : '')
  }
  const { year } = draft
  return (
    <>
      <section className={css.section} aria-labelledby="year">
        <h2 id="year">{texts.title(year.id)}</h2>
        <div className={css.fields}>
          <TextField
            label={texts.starts}
            type="date"
            value={year.starts}
            problem={faultAt('year', 0)}
            onChange={({ target }) => set({ year: { ...year, starts: target.value } })}
          />
          <TextField
            label={texts.ends}
            type="date"
            value={year.ends}
            onChange={({ target }) => set({ year: { ...year, ends: target.value } })}
          />
        </div>
      </section>
      <section className={css.section} aria-labelledby="periods">
        <h2 id="periods">{texts.periods}</h2>
        <KeyedRows
          rows={draft.periods}
          onRows={(periods) => set({ periods })}
          name={({ kind, number }) => office.period(kind, number)}
          faultAt={(index) => faultAt('period', index)}
        >
          {(period, change) => (
            <Dates {...period} label={office.period(period.kind, period.number)} onDates={change} />
          )}
        </KeyedRows>
      </section>
      <section className={css.section} aria-labelledby="holidays">
        <h2 id="holidays">{texts.holidays}</h2>
        <KeyedRows
          rows={draft.holidays}
          onRows={(holidays) => set({ holidays })}
          name={({ name }) => name || texts.holiday}
          faultAt={(index) => faultAt('holiday', index)}
          add={{ label: texts.addHoliday, row: { name: '', starts: '', ends: '', grades: '' } }}
        >
          {(holiday, change) => (
            <>
              <div className={css.double}>
                <TextField
                  label={texts.holiday}
                  value={holiday.name}
                  maxLength={120}
                  onChange={({ target }) => change({ name: target.value })}
                />
              </div>
              <Dates {...holiday} onDates={change} />
              <TextField
                label={texts.grades}
                placeholder={texts.allGrades}
                value={holiday.grades}
                maxLength={60}
                onChange={({ target }) => change({ grades: target.value.replaceAll(',', ' ') })}
              />
            </>
          )}
        </KeyedRows>
      </section>
      <section className={css.section} aria-labelledby="short-days">
        <h2 id="short-days">{texts.shortDays}</h2>
        <KeyedRows
          rows={draft.shortDays}
          onRows={(shortDays) => set({ shortDays })}
          name={({ date }) => date}
          add={{ label: texts.addShortDay, row: { date: '' } }}
        >
          {({ date }, change) => (
            <TextField
              label={texts.date}
              type="date"
              value={date}
              onChange={({ target }) => change({ date: target.value })}
            />
          )}
        </KeyedRows>
      </section>
      <section className={css.section} aria-labelledby="workdays">
        <h2 id="workdays">{texts.workdays}</h2>
        <p className={css.quiet}>{texts.workdaysLead}</p>
        <KeyedRows
          rows={draft.workdays}
          onRows={(workdays) => set({ workdays })}
          name={({ date }) => date}
          add={{ label: texts.addWorkday, row: { date: '', weekday: 1 } }}
        >
          {({ date, weekday }, change) => (
            <>
              <TextField
                label={texts.date}
                type="date"
                value={date}
                onChange={({ target }) => change({ date: target.value })}
              />
              <SelectField
                label={texts.asWeekday}
                value={weekday}
                onChange={({ target }) => change({ weekday: Number(target.value) })}
              >
                {weekdays.map((day) => (
                  <option key={day} value={day}>
                    {texts.weekday(day)}
                  </option>
                ))}
              </SelectField>
            </>
          )}
        </KeyedRows>
      </section>
      <BellsEditor plans={draft.bells} faults={placed} onPlans={(bells) => set({ bells })} />
      <div className={css.foot}>
        {faults.length > 0 ? (
          <Notice tone="act" icon="alert">
            {texts.faults(faults.length)}
          </Notice>
        ) : (
          <p className={css.quiet}>{texts.confirm}</p>
        )}
        <Button look="main" disabled={faults.length > 0} onClick={() => onSave(draft)}>
          {texts.save}
        </Button>
      </div>
    </>
  )
}

function Dates({
  starts,
  ends,
  label,
  onDates,
}: {
  starts: string
  ends: string
  label?: string
  onDates: (part: { starts?: string; ends?: string }) => void
}) {
  const { setup } = useTexts()
  const { year } = setup
  return (
    <>
      <TextField
        label={label === undefined ? year.from : year.fromOf(label)}
        type="date"
        value={starts}
        onChange={({ target }) => onDates({ starts: target.value })}
      />
      <TextField
        label={year.to}
        type="date"
        value={ends}
        onChange={({ target }) => onDates({ ends: target.value })}
      />
    </>
  )
}
