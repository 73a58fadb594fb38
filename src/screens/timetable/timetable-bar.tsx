import { Button } from '../design/button.tsx'
import { Choice, SelectField, TextField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './timetable.module.css'
import { saturday, type TimetableView } from './timetable-view.ts'
import type { Shown, ShownBy } from './use-shown.ts'

/** From which day what is changed holds. */
export interface DayChoice {
  date: string
  /** Days on which the timetable changes. */
  changes: readonly string[]
  onDate: (date: string) => void
  onSaturday: () => void
}

/** What is shown of the timetable, and from which day its changes hold. */
export function TimetableBar({
  view,
  days: { date, changes, onDate, onSaturday },
  shown,
  narrow,
}: {
  view: TimetableView
  days: DayChoice
  shown: Shown
  narrow: boolean
}) {
  const { timetable: texts } = useTexts()
  const format = useFormat()
  const views: ShownBy[] = narrow ? ['class', 'teacher', 'room'] : ['all', 'class', 'teacher', 'room']
  const inYear = (day: string) => day >= view.year.starts && day <= view.year.ends
  return (
    <>
      <div className={css.bar}>
        <TextField
          label={texts.from}
          type="date"
          min={view.year.starts}
          max={view.year.ends}
          value={date}
          onChange={({ target: { value } }) => inYear(value) && onDate(value)}
        />
        <Choice
          label={texts.show}
          name="shown by"
          value={shown.by}
          options={views.map((value) => ({ value, label: texts.views[value] }))}
          onChange={shown.setBy}
        />
        {shown.by !== 'all' && shown.choices.length > 0 && (
          <SelectField
            label={texts[shown.by]}
            value={shown.who}
            onChange={({ target }) => shown.setWho(target.value)}
          >
            {shown.choices.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
        )}
        {narrow && (
          <SelectField
            label={texts.day}
            value={shown.day}
            onChange={({ target }) => shown.setDay(Number(target.value))}
          >
            {view.days.map((day) => (
              <option key={day} value={day}>
                {texts.weekday(day)}
              </option>
            ))}
          </SelectField>
        )}
        {!view.days.includes(saturday) && <Button onClick={onSaturday}>{texts.withSaturday}</Button>}
      </div>
      <p className={css.quiet}>
        {date <= view.year.starts ? texts.fromStart : texts.fromHint(format.day(date))}
      </p>
      {changes.length > 0 && (
        <div className={css.actions}>
          <p className={css.quiet}>{texts.changes}</p>
          {[view.year.starts, ...changes].map((day) => (
            <Button key={day} look="quiet" aria-pressed={day === date} onClick={() => onDate(day)}>
              {format.day(day)}
            </Button>
          ))}
        </div>
      )}
      {shown.by === 'room' && shown.choices.length === 0 && <p className={css.quiet}>{texts.noRoom}</p>}
    </>
  )
}
