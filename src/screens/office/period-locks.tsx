import { useState } from 'react'
import type { Period } from '../../domain/school/school-view.ts'
import { Button } from '../design/button.tsx'
import { Chip } from '../design/chip.tsx'
import { TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './forms.module.css'

export interface PeriodLocksProps {
  /** Dates in ISO. */
  periods: readonly {
    id: string
    kind: Period['kind']
    number: number
    starts: string
    ends: string
    locked: boolean
    /** First day of a lock that is set for later. */
    locksOn: string | undefined
    current: boolean
  }[]
  today: string
  /** Locks from a day on. */
  onLock: (id: string, from: string) => void
  onUnlock: (id: string) => void
}

/** Periods of the year, each open or locked. */
export function PeriodLocks({ periods, today, onLock, onUnlock }: PeriodLocksProps) {
  const { office, frame } = useTexts()
  const format = useFormat()
  const [asked, setAsked] = useState<string>()
  const [from, setFrom] = useState(today)
  return (
    <section className={css.section}>
      <p className={css.quiet}>{office.locksLead}</p>
      <ul className={css.list}>
        {periods.map(({ id, kind, number, starts, ends, locked, locksOn, current }) => {
          const planned = !locked && locksOn !== undefined
          const name = office.period(kind, number)
          return (
            <li key={id}>
              <div>
                <p className={css.name}>
                  {name}
                  <Chip {...(locked ? { icon: 'lock' as const } : {})}>
                    {locked ? office.locked : planned ? office.locksOn(format.day(locksOn)) : office.open}
                  </Chip>
                  {current && <Chip tone="now">{office.current}</Chip>}
                </p>
                <p className={css.quiet}>{office.range(format.day(starts), format.day(ends))}</p>
              </div>
              {locked || planned ? (
                <Button aria-label={`${office.unlock}: ${name}`} onClick={() => onUnlock(id)}>
                  {office.unlock}
                </Button>
              ) : (
                <Button icon="lock" aria-label={`${office.lock}: ${name}`} onClick={() => setAsked(id)}>
                  {office.lock}
                </Button>
              )}
              {asked === id && (
                <div className={css.asked}>
                  <Notice
                    tone="act"
                    icon="lock"
                    actions={
                      <>
                        <Button
                          look="main"
                          onClick={() => {
                            setAsked(undefined)
                            onLock(id, from)
                          }}
                        >
                          {office.lock}
                        </Button>
                        <Button onClick={() => setAsked(undefined)}>{frame.cancel}</Button>
                      </>
                    }
                  >
                    <p>{office.lockSure(name)}</p>
                    <TextField
                      label={office.lockFrom}
                      type="date"
                      min={today}
                      value={from}
                      onChange={(event) => setFrom(event.target.value || today)}
                    />
                  </Notice>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
