import { useMemo, useState } from 'react'
import { hoursTable } from '../../domain/reports/hours-table.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import { hoursForm } from '../../print/hours-form.ts'
import { type HoursAnswer, hoursAnswer } from '../../sync/office-answers.ts'
import { SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { TableFiles } from '../papers/table-files.tsx'
import { type Look, useKept } from '../workspace/use-kept.ts'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import css from './keeping.module.css'
import { StaleNotice } from './stale-notice.tsx'

/** Ms between looks while the page is on screen. */
const lookEvery = 60_000
/** Months offered, this one included. */
const monthsBack = 12
/** What scrolls must be reachable by keys (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 } as const

/** Часы учителей: held and substituted by teacher in a month, for the accounts. */
export function HoursPage() {
  const school = useSchool()
  const now = useNow()
  const { hours: texts } = useTexts()
  const format = useFormat()
  const [chosen, setMonth] = useState<string>()
  const month = chosen ?? now.date.slice(0, 7)
  const { hours, at } = useHours(month)
  const table = useMemo(
    () => hours && hoursTable(school, month, hours.teachers, hours.unattributed.length),
    [school, month, hours],
  )

  return (
    <div className={css.page}>
      <h1>{texts.title}</h1>
      <div className={css.filters}>
        <SelectField label={texts.month} value={month} onChange={(event) => setMonth(event.target.value)}>
          {monthsTo(now.date).map((one) => (
            <option key={one} value={one}>
              {`${format.month(`${one}-01`)} ${one.slice(0, 4)}`}
            </option>
          ))}
        </SelectField>
      </div>
      <StaleNotice at={at} />
      {table?.rows.length === 0 && <Notice tone="empty" icon="journals" title={texts.empty} />}
      {table && table.rows.length > 0 && (
        <>
          <TableFiles
            name={`${texts.fileName} ${month}`}
            table={table}
            form={() => hoursForm(school.profile?.name ?? '', table)}
          />
          {hours && hours.unattributed.length > 0 && (
            <Notice icon="alert">{texts.unattributed(hours.unattributed.length)}</Notice>
          )}
          <section {...scrollable} className={css.scroll} aria-label={texts.title}>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{texts.teacher}</th>
                  <th scope="col">{texts.own}</th>
                  <th scope="col">{texts.substituted}</th>
                  <th scope="col">{texts.total}</th>
                </tr>
              </thead>
              <tbody>
                {table.rows.map(([number, name, , own, substituted, total]) => (
                  <tr key={String(number)}>
                    <th scope="row" className={css.cell}>
                      {String(name)}
                    </th>
                    <td>{String(own)}</td>
                    <td>{String(substituted)}</td>
                    <td>{String(total)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <h2>{texts.substitutions}</h2>
          {hours?.substitutions.length === 0 && <p className={css.quiet}>{texts.noSubstitutions}</p>}
          <ul className={css.list}>
            {hours?.substitutions.map((one) => (
              <li key={`${one.date} ${one.bell} ${one.class} ${one.subject} ${one.group ?? ''}`}>
                <p className={css.name}>
                  {texts.lessonAt(format.shortWeekday(one.date), one.bell)}, {classTitle(school, one.class)},{' '}
                  {subjectTitle(school, one)}
                </p>
                <p>
                  {staffTitle(school, one.teacher)}{' '}
                  <span className={css.quiet}>
                    {texts.instead(one.instead.map((id) => staffTitle(school, id)).join(', '))}
                    {!one.arranged && `, ${texts.notArranged}`}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function useHours(month: string): { hours: HoursAnswer | undefined; at: number | undefined } {
  const { account } = useWorkspace()
  const [fits, look] = useMemo(() => {
    const ask: Look<HoursAnswer> = async (access) => {
      const answer = await account.ask(hoursAnswer, `/api/hours?month=${month}`, { access })
      return answer.ok ? answer.value : null
    }
    return [(kept: HoursAnswer) => kept.month === month, ask] as const
  }, [account, month])
  const { kept } = useKept('hours', hoursAnswer, fits, look, lookEvery)
  return { hours: kept?.value.month === month ? kept.value : undefined, at: kept?.at }
}

function monthsTo(today: string): string[] {
  const [year, month] = today.split('-').map(Number)
  return Array.from({ length: monthsBack }, (_, back) =>
    new Date(Date.UTC(year!, month! - 1 - back, 1)).toISOString().slice(0, 7),
  )
}
