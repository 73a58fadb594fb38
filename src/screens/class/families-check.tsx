import { useState } from 'react'
import { checkedIn, type FamilyState, monthToCheck } from '../../domain/duties/families.ts'
import { entity } from '../../domain/ledger/documents.ts'
import { Button } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import type { Writing } from '../workspace/undo.ts'
import css from './desk.module.css'
import type { FamilyTaskProps } from './families-part.tsx'
import { FamilyRow } from './family-row.tsx'

/** Сверить: contacts and address looked through with the family, a stamp a month (clause 5.3.2). */
export function FamiliesCheck({ desk, states: all, starts, today, write }: FamilyTaskProps) {
  const texts = useTexts().families
  const format = useFormat()
  const months = monthsBetween(starts < today ? starts : today, today)
  const [chosen, setChosen] = useState(() => monthToCheck(desk.view, all, months, today))
  const states = checkedIn(desk.view, all, chosen, today)
  const checkedOn = ({ family }: FamilyState) => family?.checks.get(chosen)
  const left = states.filter((state) => state.family && checkedOn(state) === undefined)
  const stamp = (pupil: string): Writing => ({
    document: desk.familyDocument(pupil),
    entries: [{ entity: entity.checked(pupil, chosen), attribute: 'checked', value: { date: today } }],
  })
  return (
    <>
      <div className={css.row}>
        <SelectField label={texts.month} value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {months.map((month) => (
            <option key={month} value={month}>
              {format.month(`${month}-01`)}
            </option>
          ))}
        </SelectField>
        <Button
          look="main"
          disabled={left.length === 0}
          onClick={() => write(left.map(({ pupil }) => stamp(pupil.id)))}
        >
          {texts.checkAll(left.length)}
        </Button>
      </div>
      <p>{texts.checkedOf(states.length - left.length, states.length)}</p>
      <ul className={css.list}>
        {states.map((state) => {
          const { pupil, family } = state
          const date = checkedOn(state)
          const phones = family?.guardians.flatMap(({ phone }) => (phone ? [phone] : [])) ?? []
          return (
            <FamilyRow
              key={pupil.id}
              state={state}
              desk={desk}
              write={write}
              line={
                <span className={css.quiet}>
                  {[phones.join(', ') || texts.noPhone, family?.address ?? texts.noAddress].join(' · ')}
                </span>
              }
            >
              {date === undefined ? (
                <Button disabled={!family} onClick={() => write([stamp(pupil.id)])}>
                  {texts.check}
                </Button>
              ) : (
                <span className={css.quiet}>{texts.checked(format.day(date))}</span>
              )}
            </FamilyRow>
          )
        })}
      </ul>
    </>
  )
}

/** Months (`YYYY-MM`) from one day to another, both included. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  const [year, month] = from.split('-').map(Number)
  for (let index = 0; ; index++) {
    const date = new Date(Date.UTC(year!, month! - 1 + index, 1)).toISOString().slice(0, 7)
    if (date > to.slice(0, 7)) return months
    months.push(date)
  }
}
