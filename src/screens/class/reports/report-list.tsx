import { useMemo, useState } from 'react'
import { reportDue } from '../../../domain/duties/report-due.ts'
import { type ReportKey, reportKeys } from '../../../domain/reports/report-keys.ts'
import type { ReportPeriod } from '../../../domain/reports/report-period.ts'
import { className } from '../../../domain/school/school-view.ts'
import { type MadeReport, makeReport } from '../../../print/made-report.ts'
import { readReportPlace, reportMonths, reportPeriods } from '../../../print/report-place.ts'
import { Button, ButtonLink } from '../../design/button.tsx'
import { Chip } from '../../design/chip.tsx'
import { cx } from '../../design/cx.ts'
import { SelectField } from '../../design/field.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import type { PackagePart } from '../../papers/make-pdf.ts'
import { PdfProgress } from '../../papers/pdf-progress.tsx'
import { fileName, saveFile } from '../../papers/save-file.ts'
import { usePdf } from '../../papers/use-pdf.ts'
import { href, navigate } from '../../route.ts'
import { useNow } from '../../workspace/workspace.ts'
import type { ClassDesk } from '../use-class.ts'
import css from './report-page.module.css'
import { useChangedReports } from './use-changed-reports.ts'

/** All reports of a period with how far each is, and all of them in one file. */
export function ReportList({ desk, period }: { desk: ClassDesk; period: ReportPeriod }) {
  const { reports: texts, journal } = useTexts()
  const { date } = useNow()
  const { schoolClass, source } = desk
  const { saving, savePdf, cancel } = usePdf()
  const periods = reportPeriods(source.school, schoolClass)
  const months = useMemo(
    () =>
      reportMonths(source.school, schoolClass).filter(
        (month) => period.starts.slice(0, 7) <= month && month <= period.ends.slice(0, 7),
      ),
    [source, schoolClass, period],
  )
  const [chosen, setChosen] = useState<string>()
  const begun = months.filter((month) => month <= date.slice(0, 7))
  const month = months.find((one) => one === chosen) ?? begun.at(-1) ?? months[0]
  const keys = reportKeys.filter((key) => key !== 'class-teacher-preliminary' || period.kind !== 'year')
  const placeOf = (key: ReportKey) => `${key} ${key === 'attendance-month' ? (month ?? '') : period.id}`
  const changed = useChangedReports(desk, keys.map(placeOf))
  const made = () =>
    packageKeys(period, date).flatMap((key): MadeReport[] => {
      const at =
        key === 'attendance-month' ? `${key} ${period.starts}..${period.ends}` : `${key} ${period.id}`
      const place = readReportPlace(at, source.school, schoolClass)
      return place ? [makeReport(source, schoolClass, place.request, date)] : []
    })
  const printed = () =>
    made().map(({ form, report }): PackagePart => ({ form: form(), report })) as [
      PackagePart,
      ...PackagePart[],
    ]
  const file = fileName(`${texts.packageFile} ${className(schoolClass)} ${period.title}`)
  const saveZip = async () => {
    const { tablesZip } = await import('../../../exchange/tables-zip.ts')
    saveFile(`${file}.zip`, await tablesZip(made().map(({ table }) => table())), 'application/zip')
  }
  return (
    <div className={css.page}>
      <div className={css.chooser}>
        <SelectField
          label={journal.period}
          value={period.id}
          onChange={({ target }) =>
            navigate({ screen: 'class', class: schoolClass.id, part: 'reports', at: target.value })
          }
        >
          {periods.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <Months months={months} month={month} onMonth={setChosen} />
      </div>
      <ul className={css.list}>
        {keys.map((key) => (
          <Row
            key={key}
            desk={desk}
            name={key}
            term={placeOf(key).slice(key.length + 1)}
            changed={changed.has(placeOf(key))}
          />
        ))}
      </ul>
      <div className={css.row}>
        <Button disabled={saving.kind === 'printing'} onClick={() => void savePdf(file, printed)}>
          {texts.package(period.title)}
        </Button>
        <Button onClick={() => void saveZip()}>{texts.packageExcel}</Button>
        <p className={css.quiet}>{texts.packageHelp}</p>
      </div>
      <PdfProgress saving={saving} onCancel={cancel} />
    </div>
  )
}

function Months({
  months,
  month,
  onMonth,
}: {
  months: readonly string[]
  month: string | undefined
  onMonth: (month: string) => void
}) {
  const { reports: texts } = useTexts()
  const format = useFormat()
  if (months.length < 2) return null
  return (
    <SelectField
      label={texts.monthOfAttendance}
      value={month}
      onChange={({ target }) => onMonth(target.value)}
    >
      {months.map((one) => (
        <option key={one} value={one}>
          {format.month(`${one}-01`)}
        </option>
      ))}
    </SelectField>
  )
}

function Row({
  desk,
  name,
  term,
  changed,
}: {
  desk: ClassDesk
  name: ReportKey
  term: string
  changed: boolean
}) {
  const { reports: texts, ownClass } = useTexts()
  const format = useFormat()
  const { date } = useNow()
  const done = desk.records.done.get(`5.2.8/${name},${term}`)
  const due = reportDue(desk.source.school, name, term)
  const overdue = !done && due !== undefined && due < date
  const month = /^\d{4}-\d{2}$/.test(term) ? `, ${format.month(`${term}-01`)}` : ''
  return (
    <li>
      <span className={css.name}>
        <b>{`${ownClass.report[name]}${month}`}</b>
        {changed && (
          <Chip tone="act" icon="alert">
            {texts.changedShort}
          </Chip>
        )}
      </span>
      <span className={cx(css.state, overdue && css.overdue)}>
        {done
          ? done.accepted
            ? texts.accepted(format.day(done.accepted.date))
            : texts.handedInShort(format.day(done.date))
          : due !== undefined &&
            (overdue ? ownClass.overdue(format.day(due)) : ownClass.due(format.day(due)))}
      </span>
      <ButtonLink
        href={href({ screen: 'class', class: desk.schoolClass.id, part: 'reports', at: `${name} ${term}` })}
      >
        {ownClass.openDuty}
      </ButtonLink>
    </li>
  )
}

/** Reports of a package: while a period runs, the preliminary one stands in the place of the class teacher's. */
function packageKeys({ kind, ends }: ReportPeriod, today: string): ReportKey[] {
  const left = kind !== 'year' && today < ends ? 'class-teacher' : 'class-teacher-preliminary'
  return reportKeys.filter((key) => key !== left)
}
