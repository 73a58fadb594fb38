import { useMemo, useState } from 'react'
import { SelectField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useNow, useSchool } from '../workspace/workspace.ts'
import css from './keeping.module.css'
import { type KeepingBy, type KeepingCount, keepingLines } from './keeping.ts'
import { KeepingDetails } from './keeping-details.tsx'
import { KeepingTable } from './keeping-table.tsx'
import { type KeepingTimeChoice, keepingTimes, usualTime } from './keeping-times.ts'
import { StaleNotice } from './stale-notice.tsx'
import { useKeeping } from './use-keeping.ts'

/** Ведение журналов: who keeps them and how, by teacher and by class; `of` opens one of them. */
export function KeepingPage({ by, of }: { by: KeepingBy; of: string | undefined }) {
  const school = useSchool()
  const { date } = useNow()
  const { keeping, office } = useTexts()
  const times = useMemo(() => keepingTimes(school, date), [school, date])
  const [chosen, setChosen] = useState<string>()
  const [sort, setSort] = useState<KeepingCount | 'name'>('name')
  const time = times.find(({ id }) => id === chosen) ?? usualTime(times, date)
  const { journals, at } = useKeeping(time.id, time.from, time.to)
  const lines = useMemo(() => journals && keepingLines(school, journals, by), [school, journals, by])
  const line = of === undefined ? undefined : lines?.find(({ id }) => id === of)
  const timeName = ({ id, period }: KeepingTimeChoice) =>
    period ? office.period(period.kind, period.number) : (keeping.times[id as 'week'] ?? id)
  return (
    <div className={css.page}>
      {of === undefined && <h1>{keeping.title}</h1>}
      {of === undefined && (
        <div className={css.filters}>
          <SelectField
            label={keeping.time}
            value={time.id}
            onChange={(event) => setChosen(event.target.value)}
          >
            {times.map((one) => (
              <option key={one.id} value={one.id}>
                {timeName(one)}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <StaleNotice at={at} />
      {of === undefined
        ? lines && <KeepingTable lines={lines} by={by} sort={sort} onSort={setSort} />
        : lines && <KeepingDetails line={line} by={by} timeName={timeName(time)} />}
    </div>
  )
}
