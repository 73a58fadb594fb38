import { memo } from 'react'
import type { Presence } from '../../domain/ledger/attributes.ts'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import css from './presence-toggle.module.css'
import type { Shown } from './roll.ts'

const choices = [
  { value: 'present', sign: '✓' },
  { value: 'absent', sign: 'Н' },
  { value: 'late', sign: 'О' },
] as const

export interface PresenceToggleProps {
  pupil: string
  name: string
  shown: Shown
  /** Minutes that "late" records: by the clock, null when it can't tell. */
  lateMinutes: number | null
  disabled: boolean
  /** null takes the record back. */
  onPresence: (pupil: string, presence: Presence | null) => void
}

/** Present, absent or late: a radio group; tapping what is chosen takes it back. */
export const PresenceToggle = memo(function PresenceToggle({
  pupil,
  name,
  shown,
  lateMinutes,
  disabled,
  onPresence,
}: PresenceToggleProps) {
  const { lesson } = useTexts()

  function choose(value: (typeof choices)[number]['value']) {
    if (value === shown && value !== 'present') onPresence(pupil, null)
    else onPresence(pupil, value === 'late' ? { late: lateMinutes } : value)
  }

  return (
    <div className={css.toggle} role="radiogroup" aria-label={lesson.presenceOf(name)}>
      {choices.map(({ value, sign }) => (
        <label key={value} className={cx(css.choice, css[value])}>
          {/* onClick, not onChange: the browser tells it for arrow keys too, and again for what is chosen already. */}
          <input
            type="radio"
            name={`presence-${pupil}`}
            aria-label={lesson[value]}
            checked={shown === value}
            disabled={disabled}
            readOnly
            onClick={() => choose(value)}
          />
          <span aria-hidden="true">{sign}</span>
        </label>
      ))}
    </div>
  )
})
