import { useId } from 'react'
import { cx } from '../design/cx.ts'
import { TextField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { HourOption } from './hour-options.ts'
import css from './hour-picker.module.css'

export interface HourPickerProps {
  date: string
  bell: number | undefined
  options: readonly HourOption[]
  /** No lessons are held that day. */
  dayOff: boolean
  /** What is wrong with the date, or with the bell. */
  dateProblem?: string | undefined
  bellProblem?: string | undefined
  onDate: (date: string) => void
  onBell: (bell: number) => void
}

/** A date and one of its hours, each with what stands there already. */
export function HourPicker(props: HourPickerProps) {
  const { date, bell, options, dayOff, dateProblem, bellProblem, onDate, onBell } = props
  const { places, today } = useTexts()
  const id = useId()
  return (
    <>
      <div className={css.date}>
        <TextField
          label={places.date}
          type="date"
          value={date}
          problem={dateProblem}
          hint={dayOff ? places.noSchool : undefined}
          onChange={({ target }) => onDate(target.value)}
        />
      </div>
      <fieldset className={css.hours} aria-describedby={bellProblem ? `${id}-bell` : undefined}>
        <legend>{places.bell}</legend>
        {options.length === 0 && <p className={css.hint}>{places.noBells}</p>}
        {options.map((option) => {
          const taken = option.meets.some(({ kind }) => kind === 'same')
          return (
            <label key={option.bell} className={cx(css.hour, taken && css.taken)}>
              <input
                type="radio"
                name={id}
                checked={bell === option.bell}
                disabled={taken}
                onChange={() => onBell(option.bell)}
              />
              <span>
                <b>{today.lesson(option.bell)}</b> {option.starts}–{option.ends}
              </span>
              <span className={option.meets.length > 0 ? css.meets : css.free}>
                {option.meets.length === 0 ? places.free : option.meets.map(inWords).join('; ')}
              </span>
            </label>
          )
        })}
        {bellProblem && (
          <p id={`${id}-bell`} className={css.problem} role="alert">
            {bellProblem}
          </p>
        )}
        <p className={css.hint}>{places.onlyKnown}</p>
      </fieldset>
    </>
  )

  function inWords({ kind, what }: HourOption['meets'][number]): string {
    if (kind === 'same') return places.sameThere
    return kind === 'class' ? places.classThere(what) : places.teacherThere(what)
  }
}
