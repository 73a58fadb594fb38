import type { Cell, Table } from '../../domain/reports/table.ts'
import type { TeacherHours } from '../../domain/school/hours.ts'
import { Button } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './own-report.module.css'
import { PdfProgress } from './pdf-progress.tsx'
import type { Saving } from './use-pdf.ts'

export type OwnReportProps =
  | { empty: true }
  | {
      empty?: never
      table: Table
      /** Journals that are not on this device. */
      missing: number
      periods: readonly { id: string; title: string }[]
      period: string
      onPeriod: (period: string) => void
      /** The person's own, by month. */
      hours: readonly TeacherHours[]
      saving: Saving
      onPdf: () => void
      onCancel: () => void
      onXlsx: () => void
      onCsv: () => void
      onPrint: () => void
    }

/** The teacher's period report, journal by journal, with ways to take it away, and hours by month. */
export function OwnReport(props: OwnReportProps) {
  const { ownReport } = useTexts()
  const format = useFormat()
  if (props.empty || props.table.rows.length === 0)
    return (
      <div className={css.page}>
        <h1>{ownReport.title}</h1>
        {!props.empty && <Period {...props} />}
        <Notice tone="empty" icon="journals" title={ownReport.empty}>
          {ownReport.emptyHelp}
        </Notice>
      </div>
    )
  const { table, missing, hours, saving } = props
  return (
    <div className={css.page}>
      <h1>{ownReport.title}</h1>
      <p className={css.quiet}>{table.subtitle}</p>
      <div className={css.tools}>
        <Period {...props} />
        <div className={css.buttons}>
          <Button look="main" disabled={saving.kind === 'printing'} onClick={props.onPdf}>
            {ownReport.pdf}
          </Button>
          <Button onClick={props.onXlsx}>{ownReport.xlsx}</Button>
          <Button onClick={props.onCsv}>{ownReport.csv}</Button>
          <Button onClick={props.onPrint}>{ownReport.print}</Button>
        </div>
        <PdfProgress saving={saving} onCancel={props.onCancel} />
      </div>
      {missing > 0 && <Notice icon="waiting">{ownReport.missing(missing)}</Notice>}
      <ul className={css.rows} aria-label={ownReport.rows}>
        {table.rows.map((row) => (
          <li key={`${cellWords(row[0])} ${cellWords(row[1])}`}>
            <h2>
              {cellWords(row[0])} {cellWords(row[1])}
            </h2>
            <dl>
              {table.columns.slice(2).map(({ title, group }, index) => (
                <div key={`${group ?? ''} ${title}`}>
                  <dt>{group ? ownReport.grouped(group, title) : title}</dt>
                  <dd>{cellWords(row[index + 2])}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {table.footnotes.map((note) => (
        <p key={note} className={css.quiet}>
          {note}
        </p>
      ))}
      <section aria-labelledby="own-hours">
        <h2 id="own-hours">{ownReport.hours}</h2>
        {hours.length === 0 ? (
          <p className={css.quiet}>{ownReport.noHours}</p>
        ) : (
          <ul className={css.hours}>
            {hours.map(({ month, own, substituted }) => (
              <li key={month}>
                <span>{format.month(`${month}-01`)}</span>
                <span>{ownReport.ownHours(own)}</span>
                {substituted > 0 && <span>{ownReport.substituted(substituted)}</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function Period({ periods, period, onPeriod }: Exclude<OwnReportProps, { empty: true }>) {
  const { journal } = useTexts()
  return (
    <SelectField label={journal.period} value={period} onChange={({ target }) => onPeriod(target.value)}>
      {periods.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </SelectField>
  )
}

function cellWords(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '—'
  if (typeof cell === 'object') return cell.value.toFixed(cell.decimals).replace('.', ',')
  return String(cell)
}
