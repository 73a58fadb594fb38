import { useMemo, useState } from 'react'
import { dutyKinds, furthestBehindFirst, shownIn } from '../../domain/duties/class-standing.ts'
import type { DutyKind } from '../../domain/duties/duty.ts'
import { SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useNow, useSchool } from '../workspace/workspace.ts'
import { DutiesDetails } from './duties-details.tsx'
import { DutiesSummary } from './duties-summary.tsx'
import { DutiesTable } from './duties-table.tsx'
import { byClass, dutyTimes, usualDutyTime } from './duty-times.ts'
import css from './keeping.module.css'
import { StaleNotice } from './stale-notice.tsx'
import { useClassDuties } from './use-duties.ts'

/** Обязанности классных: which classes are behind with which duty; `of` opens one class. */
export function DutiesPage({ of }: { of: string | undefined }) {
  const school = useSchool()
  const { date } = useNow()
  const { officeDuties: texts } = useTexts()
  const { classes, at } = useClassDuties()
  const times = useMemo(() => dutyTimes(school, date), [school, date])
  const [chosen, setChosen] = useState<string>()
  const [kind, setKind] = useState<DutyKind>()
  const time = times.find(({ id }) => id === chosen) ?? usualDutyTime(times)
  const lines = useMemo(() => {
    if (!classes || !time) return undefined
    const own = classes
      .map((one) => ({ ...one, duties: shownIn(one.duties, time.from, time.to) }))
      .sort(byClass(school))
    return furthestBehindFirst(own, date, kind)
  }, [classes, time, school, date, kind])
  const line = of === undefined ? undefined : lines?.find((one) => one.class === of)
  if (!time) return <Notice tone="empty" icon="check" title={texts.noYear} />
  return (
    <div className={css.page}>
      {(of === undefined || !lines) && <h1>{texts.title}</h1>}
      {of === undefined && (
        <div className={css.search}>
          <SelectField label={texts.time} value={time.id} onChange={(event) => setChosen(event.target.value)}>
            {times.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={texts.duty}
            value={kind ?? ''}
            onChange={(event) => setKind(dutyKinds.find((one) => one === event.target.value))}
          >
            <option value="">{texts.all}</option>
            {dutyKinds.map((one) => (
              <option key={one} value={one}>
                {texts.kinds[one]}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <StaleNotice at={at} />
      {of !== undefined && lines && <DutiesDetails line={line} time={time.title} />}
      {of === undefined && lines && (
        <>
          <DutiesTable lines={lines} kinds={kind ? [kind] : dutyKinds} />
          {classes && classes.length > 0 && <DutiesSummary classes={classes} time={time} />}
        </>
      )}
    </div>
  )
}
