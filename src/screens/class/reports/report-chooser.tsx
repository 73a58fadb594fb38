import { addDays } from '../../../domain/policy/policy.ts'
import { weekdayOf } from '../../../domain/school/calendar.ts'
import { datesOfPlace, type ReportPlace, reportMonths, reportPeriods } from '../../../print/report-place.ts'
import { Choice, SelectField, TextField } from '../../design/field.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { navigate } from '../../route.ts'
import { useNow } from '../../workspace/workspace.ts'
import type { ClassDesk } from '../use-class.ts'
import css from './report-page.module.css'

type Span = 'month' | 'week' | 'range'

/** What time the report is of: its period; for attendance a month, a week or any dates. */
export function ReportChooser({ desk, place }: { desk: ClassDesk; place: ReportPlace }) {
  const { reports: texts, journal } = useTexts()
  const format = useFormat()
  const { date } = useNow()
  const { schoolClass, source } = desk
  const { key, term } = place
  const go = (to: string) =>
    navigate(
      { screen: 'class', class: schoolClass.id, part: 'reports', at: `${key} ${to}` },
      { replace: true },
    )
  if (key !== 'attendance-month') {
    const periods = reportPeriods(source.school, schoolClass).filter(
      ({ kind }) => key !== 'class-teacher-preliminary' || kind !== 'year',
    )
    return (
      <div className={css.chooser}>
        <SelectField label={journal.period} value={term} onChange={({ target }) => go(target.value)}>
          {periods.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      </div>
    )
  }
  const { from, to } = datesOfPlace(place)
  const span = spanOf(place, from, to)
  const inside = from <= date && date <= to ? date : from
  const monday = addDays(inside, 1 - weekdayOf(inside))
  const months = reportMonths(source.school, schoolClass)
  const termOf: Record<Span, string> = {
    month: inside.slice(0, 7),
    week: `${monday}..${addDays(monday, 6)}`,
    range: `${from}..${to}`,
  }
  const known = months.includes(term) ? months : [...months, term]
  return (
    <div className={css.chooser}>
      <Choice
        label={texts.time}
        name="span"
        value={span}
        options={(['month', 'week', 'range'] as const).map((value) => ({ value, label: texts.spans[value] }))}
        onChange={(value) => go(value === 'range' && span === 'week' ? rangeLike(from) : termOf[value])}
      />
      {span === 'month' && (
        <SelectField label={texts.month} value={term} onChange={({ target }) => go(target.value)}>
          {known.map((month) => (
            <option key={month} value={month}>
              {`${format.month(`${month}-01`)} ${month.slice(0, 4)}`}
            </option>
          ))}
        </SelectField>
      )}
      {span === 'week' && (
        <TextField
          label={texts.weekOf}
          type="date"
          value={from}
          onChange={({ target: { value } }) => {
            if (value === '') return
            const first = addDays(value, 1 - weekdayOf(value))
            go(`${first}..${addDays(first, 6)}`)
          }}
        />
      )}
      {span === 'range' && (
        <>
          <TextField
            label={texts.from}
            type="date"
            value={from}
            max={to}
            onChange={({ target: { value } }) => value !== '' && value <= to && go(`${value}..${to}`)}
          />
          <TextField
            label={texts.to}
            type="date"
            value={to}
            min={from}
            onChange={({ target: { value } }) => value !== '' && from <= value && go(`${from}..${value}`)}
          />
        </>
      )}
    </div>
  )
}

/** A range is a week when it goes from a Monday to the Sunday after. */
function spanOf({ term }: ReportPlace, from: string, to: string): Span {
  if (!term.includes('..')) return 'month'
  return weekdayOf(from) === 1 && to === addDays(from, 6) ? 'week' : 'range'
}

/** Dates that are no week: two of them. */
function rangeLike(from: string): string {
  return `${from}..${addDays(from, 13)}`
}
