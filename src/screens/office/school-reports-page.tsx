import { type ReactNode, useMemo, useState } from 'react'
import { missingEntriesTable } from '../../domain/reports/missing-entries-table.ts'
import { planFulfilmentTable } from '../../domain/reports/plan-fulfilment-table.ts'
import { type ReportPeriod, reportPeriod } from '../../domain/reports/report-period.ts'
import { schoolSummaryTable } from '../../domain/reports/school-summary-table.ts'
import type { Table } from '../../domain/reports/table.ts'
import { planForm } from '../../print/plan-form.ts'
import type { PrintedForm } from '../../print/printed-form.ts'
import { officeSignatures } from '../../print/signatures.ts'
import { tableForm } from '../../print/table-form.ts'
import { figuresAnswer } from '../../sync/figures-answer.ts'
import { ReportTable } from '../class/reports/report-table.tsx'
import { cx } from '../design/cx.ts'
import { SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { TableFiles } from '../papers/table-files.tsx'
import { href, type SchoolReport, schoolReports } from '../route.ts'
import { useNow, useSchool } from '../workspace/workspace.ts'
import { dutyTimes, usualDutyTime } from './duty-times.ts'
import css from './keeping.module.css'
import { StaleNotice } from './stale-notice.tsx'
import { useClassAnswers } from './use-class-answers.ts'
import { useKeeping } from './use-keeping.ts'

type ToForm = (organisation: string, table: Table) => PrintedForm

/** Each report on paper. */
const forms: Readonly<Record<SchoolReport, ToForm>> = {
  summary: (organisation, table) =>
    tableForm(table, {
      organisation,
      widths: [22, 14, ...Array.from({ length: 8 }, () => 16), 17, 17, 14, 12, 12, 12, 14],
      words: [0],
      turned: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      signatures: officeSignatures,
    }),
  plan: (organisation, table) => planForm(organisation, table, officeSignatures),
  missing: (organisation, table) =>
    tableForm(table, {
      organisation,
      widths: [52, 60, 17, 15, 15, 17, 19, 78],
      words: [0, 1, 7],
      signatures: officeSignatures,
    }),
}
const nothing = () => undefined

/** Отчёты школы: the summary by classes and parallels, plans carried out, what is missing by teacher. */
export function SchoolReportsPage({ report }: { report: SchoolReport }) {
  const { schoolReports: texts } = useTexts()
  const Shown = { summary: Summary, plan: Plans, missing: Missing }[report]
  return (
    <div className={css.page}>
      <h1>{texts.title}</h1>
      <nav className={css.by} aria-label={texts.which}>
        {schoolReports.map((one) => (
          <a
            key={one}
            href={href({ screen: 'school-reports', report: one })}
            aria-current={one === report ? 'page' : undefined}
            className={cx(css.tab, one === report && css.on)}
          >
            {texts.reports[one]}
          </a>
        ))}
      </nav>
      <Shown />
    </div>
  )
}

function Summary() {
  const school = useSchool()
  const [period, choice] = usePeriod()
  const { classes, at } = useClassAnswers('figures', figuresAnswer)
  const table = useMemo(
    () => (classes && period ? schoolSummaryTable(school, period, classes) : undefined),
    [school, period, classes],
  )
  return <Shown report="summary" table={table} at={at} choice={choice} />
}

function Plans() {
  const school = useSchool()
  const { date } = useNow()
  const { classes, at } = useClassAnswers('figures', figuresAnswer)
  const table = useMemo(
    () =>
      classes &&
      planFulfilmentTable(
        school,
        classes.flatMap(({ plans }) => plans),
        date,
      ),
    [school, classes, date],
  )
  return <Shown report="plan" table={table} at={at} />
}

function Missing() {
  const school = useSchool()
  const { date } = useNow()
  const [period, choice] = usePeriod()
  const from = period?.starts ?? date
  const to = period && period.ends < date ? period.ends : date
  const { journals, at } = useKeeping(`missing,${period?.id}`, from, to)
  const table = useMemo(
    () => journals && missingEntriesTable(school, journals, { from, to }),
    [school, journals, from, to],
  )
  return <Shown report="missing" table={table} at={at} choice={choice} />
}

function Shown({
  report,
  table,
  at,
  choice,
}: {
  report: SchoolReport
  table: Table | undefined
  at: number | undefined
  choice?: ReactNode
}) {
  const school = useSchool()
  const { schoolReports: texts } = useTexts()
  return (
    <>
      {choice}
      <StaleNotice at={at} />
      {table?.rows.length === 0 && <Notice tone="empty" icon="check" title={texts.empty[report]} />}
      {table && table.rows.length > 0 && (
        <>
          <h2>{`${table.title}, ${table.subtitle}`}</h2>
          <TableFiles
            name={`${table.title}, ${table.subtitle}`}
            table={table}
            form={() => forms[report](school.profile?.name ?? '', table)}
          />
          <ReportTable table={table} behind={nothing} onAsk={nothing} />
        </>
      )}
    </>
  )
}

/** A period of the year that has begun, and the field that chooses it. */
function usePeriod(): [ReportPeriod | undefined, ReactNode] {
  const school = useSchool()
  const { date } = useNow()
  const { officeDuties: texts } = useTexts()
  const [chosen, setChosen] = useState<string>()
  const times = useMemo(() => dutyTimes(school, date), [school, date])
  const time = times.find(({ id }) => id === chosen) ?? usualDutyTime(times)
  if (!time) return [undefined, null]
  return [
    reportPeriod(school, time.id),
    <div key="period" className={css.filters}>
      <SelectField label={texts.time} value={time.id} onChange={(event) => setChosen(event.target.value)}>
        {times.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
    </div>,
  ]
}
